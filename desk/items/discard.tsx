import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { DiscardBody, DraftDiscarded } from '../../src/catalogue/api/contract.ts'
import { Refused, send } from '../api.ts'
import { Note } from '../parts/states.tsx'
import type { ItemEdit } from './use-item.ts'

/** 丢掉草稿: what becomes of it is said first; the version in force stays, an item that never was in force ends. */
export function Discard({ edit }: { edit: ItemEdit }) {
  const { record, revision, readOnly, saveNow } = edit
  const [asked, setAsked] = useState(false)
  const queries = useQueryClient()
  const navigate = useNavigate()
  const version = record.draft?.version ?? (record.published?.version ?? 0) + 1
  const act = useMutation<DraftDiscarded>({
    mutationFn: async () => {
      const body: DiscardBody = { version, revision: await saveNow() }
      return send<DraftDiscarded>(`/api/items/${record.itemId}/draft/discard`, body)
    },
    onSuccess: async ({ ended }) => {
      queries.removeQueries({ queryKey: ['items'] })
      queries.removeQueries({ queryKey: ['directory'] })
      if (ended) return navigate('/items')
      await queries.resetQueries({ queryKey: ['item', record.itemId] })
    },
  })
  if (readOnly || revision === 0) return null
  if (!record.mayDiscard.allowed)
    return (
      <section>
        <h3>丢掉草稿</h3>
        <p className="small mid">{record.mayDiscard.sentence}</p>
      </section>
    )
  return (
    <section>
      {asked ? (
        <>
          <h3>丢掉草稿</h3>
          <p className="small">
            {record.published
              ? `草稿第 ${version} 版改的都不要了，回到现行第 ${record.published.version} 版。`
              : '这个事项还没有生效过，和草稿一起不要了，编码不再用。'}
            不能撤回，改过什么留痕里查得到。
          </p>
          {act.error && (
            <Note kind="bad">
              {act.error instanceof Refused ? act.error.refusal.sentence : '没有办成，草稿还在。再试一次。'}
            </Note>
          )}
          <div className="minor">
            <Button className="danger-act" onClick={() => !act.isPending && act.mutate()}>
              {act.isPending ? '正在丢…' : '丢掉草稿'}
            </Button>
            <Button onClick={() => setAsked(false)}>留着</Button>
          </div>
        </>
      ) : (
        <Button size="small" className="danger-act" onClick={() => setAsked(true)}>
          丢掉草稿…
        </Button>
      )}
    </section>
  )
}
