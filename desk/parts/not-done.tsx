import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { NoAnswer, Refused } from '../api.ts'
import { Note } from './states.tsx'

/**
 * Why an act was not done, in the page beside what was written. A conflict offers the record as it is now; `record` is the key
 * under which the page has read it; without one the sentence stands alone.
 */
export function NotDone({ error, record }: { error: Error | null; record?: readonly string[] }) {
  const queries = useQueryClient()
  const [seen, setSeen] = useState<Error | null>(null)
  if (!error || error === seen) return null
  // The page itself says that the session has ended, and how to go on.
  if (error instanceof Refused && error.status === 401) return null
  if (error instanceof Refused && error.refusal.name === 'conflict') {
    return (
      <Note kind="warn">
        {error.refusal.sentence}
        {record && (
          <Button
            size="small"
            onClick={() => {
              setSeen(error)
              void queries.invalidateQueries({ queryKey: record })
            }}
          >
            看现在的样子
          </Button>
        )}
      </Note>
    )
  }
  return (
    <Note kind="bad">
      {error instanceof Refused
        ? error.refusal.sentence
        : error instanceof NoAnswer
          ? `${error.message}，没有办成，写的都还在。可以再按一次，不会办两次。`
          : '没有办成，写的都还在。'}
    </Note>
  )
}

/** The field that the refusal names. */
export const fieldOf = (error: Error | null): string | undefined =>
  error instanceof Refused ? error.refusal.field : undefined
