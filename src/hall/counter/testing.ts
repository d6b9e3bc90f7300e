/** The officers of the sample world, and a change of an item that goes all the way through their hands; for tests. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sampleStaff } from '../../../seeds/index.ts'
import {
  type CatalogueDeps,
  type ItemContent,
  type SignChange,
  saveDraft,
  signChange,
  submitChange,
} from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import { dayOf } from '../../regulation/index.ts'

export function officer(organId: string | null, post: string): Staff {
  const found = sampleStaff.find(
    (s) =>
      (organId === null || s.organId === organId) &&
      s.posts.some((p) => p.post === post && p.trainedOn !== null),
  )
  if (!found) throw new Error(`the sample world has no ${post}`)
  return { ...found, organName: found.organId } as Staff
}

/** The clerk's change goes all the way: saved, handed in, checked, filed; in force at once. */
export async function changeItem(
  hall: { world: { db: CatalogueDeps['db'] }; casework: { history: CatalogueDeps['history'] }; now: Date },
  itemId: string,
  organId: string,
  patch: Partial<ItemContent>,
  revision = 0,
): Promise<void> {
  const deps = { db: hall.world.db, history: hall.casework.history }
  const clerk = officer(organId, 'clerk')
  const now = hall.now
  const saved = await saveDraft(deps, clerk, itemId, { patch, revision }, now)
  assert.ok(saved.ok, JSON.stringify(saved))
  const submitted = await submitChange(
    deps,
    clerk,
    itemId,
    {
      changeId: randomUUID(),
      kind: 'text',
      revision: saved.value.revision,
      effectiveOn: dayOf(now),
      reason: '',
      instead: '',
      document: '',
      note: '',
      targets: [],
    },
    now,
  )
  assert.ok(submitted.ok, JSON.stringify(submitted))
  let current = submitted.value
  for (const [act, staff] of [
    ['pass', officer(organId, 'checker')],
    ['take', officer(null, 'registrar')],
  ] as const) {
    const asked: SignChange = { turn: current.turn, words: '' }
    const signed = await signChange(deps, act, staff, current.changeId, asked, now)
    assert.ok(signed.ok, JSON.stringify(signed))
    current = signed.value
  }
  assert.equal(current.state, 'in-force')
}
