import { useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import type { DistrictBodies } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'
import { Note } from '../parts/states.tsx'

type Body = DistrictBodies['rows'][number]

/** 接手的区县部门: those that do the same in the districts; another one is looked up by name, and taken with a warning. */
export function Targets({
  itemId,
  targets,
  onChange,
}: {
  itemId: string
  targets: string[]
  onChange: (targets: string[]) => void
}) {
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  // Whoever was chosen stays in sight, whatever is looked up next.
  const [chosen, setChosen] = useState<Body[]>([])
  const bodies = useQuery({
    queryKey: ['district-bodies', itemId, asked],
    queryFn: ({ signal }) =>
      get<DistrictBodies>(
        `/api/items/${itemId}/district-bodies?${new URLSearchParams({ q: asked })}`,
        signal,
      ),
    placeholderData: (before) => before,
  })
  const found = bodies.data?.rows ?? []
  const rows = [...chosen.filter((c) => !found.some((b) => b.organId === c.organId)), ...found]
  const strange = chosen.filter((b) => !b.fits)
  const choose = (body: Body, on: boolean) => {
    const next = on ? [...chosen, body] : chosen.filter((b) => b.organId !== body.organId)
    setChosen(next)
    // What was chosen in an earlier look at this drawer is among the targets, and perhaps not among what was looked up now.
    onChange(on ? [...targets, body.organId] : targets.filter((t) => t !== body.organId))
  }
  return (
    <fieldset className="field wide">
      <legend className="label">接手的区县部门</legend>
      {rows.map((b) => (
        <label key={b.organId} className="tick">
          <input
            type="checkbox"
            disabled={b.taken}
            checked={targets.includes(b.organId)}
            onChange={(e) => choose(b, e.target.checked)}
          />
          {b.name}{' '}
          <span className="mute">
            {b.areaName}
            {b.taken ? '　已经有这个事项' : b.fits ? '' : '　职能不同'}
          </span>
        </label>
      ))}
      {bodies.data && found.length === 0 && (
        <p className="hint">
          {asked === ''
            ? '区县里没有职能相同的部门，要下放给别的部门就查名称。'
            : `没有名称里有“${asked}”的区县部门。`}
        </p>
      )}
      <Input
        aria-label="查别的区县部门"
        placeholder="查别的区县部门，例如 鼓楼区"
        maxLength={40}
        value={q}
        onChange={(e) => setQ(e.target.value)}
      />
      {strange.length > 0 && (
        <Note kind="warn">
          {strange.map((b) => b.name).join('、')}和本部门职能不同，核对它依法能办这个事项再选。
        </Note>
      )}
    </fieldset>
  )
}
