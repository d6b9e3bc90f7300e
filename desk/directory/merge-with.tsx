import { useQuery } from '@tanstack/react-query'
import { Checkbox, Input } from 'antd'
import { useId, useState } from 'react'
import type { DirectoryList, EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { get } from '../api.ts'

/** Which other entries in force are merged with this one; only of its type, because the type stands in the code. */
export function MergeWith({
  entry,
  chosen,
  onChange,
}: {
  entry: EntryRecordAnswer
  chosen: string[]
  onChange: (codes: string[]) => void
}) {
  const id = useId()
  const [q, setQ] = useState('')
  const [names, setNames] = useState<Record<string, string>>({})
  const query = new URLSearchParams({ state: 'in-force', itemType: entry.elements.itemType, ...(q && { q }) })
  const found = useQuery({
    queryKey: ['directory', 'list', query.toString()],
    queryFn: ({ signal }) => get<DirectoryList>(`/api/directory?${query}`, signal),
  })
  const rows = (found.data?.rows ?? []).filter((r) => r.basicCode !== entry.basicCode)
  const offered = [
    ...chosen
      .filter((c) => !rows.some((r) => r.basicCode === c))
      .map((c) => ({ code: c, name: names[c] ?? c })),
    ...rows.slice(0, 12).map((r) => ({ code: r.basicCode, name: r.elements.name })),
  ]
  return (
    <fieldset className="field wide many">
      <legend className="label">和哪一项合并</legend>
      <label className="vh" htmlFor={id}>
        找要合并的目录事项
      </label>
      <Input id={id} placeholder="名称、基本编码" value={q} onChange={(e) => setQ(e.target.value)} />
      <div className="many mergelist">
        {offered.map(({ code, name }) => (
          <Checkbox
            key={code}
            checked={chosen.includes(code)}
            onChange={(e) => {
              setNames({ ...names, [code]: name })
              onChange(e.target.checked ? [...chosen, code] : chosen.filter((c) => c !== code))
            }}
          >
            {name} <span className="small mute">{code}</span>
          </Checkbox>
        ))}
        {found.data && offered.length === 0 && <span className="hint">没有同类型的现行事项。</span>}
      </div>
    </fieldset>
  )
}
