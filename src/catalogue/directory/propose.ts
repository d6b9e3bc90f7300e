import { listOrgans, type Organ, type Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { saysNothing } from '../../regulation/index.ts'
import { actorOf, type CatalogueDeps } from '../acts/scene.ts'
import { codeFaults } from '../codes.ts'
import { cleanText } from '../draft.ts'
import { levelOf } from '../handed-over.ts'
import { parentOf, typeOf } from './code.ts'
import {
  type Entry,
  LEVEL_NAMES,
  OPERATIONS,
  type Operation,
  type Proposal,
  type ProposedEntry,
  proposalStream,
} from './entry.ts'
import { bothOf, mayPropose } from './rights.ts'
import {
  codesUnderChange,
  insertProposal,
  livingSubItems,
  lockEntries,
  lockProposal,
  namesTaken,
} from './store.ts'

export interface ProposeCommand {
  /** Made by the client: sent again, the proposal is still made once. */
  proposalId: string
  operation: Operation
  /** The entries that it concerns; none for 新增. */
  codes: string[]
  /** How the entries read that come of it: one for 新增, 变更 and 合并, two or more for 拆分, none for the rest. */
  results: ProposedEntry[]
  reason: string
  /** A proposal that was sent back and that this one takes up again. */
  follows?: string | null
}

/** How many entries each operation takes and how many come of it: at least, at most. */
const SHAPE: Record<Operation, { codes: [number, number]; results: [number, number] }> = {
  add: { codes: [0, 0], results: [1, 1] },
  change: { codes: [1, 1], results: [1, 1] },
  split: { codes: [1, 1], results: [2, 20] },
  merge: { codes: [2, 20], results: [1, 1] },
  suspend: { codes: [1, 1], results: [0, 0] },
  resume: { codes: [1, 1], results: [0, 0] },
  cancel: { codes: [1, 1], results: [0, 0] },
}

/**
 * A department's clerk, for entries that the department implements, or the registrar, for any, proposes an operation on
 * the directory. Nothing changes before the reform body agrees. Refuses what could not be carried out, and to take up again
 * what was not sent back, is another department's, or was taken up already.
 */
export async function propose(
  deps: CatalogueDeps,
  staff: Staff,
  command: ProposeCommand,
  now: Date,
): Promise<Result<{ proposalId: string }>> {
  return deps.db.transaction(async (tx) => {
    const { proposalId, operation } = command
    const allowed = mayPropose(staff)
    if (!allowed.ok) return allowed
    const known = await lockProposal(tx, proposalId)
    if (known) return again(known, staff)
    if (saysNothing(command.reason))
      return refuse('invalid', '写明提出的理由和依据，审改部门照此决定。', { field: 'reason' })
    const codes = [...new Set(command.codes)]
    const entries = await lockEntries(tx, codes)
    if (entries.length < codes.length)
      return refuse('not-found', '目录里没有这个基本编码。', { field: 'codes' })
    const foreign = allowed.value.every ? undefined : entries.find((e) => !e.bodies.includes(staff.organId))
    if (foreign)
      return refuse(
        'not-allowed',
        `“${foreign.elements.name}”不归本部门实施，由实施它的部门或者备案岗提出。`,
        {
          field: 'codes',
        },
      )
    const changing = await codesUnderChange(tx, codes)
    if (changing.length > 0)
      return refuse(
        'already-proposed',
        `${changing.join('、')} 有一项变动还没有决定或者还没有生效，等它定了再提。`,
        {
          field: 'codes',
        },
      )
    const results = command.results.map(tidied)
    const possible = await maybe(tx, operation, entries, results)
    if (!possible.ok) return possible
    const follows = command.follows ?? null
    if (follows !== null) {
      const takenUp = mayTakeUp(await lockProposal(tx, follows), operation, staff, allowed.value.every)
      if (!takenUp.ok) return takenUp
    }
    const reason = cleanText(command.reason).trim()
    const proposal = { proposalId, operation, codes, results, reason, follows }
    if (!(await insertProposal(tx, { ...proposal, organId: staff.organId }, actorOf(staff), now)))
      return again((await lockProposal(tx, proposalId))!, staff)
    const data = { operation, codes, follows, names: results.map((r) => r.elements.name) }
    await deps.history.record(tx, proposalStream(proposalId), actorOf(staff), now, [
      { type: 'directory.proposed', data },
    ])
    return done({ proposalId })
  })
}

function mayTakeUp(
  before: Proposal | null,
  operation: Operation,
  staff: Staff,
  every: boolean,
): Result<null> {
  if (before === null || before.operation !== operation || !(every || before.organId === staff.organId))
    return refuse('not-found', '没有这份退回的提议，或者它不归本部门。', { field: 'follows' })
  if (before.status !== 'sent-back')
    return refuse('not-possible-now', '这份提议没有退回，不能重新提。', { field: 'follows' })
  if (before.followedBy !== null)
    return refuse('already-proposed', '这份退回的提议已经重新提过。', { field: 'follows' })
  return done(null)
}

/** The press that came twice answers as the first did. */
const again = ({ proposalId, proposedBy }: Proposal, { staffId }: Staff): Result<{ proposalId: string }> =>
  proposedBy.id === staffId ? done({ proposalId }) : ALREADY

const ALREADY = refuse('conflict', '这个编号的提议已经有人提过。重新填一份再提。')

const tidied = (r: ProposedEntry): ProposedEntry => ({
  ...r,
  elements: { ...r.elements, name: cleanText(r.elements.name).trim() },
  bodies: [...new Set(r.bodies)].sort(),
})

/** May the operation be carried out on these entries, with these results? Asked when it is proposed and when it is agreed. */
export async function maybe(
  tx: Tx,
  operation: Operation,
  entries: Entry[],
  results: ProposedEntry[],
): Promise<Result<null>> {
  const { codes: c, results: r } = SHAPE[operation]
  const word = OPERATIONS[operation]
  if (entries.length < c[0] || entries.length > c[1])
    return refuse('invalid', `${word}要选 ${span(c)}个目录事项，这里选了 ${entries.length} 个。`, {
      field: 'codes',
    })
  if (results.length < r[0] || results.length > r[1])
    return refuse('invalid', `${word}之后要有 ${span(r)}个目录事项，这里写了 ${results.length} 个。`, {
      field: 'results',
    })
  const stands = bothOf(stateAllows(operation, entries), await subItemsAllow(tx, operation, entries))
  if (!stands.ok) return stands
  const organs = new Map((await listOrgans(tx)).map((o) => [o.organId, o]))
  for (const [i, result] of results.entries()) {
    const fits = await resultFits(tx, operation, entries, result, organs)
    if (!fits.ok)
      return refuse(fits.refusal.name, fits.refusal.sentence, { field: `results.${i}.${fits.refusal.field}` })
  }
  const names = results.map((one) => one.elements.name)
  if (new Set(names).size < names.length)
    return refuse('invalid', '拆分出来的事项名称要各不相同。', { field: 'results.1.name' })
  return done(null)
}

const span = ([least, most]: [number, number]) => (least === most ? `${least} ` : `${least} 至 ${most} `)

function stateAllows(operation: Operation, entries: Entry[]): Result<null> {
  for (const { state, elements } of entries) {
    const right = operation === 'resume' ? state === 'suspended' : state === 'in-force'
    const also = state === 'suspended' && (operation === 'cancel' || operation === 'change')
    if (right || also) continue
    const is = {
      waiting: '还没有生效',
      'in-force': '没有暂停',
      suspended: '已经暂停',
      cancelled: '已经取消',
    }[state]
    return refuse('not-now', `“${elements.name}”${is}，不能${OPERATIONS[operation]}。`, { field: 'codes' })
  }
  return done(null)
}

async function subItemsAllow(tx: Tx, operation: Operation, entries: Entry[]): Promise<Result<null>> {
  if (operation !== 'split' && operation !== 'merge' && operation !== 'cancel') return done(null)
  for (const { basicCode, elements } of entries) {
    if (parentOf(basicCode) !== '') continue
    const living = await livingSubItems(tx, basicCode)
    if (living > 0)
      return refuse('has-sub-items', `“${elements.name}”下面还有 ${living} 个子项，先处理子项。`, {
        field: 'codes',
      })
  }
  return done(null)
}

async function resultFits(
  tx: Tx,
  operation: Operation,
  entries: Entry[],
  { elements, bodies, parent }: ProposedEntry,
  organs: Map<string, Organ>,
): Promise<Result<null>> {
  const no = (field: string, sentence: string) => refuse('invalid', sentence, { field })
  const { name, itemType, legalBasis, levels } = elements
  if (saysNothing(name)) return no('name', '填写事项名称。')
  const unlawful = legalBasis.find((b) => saysNothing(b.name) || saysNothing(b.clause))
  if (unlawful || legalBasis.length === 0) return no('legalBasis', '填写设定依据，每条写明文件名称和条款。')
  const [fault] = codeFaults({ basicCode: '', implCode: '', handleItemCode: '', level: '', itemType })
  if (fault) return no('itemType', fault.sentence)
  const other = entries.find((e) => typeOf(e.basicCode) !== itemType)
  if (other)
    return no(
      'itemType',
      `事项类型写在基本编码里，不能改：“${other.elements.name}”是 ${typeOf(other.basicCode)}。`,
    )
  if (parent !== '') {
    const [main] = await lockEntries(tx, [parent])
    if (operation !== 'add') return no('parent', '主项在新增子项时选择。')
    if (main?.state !== 'in-force' || parentOf(parent) !== '')
      return no('parent', '主项要是目录里现行的主项。')
    if (typeOf(parent) !== itemType) return no('itemType', '子项的事项类型要与主项相同。')
  }
  for (const id of bodies) {
    const organ = organs.get(id)
    if (!organ || organ.kind === 'operator' || organ.kind === 'reform')
      return no('bodies', '实施部门里有一个不是行政服务部门，去掉后再提。')
    const level = levelOf(organ.areaCode)
    if (!levels.some((l) => l === level || l === '7'))
      return no('bodies', `${organ.name}是${LEVEL_NAMES[level]}部门，行使层级里没有${LEVEL_NAMES[level]}。`)
  }
  const taken = await namesTaken(
    tx,
    name,
    entries.map((e) => e.basicCode),
  )
  if (taken) return no('name', `目录里已经有“${name}”（${taken}）。`)
  return done(null)
}
