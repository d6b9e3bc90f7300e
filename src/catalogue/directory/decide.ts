import { organById, type Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, orRefusal, type Refusal, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { type Day, dayOf, saysNothing } from '../../regulation/index.ts'
import { actorOf, type CatalogueDeps } from '../acts/scene.ts'
import { cleanText } from '../draft.ts'
import { nextMainCode, nextSubCode, parentOf } from './code.ts'
import { type Entry, type EntryVersion, type Proposal, proposalStream } from './entry.ts'
import { putInForce } from './in-force.ts'
import { maybe } from './propose.ts'
import { mayDecide } from './rights.ts'
import {
  codesOf,
  insertEntry,
  insertLineage,
  insertVersion,
  lockEntries,
  lockProposal,
  settleProposal,
  takeTurn,
} from './store.ts'

export type Decision =
  | { agree: true; document: string; effectiveOn: Day; answer: string }
  | { agree: false; answer: string }

/** The entries that changed or came to be; empty where the proposal was sent back. */
export interface Decided {
  codes: string[]
}

/**
 * The reform body agrees to a proposal, by a document and from a day on, or sends it back with reasons. What is agreed
 * makes a new version of every entry concerned; new entries get the next free code. Of two who decide at once one wins,
 * the other reads who and what (`conflict`).
 */
export async function decideProposal(
  deps: CatalogueDeps,
  staff: Staff,
  proposalId: string,
  decision: Decision,
  now: Date,
): Promise<Result<Decided>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const allowed = await mayDecide(tx, staff)
      if (!allowed.ok) return allowed
      const proposal = await lockProposal(tx, proposalId)
      if (proposal === null) return refuse('not-found', '没有这份提议。')
      if (proposal.status !== 'open') return alreadyDecided(proposal)
      if (proposal.proposedBy.id === staff.staffId)
        return refuse('not-allowed', '自己提的变动由另一个人决定。')
      return decision.agree
        ? agree(deps, tx, staff, proposal, decision, now)
        : sendBack(deps, tx, staff, proposal, decision.answer, now)
    }),
  )
}

function alreadyDecided({ status, decidedBy, document }: Proposal) {
  const what = status === 'agreed' ? `同意了这份提议（${document}）` : '退回了这份提议'
  return refuse('conflict', `${decidedBy?.name ?? '别人'}已经${what}，这次没有再办。`, {
    detail: { status, decidedBy },
  })
}

async function sendBack(
  deps: CatalogueDeps,
  tx: Tx,
  staff: Staff,
  { proposalId }: Proposal,
  reasons: string,
  now: Date,
): Promise<Result<Decided>> {
  if (saysNothing(reasons))
    return refuse('invalid', '写明退回的理由，提出的部门照此修改。', { field: 'answer' })
  const answer = cleanText(reasons).trim()
  const by = actorOf(staff)
  await settleProposal(
    tx,
    { proposalId, status: 'sent-back', document: '', effectiveOn: null, answer },
    by,
    now,
  )
  await deps.history.record(tx, proposalStream(proposalId), by, now, [
    { type: 'directory.sent-back', data: { answer } },
  ])
  return done({ codes: [] })
}

async function agree(
  deps: CatalogueDeps,
  tx: Tx,
  staff: Staff,
  proposal: Proposal,
  decision: Extract<Decision, { agree: true }>,
  now: Date,
): Promise<Result<Decided>> {
  const { proposalId, operation } = proposal
  const document = cleanText(decision.document).trim()
  if (saysNothing(document)) return refuse('invalid', '写明决定文件的文号。', { field: 'document' })
  if (decision.effectiveOn < dayOf(now))
    return refuse('invalid', '生效日期不能早于今天：已经过去的日子不能改。', { field: 'effectiveOn' })
  await takeTurn(tx)
  const entries = await lockEntries(tx, proposal.codes)
  const possible = await maybe(tx, operation, entries, proposal.results)
  if (!possible.ok) return possible

  const by = actorOf(staff)
  const answer = cleanText(decision.answer).trim()
  const { effectiveOn } = decision
  await settleProposal(tx, { proposalId, status: 'agreed', document, effectiveOn, answer }, by, now)
  const decided = { operation, proposalId, document, effectiveOn, decidedBy: by, decidedAt: now }
  const versions = (await versionsOf(tx, proposal, entries)).map((v) => ({ ...v, ...decided }))
  for (const version of versions) await insertVersion(tx, version)
  const codes = versions.map((v) => v.basicCode)
  await deps.history.record(tx, proposalStream(proposalId), by, now, [
    { type: 'directory.agreed', data: { operation, codes, document, effectiveOn } },
  ])
  if (effectiveOn <= dayOf(now)) await putInForce(tx, deps.history, versions, by, now)
  return done({ codes })
}

type Reads = Pick<EntryVersion, 'basicCode' | 'version' | 'state' | 'elements' | 'bodies'>

/** What each operation makes of the entries: the next version of those that are there, the first of those that come. */
async function versionsOf(tx: Tx, proposal: Proposal, entries: Entry[]): Promise<Reads[]> {
  const { operation, results } = proposal
  const next = (e: Entry, change: Partial<Reads> = {}): Reads => ({
    basicCode: e.basicCode,
    version: e.version + 1,
    state: e.state === 'suspended' ? 'suspended' : 'in-force',
    elements: e.elements,
    bodies: e.bodies,
    ...change,
  })
  const ended = () => entries.map((e) => next(e, { state: 'cancelled', bodies: [] }))
  switch (operation) {
    case 'add':
      return addEntries(tx, proposal, results[0]!.parent, [])
    case 'change':
      return entries.map((e) => next(e, { elements: results[0]!.elements, bodies: results[0]!.bodies }))
    case 'suspend':
      return entries.map((e) => next(e, { state: 'suspended' }))
    case 'resume':
      return entries.map((e) => next(e, { state: 'in-force' }))
    case 'cancel':
      return ended()
    case 'split':
    case 'merge':
      return [
        ...ended(),
        ...(await addEntries(tx, proposal, parentOf(entries[0]!.basicCode), proposal.codes)),
      ]
  }
}

/** New entries under the next free codes, with the lineage from those that they come of. */
async function addEntries(tx: Tx, proposal: Proposal, parent: string, from: string[]): Promise<Reads[]> {
  const organ = await organById(tx, proposal.organId)
  if (organ === null) throw new Error(`proposal ${proposal.proposalId} is of no organ`)
  const province = parent === '' ? organ.areaCode.slice(0, 2) : parent.slice(0, 2)
  const taken = await codesOf(tx, province)
  const made: Reads[] = []
  for (const { elements, bodies } of proposal.results) {
    const basicCode =
      parent === '' ? nextMainCode(province, elements.itemType, taken) : nextSubCode(parent, taken)
    if (basicCode === null) throw new Refused(NO_CODE)
    taken.push(basicCode)
    await insertEntry(tx, basicCode, organ.sample)
    for (const code of from) await insertLineage(tx, code, basicCode)
    made.push({ basicCode, version: 1, state: 'in-force', elements, bodies })
  }
  return made
}

const NO_CODE: Refusal = {
  name: 'no-code-left',
  sentence: '这一段基本编码已经用完，没有新增。先向目录主管部门申请新的号段。',
}
