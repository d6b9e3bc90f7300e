import type { CounterHours } from '../../src/appointments/api/contract.ts'
import { dayInWords } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { slotsOf, timeOf, WEEKDAYS } from './words.ts'

/** The hours as officers read them who may not change them: text, no boxes that cannot be written in. */
export function HoursAsText({ counter }: { counter: CounterHours }) {
  return (
    <>
      {counter.openings.length > 0 && (
        <Pane className="hoursscroll" label="每周的开放时间">
          <table className="grid tight hours readonly">
            <caption className="vh">每周的开放时间</caption>
            <thead>
              <tr>
                <th scope="col">星期</th>
                <th scope="col">时间</th>
                <th scope="col" className="num">
                  每个号（分钟）
                </th>
                <th scope="col" className="num">
                  同时办（个）
                </th>
                <th scope="col" className="num">
                  一共（个号）
                </th>
                <th scope="col">启用</th>
                <th scope="col">停用</th>
              </tr>
            </thead>
            <tbody>
              {counter.openings.map((o) => (
                <tr key={`${o.weekday} ${o.from} ${o.validFrom}`}>
                  <td>{WEEKDAYS.find((w) => w.value === o.weekday)?.label}</td>
                  <td className="nowrap">
                    {timeOf(o.from)} 至 {timeOf(o.until)}
                  </td>
                  <td className="num">{o.slotMinutes}</td>
                  <td className="num">{o.places}</td>
                  <td className="num">{slotsOf(o)}</td>
                  <td className="nowrap">{o.validFrom}</td>
                  <td className="nowrap mute">{o.validUntil ?? '没有定'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Pane>
      )}
      <div className="closeddays">
        <h3>停办的日子</h3>
        {counter.closed.length === 0 ? (
          <p className="small mid">没有。</p>
        ) : (
          <ul>
            {counter.closed.map((c) => (
              <li key={c.day}>
                {dayInWords(c.day)}　<span className="mid">{c.reason}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
