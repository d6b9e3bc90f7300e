import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { Difference, useComparison } from './diff.tsx'
import type { SectionId } from './sections.ts'
import type { ItemEdit } from './use-item.ts'

/** Under a section of the editor: where the draft differs from the version in force; opens by itself with `?diff=1`. */
export function SectionDifference({ edit, section }: { edit: ItemEdit; section: SectionId }) {
  const [params] = useSearchParams()
  const [open, setOpen] = useState(params.get('diff') === '1')
  const [whole, setWhole] = useState(false)
  const { record } = edit
  const stamp = String(edit.revision)
  const compared = record.published !== null && edit.revision > 0
  const found = useComparison(record.itemId, 'in-force', 'draft', stamp, compared)
  if (!compared || record.published === null) return null
  const sections = found.data?.sections ?? []
  const all = sections.reduce((n, s) => n + s.rows.length, 0)
  const here = sections.find((s) => s.id === section)?.rows.length ?? 0
  return (
    <details
      className="sectiondiff"
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <b>与现行第 {record.published.version} 版的差别</b>
        {found.data && (
          <span className="small mute">
            全部 {all} 处，本节 {here} 处
          </span>
        )}
      </summary>
      {open && (
        <>
          <p className="row between small">
            <label>
              <input type="checkbox" checked={!whole} onChange={(e) => setWhole(!e.target.checked)} />{' '}
              只看本节
            </label>
            <Link to={`/items/${record.itemId}/versions`}>各版对照和字段留痕</Link>
          </p>
          <Difference itemId={record.itemId} stamp={stamp} {...(whole ? {} : { section })} />
        </>
      )}
    </details>
  )
}
