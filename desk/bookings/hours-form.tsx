import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { CounterHours, HoursBody, HoursSetAnswer } from '../../src/appointments/api/contract.ts'
import { Refused, send } from '../api.ts'
import { dayInWords } from '../dates.ts'
import { Note } from '../parts/states.tsx'
import { ClosedDays } from './closed-days.tsx'
import { HoursTable } from './hours-table.tsx'
import { HoursAsText } from './hours-text.tsx'
import { BookingRefused } from './refused.tsx'
import { spaced, timeOf } from './words.ts'

type Outside = HoursSetAnswer['outside']

/** The hours of one counter: lines of the week, closed days, and which bookings an edit leaves outside. */
export function CounterHoursForm({
  counter,
  today,
  readOnly,
}: {
  counter: CounterHours
  today: string
  readOnly: boolean
}) {
  const queries = useQueryClient()
  const [openings, setOpenings] = useState(counter.openings)
  const [closed, setClosed] = useState(counter.closed)
  /** What the trial of the hours as they are now named; null: not tried. */
  const [tried, setTried] = useState<Outside | null>(null)
  const changed = JSON.stringify([openings, closed]) !== JSON.stringify([counter.openings, counter.closed])
  const put = (trial: boolean) =>
    send<HoursSetAnswer>(
      `/api/bookings/hours/${encodeURIComponent(counter.centreId)}`,
      { version: counter.version, openings, closed, trial } satisfies HoursBody,
      'PUT',
    )
  const save = useMutation({
    mutationFn: async (sure: boolean) => {
      const outside = sure ? [] : (await put(true)).outside
      if (outside.length > 0) return outside
      await put(false)
      return null
    },
    onSuccess: (outside) => {
      setTried(outside)
      if (outside === null) void queries.invalidateQueries({ queryKey: ['booking-hours'] })
    },
  })
  const edit =
    <T,>(set: (next: T) => void) =>
    (next: T) => {
      setTried(null)
      set(next)
    }
  const wrong = save.error instanceof Refused ? (save.error.refusal.field ?? '') : ''
  const bookable = counter.items.filter((item) => item.bookable)
  return (
    <section className="counterhours" aria-label={counter.centreName}>
      <h2>{counter.centreName}</h2>
      <p className="small mid">
        {bookable.length > 0
          ? `可以预约的事项 ${bookable.length} 件：${bookable.map((i) => i.name).join('、')}`
          : '这里没有写着可以预约的事项。在事项的「办理方式」里勾「可以预约」。'}
      </p>
      {openings.length === 0 && bookable.length > 0 && (
        <Note kind="warn">还没有开放时间，市民约不到这 {bookable.length} 件。</Note>
      )}
      {counter.outside.length > 0 && !changed && (
        <Note kind="warn">
          <b>{counter.outside.length} 个早先约的在开放时间以外，照约办理：</b>
          <Outsiders outside={counter.outside} />
        </Note>
      )}
      {readOnly ? (
        <HoursAsText counter={counter} />
      ) : (
        <>
          <HoursTable
            openings={openings}
            onChange={edit(setOpenings)}
            today={today}
            wrong={/^openings\.(\d+)$/.exec(wrong)?.[1]}
          />
          <ClosedDays closed={closed} onChange={edit(setClosed)} today={today} />
        </>
      )}
      <BookingRefused error={save.error} />
      {tried && tried.length > 0 && (
        <Note kind="warn">
          <b>{tried.length} 个已经约好的会在新时间以外。他们照约来，窗口照约办：</b>
          <Outsiders outside={tried} />
        </Note>
      )}
      {!readOnly && (
        <div className="rowacts">
          <Button
            type="primary"
            aria-disabled={!changed || save.isPending}
            onClick={() => changed && !save.isPending && save.mutate(tried !== null && tried.length > 0)}
          >
            {save.isPending ? '正在保存…' : tried && tried.length > 0 ? '知道了，保存' : '保存开放时间'}
          </Button>
          {changed && (
            <Button
              onClick={() => {
                setOpenings(counter.openings)
                setClosed(counter.closed)
                setTried(null)
                save.reset()
              }}
            >
              不改了
            </Button>
          )}
          <span className="small mute">
            {changed ? '改了，还没保存。' : counter.version > 0 ? '和公开的一样。' : ''}
          </span>
        </div>
      )}
    </section>
  )
}

function Outsiders({ outside }: { outside: Outside }) {
  return (
    <ul className="outsiders small">
      {outside.map((b) => (
        <li key={b.bookingId}>
          {dayInWords(b.day)} {timeOf(b.from)}，{b.personName}（{b.phoneMasked}），{b.itemName}，
          <span className="code">{spaced(b.number)}</span>
        </li>
      ))}
    </ul>
  )
}
