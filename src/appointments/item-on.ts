import {
  closedGuide,
  type DecidedChange,
  decidedChange,
  type ItemVersion,
  itemForGuide,
  type Material,
} from '../catalogue/index.ts'
import type { Db } from '../platform/database.ts'
import { done, type Result, refuse } from '../platform/refusal.ts'
import { bookable, type Day } from '../regulation/index.ts'

/** What one comes for: an item as it will be on the day of the visit. */

/** An item that can be booked, with what is decided on it for later. */
export interface BookableItem {
  /** The version in force now. */
  item: ItemVersion
  decided: DecidedChange | null
}

/** 进驻窗口: the counter at which an item is handled; null where it is in no centre. */
export function counterOf({ content }: ItemVersion): { organId: string; centreId: string } | null {
  const centreId = content.place?.centreId ?? ''
  return centreId === '' ? null : { organId: content.organId, centreId }
}

/** 必备资料: without which the item cannot be handled. What a register holds already may not be demanded (Art. 13). */
export const necessaryOf = ({ content }: ItemVersion): Material[] =>
  content.materials.filter((m) => m.need === 'required' && m.sharedSource === '')

/** Refuses what is not in force, what is in no centre, and what its department does not take bookings for: each with the way out. */
export async function bookableItem(db: Db, itemId: string): Promise<Result<BookableItem>> {
  const item = await itemForGuide(db, itemId)
  if (item === null) return notInForce(db, itemId)
  const decided = await decidedChange(db, item.itemId)
  const { content } = item
  const call = content.consultPhone === '' ? '' : `打 ${content.consultPhone} 问。`
  const callInEnglish = content.consultPhone === '' ? '' : ` Call ${content.consultPhone}.`
  const ruling = bookable({ centreId: content.place?.centreId ?? '' })
  if (ruling.outcome !== 'met')
    return refuse('not-bookable', ruling.sentence.zh, {
      english: ruling.sentence.en,
      detail: { ruling, item },
    })
  if (!content.bookable)
    return refuse('not-bookable', `这件事不用预约，窗口上班时间直接去就行。${call}`, {
      english: `No booking is needed: come during the counter's hours.${callInEnglish}`,
      detail: { item },
    })
  return done({ item, decided })
}

async function notInForce(db: Db, itemId: string): Promise<Result<BookableItem>> {
  const closed = await closedGuide(db, itemId)
  if (closed === null)
    return refuse('not-found', '没有这个事项，或者它还没有公布。', { english: 'There is no such service.' })
  const words = { suspended: '暂停办理', cancelled: '已经取消', devolved: '已经下放到区县' }[closed.life]
  const why = closed.reason === '' ? '' : `原因：${closed.reason}`
  return refuse('closed', `「${closed.item.content.name}」${words}，现在不能约。${why}`, {
    english: `This service is not offered now.`,
    detail: { item: closed.item },
  })
}

/** Why nobody can be served on a day although it is still in force now; null where the item goes on. */
export function endsBefore(decided: DecidedChange | null, day: Day): DecidedChange | null {
  if (decided === null || day < decided.effectiveOn) return null
  return decided.kind === 'suspend' || decided.kind === 'cancel' || decided.kind === 'devolve'
    ? decided
    : null
}

/** The version that will hold on a day: that of a change that is decided already, from its day of effect. */
export const versionOn = ({ item, decided }: BookableItem, day: Day): ItemVersion =>
  decided?.item && decided.effectiveOn <= day ? decided.item : item
