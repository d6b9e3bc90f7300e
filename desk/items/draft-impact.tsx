import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ImpactToday } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'
import { Impact } from '../changes/impact.tsx'
import type { ItemEdit } from './use-item.ts'

/** 发布后影响谁, while the draft is still written: counted when it is unfolded, and again after each save. */
export function DraftImpact({ edit: { record, revision } }: { edit: ItemEdit }) {
  const [open, setOpen] = useState(false)
  const impact = useQuery({
    queryKey: ['impact', record.itemId, 'text', 'editor', revision],
    queryFn: ({ signal }) => get<ImpactToday>(`/api/items/${record.itemId}/impact?kind=text`, signal),
    placeholderData: (before) => before,
    enabled: open,
  })
  if (record.published === null || revision === 0 || record.life.change) return null
  return (
    <section>
      <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>发布后影响谁</summary>
        {impact.data ? (
          <Impact impact={impact.data} kind="change" />
        ) : (
          <p className="small mute">{impact.isError ? '没有取到，过一会儿再展开。' : '正在数'}</p>
        )}
      </details>
    </section>
  )
}
