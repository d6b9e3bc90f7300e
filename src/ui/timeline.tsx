/** Steps and days, all hung on the one stroke of the banyan. */
import type { ReactElement, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { daysText } from './quantities.ts'
import { pageLang, t } from './text.ts'

export interface GuideStep {
  title: ReactNode
  /** Number in the node, as in the drawing above. */
  place?: number
  /** At the right: 「第 1–2 日」, 「1 个工作日内」. */
  days?: ReactNode
  text?: ReactNode
  /** What runs at the same time within this step, each with its own days. */
  branches?: readonly GuideStep[]
}

export interface DossierStep {
  title: ReactNode
  state: 'done' | 'now' | 'next'
  /** When and by whom. */
  meta?: ReactNode
  text?: ReactNode
  /** What runs at the same time within this step. */
  branches?: readonly DossierStep[]
}

export type TimelineProps = { label?: string } & (
  | { variant: 'guide'; steps: readonly GuideStep[] }
  | { variant: 'dossier'; steps: readonly DossierStep[] }
)

/** `guide`: what will happen, hollow nodes on a solid root. `dossier`: done ✓, now a ring, to come hollow on a dashed root. */
export function Timeline(props: TimelineProps): ReactElement {
  const label = props.label ?? t(pageLang(), { zh: '办理进度', en: 'Steps' })
  if (props.variant === 'guide')
    return (
      <ol className="timeline timeline-guide" aria-label={label}>
        {props.steps.map((step, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are drawn once, in their order
          <li key={i}>
            <span className="node">{step.place}</span>
            <h3>{step.title}</h3>
            {step.days && <p className="days">{step.days}</p>}
            {step.text && <p className="step-text">{step.text}</p>}
            {step.branches && (
              <ul className="branches">
                {step.branches.map((branch, j) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in their order
                  <li key={j}>
                    <h4>
                      {branch.place} {branch.title}
                    </h4>
                    {branch.days && <p className="days">{branch.days}</p>}
                    {branch.text && <p className="step-text">{branch.text}</p>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    )
  const states = {
    done: t(pageLang(), { zh: '已完成：', en: 'Done: ' }),
    now: t(pageLang(), { zh: '现在：', en: 'Now: ' }),
    next: t(pageLang(), { zh: '接下来：', en: 'To come: ' }),
  }
  return (
    <ol className="timeline" aria-label={label}>
      {props.steps.map((step, i) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: steps are drawn once, in their order
          key={i}
          className={`step-${step.state}`}
          aria-current={step.state === 'now' ? 'step' : undefined}
        >
          <span className="node">{step.state === 'done' && <Icon name="tick" />}</span>
          <h3>
            <span className={step.state === 'now' ? undefined : 'unseen'}>{states[step.state]}</span>
            {step.title}
          </h3>
          {step.meta && <p className="meta">{step.meta}</p>}
          {step.text && <p className="step-text">{step.text}</p>}
          {step.branches && (
            <ul className="branches">
              {step.branches.map((branch, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in their order
                <li key={j} className={`branch-${branch.state}`}>
                  <h4>
                    {branch.state === 'done' && <Icon name="tick" />}
                    <span className="unseen">{states[branch.state]}</span>
                    {branch.title}
                  </h4>
                  {branch.meta && <p className="meta">{branch.meta}</p>}
                  {branch.text && <p className="step-text">{branch.text}</p>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}

export interface DayRulerProps {
  promised: number
  statutory: number
  /** 「承诺 5 个工作日，比法定快一半。」 */
  sentence: ReactNode
  unit?: 'G' | 'Z'
}

/** Ten cells, the promised share filled. Decoration: both numbers stand in text below. */
export function DayRuler({ promised, statutory, sentence, unit }: DayRulerProps): ReactElement {
  const lang = pageLang()
  const cells = Math.min(statutory, 10)
  const filled =
    statutory === 0 ? 0 : Math.max(promised > 0 ? 1 : 0, Math.round((promised / statutory) * cells))
  return (
    <div className="ruler">
      <p>
        <b>{sentence}</b>
      </p>
      <div className="ruler-bar" aria-hidden="true">
        {Array.from({ length: cells }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no identity
          <span key={i} className={i < filled ? 'filled' : undefined} />
        ))}
      </div>
      <dl>
        <div>
          <dt>{t(lang, { zh: '承诺时限', en: 'We promise' })}</dt>
          <dd>
            {promised === 0 ? t(lang, { zh: '当场', en: 'on the spot' }) : daysText(promised, lang, unit)}
          </dd>
        </div>
        <div>
          <dt>{t(lang, { zh: '法定时限', en: 'The law allows' })}</dt>
          <dd>{daysText(statutory, lang, unit)}</dd>
        </div>
      </dl>
    </div>
  )
}

export interface StepperProps {
  steps: readonly string[]
  /** Number of the current step, from 1. */
  current: number
  /** Addresses of the steps that can be gone back to. */
  hrefs?: readonly (string | undefined)[]
}

export function Stepper({ steps, current, hrefs = [] }: StepperProps): ReactElement {
  const lang = pageLang()
  return (
    <nav className="stepper" aria-label={t(lang, { zh: '填报步骤', en: 'Steps of the form' })}>
      <p className="unseen">
        {t(lang, { zh: `第 ${current} 步，共 ${steps.length} 步`, en: `Step ${current} of ${steps.length}` })}
      </p>
      <ol>
        {steps.map((step, i) => {
          const href = hrefs[i]
          const before = i + 1 < current
          const text = `${i + 1}. ${step}`
          return (
            <li
              key={step}
              className={before ? 'before' : i + 1 === current ? 'current' : undefined}
              aria-current={i + 1 === current ? 'step' : undefined}
            >
              {before && <Icon name="tick" />}
              {before && <span className="unseen">{t(lang, { zh: '已完成：', en: 'Done: ' })}</span>}
              {before && href ? <a href={href}>{text}</a> : text}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** 「10:42 已自动保存」 with how long the draft is kept. `rb-autosave` renews the first sentence. */
export function SavedLine({ saved, kept }: { saved: ReactNode; kept?: ReactNode }): ReactElement {
  return (
    <div className="saved">
      <span className="saved-state">
        <Icon name="saved" />
        <span data-saved role="status">
          {saved}
        </span>
      </span>
      {kept && <span>{kept}</span>}
    </div>
  )
}
