import type { ItemContent, Material } from '../catalogue/index.ts'
import { dayText } from '../ui/index.ts'
import { type Booking, spacedNumber } from './booking.ts'
import { clockText } from './hours.ts'

/** Sentences to applicants about their bookings; the clerk reads the same ones before filing a change. */

export const timeOf = ({ day, from }: Pick<Booking, 'day' | 'from'>): string =>
  `${dayText(day)}${clockText(from)}`

const named = ({ itemName }: Pick<Booking, 'itemName'>): string => `「${itemName}」`

export const madeMessage = (b: Booking, place: string): string =>
  `已约好：${timeOf(b)}到${place}，办${named(b)}，预约号 ${spacedNumber(b.number)}。带什么、改时间、取消，都在「我的」的预约里。`

export const movedMessage = (b: Booking, before: Pick<Booking, 'day' | 'from'>, place: string): string =>
  `${named(b)}的预约从${timeOf(before)}改到${timeOf(b)}，地点${place}，预约号 ${spacedNumber(b.number)} 不变。`

/** What somebody who was told to bring `before` has to bring by `after`; empty where nothing changes for them. */
export function bringNotes(before: ItemContent, after: ItemContent): string[] {
  const was = new Map(before.materials.map((m) => [m.key, m]))
  const is = new Map(after.materials.map((m) => [m.key, m]))
  const added = after.materials.filter((m) => brings(m) && !(was.get(m.key) && brings(was.get(m.key)!)))
  const gone = before.materials.filter((m) => brings(m) && !(is.get(m.key) && brings(is.get(m.key)!)))
  const other = after.materials.filter((m) => {
    const old = was.get(m.key)
    return old && brings(m) && brings(old) && terms(old) !== terms(m)
  })
  const list = (found: readonly Material[]) => `「${found.map((m) => m.name).join('」「')}」`
  const notes: string[] = []
  if (added.length > 0) notes.push(`多带${list(added)}。`)
  if (gone.length > 0) notes.push(`不用带${list(gone)}。`)
  if (other.length > 0) notes.push(`${list(other)}的要求变了。`)
  const [from, to] = [placeText(before), placeText(after)]
  if (from !== to) notes.push(`地点改为${to}。`)
  return notes
}

/** Needed, or able to follow: one brings it if one has it. What is not necessary is no news. */
const brings = (m: Material): boolean => m.need !== 'optional'
const terms = (m: Material): string =>
  JSON.stringify([m.name, m.standard, m.namedList, m.originals, m.copies, m.form])

/** 「鼓楼区行政服务中心 2 楼 3 号窗口」: the counter, named once. */
export function placeName({ place }: ItemContent): string {
  if (!place) return ''
  return place.windows && !place.name.includes(place.windows) ? `${place.name} ${place.windows}` : place.name
}

const placeText = (content: ItemContent): string =>
  content.place ? `${placeName(content)}（${content.place.address}）` : ''

/** A telephone shows some seventy characters: the first of several notes, and where the others are. */
export function changedMessage(b: Booking, notes: readonly string[]): string {
  const more = notes.length > 1 ? `共 ${notes.length} 处，在「我的」的预约里看。` : '预约照旧。'
  return `您约了${timeOf(b)}办${named(b)}，办事指南更新了：${notes[0]!}${more}`
}

export function endedMessage(
  b: Booking,
  words: string,
  { reason, instead, phone }: { reason: string; instead: string; phone: string },
): string {
  const why = reason === '' ? '' : `原因：${withStop(reason)}`
  const call = phone === '' ? '' : `有问题打 ${phone}。`
  return `${named(b)}${words}，您约的${timeOf(b)}取消了，不用来。${why}${instead === '' ? '' : withStop(instead)}${call}`
}

/** What becomes of an item that ends, in words that follow its name. */
export const ENDED_WORDS = { suspend: '暂停办理', cancel: '取消了', devolve: '下放到区县办理' } as const

const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`)
