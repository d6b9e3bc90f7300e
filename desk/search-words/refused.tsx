import { NoAnswer, Refused } from '../api.ts'
import { Note } from '../parts/states.tsx'

/** Why a word was not taken, beside what was written. */
export function WordRefused({ error }: { error: Error | null }) {
  if (!error || (error instanceof Refused && error.status === 401)) return null
  if (error instanceof Refused)
    return <Note kind={error.refusal.name === 'conflict' ? 'warn' : 'bad'}>{error.refusal.sentence}</Note>
  return (
    <Note kind="bad">
      {error instanceof NoAnswer ? `${error.message}，没有存下，写的还在。` : '没有存下，写的还在。'}
    </Note>
  )
}
