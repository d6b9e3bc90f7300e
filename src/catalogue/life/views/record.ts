import { organById, type Staff } from '../../../identity/index.ts'
import type { Db } from '../../../platform/database.ts'
import { type Day, dayOf } from '../../../regulation/index.ts'
import { mayRead } from '../../acts/scene.ts'
import { gateContextOf } from '../../gate/context.ts'
import { blocking, type Finding } from '../../gate/finding.ts'
import { publishFindings } from '../../gate/gate.ts'
import type { ItemContent } from '../../item.ts'
import { findItem, findOnceInForce, type ItemRow, readVersion } from '../../store.ts'
import { handsOf } from '../acts/sign.ts'
import { type Change, isOpen } from '../change.ts'
import { functionOf } from '../hand-down.ts'
import { type Impact, type ImpactPort, impactOf } from '../impact.ts'
import { findChange, lastChange, lineageOf, lineageTo, type Turn, turnsOf } from '../store.ts'
import { maySign, type SignAct, STATIONS } from '../transitions.ts'

export interface ActAnswer {
  act: SignAct
  allowed: boolean
  /** Why not, else empty. */
  sentence: string
}

/** A body that takes over what is handed down, and how far it is. */
export interface Heir {
  organId: string
  organName: string
  areaName: string
  /** It does in the district what the item's department does in the city. */
  fits: boolean
  /** Empty until the decision. */
  itemId: string
  code: string
  state: 'not-decided' | 'draft' | 'under-way' | 'ready' | 'in-force'
  /** Findings that block its draft. */
  blocks: number
}

export interface ChangeRecord {
  change: Change
  turns: Turn[]
  name: string
  code: string
  organName: string
  findings: Finding[]
  /** Null once the change is closed: what is there today is not whom it met. */
  impact: Impact | null
  acts: ActAnswer[]
  heirs: Heir[]
}

/** A change as those see it who may see its item: what, by whom, what the gate says, what it meets, what may be done now. */
export async function changeRecord(
  db: Db,
  port: ImpactPort | undefined,
  staff: Staff,
  changeId: string,
  now: Date,
): Promise<ChangeRecord | null> {
  const change = await findChange(db, changeId)
  const item = change && (await findItem(db, change.itemId))
  if (!change || !item || !mayRead(staff, item)) return null
  const content = await contentOf(db, item, change)
  const turns = await turnsOf(db, changeId)
  const open = isOpen(change.state)
  return {
    change,
    turns,
    name: content?.name ?? '',
    code: content?.handleItemCode || content?.implCode || '',
    organName: content?.organName ?? '',
    findings:
      open && content && (change.version !== null || change.kind === 'resume')
        ? publishFindings(content, await gateContextOf(db, item.organId, content, port?.hoursSet))
        : [],
    impact: open ? await impactOf(db, port, item, change) : null,
    acts: open ? await actsOf(db, change, turns, staff) : [],
    heirs: change.kind === 'devolve' ? await heirsOf(db, change, now) : [],
  }
}

async function contentOf(db: Db, item: ItemRow, change: Change): Promise<ItemContent | null> {
  const version = change.version ?? item.publishedVersion
  return version === null ? null : ((await readVersion(db, item.itemId, version))?.content ?? null)
}

/** What may be done with the change as it lies, by whom it lies before; what is nobody's at this place is left out. */
async function actsOf(db: Db, change: Change, turns: Turn[], staff: Staff): Promise<ActAnswer[]> {
  const station = isOpen(change.state) ? STATIONS[change.state] : null
  const acts: SignAct[] = station === null ? ['withdraw'] : [station.act, 'send-back', 'withdraw']
  const hands = await handsOf(db, change, turns)
  const answers: ActAnswer[] = []
  for (const act of acts) {
    const result = await maySign(db, act, change, hands, staff)
    answers.push({ act, allowed: result.ok, sentence: result.ok ? '' : result.refusal.sentence })
  }
  return answers
}

/** The bodies that take over, in the order of their areas; what a 下放 waits for is whoever is not ready. */
export async function heirsOf(db: Db, change: Change, now: Date): Promise<Heir[]> {
  const made = new Map<string, { itemId: string; code: string }>()
  for (const l of await lineageOf(db, change.changeId)) {
    const item = await findItem(db, l.toItem)
    if (item) made.set(item.organId, { itemId: l.toItem, code: l.toCode })
  }
  const old = await organById(db, change.organId)
  const heirs: Heir[] = []
  for (const organId of change.targets) {
    const organ = await organById(db, organId)
    const item = made.get(organId)
    heirs.push({
      organId,
      organName: organ?.name ?? organId,
      areaName: organ?.areaName ?? '',
      fits: organ !== null && old !== null && functionOf(organ) === functionOf(old),
      itemId: item?.itemId ?? '',
      code: item?.code ?? '',
      ...(item
        ? await progressOf(db, item.itemId, dayOf(now))
        : { state: 'not-decided' as const, blocks: 0 }),
    })
  }
  return heirs
}

async function progressOf(db: Db, itemId: string, today: string): Promise<Pick<Heir, 'state' | 'blocks'>> {
  const item = await findItem(db, itemId)
  if (item?.publishedVersion) return { state: 'in-force', blocks: 0 }
  const change = await lastChange(db, itemId)
  if (change && isOpen(change.state))
    return {
      state: change.state === 'scheduled' && change.effectiveOn <= today ? 'ready' : 'under-way',
      blocks: 0,
    }
  const draft = item?.draftVersion ? await readVersion(db, itemId, item.draftVersion) : null
  const findings =
    draft && publishFindings(draft.content, await gateContextOf(db, item!.organId, draft.content))
  return { state: 'draft', blocks: findings ? blocking(findings).length : 0 }
}

/** What the item's own page tells of its life: the change under way, or why the last one came back. */
export interface ItemLife {
  life: ItemRow['life']
  /** When it is planned to be offered again, where it is suspended; null where nothing is planned. */
  resumesOn: Day | null
  change: Change | null
  sentBack: { by: string; at: Date; reasons: string; kind: Change['kind'] } | null
  /** Where it came from by 下放, and the code there. */
  origin: { itemId: string; code: string } | null
  heirs: Heir[]
}

export async function lifeOf(db: Db, item: ItemRow, now: Date): Promise<ItemLife> {
  const last = await lastChange(db, item.itemId)
  const turn = last?.state === 'sent-back' ? (await turnsOf(db, last.changeId)).at(-1) : undefined
  const [origin] = await lineageTo(db, item.itemId)
  const devolved = last?.kind === 'devolve' && (isOpen(last.state) || last.state === 'in-force')
  return {
    life: item.life,
    resumesOn:
      item.life === 'suspended' ? ((await findOnceInForce(db, item.itemId))?.resumesOn ?? null) : null,
    change: last && isOpen(last.state) ? last : null,
    sentBack: last && turn ? { by: turn.by.name, at: turn.at, reasons: turn.words, kind: last.kind } : null,
    origin: origin ? { itemId: origin.fromItem, code: origin.fromCode } : null,
    heirs: devolved ? await heirsOf(db, last, now) : [],
  }
}
