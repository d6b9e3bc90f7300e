import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { NoAnswer, Refused } from '../api.ts'
import { Note } from '../parts/states.tsx'

/** Why the act was not done, in the page beside what was written. A conflict offers the dossier as it is now. */
export function ActRefused({ error, dossierId }: { error: Error | null; dossierId: string }) {
  const queries = useQueryClient()
  const [seen, setSeen] = useState<Error | null>(null)
  if (!error || error === seen) return null
  // The page itself says that the session has ended, and how to go on.
  if (error instanceof Refused && error.status === 401) return null
  if (error instanceof Refused && error.refusal.name === 'conflict') {
    return (
      <Note kind="warn">
        {error.refusal.sentence}
        <Button
          size="small"
          onClick={() => {
            setSeen(error)
            void queries.invalidateQueries({ queryKey: ['dossier', dossierId] })
          }}
        >
          看现在的样子
        </Button>
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

export const fieldOf = (error: Error | null): string | undefined =>
  error instanceof Refused ? error.refusal.field : undefined
