import { Button, Input } from 'antd'
import type { CounterHours } from '../../src/appointments/api/contract.ts'

type Closed = CounterHours['closed']

/** 停办日: single days on which the counter takes no bookings, with the reason that people read. */
export function ClosedDays({
  closed,
  onChange,
  today,
}: {
  closed: Closed
  onChange: (next: Closed) => void
  today: string
}) {
  const set = (at: number, change: Partial<Closed[number]>) =>
    onChange(closed.map((c, i) => (i === at ? { ...c, ...change } : c)))
  return (
    <div className="closeddays">
      <h3>停办的日子</h3>
      {closed.length === 0 && <p className="small mid">没有。放假日不用写。</p>}
      {closed.map((c, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place in the list
        <div key={i} className="row">
          <input
            className="pick"
            type="date"
            min={today}
            aria-label={`停办第 ${i + 1} 天，日期`}
            value={c.day}
            onChange={(e) => set(i, { day: e.target.value })}
          />
          <Input
            className="closedreason"
            aria-label={`停办第 ${i + 1} 天，原因，来约的人看得到`}
            placeholder="原因，来约的人看得到"
            maxLength={100}
            value={c.reason}
            onChange={(e) => set(i, { reason: e.target.value })}
          />
          <Button size="small" type="text" onClick={() => onChange(closed.filter((_, n) => n !== i))}>
            删掉<span className="vh">停办第 {i + 1} 天</span>
          </Button>
        </div>
      ))}
      <div className="rowacts">
        <Button size="small" onClick={() => onChange([...closed, { day: today, reason: '' }])}>
          加一天
        </Button>
      </div>
    </div>
  )
}
