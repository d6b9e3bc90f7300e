import type { ReactElement } from 'react'
import type { ComingChange, RegisterChoices, RegisterEntry } from '../../../catalogue/index.ts'
import { KIND_NAMES } from '../../../catalogue/index.ts'
import { type Lang, LineLink, Message, Opening, Section, Select, t } from '../../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { areaName } from '../guide/names.ts'
import { type Asked, addressed } from './asked.ts'
import { comingWhen, fromWhen, inReadersWords, KINDS, linesOf } from './words.ts'

export interface ChangesPageProps {
  frame: Frame
  asked: Asked
  total: number
  pages: number
  entries: RegisterEntry[]
  coming: ComingChange[]
  choices: RegisterChoices
  today: string
}

/** 变更公告: what is decided and comes, then what came into force, newest first. */
export function ChangesPage(props: ChangesPageProps): ReactElement {
  const { frame, asked, coming, today } = props
  const { lang } = frame.display
  const title = t(lang, { zh: '变更公告', en: 'Changes of services' })
  const feeds = (['atom', 'json'] as const).map((format) => ({
    type: format === 'atom' ? 'application/atom+xml' : 'application/feed+json',
    href: `/changes.${format}${PUBLIC.changes(addressed(asked)).slice('/changes'.length)}`,
    title: `${title} (${format === 'atom' ? 'Atom' : 'JSON Feed'})`,
  }))
  return (
    <Framed frame={frame} title={title} crumbs={[HOME_CRUMB(lang), { text: title }]} feeds={feeds}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: '事项新增、变更、暂停、恢复、取消、下放，从哪天起、为什么，都写在这里。',
          en: 'Every service that is new, changed, suspended, resumed, ended or handed down: from which day, and why.',
        })}
      />
      <Filters {...props} />
      {coming.length > 0 && (
        <Section id="coming" title={t(lang, { zh: '已经决定，还没生效', en: 'Decided, not yet in force' })}>
          <ul className="changes-list">
            {coming.map((change) => (
              <OneChange
                key={change.itemId}
                change={change}
                when={comingWhen(change.kind, change.effectiveOn, today, lang)}
                lang={lang}
                href={change.published ? PUBLIC.item(change.itemId) : null}
              />
            ))}
          </ul>
        </Section>
      )}
      <InForce {...props} />
      <p className="section-note">
        {t(lang, { zh: '用阅读器跟着看：', en: 'Follow in a reader: ' })}
        {feeds.map((feed, i) => (
          <span key={feed.href}>
            {i > 0 && t(lang, { zh: '，', en: ', ' })}
            <a href={feed.href} type={feed.type}>
              {i === 0 ? 'Atom' : 'JSON Feed'}
            </a>
          </span>
        ))}
      </p>
    </Framed>
  )
}

function Filters({ frame, asked, choices }: ChangesPageProps): ReactElement {
  const { lang } = frame.display
  const chinese = lang === 'zh' ? undefined : 'zh-CN'
  const any = { value: '', label: t(lang, { zh: '全部', en: 'All' }) }
  const monthText = (month: string): string =>
    lang === 'zh' ? `${month.slice(0, 4)}年${Number(month.slice(5))}月` : month
  const filtered = asked.organId || asked.areaCode || asked.kind || asked.month
  return (
    <form className="changes-filter" method="get" action={PUBLIC.changes({})}>
      <Select
        name="kind"
        label={t(lang, { zh: '变更', en: 'Change' })}
        value={asked.kind}
        options={[
          any,
          ...(Object.keys(KIND_NAMES) as (keyof typeof KINDS)[]).map((kind) => ({
            value: kind,
            label: t(lang, KINDS[kind]),
          })),
        ]}
      />
      <Select
        name="organ"
        label={t(lang, { zh: '部门', en: 'Department' })}
        value={asked.organId}
        options={[any, ...choices.organs.map((o) => ({ value: o.organId, label: o.name, lang: chinese }))]}
      />
      <Select
        name="area"
        label={t(lang, { zh: '区县', en: 'District' })}
        value={asked.areaCode}
        options={[any, ...choices.areas.map((code) => ({ value: code, label: areaName(code, lang) }))]}
      />
      <Select
        name="month"
        label={t(lang, { zh: '生效月份', en: 'Month of effect' })}
        value={asked.month}
        options={[any, ...choices.months.map((month) => ({ value: month, label: monthText(month) }))]}
      />
      <div className="actions">
        <button className="button button-secondary" type="submit">
          {t(lang, { zh: '筛选', en: 'Filter' })}
        </button>
        {filtered && (
          <LineLink href={PUBLIC.changes({})}>{t(lang, { zh: '看全部', en: 'See all' })}</LineLink>
        )}
      </div>
    </form>
  )
}

function InForce({ frame, asked, total, pages, entries }: ChangesPageProps): ReactElement {
  const { lang } = frame.display
  const to = (page: number) => `${PUBLIC.changes({ ...addressed(asked), page: String(page) })}#in-force`
  const { page } = asked
  return (
    <Section id="in-force" title={t(lang, { zh: '已经生效', en: 'In force' })}>
      <p className="section-note" role="status">
        {t(lang, { zh: `${total} 条`, en: `${total} ${total === 1 ? 'entry' : 'entries'}` })}
        {pages > 1 && t(lang, { zh: `，第 ${page} 页，共 ${pages} 页`, en: `, page ${page} of ${pages}` })}
      </p>
      {entries.length === 0 && (
        <Message heading="h3" title={t(lang, { zh: '没有这样的变更', en: 'No such change' })}>
          <p>
            {t(lang, {
              zh: '换一个部门、区县或者月份看看。',
              en: 'Try another department, district or month.',
            })}
          </p>
        </Message>
      )}
      <ul className="changes-list">
        {entries.map((entry) => (
          <OneChange
            key={entry.seq}
            change={entry}
            when={fromWhen(entry.kind, entry.effectiveOn, lang)}
            lang={lang}
            href={PUBLIC.change(entry.seq)}
          />
        ))}
      </ul>
      {pages > 1 && (
        <nav className="directory-pages" aria-label={t(lang, { zh: '翻页', en: 'Pages' })}>
          {page > 1 && <a href={to(page - 1)}>{t(lang, { zh: '上一页', en: 'Previous' })}</a>}
          {page < pages && <a href={to(page + 1)}>{t(lang, { zh: '下一页', en: 'Next' })}</a>}
        </nav>
      )}
    </Section>
  )
}

function OneChange({
  change,
  when,
  lang,
  href,
}: {
  change: ComingChange | RegisterEntry
  when: string
  lang: Lang
  href: string | null
}): ReactElement {
  const zh = lang === 'zh' ? undefined : 'zh-CN'
  const { kind, name, organName, areaCode, sample } = change
  return (
    <li>
      <p className="change-kind">{t(lang, KINDS[kind])}</p>
      <div>
        <h3>
          {href ? (
            <a href={href} lang={zh}>
              {name}
            </a>
          ) : (
            <span lang={zh}>{name}</span>
          )}
          {sample && <span className="tag">{t(lang, { zh: '示例', en: 'Sample' })}</span>}
        </h3>
        <p>{when}</p>
        <p className="fine">
          <span lang={zh}>{organName}</span>
          {areaCode && <span> · {areaName(areaCode, lang)}</span>}
        </p>
        {linesOf(change, lang).map(([term, text]) => (
          <p key={term.en} className="small">
            {t(lang, term)}
            {t(lang, { zh: '：', en: ': ' })}
            <span lang={inReadersWords(term) ? undefined : zh}>{text}</span>
          </p>
        ))}
      </div>
    </li>
  )
}
