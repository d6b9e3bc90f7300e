import { Button } from 'antd'
import type { OpeningRow } from '../../src/appointments/api/contract.ts'
import { minuteOf, slotsOf, timeOf, WEEKDAYS } from './words.ts'

/** One line a time of the week; what a line gives is said beside it. */
export function HoursTable({
  openings,
  onChange,
  today,
  wrong,
}: {
  openings: OpeningRow[]
  onChange: (next: OpeningRow[]) => void
  today: string
  /** Number of the line that was refused. */
  wrong: string | undefined
}) {
  const set = (at: number, change: Partial<OpeningRow>) =>
    onChange(openings.map((o, i) => (i === at ? { ...o, ...change } : o)))
  return (
    <>
      {openings.length > 0 && (
        <div className="hoursscroll">
          <table className="grid hours">
            <caption className="vh">每周的开放时间</caption>
            <thead>
              <tr>
                {['星期', '从', '到', '每个号', '同时办', '一共', '启用', '停用', ''].map((name) => (
                  <th key={name} scope="col">
                    {name || <span className="vh">操作</span>}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {openings.map((o, i) => {
                const line = `第 ${i + 1} 行`
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place in the table
                  <tr key={i} className={wrong === String(i) ? 'wrong' : ''}>
                    <td>
                      <select
                        className="pick"
                        aria-label={`${line}，星期`}
                        value={o.weekday}
                        onChange={(e) => set(i, { weekday: Number(e.target.value) as OpeningRow['weekday'] })}
                      >
                        {WEEKDAYS.map((w) => (
                          <option key={w.value} value={w.value}>
                            {w.label}
                          </option>
                        ))}
                      </select>
                    </td>
                    {(['from', 'until'] as const).map((key) => (
                      <td key={key}>
                        <input
                          className="pick"
                          type="time"
                          aria-label={`${line}，${key === 'from' ? '从' : '到'}`}
                          value={timeOf(o[key])}
                          onChange={(e) => set(i, { [key]: minuteOf(e.target.value) })}
                        />
                      </td>
                    ))}
                    {(
                      [
                        ['slotMinutes', '每个号几分钟', '分钟', 5, 240],
                        ['places', '同时办几个', '个', 1, 200],
                      ] as const
                    ).map(([key, label, unit, min, max]) => (
                      <td key={key} className="nowrap">
                        <input
                          className="pick count"
                          type="number"
                          min={min}
                          max={max}
                          aria-label={`${line}，${label}`}
                          value={o[key] || ''}
                          onChange={(e) => set(i, { [key]: Math.trunc(Number(e.target.value)) })}
                        />{' '}
                        {unit}
                      </td>
                    ))}
                    <td className="nowrap mid">{slotsOf(o)} 个号</td>
                    {(['validFrom', 'validUntil'] as const).map((key) => (
                      <td key={key}>
                        <input
                          className="pick"
                          type="date"
                          aria-label={`${line}，${key === 'validFrom' ? '启用日期' : '停用日期，可以不填'}`}
                          value={o[key] ?? ''}
                          onChange={(e) =>
                            set(i, { [key]: e.target.value || (key === 'validUntil' ? null : today) })
                          }
                        />
                      </td>
                    ))}
                    <td>
                      <Button
                        size="small"
                        type="text"
                        onClick={() => onChange(openings.filter((_, n) => n !== i))}
                      >
                        删掉<span className="vh">{line}</span>
                      </Button>
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <div className="rowacts">
        <Button size="small" onClick={() => onChange([...openings, nextLine(openings.at(-1), today)])}>
          加一行
        </Button>
      </div>
    </>
  )
}

/** Like the last line, on the next day of the week; the first one is a Monday morning. */
function nextLine(last: OpeningRow | undefined, today: string): OpeningRow {
  if (!last)
    return {
      weekday: 1,
      from: 540,
      until: 720,
      slotMinutes: 30,
      places: 1,
      validFrom: today,
      validUntil: null,
    }
  const at = WEEKDAYS.findIndex((w) => w.value === last.weekday)
  return { ...last, weekday: WEEKDAYS[(at + 1) % WEEKDAYS.length]!.value }
}
