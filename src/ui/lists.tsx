// biome-ignore-all lint/a11y/noRedundantRoles: under 45em `display: block` strips the table roles, so they are stated
/** Facts, tables and lists. */
import type { ReactElement, ReactNode } from 'react'
import { Source } from './field.tsx'
import { Icon, type IconName } from './icon.tsx'
import { pageLang, t } from './text.ts'

export interface ContentsProps {
  entries: readonly { id: string; text: string }[]
}

/** 本页内容: anchors; two columns on the phone, sticky at the left on wide screens. */
export function Contents({ entries }: ContentsProps): ReactElement {
  return (
    <nav className="contents" aria-labelledby="contents-title">
      <h2 id="contents-title">{t(pageLang(), { zh: '本页内容', en: 'On this page' })}</h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <a href={`#${entry.id}`}>{entry.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface SummaryRow {
  term: ReactNode
  value: ReactNode
  /** 「和营业执照一致」, under the value. */
  source?: ReactNode
  /** A link at the right: 修改. */
  act?: ReactNode
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }): ReactElement {
  return (
    <dl className="summary">
      {rows.map((row, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, in their order
        <div key={i}>
          <dt>{row.term}</dt>
          <dd>
            {row.value}
            {row.source && <Source>{row.source}</Source>}
          </dd>
          {row.act && <dd className="summary-act">{row.act}</dd>}
        </div>
      ))}
    </dl>
  )
}

export interface DataTableProps {
  /** Said to screen readers before the table. */
  caption: string
  /** The first column is the row's header and, on the phone, the card's title. At most four. */
  columns: readonly string[]
  rows: readonly (readonly ReactNode[])[]
}

/** A table that becomes cards under 45em. The roles are stated because `display` would strip them from the elements. */
export function DataTable({ caption, columns, rows }: DataTableProps): ReactElement {
  return (
    <table className="sheet" role="table">
      <caption className="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column} scope="col" role="columnheader">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((cells, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, in their order
          <tr key={i} role="row">
            {cells.map((cell, c) =>
              c === 0 ? (
                <th key={columns[c]} scope="row" role="rowheader">
                  {cell}
                </th>
              ) : (
                <td key={columns[c]} role="cell" data-label={columns[c]}>
                  <span>{cell}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export interface Figure {
  term: string
  /** The numeral, or a short word such as 「不收费」. */
  value: string
  unit?: string
  /** The line that puts it in proportion. */
  note?: ReactNode
}

/** Four facts between hairlines; 2 × 2 on the phone. */
export function KeyFigures({ figures }: { figures: readonly Figure[] }): ReactElement {
  return (
    <dl className="figures">
      {figures.map((figure) => (
        <div key={figure.term}>
          <dt>{figure.term}</dt>
          <dd>
            <b className={/\d/.test(figure.value) ? undefined : 'word'}>{figure.value}</b>
            {figure.unit && <span className="unit"> {figure.unit}</span>}
            {figure.note && <span className="figure-note">{figure.note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

export interface Pill {
  text: string
  /** Of the text, where it is not that of the page. */
  lang?: string
  count?: number
  href: string
  current?: boolean
}

/** Filters as real links; the address holds the choice. */
export function FilterPills({ label, pills }: { label: string; pills: readonly Pill[] }): ReactElement {
  return (
    <nav className="pills" aria-label={label}>
      <ul>
        {pills.map((pill) => (
          <li key={pill.href}>
            <a href={pill.href} aria-current={pill.current ? 'true' : undefined}>
              {pill.current && <Icon name="tick" />}
              {pill.lang ? <span lang={pill.lang}>{pill.text}</span> : pill.text}
              {pill.count !== undefined && <span className="count">{pill.count}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export interface Tick {
  text: ReactNode
  /** Not met, not possible. */
  not?: boolean
}

/** Conditions or rights, one a line. */
export function TickList({ ticks }: { ticks: readonly Tick[] }): ReactElement {
  const not = t(pageLang(), { zh: '还不能：', en: 'Not yet: ' })
  return (
    <ul className="ticks">
      {ticks.map((tick, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in their order
        <li key={i} className={tick.not ? 'not' : undefined}>
          <Icon name={tick.not ? 'cross' : 'tick'} />
          <span>
            {tick.not && <span className="unseen">{not}</span>}
            {tick.text}
          </span>
        </li>
      ))}
    </ul>
  )
}

export interface PaperEntry {
  title: ReactNode
  note?: ReactNode
  href: string
  /** What the link does: 打开, 下载. */
  act: string
  /** Carries an electronic seal. */
  sealed?: boolean
  icon?: IconName
}

/** 文书: what was issued or handed in, to be opened. */
export function PaperList({ papers }: { papers: readonly PaperEntry[] }): ReactElement {
  return (
    <ul className="papers">
      {papers.map((paper, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in their order
        <li key={i}>
          {paper.sealed ? <SmallSeal /> : <Icon name={paper.icon ?? 'paper'} />}
          <div>
            <p>
              <b>{paper.title}</b>
            </p>
            {paper.note && <p className="fine">{paper.note}</p>}
          </div>
          <a className="button button-quiet button-small" href={paper.href}>
            {paper.act}
            <span className="unseen"> {paper.title}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function SmallSeal(): ReactElement {
  return (
    <svg className="small-seal" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="2.5" y="2.5" width="23" height="23" rx="2" fill="none" stroke="currentColor" strokeWidth="2" />
      <text x="14" y="19.4" fontSize="15" textAnchor="middle" fill="currentColor">
        印
      </text>
    </svg>
  )
}

export interface Topic {
  name: string
  note?: string
  href: string
}

/** Life events and topics, two by two. */
export function TopicIndex({ topics }: { topics: readonly Topic[] }): ReactElement {
  return (
    <ul className="topics">
      {topics.map((topic) => (
        <li key={topic.href}>
          <a href={topic.href}>
            <b>{topic.name}</b>
            {topic.note && <span>{topic.note}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface FoldProps {
  summary: ReactNode
  open?: boolean
  children: ReactNode
}

/** Folds the answer of a question or the text of a law, nothing else. */
export function Fold({ summary, open, children }: FoldProps): ReactElement {
  return (
    <details className="fold" open={open}>
      <summary>
        <Icon name="forward" />
        <span>{summary}</span>
      </summary>
      <div>{children}</div>
    </details>
  )
}
