import { randomUUID } from 'node:crypto'
import { type Actor, type History, SYSTEM } from '../../history/index.ts'
import { listOrgans, type Organ, organById } from '../../identity/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { streamOf } from '../acts/scene.ts'
import { cleanText } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import { guideCounts } from '../gate/gate.ts'
import { handedOver, levelOf } from '../handed-over.ts'
import type { ItemContent } from '../item.ts'
import {
  findItemByCodes,
  type ItemRow,
  insertItem,
  readVersion,
  saveDraftRow,
  standInCode,
} from '../store.ts'
import type { Change } from './change.ts'
import { hasItemsOf, writeLineage } from './store.ts'

/** 下放: a city's item becomes one item each of bodies of its districts, with codes of their own and the lineage kept. */

async function contentInForce(db: Db, item: ItemRow): Promise<ItemContent> {
  const row =
    item.publishedVersion === null ? null : await readVersion(db, item.itemId, item.publishedVersion)
  if (row === null) throw new Error(`item ${item.itemId} was never in force`)
  return row.content
}

/** May the item be handed down to these bodies? They are departments of the city's districts that have no such item yet. */
export async function mayHandDown(db: Db, item: ItemRow, targets: string[]): Promise<Result<Organ[]>> {
  const city = await organById(db, item.organId)
  if (city === null || levelOf(city.areaCode) !== '3')
    return refuse('not-possible-now', '只有市级部门的事项可以下放到区县。')
  const wanted = [...new Set(targets)].sort()
  if (wanted.length === 0) return refuse('targets-needed', '选接手的区县部门。', { field: 'targets' })
  const content = await contentInForce(db, item)
  const organs: Organ[] = []
  for (const id of wanted) {
    const organ = await organById(db, id)
    if (organ === null || organ.kind !== 'department' || !isDistrictOf(city, organ))
      return refuse('not-a-district', `${organ?.name ?? id}不是${city.areaName}的区县部门，不能接手。`, {
        field: 'targets',
      })
    if (await implementsIt(db, organ, item, content))
      return refuse('code-taken', `${organ.name}已经有这个事项，不用下放给它。`, { field: 'targets' })
    organs.push(organ)
  }
  return done(organs)
}

/**
 * Has the body an item of this entry of the directory already? Other handlings (业务办理项) that came to it from the same
 * department do not count: they are handed down one by one.
 */
async function implementsIt(db: Db, organ: Organ, item: ItemRow, content: ItemContent): Promise<boolean> {
  const { implCode, handleItemCode } = handedOver(content, organ, '')
  if (implCode !== '' && (await findItemByCodes(db, implCode, handleItemCode))) return true
  return content.basicCode !== '' && (await hasItemsOf(db, organ.organId, content.basicCode, item.organId))
}

/**
 * The content as the district begins with it. Where one goes, whom one calls and to whom one turns against a decision are
 * left open: the city's would send people to the wrong place, and the gate holds the draft until they are filled in.
 */
function contentFor(organ: Organ, content: ItemContent, document: string): ItemContent {
  const code = content.handleItemCode || content.implCode
  const note = `这份草稿由${content.organName}下放（${document}），内容取自 ${code}，编码已换成本部门的。填上本部门的地点、电话、复议机关和法院，再划掉这一条。`
  return {
    ...handedOver(content, organ, note),
    organId: organ.organId,
    place: null,
    consultPhone: '',
    complaintPhone: '',
    remedy: { reviewOrgan: '', court: '' },
  }
}

const isDistrictOf = (city: Organ, organ: Organ): boolean =>
  organ.areaCode.startsWith(city.areaCode.slice(0, 4)) && levelOf(organ.areaCode) === '4'

/**
 * After the decision: an item with a draft for each body, content taken over, lineage written. Refuses what
 * {@link mayHandDown} refuses by now.
 */
export async function makeDistrictItems(
  tx: Tx,
  history: History,
  item: ItemRow,
  change: Change,
  document: string,
  by: Actor,
  now: Date,
): Promise<Result<string[]>> {
  const organs = await mayHandDown(tx, item, change.targets)
  if (!organs.ok) return organs
  const content = await contentInForce(tx, item)
  const made: string[] = []
  for (const organ of organs.value) {
    const itemId = randomUUID()
    const handed = contentFor(organ, content, document)
    const { implCode, handleItemCode } = handed
    await insertItem(tx, {
      itemId,
      implCode: implCode || standInCode(itemId),
      handleItemCode,
      organId: organ.organId,
    })
    const counted = guideCounts(handed, await gateContextOf(tx, organ.organId, handed))
    // Written by the platform: nobody of the department had a hand in it yet.
    await saveDraftRow(tx, { itemId, version: 1, revision: 1, content: handed, ...counted }, SYSTEM, now)
    const fromCode = content.handleItemCode || content.implCode
    const toCode = handleItemCode || implCode
    await writeLineage(tx, {
      fromItem: item.itemId,
      toItem: itemId,
      fromCode,
      toCode,
      changeId: change.changeId,
    })
    const data = { from: item.itemId, fromCode, toCode, changeId: change.changeId, document }
    await history.record(tx, streamOf(itemId), by, now, [{ type: 'item.handed-down', data }])
    made.push(itemId)
  }
  return done(made)
}

/** A department of a district that the item may be handed down to. */
export interface DistrictBody {
  organId: string
  name: string
  areaName: string
  /** It does in the district what this department does in the city. */
  fits: boolean
  /** It has an item of this entry already and cannot take another over. */
  taken: boolean
}

export interface DistrictBodies {
  /** Whether the item can be handed down at all: it is of a city that has departments in its districts. */
  possible: boolean
  rows: DistrictBody[]
}

/** What a department does, by its name without area and rank: 「台江区卫生健康局」 and 「福州市卫生健康委员会」 do 「卫生健康」. */
export const functionOf = ({ name, areaName }: Pick<Organ, 'name' | 'areaName'>): string =>
  (name.startsWith(areaName) ? name.slice(areaName.length) : name.replace(/^.{1,8}?[市区县]/, '')).replace(
    /(管理委员会|委员会|局|委|办公室|办)$/,
    '',
  )

const MOST = 50

/**
 * Departments of the districts to choose from. Those that do the same there; others only where they are asked for by
 * name or area, for a department of another function rarely may take it over.
 */
export async function districtBodiesFor(db: Db, item: ItemRow, q: string): Promise<DistrictBodies> {
  const city = await organById(db, item.organId)
  if (city === null || levelOf(city.areaCode) !== '3' || item.publishedVersion === null)
    return { possible: false, rows: [] }
  const all = (await listOrgans(db)).filter((o) => o.kind === 'department' && isDistrictOf(city, o))
  const content = await contentInForce(db, item)
  const words = cleanText(q).trim()
  const rows: DistrictBody[] = []
  for (const organ of all) {
    const fits = functionOf(organ) === functionOf(city)
    if (words === '' ? !fits : !`${organ.areaName}${organ.name}`.includes(words)) continue
    if (rows.length === MOST) break
    const taken = await implementsIt(db, organ, item, content)
    rows.push({ organId: organ.organId, name: organ.name, areaName: organ.areaName, fits, taken })
  }
  return { possible: all.length > 0, rows }
}
