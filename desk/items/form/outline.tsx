import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react'
import type { FindingAnswer } from '../../../src/catalogue/api/contract.ts'
import { controlId } from '../sections.ts'
import { kindName } from './kinds.ts'
import type { Line } from './model.ts'

/**
 * The form from top to bottom: groups, fields, columns. Arrow keys choose, Alt with an arrow moves, Delete takes away; a line can be dragged
 * to where it should stand.
 */
export function Outline({
  lines,
  chosen,
  findings,
  frozen,
  choose,
  move,
  drop,
  remove,
}: {
  lines: Line[]
  chosen: string
  findings: FindingAnswer[]
  frozen: boolean
  choose: (id: string) => void
  move: (line: Line, by: -1 | 1) => void
  drop: (id: string, onto: string, after: boolean) => void
  remove: (line: Line) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const [drag, setDrag] = useState<{
    id: string
    y: number
    onto: string
    after: boolean
    moved: boolean
  } | null>(null)
  const at = lines.findIndex((l) => l.id === chosen)
  const keys = (event: KeyboardEvent) => {
    const line = lines[at]
    if (!line) return
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (by !== 0) {
      event.preventDefault()
      if (event.altKey) return frozen ? undefined : move(line, by)
      const next = lines[at + by]
      if (next) focusLine(next)
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      focusLine(event.key === 'Home' ? lines[0]! : lines.at(-1)!)
    } else if (event.key === 'Delete' && !frozen) {
      event.preventDefault()
      remove(line)
    }
  }
  // What was just added is named in the properties, and still seen in its place here.
  const chosenAt = lines[at] && controlId(lines[at].path)
  useEffect(() => {
    if (chosenAt) document.getElementById(chosenAt)?.scrollIntoView({ block: 'nearest' })
  }, [chosenAt])
  const focusLine = (line: Line) => document.getElementById(controlId(line.path))?.focus()
  const follow = (event: PointerEvent) => {
    if (!drag || !list.current) return
    if (!drag.moved && Math.abs(event.clientY - drag.y) < 5) return
    const rows = [...list.current.children].map((row) => row.getBoundingClientRect())
    const over = rows.findIndex((box) => event.clientY < box.bottom)
    const i = over < 0 ? rows.length - 1 : over
    const box = rows[i]!
    setDrag({ ...drag, moved: true, onto: lines[i]!.id, after: event.clientY > box.top + box.height / 2 })
  }
  const release = () => {
    if (drag?.moved) drop(drag.id, drag.onto, drag.after)
    setDrag(null)
  }
  return (
    <div className="outline" role="tree" aria-label="申请表的结构" aria-describedby="outline-keys" ref={list}>
      {lines.map((line, i) => {
        const said = findings.filter((f) => f.path === line.path || f.path === `${line.path}.when`)
        const stops = said.some((f) => f.severity === 'blocks')
        const { field, place } = line
        const level = place.field === undefined ? 1 : place.column === undefined ? 2 : 3
        return (
          <div
            key={line.id}
            id={controlId(line.path)}
            role="treeitem"
            aria-level={level}
            aria-selected={line.id === chosen}
            tabIndex={i === Math.max(at, 0) ? 0 : -1}
            className={[
              'oline',
              `level${level}`,
              drag?.moved && drag.id === line.id ? 'dragging' : '',
              drag?.moved && drag.onto === line.id ? (drag.after ? 'dropafter' : 'dropbefore') : '',
            ].join(' ')}
            onFocus={() => line.id !== chosen && choose(line.id)}
            onClick={(e) => {
              e.currentTarget.focus()
              choose(line.id)
            }}
            onKeyDown={keys}
            onPointerDown={(e) => {
              if (frozen || e.pointerType === 'touch') return
              e.currentTarget.setPointerCapture(e.pointerId)
              setDrag({ id: line.id, y: e.clientY, onto: line.id, after: false, moved: false })
            }}
            onPointerMove={follow}
            onPointerUp={release}
            onPointerCancel={() => setDrag(null)}
          >
            <span className="oname">
              <span>{line.label || (field ? '没有名称的字段' : '没有名称的组')}</span>
              {field && field.when.length > 0 && <span className="mute"> 有条件</span>}
            </span>
            <span className="okind">
              {field
                ? `${kindName(field.type)}${field.compute ? '，自动算' : field.required ? '' : '，选填'}`
                : line.group.repeat
                  ? `${line.group.fields.length} 项，可填多份`
                  : `${line.group.fields.length} 项`}
            </span>
            {said.length > 0 && (
              <span className={stops ? 'alarm' : 'warn-ink'}>
                <span aria-hidden="true">{stops ? '■' : '▲'}</span>
                <span className="vh">{stops ? '拦住' : '提醒'}</span>
              </span>
            )}
          </div>
        )
      })}
    </div>
  )
}
