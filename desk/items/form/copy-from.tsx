import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import type { ItemList, ItemRecord } from '../../../src/catalogue/api/contract.ts'
import { get } from '../../api.ts'
import { Failed, Waiting } from '../../parts/states.tsx'
import { kindName } from './kinds.ts'
import type { Field, Group } from './model.ts'

/** 从别的事项抄: groups and fields of the department's other items, taken over with keys of their own. */
export function CopyFrom({
  itemId,
  organId,
  open,
  leave,
  takeGroup,
  takeField,
}: {
  itemId: string
  organId: string
  open: boolean
  leave: () => void
  takeGroup: (group: Group) => void
  takeField: (field: Field) => void
}) {
  const [q, setQ] = useState('')
  const [from, setFrom] = useState('')
  const [said, setSaid] = useState('')
  const items = useQuery({
    queryKey: ['items', 'to-copy-from', organId, q],
    queryFn: ({ signal }) =>
      get<ItemList>(
        `/api/items?organ=${encodeURIComponent(organId)}${q ? `&q=${encodeURIComponent(q)}` : ''}`,
        signal,
      ),
    enabled: open,
  })
  const record = useQuery({
    queryKey: ['item', from, 'to-copy-from'],
    queryFn: ({ signal }) => get<ItemRecord>(`/api/items/${from}`, signal),
    enabled: open && from !== '',
  })
  const other = record.data?.draft ?? record.data?.published
  const rows = items.data?.rows.filter((r) => r.itemId !== itemId) ?? []
  return (
    <Drawer open={open} onClose={leave} size={560} title="从别的事项抄">
      <div className="formgap copyfrom">
        <div className="field">
          <label htmlFor="copy-q">本部门的事项</label>
          <Input id="copy-q" placeholder="名称或编码" value={q} onChange={(e) => setQ(e.target.value)} />
        </div>
        <p className="small" role="status">
          {said}
        </p>
        {items.isPending && <Waiting what="事项" />}
        {items.isError && <Failed what="事项" error={items.error} retry={() => void items.refetch()} />}
        {items.data && rows.length === 0 && <p className="small mid">没有别的事项。</p>}
        <ul className="copyitems">
          {rows.map((row) => (
            <li key={row.itemId}>
              <button
                type="button"
                className="linklike"
                aria-expanded={row.itemId === from}
                onClick={() => setFrom(row.itemId === from ? '' : row.itemId)}
              >
                {row.name}
              </button>
              {row.itemId === from && record.isPending && <Waiting what="申请表" />}
              {row.itemId === from && other && !other.content.form && (
                <p className="small mid">这个事项没有申请表。</p>
              )}
              {row.itemId === from &&
                other?.content.form?.groups.map((group) => (
                  <div className="copygroup" key={group.key}>
                    <div className="row">
                      <b>{group.title}</b>
                      <span className="spring" />
                      <Button
                        size="small"
                        aria-label={`抄整组“${group.title}”`}
                        onClick={() => {
                          takeGroup(group)
                          setSaid(`已抄“${group.title}”`)
                        }}
                      >
                        抄整组
                      </Button>
                    </div>
                    {group.fields.map((field) => (
                      <div className="row" key={field.key}>
                        <span>{field.label}</span>
                        <span className="tiny mute">{kindName(field.type)}</span>
                        <span className="spring" />
                        <Button
                          size="small"
                          aria-label={`抄“${field.label}”`}
                          onClick={() => {
                            takeField(field)
                            setSaid(`已抄“${field.label}”`)
                          }}
                        >
                          抄
                        </Button>
                      </div>
                    ))}
                  </div>
                ))}
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  )
}
