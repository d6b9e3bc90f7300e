/** Steps to scale: how long each takes, what runs at the same time, where the promise ends. */
import type { ReactElement } from 'react'
import { pageLang, t } from './text.ts'

export interface ChartBlock {
  /** The step's name as the department wrote it. */
  label: string
  /** Days from acceptance; what lies before it is negative. */
  from: number
  to: number
  /** Row: what runs at the same time lies under each other. */
  lane: number
  before?: boolean
}

export interface ProcedureChartProps {
  blocks: readonly ChartBlock[]
  lanes: number
  start: number
  end: number
  /** Days of the promise; null where it cannot be drawn on this axis. */
  promise: number | null
  /** 「承诺 8 个工作日」 */
  promiseText: string
}

/** Rows in em, so that the drawing grows with the type (elder mode). */
const ROW = 2.5
const HEAD = 2.2

/** A picture for the eye alone: every name and number stands in the list of steps under it. */
export function ProcedureChart(props: ProcedureChartProps): ReactElement {
  const { blocks, lanes, start, end, promise } = props
  const x = (day: number) => `${Math.round(((day - start) / (end - start)) * 10_000) / 100}%`
  const width = (days: number) => `${Math.round((days / (end - start)) * 10_000) / 100}%`
  const every = end > 30 ? 10 : end > 12 ? 5 : 1
  const ticks = Array.from({ length: Math.floor(end / every) }, (_, i) => (i + 1) * every)
  const height = HEAD + lanes * ROW + 0.4
  return (
    <svg className="procedure-chart" aria-hidden="true" width="100%" height={`${height}em`}>
      {ticks.map((day) => (
        <g key={day}>
          <line className="chart-tick" x1={x(day)} x2={x(day)} y1={`${HEAD - 0.4}em`} y2={`${height}em`} />
          {day !== promise && (
            <text className="chart-day" x={x(day)} dx="-.35em" y="1.3em" textAnchor="end">
              {day}
            </text>
          )}
        </g>
      ))}
      <line className="chart-zero" x1={x(0)} x2={x(0)} y1={`${HEAD - 0.4}em`} y2={`${height}em`} />
      {start < 0 && (
        <text className="chart-day" x="0" y="1.3em">
          {t(pageLang(), { zh: '受理前', en: 'before' })}
        </text>
      )}
      {blocks.map((block) => (
        <svg
          key={block.label}
          aria-hidden="true"
          x={x(block.from)}
          y={`${HEAD + block.lane * ROW}em`}
          width={width(block.to - block.from)}
          height={`${ROW - 0.4}em`}
        >
          <rect
            className={block.before ? 'chart-before' : 'chart-block'}
            x="1"
            y="1"
            width="100%"
            height="94%"
          />
          <text x=".5em" y="1.4em" lang={pageLang() === 'en' ? 'zh-CN' : undefined}>
            {block.label}
          </text>
        </svg>
      ))}
      {promise !== null && promise > 0 && (
        <>
          <line className="chart-promise" x1={x(promise)} x2={x(promise)} y1=".2em" y2={`${height}em`} />
          <text className="chart-end" x={x(promise)} dx="-.5em" y="1.3em" textAnchor="end">
            {props.promiseText}
          </text>
        </>
      )}
    </svg>
  )
}
