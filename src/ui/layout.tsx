/** Where things stand on a page. */
import type { ReactElement, ReactNode } from 'react'
import { pageLang, t } from './text.ts'

/** 示例: marks whatever is invented. */
export function Sample(): ReactElement {
  return <span className="tag">{t(pageLang(), { zh: '示例', en: 'Sample' })}</span>
}

export interface OpeningProps {
  title: string
  /** A line above the title: the item to which this step belongs. */
  over?: ReactNode
  lead?: ReactNode
  /** Short facts in one line below: number, department, day of filing. */
  facts?: readonly ReactNode[]
  sample?: boolean
  /** Less room below, when a card follows at once. */
  close?: boolean
  /** The title is a question, a whole sentence: it may break between any two words. */
  asks?: boolean
}

/** The head of a page with its only h1. */
export function Opening({ title, over, lead, facts, sample, close, asks }: OpeningProps): ReactElement {
  return (
    <div className={close ? 'opening opening-close' : 'opening'}>
      {over && <p className="over">{over}</p>}
      <h1 className={asks ? 'asks' : undefined}>
        {title}
        {sample && ' '}
        {sample && <Sample />}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {facts && (
        <ul className="facts-row">
          {facts.map((fact, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed line of facts, drawn once
            <li key={i}>{fact}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

export interface SectionProps {
  id?: string
  title: ReactNode
  /** A sentence below the title. */
  note?: ReactNode
  /** A link at the right of the title, such as 修改. */
  act?: ReactNode
  /** `side`: the title stands in a left column (home). `plain`: no rule above. */
  variant?: 'ruled' | 'side' | 'plain'
  children?: ReactNode
}

/** A part of a page under an ink rule with its h2. */
export function Section({ id, title, note, act, variant = 'ruled', children }: SectionProps): ReactElement {
  const body = (
    <>
      {note && <p className="section-note">{note}</p>}
      {children}
    </>
  )
  return (
    <section className={`section section-${variant}`} id={id}>
      {act ? (
        <div className="section-head">
          <h2>{title}</h2>
          {act}
        </div>
      ) : (
        <h2>{title}</h2>
      )}
      {variant === 'side' ? <div>{body}</div> : body}
    </section>
  )
}

export interface SplitProps {
  aside: ReactNode
  /** Accessible name of the aside: 「帮助」, 「联系和操作」. */
  asideLabel: string
  /** The aside leads on the phone (QR code of a licence). */
  asideFirst?: boolean
  /** The aside is shown on wide screens only: its acts stand elsewhere on the phone ({@link StickyActs}). */
  asideWideOnly?: boolean
  /** A third column at the left (contents of a guide). */
  contents?: ReactNode
  children: ReactNode
}

/** Text with an aside of 304 px; with `contents` the three columns of a guide. */
export function Split({
  aside,
  asideLabel,
  asideFirst,
  asideWideOnly,
  contents,
  children,
}: SplitProps): ReactElement {
  const side = (
    <aside className={`split-aside${asideWideOnly ? ' wide-only' : ''}`} aria-label={asideLabel}>
      {aside}
    </aside>
  )
  return (
    <div className={contents ? 'split split-three' : asideFirst ? 'split split-aside-first' : 'split'}>
      {contents}
      {asideFirst && side}
      <div className="split-main">{children}</div>
      {!asideFirst && side}
    </div>
  )
}

/** The bar of acts that stays at the foot of a phone's screen; wide screens show them in the aside. */
export function StickyActs({ children }: { children: ReactNode }): ReactElement {
  return <div className="sticky-acts">{children}</div>
}

/** Buttons side by side; full width on the phone. One primary a view. */
export function Actions({ children }: { children: ReactNode }): ReactElement {
  return <div className="actions">{children}</div>
}

/** A white box for something to act on. */
export function Card({ children, title }: { children: ReactNode; title?: string }): ReactElement {
  return (
    <div className="card">
      {title && <h2 className="card-title">{title}</h2>}
      {children}
    </div>
  )
}

/** Even room between blocks. */
export function Stack({ children, gap = 'm' }: { children: ReactNode; gap?: 's' | 'm' | 'l' }): ReactElement {
  return <div className={`stack stack-${gap}`}>{children}</div>
}

/** Fields in a row on wide screens. */
export function Row({ children }: { children: ReactNode }): ReactElement {
  return <div className="row">{children}</div>
}

/** Two or three equal columns on wide screens, one below the other on the phone. */
export function Columns({ children, count = 2 }: { children: ReactNode; count?: 2 | 3 }): ReactElement {
  return <div className={`columns columns-${count}`}>{children}</div>
}

/** Words for screen readers only. */
export function Unseen({ children }: { children: ReactNode }): ReactElement {
  return <span className="unseen">{children}</span>
}
