/** What the hall says to the applicant: flash, notices, faults. */
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'
import { pageLang, t } from './text.ts'

export interface FlashProps {
  kind?: 'done' | 'alarm'
  text: ReactNode
  /** A form that takes the act back, posted to this address. */
  undo?: { action: string; text: string }
}

/** The answer to the act that led here, at the top of the page. */
export function Flash({ kind = 'done', text, undo }: FlashProps): ReactElement {
  return (
    <div className={`flash flash-${kind}`} role={kind === 'done' ? 'status' : 'alert'}>
      <Icon name={kind === 'done' ? 'done' : 'alarm'} />
      <p>{text}</p>
      {undo && (
        <form method="post" action={undo.action}>
          <Button weight="quiet" small>
            {undo.text}
          </Button>
        </form>
      )}
    </div>
  )
}

type Tone = 'neutral' | 'green' | 'ochre' | 'alarm'
const TONE_ICONS: Record<Tone, IconName> = {
  neutral: 'info',
  green: 'done',
  ochre: 'caution',
  alarm: 'alarm',
}

export interface NoticeCardProps {
  /** Ochre: waiting for a neighbour or near a limit. Alarm: refusals only. */
  tone?: Tone
  icon?: IconName
  title?: ReactNode
  /** Sentences, links and acts. */
  children?: ReactNode
}

export function NoticeCard({ tone = 'neutral', icon, title, children }: NoticeCardProps): ReactElement {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={icon ?? TONE_ICONS[tone]} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}

export interface Fault {
  /** Name of the field, or the id of whatever holds it. */
  field: string
  /** What to change: 「经营面积：请填数字」. */
  text: string
}

export interface ErrorSummaryProps {
  faults: readonly Fault[]
  /** Said when nothing that was typed is lost; the default says so. */
  kept?: ReactNode
}

/** The list of what to put right, first thing on the page after a refused form. */
export function ErrorSummary({ faults, kept }: ErrorSummaryProps): ReactElement | null {
  if (faults.length === 0) return null
  const lang = pageLang()
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the list of faults is where the applicant must continue
    <div className="faults" role="alert" aria-labelledby="faults-title" tabIndex={-1} autoFocus>
      <h2 id="faults-title">
        <Icon name="alarm" />
        {t(lang, {
          zh: `有 ${faults.length} 处要改`,
          en: faults.length === 1 ? 'One thing to correct' : `${faults.length} things to correct`,
        })}
      </h2>
      <p className="small">
        {kept ?? t(lang, { zh: '别的内容都留着，不用重填。', en: 'Everything else is kept.' })}
      </p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.field}>
            <a href={`#${fault.field}`}>{fault.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** An empty place or a page that cannot be shown: what happened, whether the work is safe, what to do, whom to call. */
export function Message({ title, children, acts, heading = 'h2' }: MessageProps): ReactElement {
  const Heading = heading
  return (
    <div className="message">
      <Heading>{title}</Heading>
      {children}
      {acts && <div className="actions">{acts}</div>}
    </div>
  )
}
export interface MessageProps {
  title: ReactNode
  children?: ReactNode
  acts?: ReactNode
  /** h3 where it stands in a section that has its own heading. */
  heading?: 'h1' | 'h2' | 'h3'
}
