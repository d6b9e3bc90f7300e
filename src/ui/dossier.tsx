/** Whose turn it is, by when, and what to put right. */
import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'
import { daysText } from './quantities.ts'
import { type Lang, pageLang, t } from './text.ts'

/**
 * A clock in words, computed by the clock module; `text` replaces the standard sentence, which always names the party.
 * Days are working days unless `unit` says calendar days ('Z').
 */
export type ClockChipProps = { text?: ReactNode; unit?: 'G' | 'Z' } & (
  | { state: 'department' | 'you' | 'near' | 'over'; days: number }
  | { state: 'paused'; reason: string }
  | { state: 'closed' | 'valid'; text: ReactNode }
)

const CLOCK_ICONS: Record<ClockChipProps['state'], IconName> = {
  department: 'clock',
  you: 'person',
  near: 'hourglass',
  over: 'alarm',
  paused: 'pause',
  closed: 'done',
  valid: 'shield',
}

function clockSentence(props: ClockChipProps, lang: Lang): ReactNode {
  if ('reason' in props)
    return t(lang, { zh: `暂停计时：${props.reason}`, en: `Clock stopped: ${props.reason}` })
  if (!('days' in props)) return props.text
  const days = daysText(props.days, lang, props.unit)
  const today = props.days === 0
  switch (props.state) {
    case 'department':
      return today
        ? t(lang, { zh: '部门在办，今天到期', en: 'With the department, due today' })
        : t(lang, { zh: `部门在办，还剩 ${days}`, en: `With the department, ${days} left` })
    case 'you':
      return today
        ? t(lang, { zh: '等您办，今天到期', en: 'Your turn, due today' })
        : t(lang, { zh: `等您办，还剩 ${days}`, en: `Your turn, ${days} left` })
    case 'near':
      return today
        ? t(lang, { zh: '部门在办，今天到期', en: 'With the department, due today' })
        : t(lang, { zh: `部门快到期，还剩 ${days}`, en: `Department near its limit, ${days} left` })
    case 'over':
      return t(lang, { zh: `部门超期 ${days}`, en: `Department ${days} late` })
  }
}

export function ClockChip(props: ClockChipProps): ReactElement {
  return (
    <span className={`clock clock-${props.state}`}>
      <Icon name={CLOCK_ICONS[props.state]} />
      <span>{props.text ?? clockSentence(props, pageLang())}</span>
    </span>
  )
}

export interface TurnCardProps {
  clock: ClockChipProps
  title: ReactNode
  /** One sentence or two, with dates. */
  children: ReactNode
  /** One primary button at most. */
  acts?: ReactNode
}

/** First thing on a dossier: whose turn, by when, one button. */
export function TurnCard({ clock, title, children, acts }: TurnCardProps): ReactElement {
  return (
    <section className="turn" aria-labelledby="turn-title">
      <ClockChip {...clock} />
      <h2 id="turn-title">{title}</h2>
      <div className="turn-text">{children}</div>
      {acts && <div className="actions">{acts}</div>}
    </section>
  )
}

export interface CorrectionItemProps {
  id?: string
  number: number
  material: string
  wrong: ReactNode
  remedy: ReactNode
  basis?: ReactNode
  given?: ReactNode
  /** The act in place: upload row, field, buttons. */
  children?: ReactNode
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** One demand of a 补齐补正 notice with its answer in the same place. */
export function CorrectionItem(props: CorrectionItemProps): ReactElement {
  const lang = pageLang()
  const rows: [string, ReactNode][] = [
    [t(lang, { zh: '哪里不对', en: 'What is wrong' }), props.wrong],
    [t(lang, { zh: '怎么改', en: 'How to mend it' }), props.remedy],
    [t(lang, { zh: '依据', en: 'Basis' }), props.basis],
    [t(lang, { zh: '您交的', en: 'You sent' }), props.given],
  ]
  return (
    <article className="demand" id={props.id} tabIndex={props.id ? -1 : undefined}>
      <h3>
        <span className="numeral">
          {lang === 'zh' ? (NUMERALS[props.number - 1] ?? props.number) : props.number}
        </span>
        <span>{props.material}</span>
      </h3>
      <dl>
        {rows
          .filter(([, value]) => value)
          .map(([term, value]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      {props.children && <div className="demand-act">{props.children}</div>}
    </article>
  )
}

export interface ReminderProps {
  title: string
  text: ReactNode
  clock?: ClockChipProps
  act?: ReactNode
}

/** A dossier that waits for the person, on the home page and in my space. */
export function Reminder({ title, text, clock, act }: ReminderProps): ReactElement {
  return (
    <section className="reminder" aria-label={title}>
      <div>
        <h2>{title}</h2>
        <p className="small">{text}</p>
      </div>
      {clock && <ClockChip {...clock} />}
      {act}
    </section>
  )
}

export interface SayingProps {
  mine?: boolean
  by: ReactNode
  children: ReactNode
}

/** One turn of a conversation with the department. */
export function Saying({ mine, by, children }: SayingProps): ReactElement {
  return (
    <div className={mine ? 'saying saying-mine' : 'saying'}>
      <p className="saying-by">{by}</p>
      <p>{children}</p>
    </div>
  )
}
