import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { NoAnswer, Refused } from '../api.ts'
import { Note } from '../parts/states.tsx'

/** Why the act was not done, beside what was written. A conflict offers the question as it is now. */
export function EnquiryRefused({ error, record }: { error: Error | null; record: EnquiryRecord }) {
  const queries = useQueryClient()
  const [seen, setSeen] = useState<Error | null>(null)
  if (!error || error === seen) return null
  // The page itself says that the session has ended, and how to go on.
  if (error instanceof Refused && error.status === 401) return null
  if (error instanceof Refused && error.refusal.name === 'conflict')
    return (
      <Note kind="warn">
        {error.refusal.sentence}
        <Button
          size="small"
          onClick={() => {
            setSeen(error)
            void queries.invalidateQueries({ queryKey: ['enquiry', record.enquiryId] })
          }}
        >
          看现在的样子
        </Button>
      </Note>
    )
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
