import { Link } from 'react-router'
import type { WorklistRow } from '../../src/casework/api/worklist-contract.ts'
import { dueDay, hourMinute, monthDay, sameDay, shortNumber } from '../dates.ts'
import { Light, Meter } from '../parts/light.tsx'
import { byDue, type Group } from './groups.ts'

const RESULT_NAMES: Record<string, string> = {
  granted: '准予',
  refused: '不予许可',
  'not-accepted': '不予受理',
  returned: '退件',
  withdrawn: '撤回',
}
const CLOCK_WORDS: Record<string, string> = {
  step: '环节',
  acceptance: '受理',
  'correction-review': '审补正',
  statutory: '法定',
}

/** The list itself, columns in the order of decision. Groups are rows of their own when it is sorted by due moment. */
export function WorklistTable({
  rows,
  now,
  grouped,
  currentId,
  onCurrent,
  caption,
}: {
  rows: WorklistRow[]
  now: string
  grouped: boolean
  currentId: string | null
  onCurrent: (id: string) => void
  caption: string
}) {
  const groups: Group[] = grouped ? byDue(rows, now) : [{ title: '', note: '', rows }]
  return (
    <table className="grid worklist">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">灯与到期（工作日）</th>
          <th scope="col">现在要做</th>
          <th scope="col">申请人</th>
          <th scope="col">事项</th>
          <th scope="col" className="num">
            已用 / 限
          </th>
          <th scope="col" className="num">
            编号
          </th>
        </tr>
      </thead>
      {groups.map((g) => (
        <tbody key={g.title}>
          {g.title && (
            <tr className="group">
              <th colSpan={6} scope="rowgroup">
                <b>{g.title}</b>
                {g.rows.length} 件　<span className="mute">{g.note}</span>
              </th>
            </tr>
          )}
          {g.rows.map((r) => (
            <Line
              key={r.dossierId}
              row={r}
              now={now}
              current={r.dossierId === currentId}
              onCurrent={onCurrent}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Line({
  row,
  now,
  current,
  onCurrent,
}: {
  row: WorklistRow
  now: string
  current: boolean
  onCurrent: (id: string) => void
}) {
  const use = row.limitDays === 0 ? '当场' : `${row.usedDays} / ${row.limitDays}`
  return (
    <tr
      className={current ? 'current' : ''}
      aria-current={current ? 'true' : undefined}
      id={`row-${row.dossierId}`}
      onMouseDown={() => onCurrent(row.dossierId)}
    >
      <td className="due">
        <Light lit={row} now={now} />
        <span className="when">{whenDue(row, now)}</span>
      </td>
      <th scope="row" className="act">
        <Link to={`/dossiers/${row.dossierId}`} onFocus={() => onCurrent(row.dossierId)}>
          {row.todo || RESULT_NAMES[row.result ?? ''] || row.stepName}
        </Link>
        {row.mark && <span className="tag info">{row.mark}</span>}
      </th>
      <td className="clip who" title={row.applicant}>
        {row.applicant}
      </td>
      <td className="clip item" title={row.itemName}>
        {row.itemName}
      </td>
      <td className="num use">
        {row.light === 'done' ? '' : use}{' '}
        {(row.light !== 'done' || row.limitDays > 0) && (
          <Meter used={row.usedDays} limit={row.limitDays} light={row.light} />
        )}
      </td>
      <td className="num no">{shortNumber(row.number)}</td>
    </tr>
  )
}

/** Hours only today; otherwise the date, with the clock that governs when it is not the promised total. */
function whenDue(row: WorklistRow, now: string): string {
  if (row.dueAt === null)
    return row.light === 'done' || row.light === 'none' ? monthDay(row.receivedAt) : '不计时'
  if (sameDay(row.dueAt, now)) return hourMinute(row.dueAt)
  const which = CLOCK_WORDS[row.clock]
  return which ? `${monthDay(row.dueAt)} ${which}` : dueDay(row.dueAt)
}
