import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import type { BookingRow } from '../../src/appointments/api/contract.ts'
import { send } from '../api.ts'
import { ActDrawer } from '../parts/act-drawer.tsx'
import { BookingRefused } from './refused.tsx'
import { spaced } from './words.ts'

const REASONS = [
  { why: 'given-up', label: '申请人自动放弃', hint: '本人说不办了。' },
  { why: 'missing-material', label: '申请人拿不出必备资料', hint: '勾出缺的是哪一份，本人会收到。' },
  { why: 'other', label: '别的原因', hint: '部门自己的原因，比如系统故障、没有人手。' },
] as const
type Why = (typeof REASONS)[number]['why']

/** 没办成: only the two reasons of Art. 10 let a booked visit be turned away; any other is answered with the article. */
export function TurnAwayDrawer({
  row,
  open,
  onClose,
}: {
  row: BookingRow
  open: boolean
  onClose: () => void
}) {
  const id = useId()
  const queries = useQueryClient()
  const [why, setWhy] = useState<Why | null>(null)
  const [missing, setMissing] = useState<string[]>([])
  const act = useMutation({
    mutationFn: () =>
      send(`/api/bookings/${row.bookingId}/refusal`, {
        version: row.version,
        why,
        missing: why === 'missing-material' ? missing : [],
      }),
    onSuccess: () => {
      onClose()
      void queries.invalidateQueries({ queryKey: ['bookings'] })
    },
  })
  return (
    <ActDrawer
      title={`没办成：${row.personName}，${spaced(row.number)}`}
      open={open}
      onClose={onClose}
      size={560}
      missing={[
        why === null && '为什么没有办',
        why === 'missing-material' && missing.length === 0 && '缺哪一份',
      ]}
      tells="记下以后不能改，本人收到短信。"
      leave="不记了"
      act="记为没有办"
      doing="正在记…"
      busy={act.isPending}
      onAct={() => act.mutate()}
    >
      <p className="small mid">
        <span className="article">办法第十条</span>{' '}
        约好的，除申请人自动放弃，或者无法提供必备资料外，不得拒绝办理。
      </p>
      <fieldset className="reasons">
        <legend>为什么没有办</legend>
        {REASONS.map((r) => (
          <label key={r.why} className="tick">
            <input
              type="radio"
              name={`${id}why`}
              checked={why === r.why}
              onChange={() => {
                setWhy(r.why)
                act.reset()
              }}
            />
            <span>
              {r.label}
              <span className="small mute hintline">{r.hint}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {why === 'missing-material' && (
        <fieldset className="reasons">
          <legend>缺哪一份（办事指南里的必备资料）</legend>
          {row.necessary.length === 0 && (
            <p className="small mid">这件事没有必备资料，不能因为缺材料不办。</p>
          )}
          {row.necessary.map((m) => (
            <div key={m.key} className="tick">
              <Checkbox
                checked={missing.includes(m.key)}
                onChange={(e) =>
                  setMissing(e.target.checked ? [...missing, m.key] : missing.filter((k) => k !== m.key))
                }
              >
                {m.name}
              </Checkbox>
            </div>
          ))}
        </fieldset>
      )}
      <BookingRefused error={act.error} />
    </ActDrawer>
  )
}
