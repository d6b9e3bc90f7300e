/** Steps to scale: how long each takes, what runs at the same time, where the promise ends. */
import type { ReactElement } from 'react'
import { pageLang, t } from './text.ts'

export interface ChartBlock {
  /** The step's number, as in the list under the drawing. */
  place: number
  /** The step's name as the department wrote it. */
  name: string
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
const HEAD = 3.4
/** Width of the drawing in em, on a phone and on a wide screen; a name that is wider than its block is left to the list. */
const NARROW = 23
const WIDE = 34
/** The narrowest drawing, a phone with the large type of elder mode: numbers of days may not touch there. */
const LARGE = 16
/** What 「受理前」 and 'before' take at the left end of the axis. */
const BEFORE = 4.6

type Place = 'inside' | 'beside' | 'roomy' | 'tight'

/**
 * Where a step's name is written: in its block, beside it where nothing follows in its row, in its block on a wide screen
 * only, or not at all; the list has it in any case. A character is one em wide.
 */
function placeOf(block: ChartBlock, blocks: readonly ChartBlock[], start: number, end: number): Place {
  const share = (days: number) => days / (end - start)
  const after = blocks.filter((b) => b.lane === block.lane && b.from > block.from).map((b) => b.from)
  const room = Math.min(end, ...after) - block.to
  if (share(block.to - block.from) * NARROW >= block.name.length + 2) return 'inside'
  if (share(room) * NARROW >= block.name.length + 1) return 'beside'
  return share(block.to - block.from) * WIDE >= block.name.length + 2 ? 'roomy' : 'tight'
}

/** A picture for the eye alone: every name and number stands in the list of steps under it. */
export function ProcedureChart(props: ProcedureChartProps): ReactElement {
  const { blocks, lanes, start, end, promise } = props
  const x = (day: number) => `${Math.round(((day - start) / (end - start)) * 10_000) / 100}%`
  const width = (days: number) => `${Math.round((days / (end - start)) * 10_000) / 100}%`
  const em = (days: number) => (days / (end - start)) * LARGE
  const every = [1, 2, 5, 10, 20].find((days) => em(days) >= 1.9) ?? 50
  const ticks = Array.from({ length: Math.floor(end / every) }, (_, i) => (i + 1) * every)
  const isNumbered = (day: number) => day !== promise && (start === 0 || em(day - start) >= BEFORE)
  const height = HEAD + lanes * ROW + 0.4
  return (
    <svg className="procedure-chart" aria-hidden="true" width="100%" height={`${height}em`}>
      {ticks.map((day) => (
        <g key={day}>
          <line className="chart-tick" x1={x(day)} x2={x(day)} y1={`${HEAD - 0.4}em`} y2={`${height}em`} />
          {isNumbered(day) && (
            <text className="chart-day" x={x(day)} dx="-.35em" y="2.6em" textAnchor="end">
              {day}
            </text>
          )}
        </g>
      ))}
      <line className="chart-zero" x1={x(0)} x2={x(0)} y1={`${HEAD - 0.4}em`} y2={`${height}em`} />
      {start < 0 && (
        <text className="chart-day" x="0" y="2.6em">
          {t(pageLang(), { zh: '受理前', en: 'before' })}
        </text>
      )}
      {blocks.map((block) => {
        const y = HEAD + block.lane * ROW
        const place = placeOf(block, blocks, start, end)
        const lang = pageLang() === 'en' ? 'zh-CN' : undefined
        return (
          <g key={block.place}>
            <rect
              className={block.before ? 'chart-before' : 'chart-block'}
              x={x(block.from)}
              y={`${y}em`}
              width={width(block.to - block.from)}
              height={`${ROW - 0.5}em`}
            />
            <text x={x(block.from)} dx=".45em" y={`${y + 1.4}em`}>
              {block.place}
              {(place === 'inside' || place === 'roomy') && (
                <tspan className={place === 'roomy' ? 'chart-roomy' : undefined} dx=".35em" lang={lang}>
                  {block.name}
                </tspan>
              )}
            </text>
            {place === 'beside' && (
              <text x={x(block.to)} dx=".5em" y={`${y + 1.4}em`} lang={lang}>
                {block.name}
              </text>
            )}
          </g>
        )
      })}
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
