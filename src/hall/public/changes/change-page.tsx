import type { ReactElement } from 'react'
import { type ItemVersion, publicDifferences, type RegisterEntry } from '../../../catalogue/index.ts'
import { dayOfInstant, fullDay, LinkButton, Opening, Section, SummaryList, t } from '../../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { areaName } from '../guide/names.ts'
import { ChangedTexts } from '../prints/difference.tsx'
import { fromWhen, inReadersWords, KINDS, linesOf } from './words.ts'

/** One entry of the register: what, since when, why, by which document, and for a changed guide its old and new wording. */
export function ChangePage({
  frame,
  entry,
  before,
  after,
  current,
}: {
  frame: Frame
  entry: RegisterEntry
  before: ItemVersion | null
  after: ItemVersion | null
  /** The guide in force; null where the item is not offered now. */
  current: ItemVersion | null
}): ReactElement {
  const { lang } = frame.display
  const zh = lang === 'zh' ? undefined : 'zh-CN'
  const { kind, name, seq, itemId } = entry
  const register = t(lang, { zh: '变更公告', en: 'Changes of services' })
  const sections = before && after ? publicDifferences(before.content, after.content) : []
  const head = t(lang, { zh: `第 ${seq} 号公告，${KINDS[kind].zh}`, en: `${KINDS[kind].en}, no. ${seq}` })
  const later = after && current && current.version > after.version
  const rows: [string, string, string | undefined][] = [
    [t(lang, { zh: '事项', en: 'Service' }), name, zh],
    [t(lang, { zh: '部门', en: 'Department' }), entry.organName, zh],
    [
      t(lang, { zh: '区县', en: 'District' }),
      entry.areaCode ? areaName(entry.areaCode, lang) : '',
      undefined,
    ],
    [t(lang, { zh: '编码', en: 'Code' }), entry.code, undefined],
    ...linesOf(entry, lang).map(([term, text]): [string, string, string | undefined] => [
      t(lang, term),
      text,
      inReadersWords(term) ? undefined : zh,
    ]),
    [t(lang, { zh: '公告日期', en: 'Published' }), fullDay(dayOfInstant(entry.enteredAt), lang), undefined],
  ]
  return (
    <Framed
      frame={frame}
      title={lang === 'zh' ? `${KINDS[kind].zh}：${name}` : head}
      crumbs={[HOME_CRUMB(lang), { text: register, href: PUBLIC.changes({}) }, { text: head }]}
    >
      <Opening
        over={head}
        title={lang === 'zh' ? name : after?.content.nameEn || head}
        sample={entry.sample}
        lead={fromWhen(kind, entry.effectiveOn, lang)}
      />
      <SummaryList
        rows={rows
          .filter(([, text]) => text !== '')
          .map(([term, text, textLang]) => ({ term, value: <span lang={textLang}>{text}</span> }))}
      />
      {later && (
        <p className="section-note">
          {t(lang, {
            zh: '这以后指南又改过，办事按现行的指南。',
            en: 'The guide has changed again since; follow the one in force.',
          })}
        </p>
      )}
      {sections.length > 0 && <ChangedTexts sections={sections} lang={lang} />}
      {before && sections.length === 0 && (
        <Section title={t(lang, { zh: '改了什么', en: 'What changed' })}>
          <p>{t(lang, { zh: '指南的文字没有变。', en: 'The wording of the guide did not change.' })}</p>
        </Section>
      )}
      <div className="actions">
        <LinkButton href={PUBLIC.item(itemId)}>
          {current
            ? t(lang, { zh: '看现行的指南', en: 'The guide in force' })
            : t(lang, { zh: '看事项页的说明', en: 'The page of the service' })}
        </LinkButton>
        <LinkButton href={PUBLIC.changes({})} weight="secondary">
          {t(lang, { zh: '看全部变更', en: 'All changes' })}
        </LinkButton>
      </div>
    </Framed>
  )
}
