import type { BookingList, BookingRow, OpeningRow } from '../../src/appointments/api/contract.ts'

export type DeskList = keyof BookingList['counts']

export const LISTS: { list: DeskList; label: string; nothing: string }[] = [
  { list: 'today', label: '今天', nothing: '今天没有预约。' },
  { list: 'coming', label: '以后', nothing: '以后还没有人约。' },
  { list: 'open', label: '到场未了', nothing: '到场的都有了结果。' },
  { list: 'past', label: '过去', nothing: '过去没有预约。' },
]

export const STATUS_TAGS: Record<BookingRow['status'], string> = {
  booked: 'info',
  arrived: 'wait',
  served: 'ok',
  refused: 'bad',
  cancelled: 'hold',
  absent: 'hold',
}

/** In the order in which a week is read; 0 comes last, as the exception. */
export const WEEKDAYS: { value: OpeningRow['weekday']; label: string }[] = [
  { value: 1, label: '周一' },
  { value: 2, label: '周二' },
  { value: 3, label: '周三' },
  { value: 4, label: '周四' },
  { value: 5, label: '周五' },
  { value: 6, label: '周六' },
  { value: 7, label: '周日' },
  { value: 0, label: '调休上班日' },
]

/** 575 → 09:35, as a time control writes it. */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** 09:35 → 575; 0 where nothing is written. */
export const minuteOf = (time: string): number => {
  const [hours, minutes] = time.split(':').map(Number)
  return (hours || 0) * 60 + (minutes || 0)
}

/** How many bookings a line of the week gives. */
export const slotsOf = (o: OpeningRow): number =>
  Math.max(0, Math.floor((o.until - o.from) / o.slotMinutes)) * o.places

/** 99NA 3HFE */
export const spaced = (number: string): string => `${number.slice(0, 4)} ${number.slice(4)}`
