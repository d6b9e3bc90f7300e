import { NoAnswer, Refused } from '../api.ts'
import { Note } from '../parts/states.tsx'

/** Why an act on a booking was not done, beside what was written; a breach of Art. 10 carries its citation. */
export function BookingRefused({ error }: { error: Error | null }) {
  if (!error || (error instanceof Refused && error.status === 401)) return null
  if (error instanceof Refused)
    return (
      <Note kind={error.refusal.name === 'conflict' ? 'warn' : 'bad'}>
        {error.refusal.name === 'breach' && <span className="article">办法第十条</span>}{' '}
        {error.refusal.sentence}
      </Note>
    )
  return (
    <Note kind="bad">
      {error instanceof NoAnswer
        ? `${error.message}，没有办成，写的都还在。可以再按一次，不会办两次。`
        : '没有办成，写的都还在。'}
    </Note>
  )
}
