import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Said, useFindings } from '../findings.tsx'
import { controlId } from '../sections.ts'
import type { Situations } from './situations.tsx'
import { type When, withAnswer } from './situations-cells.tsx'

type Question = Situations['questions'][number]

/** So many questions fit beside one another: then each has its column. */
const NARROW = 3

/**
 * The columns of a table: what some row uses, and what the clerk added to look at. A table of all questions would be too wide
 * to read.
 */
export function useColumns<C extends { key: string }>(all: readonly C[], uses: (column: C) => boolean) {
  const [added, setAdded] = useState<string[]>([])
  const shown = all.filter((column) => uses(column) || added.includes(column.key))
  return {
    shown,
    more: all.filter((column) => !shown.includes(column)),
    add: (key: string) => setAdded([...added, key]),
  }
}

/** Columns of questions: those that some row looks at; in a table that is just begun also the first few, to begin with. */
export function useQuestionColumns(questions: readonly Question[], rows: readonly { when: When }[]) {
  const [begun] = useState(rows.length > 0)
  return useColumns(
    questions,
    (q) =>
      questions.length <= NARROW ||
      rows.some((row) => q.key in row.when) ||
      (!begun && questions.indexOf(q) < NARROW),
  )
}

/** 「加一列」: a question to distinguish by, or something more to say. */
export function AddColumn({
  label,
  choices,
  onAdd,
}: {
  label: string
  choices: { key: string; name: string }[]
  onAdd: (key: string) => void
}) {
  if (choices.length === 0) return null
  return (
    <select className="pick tall" aria-label={label} value="" onChange={(e) => onAdd(e.target.value)}>
      <option value="">{label}</option>
      {choices.map(({ key, name }) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** What the gate says of a row, below it across the table. */
export function RowFindings({ path, columns }: { path: string; columns: number }) {
  if (useFindings(path).length === 0) return null
  return (
    <tr className="rowsaid">
      <td colSpan={columns}>
        <div>
          <Said path={path} />
        </div>
      </td>
    </tr>
  )
}

/** A row's number, with the way out where it wants an answer to a question that is gone. */
export function RowHead({
  path,
  place,
  when,
  questions,
  onDrop,
}: {
  path: string
  place: number
  when: When
  questions: Question[]
  onDrop: (when: When) => void
}) {
  const gone = Object.keys(when).filter((key) => !questions.some((q) => q.key === key))
  return (
    <th scope="row" id={controlId(path)} tabIndex={-1}>
      {place}
      {gone.length > 0 && (
        <Button
          size="small"
          onClick={() => onDrop(gone.reduce((rest, key) => withAnswer(rest, key, []), when))}
        >
          去掉已删问题的条件
        </Button>
      )}
    </th>
  )
}

/** 上移, 下移, 复制, 去掉 of a row. */
export function RowActs<T>({
  what,
  rows,
  at,
  onChange,
}: {
  what: string
  rows: T[]
  at: number
  onChange: (rows: T[]) => void
}) {
  const name = `${what}第 ${at + 1} 行`
  const move = (by: number) => {
    const next = [...rows]
    const [row] = next.splice(at, 1)
    next.splice(at + by, 0, row!)
    onChange(next)
  }
  return (
    <td className="rowacts">
      <div>
        <Button
          size="small"
          aria-label={`${name}上移`}
          aria-disabled={at === 0}
          onClick={() => at > 0 && move(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          aria-label={`${name}下移`}
          aria-disabled={at === rows.length - 1}
          onClick={() => at < rows.length - 1 && move(1)}
        >
          ↓
        </Button>
        <Button
          size="small"
          aria-label={`复制${name}`}
          onClick={() => onChange(rows.toSpliced(at + 1, 0, rows[at]!))}
        >
          复制
        </Button>
        <Button
          size="small"
          aria-label={`去掉${name}`}
          onClick={() => onChange(rows.filter((_, j) => j !== at))}
        >
          去掉
        </Button>
      </div>
    </td>
  )
}

/** The head of a table: one column a question, then what the row says. */
export function TableHead({
  questions,
  all,
  children,
}: {
  questions: Question[]
  all: Question[]
  children: ReactNode
}) {
  return (
    <thead>
      <tr>
        <th scope="col" className="ixcol">
          行
        </th>
        {questions.map((q) => (
          <th key={q.key} scope="col" className="askcol">
            <span className="tiny mute">第 {all.indexOf(q) + 1} 题</span>
            {q.text || '没有写'}
          </th>
        ))}
        {children}
      </tr>
    </thead>
  )
}
