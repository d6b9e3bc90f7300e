import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { loadStaff, type Staff } from '../../identity/index.ts'
import type { Refusal, Result } from '../../platform/refusal.ts'
import { type CatalogueWorld, catalogueWorld, clerk, NOW, ORGAN, SERVICE } from '../testing.ts'
import { type Decision, decideProposal } from './decide.ts'
import type { ProposedEntry } from './entry.ts'
import { type ProposeCommand, propose } from './propose.ts'

/** The reform body and the registrar beside the departments of the module's tests, and short ways to their acts. */
export const TODAY = '2026-11-23'
const trainedOn = '2026-03-02'
const REFORM = {
  ...ORGAN,
  organId: 'test-reform',
  name: '示例审改办',
  creditCode: '11999999000000903U',
  kind: 'reform',
} as const
const officer = (
  staffId: string,
  post: Staff['posts'][0]['post'],
  { organId, name }: { organId: string; name: string },
): Staff => ({
  staffId,
  name: `示例${staffId}`,
  organId,
  organName: name,
  posts: [{ post, trainedOn }],
})
export const reformer = officer('r1', 'reformer', REFORM)
export const secondReformer = officer('r2', 'reformer', REFORM)
export const registrar = officer('r3', 'registrar', SERVICE)

export function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}
export function refused(result: Result<unknown>, name: string): Refusal {
  assert.ok(!result.ok, 'expected a refusal')
  assert.equal(result.refusal.name, name, result.refusal.sentence)
  return result.refusal
}

export const entryNamed = (name: string, more: Partial<ProposedEntry> = {}): ProposedEntry => ({
  elements: {
    name,
    itemType: '01',
    legalBasis: [{ name: '示例法', number: '', clause: '第一条', content: '' }],
    levels: ['4'],
    bodyKinds: ['市场监督管理部门'],
  },
  bodies: [ORGAN.organId],
  parent: '',
  ...more,
})
export const agreed = {
  agree: true,
  document: '示审改〔2026〕3 号',
  effectiveOn: TODAY,
  answer: '',
} satisfies Decision

export async function directoryWorld() {
  const world: CatalogueWorld = await catalogueWorld()
  const { deps } = world
  const staff = [reformer, secondReformer, registrar]
  await deps.db.transaction((tx) =>
    loadStaff(tx, {
      organs: [REFORM],
      staff: staff.map((s) => ({ ...s, subject: `staff-${s.staffId}`, sample: true })),
    }),
  )
  const ask = (command: Partial<ProposeCommand>, by = clerk) =>
    propose(
      deps,
      by,
      {
        proposalId: randomUUID(),
        operation: 'add',
        codes: [],
        results: [],
        reason: '法律新设',
        ...command,
      },
      NOW,
    )
  const decide = (proposalId: string, decision: Decision = agreed, by = reformer) =>
    decideProposal(deps, by, proposalId, decision, NOW)
  /** Proposed and agreed to, in force today; the codes of the entries that changed or came to be. */
  const carried = async (command: Partial<ProposeCommand>, by = clerk): Promise<string[]> => {
    const { proposalId } = value(await ask(command, by))
    return value(await decide(proposalId)).codes
  }
  let serial = 0
  const added = async (name = `示例事项${++serial}`, more: Partial<ProposedEntry> = {}) =>
    (await carried({ results: [entryNamed(name, more)] }))[0]!
  return { ...world, db: deps.db, ask, decide, carried, added }
}
