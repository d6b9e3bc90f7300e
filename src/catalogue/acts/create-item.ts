import { randomUUID } from 'node:crypto'
import { organById, postRuling, type Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type Entry, STATE_NAMES } from '../directory/entry.ts'
import { lockEntries } from '../directory/store.ts'
import { cleanText } from '../draft.ts'
import { gateContextOf } from '../gate/context.ts'
import { guideCounts } from '../gate/gate.ts'
import { levelOf } from '../handed-over.ts'
import { type ItemContent, itemContent } from '../item.ts'
import { findItem, insertItem, itemsUnder, saveDraftRow } from '../store.ts'
import { actorOf, type CatalogueDeps, streamOf } from './scene.ts'

export interface CreateItem {
  /** The directory's entry that the item implements. */
  basicCode: string
  /** 业务办理项: how this handling differs from the others of the same entry; may be left out for the first. */
  variantName?: string
  /** Made by the client: sent again, the item is still made once. */
  itemId?: string
}

export interface CreatedItem {
  itemId: string
  implCode: string
  handleItemCode: string
}

/**
 * A clerk adds an item of their own department from the directory: a draft that copies the basic elements, under the next
 * free code. Refuses `exists` where the department has it already, an entry that is not in force, and one that the
 * directory gives to other bodies.
 */
export async function createItem(
  deps: CatalogueDeps,
  staff: Staff,
  { basicCode, variantName = '', itemId = randomUUID() }: CreateItem,
  now: Date,
): Promise<Result<CreatedItem>> {
  const ruling = postRuling(staff, 'clerk')
  if (ruling.outcome !== 'met') return refuse('not-allowed', ruling.sentence.zh, { detail: { ruling } })
  return deps.db.transaction(async (tx) => {
    // The entry is held, so that of two who add the same item at once the second sees the first.
    const [entry] = await lockEntries(tx, [basicCode])
    const usable = entryFits(entry, staff)
    if (!usable.ok) return usable
    const known = await findItem(tx, itemId)
    if (known) return known.organId === staff.organId ? done(known) : refuse('conflict', '这个编号已经用过。')
    const drafted = await draftOf(tx, usable.value, staff.organId, cleanText(variantName).trim())
    if (!drafted.ok) return drafted
    const content = drafted.value
    const { implCode, handleItemCode, organId } = content
    await insertItem(tx, { itemId, implCode, handleItemCode, organId })
    const context = await gateContextOf(tx, organId, content)
    const draft = { itemId, version: 1, revision: 1, content, ...guideCounts(content, context) }
    await saveDraftRow(tx, draft, actorOf(staff), now)
    const data = { basicCode, directoryVersion: content.directoryVersion, implCode, handleItemCode }
    await deps.history.record(tx, streamOf(itemId), actorOf(staff), now, [{ type: 'item.created', data }])
    return done({ itemId, implCode, handleItemCode })
  })
}

function entryFits(entry: Entry | undefined, { organId, organName }: Staff): Result<Entry> {
  if (!entry) return refuse('not-found', '目录里没有这个基本编码。先提出新增。', { field: 'basicCode' })
  if (entry.state !== 'in-force')
    return refuse(
      'not-now',
      `“${entry.elements.name}”在目录里是“${STATE_NAMES[entry.state]}”，不能新增事项。`,
      { field: 'basicCode' },
    )
  if (!entry.bodies.includes(organId))
    return refuse(
      'not-ours',
      `目录里“${entry.elements.name}”的实施部门没有${organName}。先请备案岗提出变更，列上本部门。`,
      { field: 'basicCode' },
    )
  return done(entry)
}

async function draftOf(tx: Tx, entry: Entry, organId: string, variant: string): Promise<Result<ItemContent>> {
  const organ = (await organById(tx, organId))!
  const { elements, basicCode } = entry
  const level = levelOf(organ.areaCode)
  if (organ.creditCode === '')
    return refuse('invalid', `${organ.name}没有登记统一社会信用代码，编不出实施编码。`)
  const implCode = `${organ.creditCode}${level}${basicCode}`
  const name = variant === '' ? elements.name : `${elements.name}（${variant}）`
  const code = await nextHandleCode(tx, implCode, name, variant)
  if (!code.ok) return code
  return done(
    itemContent.parse({
      sample: organ.sample,
      name,
      directoryVersion: entry.version,
      directoryName: elements.name,
      basicCode,
      implCode,
      handleItemCode: code.value,
      itemType: elements.itemType,
      legalBasis: elements.legalBasis,
      level,
      areaCode: organ.areaCode,
      organId,
      organName: organ.name,
    }),
  )
}

/** The next two digits after those ever given under this implementation code. */
async function nextHandleCode(
  tx: Tx,
  implCode: string,
  name: string,
  variant: string,
): Promise<Result<string>> {
  const others = await itemsUnder(tx, implCode)
  const living = others.filter((o) => !o.ended)
  if (living.some((o) => o.name === name))
    return refuse('exists', `本部门已经有“${name}”。`, { field: 'variantName' })
  if (variant === '' && living.length > 0)
    return refuse('exists', '本部门已经有这个事项。要分情形办理，写明新的业务办理项和已有的有什么不同。', {
      field: 'variantName',
    })
  const last = Math.max(0, ...others.map((o) => Number(o.code.slice(-2)) || 0))
  if (last >= 99) return refuse('no-code-left', '这个事项的 99 个业务办理项编码已经用完。')
  return done(`${implCode}${String(last + 1).padStart(2, '0')}`)
}
