import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { TimelineAnswer, TimelineBody } from '../../../src/catalogue/api/contract.ts'
import { send } from '../../api.ts'
import { articleName } from '../../dossier/words.ts'
import type { Content } from '../sections.ts'
import { POST_NAMES } from './steps-words.ts'

const AFTER_MS = 120

/** How the steps are drawn: asked of the server while one types, so that desk and hall draw the same. */
export function useTimeline({ steps, counterSteps, promiseLimit }: Content) {
  const asked = JSON.stringify({ steps, counterSteps, promiseLimit } satisfies TimelineBody)
  const [settled, setSettled] = useState(asked)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(asked), AFTER_MS)
    return () => clearTimeout(timer)
  }, [asked])
  return useQuery({
    queryKey: ['procedure-timeline', settled],
    queryFn: () => send<TimelineAnswer>('/api/procedure-timelines', JSON.parse(settled)),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
}

type Block = TimelineAnswer['blocks'][number]

/** Share of the drawing's width that 「承诺 12」 takes. */
const PROMISE_WIDTH = 0.11

export const daysText = ({ days, unit }: { days: number; unit: 'G' | 'Z' }): string =>
  days === 0 ? '当场' : `${days} ${unit === 'G' ? '个工作日' : '个自然日'}`

/** The timeline that the citizen will see, over the counter's steps; one day as wide as the other. */
export function StepFigure({ drawn, counter }: { drawn: TimelineAnswer | undefined; counter: string[] }) {
  const names = counter.filter((name) => name.trim() !== '')
  if (!drawn) return <div className="stepfigure waiting" aria-busy="true" />
  const { blocks, start, end, promise, unit, counter: held } = drawn
  const left = (day: number) => `${((day - start) / (end - start)) * 100}%`
  const every = end > 30 ? 10 : end > 12 ? 5 : 1
  // What is done on the spot takes no day: there is no scale to draw.
  const scaled = unit !== null && blocks.some((b) => b.limit.days > 0)
  // What the promise is called takes the room of the days just before it.
  const isHidden = (day: number) =>
    promise !== null && day < promise && (promise - day) / (end - start) < PROMISE_WIDTH
  const ticks = !scaled
    ? []
    : Array.from({ length: Math.floor(end / every) }, (_, i) => (i + 1) * every).filter(
        (day) => !isHidden(day),
      )
  const over = held !== null && !held.met
  const alone = (b: Block) => over && held.onlyOnline.includes(b.name)
  return (
    <figure className={over ? 'stepfigure over' : 'stepfigure'} aria-label="网上环节与窗口环节">
      <div className="figrow axisrow" aria-hidden="true">
        <p />
        <div className="axis">
          {start < 0 && <span style={{ left: left(0) }}>受理</span>}
          {ticks.map((day) => (
            <span key={day} className={day === promise ? 'promised' : ''} style={{ left: left(day) }}>
              {day === promise ? `承诺 ${day}` : day}
            </span>
          ))}
        </div>
      </div>
      <div className="figrow">
        <p>
          <b>网上</b>
          <span className="tiny mute">{blocks.length} 环节</span>
        </p>
        <ol className="track" style={{ height: drawn.lanes * 54 }}>
          {promise !== null && promise > 0 && (
            <li className="promiseline" aria-hidden="true" style={{ left: left(promise) }} />
          )}
          {blocks.map((b) => (
            <li
              key={b.place}
              className={[b.phase === 'accept' ? 'before' : '', alone(b) ? 'alone' : ''].join(' ')}
              style={{
                left: left(b.from),
                width: `${((b.to - b.from) / (end - start)) * 100}%`,
                top: b.lane * 54,
              }}
              title={`${b.place} ${b.name}，${daysText(b.limit)}`}
            >
              <b>
                {b.place} {b.name || '没有名称'}
              </b>
              <span className="tiny">
                {b.limit.days === 0 ? '当场' : `${b.limit.days} 日`}
                <span className="figpost">　{POST_NAMES[b.post]}</span>
              </span>
            </li>
          ))}
          {blocks.length === 0 && <li className="none">还没有环节</li>}
        </ol>
      </div>
      <div className="figrow">
        <p>
          <b>窗口</b>
          <span className="tiny mute">{names.length} 环节</span>
        </p>
        <ol className="counterrow">
          {names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: drawn from its place
            <li key={i}>
              <b>
                {i + 1} {name}
              </b>
            </li>
          ))}
          {names.length === 0 && <li className="none">没有列窗口环节</li>}
        </ol>
      </div>
      <figcaption className={over ? 'small alarm' : 'small mute'}>
        {over ? '■ ' : ''}
        {held
          ? `${held.sentence}（${articleName(Number.parseInt(held.clause, 10))}）`
          : unit === null
            ? '环节时限单位不同，只画先后。'
            : '列出窗口环节，才能核对网上不多于窗口。'}
        {scaled && `　一格是 ${every} ${unit === 'G' ? '个工作日' : '日'}。`}
      </figcaption>
    </figure>
  )
}

/** 「受理后合计 6 个工作日，承诺 8 个工作日，余 2 日」: the sum against the promise, while one types. */
export function Sum({
  drawn,
  promise,
}: {
  drawn: TimelineAnswer | undefined
  promise: Content['promiseLimit']
}) {
  if (!drawn) return null
  const { days, unit, acceptDays } = drawn
  const parallel = drawn.stages.some((s) => s.places.length > 1)
  const text =
    unit === null
      ? '环节时限单位不同，不能合计。'
      : `受理后合计 ${daysText({ days, unit })}${parallel ? '（同时办的按最长一支）' : ''}${acceptDays > 0 ? `，受理另计 ${acceptDays} 日` : ''}`
  const left = drawn.promise === null ? null : drawn.promise - days
  return (
    <p className={left !== null && left < 0 ? 'stepsum alarm' : 'stepsum'} role="status">
      {text}
      {promise && unit !== null && `；承诺 ${daysText(promise)}`}
      {left !== null && (left < 0 ? `，超 ${-left} 日` : left > 0 ? `，余 ${left} 日` : '，正好')}
    </p>
  )
}
