import type { ReactElement } from 'react'
import { type ItemVersion, readable } from '../../catalogue/index.ts'
import { Fold, Section, SummaryList } from '../../ui/index.ts'
import type { View } from './frame.tsx'

/** 您填的内容: the form as it was filed, group by group; the numbers in it stay hidden as they lie in the dossier. */
export function FiledForm({
  view,
  item,
  answers,
}: {
  view: View
  item: ItemVersion
  answers: Record<string, unknown>
}): ReactElement | null {
  const { form } = item.content
  const groups = form ? readable(form, answers, { lang: view.lang }) : []
  const filled = groups
    .map((g) => ({ ...g, fields: g.fields.filter((f) => f.value !== '') }))
    .filter((g) => g.fields.length > 0)
  if (filled.length === 0) return null
  return (
    <Section title={view.lang === 'zh' ? '您填的内容' : 'What you filled in'} id="form">
      {filled.map((group) => (
        <Fold key={group.key} summary={group.title}>
          <SummaryList
            rows={group.fields.map((f) => ({
              term: f.label,
              value: <span className="lines">{f.value}</span>,
            }))}
          />
        </Fold>
      ))}
    </Section>
  )
}
