import { createElement, type ReactElement } from 'react'
import type { ChangedSection, Piece, PublicDifference } from '../../../catalogue/index.ts'
import { DataTable, type Lang, Section, t } from '../../../ui/index.ts'

/** What changed between two versions of a guide, section by section: how it read, how it reads; the words that changed stand out. */
export function ChangedTexts({
  sections,
  lang,
}: {
  sections: ChangedSection<PublicDifference>[]
  lang: Lang
}): ReactElement {
  return (
    <>
      {sections.map((section) => (
        <Section key={section.id} title={<span lang="zh-CN">{section.name}</span>}>
          <DataTable
            caption={t(lang, { zh: section.name, en: 'What changed' })}
            columns={[
              t(lang, { zh: '哪里', en: 'Where' }),
              t(lang, { zh: '原来', en: 'Before' }),
              t(lang, { zh: '现在', en: 'Now' }),
            ]}
            rows={section.rows.map((row) => [
              <span key="label" lang="zh-CN">
                {row.label}
              </span>,
              <Text key="before" pieces={row.before} lang={lang} gone />,
              <Text key="after" pieces={row.after} lang={lang} />,
            ])}
          />
        </Section>
      ))}
    </>
  )
}

function Text({ pieces, lang, gone }: { pieces: Piece[]; lang: Lang; gone?: boolean }): ReactElement {
  if (pieces.every((p) => p.text.trim() === '')) return <>{t(lang, { zh: '没有', en: 'nothing' })}</>
  const mark = gone ? 'del' : 'ins'
  // Spread, because pieces have no identity but their place.
  const words = pieces.map((p) => (p.changed ? createElement(mark, null, p.text) : p.text))
  return createElement('span', { lang: 'zh-CN', className: 'wording' }, ...words)
}
