import { Button } from 'antd'
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import type { StepHolders } from '../../../src/catalogue/api/contract.ts'
import { useFindings } from '../findings.tsx'
import { type Content, controlId } from '../sections.ts'
import { StepFields } from './steps-fields.tsx'
import { daysText } from './steps-figure.tsx'
import { isJoined, join, move, type Step, tidy } from './steps-order.ts'
import { KIND_NAMES, PHASE_NAMES, POST_NAMES } from './steps-words.ts'

/** The steps in their order: moved by the handle (pointer, or its arrow keys) and by buttons, folded to one line each. */
export function StepList({
  content,
  holders,
  onChange,
  onCopy,
  onRemove,
}: {
  content: Content
  holders: StepHolders | undefined
  onChange: (steps: Step[]) => void
  /** One more like this, right behind it. */
  onCopy: (i: number) => void
  onRemove: (i: number) => void
}) {
  const { steps } = content
  const list = useRef<HTMLOListElement>(null)
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null)
  const [said, setSaid] = useState('')
  const go = (from: number, to: number) => {
    const next = move(steps, from, to)
    if (next === steps) return
    setSaid(`“${steps[from]!.name}”移到第 ${to + 1} 位`)
    onChange(next)
  }
  const follow = (event: PointerEvent) => {
    if (drag === null || list.current === null) return
    const middles = [...list.current.children].map((li) => {
      const box = li.getBoundingClientRect()
      return box.top + box.height / 2
    })
    const above = middles.filter((y, j) => j !== drag.from && y < event.clientY).length
    if (above !== drag.to) setDrag({ from: drag.from, to: above })
  }
  const drop = () => {
    if (drag !== null) go(drag.from, drag.to)
    setDrag(null)
  }
  const seen = new Map<string, number>()
  return (
    <>
      <ol className="steplist" ref={list} id={controlId('steps')} tabIndex={-1}>
        {steps.map((s, i) => {
          const nth = (seen.get(s.key) ?? 0) + 1
          seen.set(s.key, nth)
          const joined = isJoined(steps, i)
          const leads = isJoined(steps, Math.min(i + 1, steps.length - 1)) && i + 1 < steps.length
          return (
            <li
              key={`${s.key} ${nth}`}
              className={[
                joined || leads ? 'together' : '',
                joined ? 'joined' : '',
                drag?.from === i ? 'dragging' : '',
                drag && drag.from !== i && placeAfter(drag, i) ? 'dropbefore' : '',
                drag &&
                drag.from !== i &&
                drag.to === steps.length - 1 &&
                i === lastBut(drag.from, steps.length)
                  ? 'dropafter'
                  : '',
              ].join(' ')}
            >
              <button
                type="button"
                className="handle"
                aria-label={`移动第 ${i + 1} 个环节“${s.name}”：拖，或按上下键`}
                onPointerDown={(e) => {
                  e.currentTarget.setPointerCapture(e.pointerId)
                  setDrag({ from: i, to: i })
                }}
                onPointerMove={follow}
                onPointerUp={drop}
                onPointerCancel={() => setDrag(null)}
                onKeyDown={(e: KeyboardEvent) => {
                  const by = e.key === 'ArrowUp' ? -1 : e.key === 'ArrowDown' ? 1 : 0
                  if (by === 0) return
                  e.preventDefault()
                  go(i, i + by)
                }}
              >
                <span aria-hidden="true">⠿</span>
              </button>
              <StepEntry step={s} place={i + 1} leads={leads && !joined}>
                <StepFields
                  content={content}
                  i={i}
                  holders={holders}
                  put={(change) => onChange(tidy(steps.map((x, j) => (j === i ? { ...x, ...change } : x))))}
                  onJoin={(on) => onChange(join(steps, i, on))}
                />
                <div className="row">
                  <Button size="small" onClick={() => onCopy(i)}>
                    复制这个环节
                  </Button>
                  <Button size="small" className="danger-act" onClick={() => onRemove(i)}>
                    去掉这个环节
                  </Button>
                </div>
              </StepEntry>
              <span className="moves">
                <Button
                  size="small"
                  aria-label={`第 ${i + 1} 个环节上移`}
                  aria-disabled={i === 0}
                  onClick={() => go(i, i - 1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  aria-label={`第 ${i + 1} 个环节下移`}
                  aria-disabled={i === steps.length - 1}
                  onClick={() => go(i, i + 1)}
                >
                  ↓
                </Button>
              </span>
            </li>
          )
        })}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
    </>
  )
}

/** Whether the dragged step would come right before the one at `i`. */
function placeAfter({ from, to }: { from: number; to: number }, i: number): boolean {
  return (i > from ? i - 1 : i) === to
}
const lastBut = (from: number, count: number): number => (from === count - 1 ? count - 2 : count - 1)

function StepEntry({
  step: s,
  place,
  leads,
  children,
}: {
  step: Step
  place: number
  /** First of those that run at the same time. */
  leads: boolean
  children: React.ReactNode
}) {
  const path = `steps.${place - 1}`
  const stops = useFindings(path)
  const [open, setOpen] = useState(s.name === '')
  return (
    <details
      className="entry"
      id={controlId(path)}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span className="ix">{place}</span>
        <b className="stepname">{s.name || '新环节'}</b>
        <span className="mid small">{PHASE_NAMES[s.phase]}</span>
        <span className="mid small">{POST_NAMES[s.post]}</span>
        <span className="small">{daysText(s.limit)}</span>
        <span className="row">
          {s.kind !== 'plain' && <span className="tag info">{KIND_NAMES[s.kind]}</span>}
          {leads && <span className="tag">和下面同时办</span>}
          {stops.length > 0 && (
            <span className="tag bad">
              {stops.some((f) => f.severity === 'blocks') ? '■ 拦' : '▲ 提醒'} {stops.length}
            </span>
          )}
        </span>
      </summary>
      <div className="entrybody">
        {stops.map((f) => (
          <p key={f.id} className={f.severity === 'blocks' ? 'small alarm' : 'small warn-ink'}>
            {f.sentence}
          </p>
        ))}
        {children}
      </div>
    </details>
  )
}
