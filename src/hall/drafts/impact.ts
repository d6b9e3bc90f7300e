import {
  areaTree,
  type ChangeKind,
  type DraftsImpact,
  type ItemContent,
  itemVersion,
} from '../../catalogue/index.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { moveDraft } from './move.ts'
import { unfinishedDrafts } from './move-store.ts'
import { workOf } from './moving.ts'
import { openDraftsOf } from './store.ts'
import { CLOSED_WORDS, isClosing } from './told.ts'

/**
 * What a change would do to the drafts of an item, by the function that moves them: how many go along as they are, how many
 * need their applicant, and each sentence with the number of drafts that it is told to. `content`: the guide as it would be.
 * Thousands of drafts are looked through some hundreds at a time, and requests of others are answered in between.
 */
export async function draftsImpact(
  deps: Pick<PersonalDeps, 'db' | 'identity'>,
  itemId: string,
  kind: ChangeKind,
  content: ItemContent | null,
  now: Date,
): Promise<DraftsImpact> {
  const { db } = deps
  if (content === null || isClosing(kind)) {
    const all = (await unfinishedDrafts(db, itemId)).length
    if (!isClosing(kind) || all === 0) return { moves: all, needing: 0, attention: [] }
    return { moves: 0, needing: all, attention: [{ count: all, told: CLOSED_WORDS[kind].zh }] }
  }
  const told = new Map<string, number>()
  let moves = 0
  let needing = 0
  const context = { now, areas: await areaTree(db, now) }
  for await (const drafts of openDraftsOf(db, deps.identity.vault, itemId)) {
    const versions = await versionsOf(
      db,
      itemId,
      drafts.flatMap(({ draft }) => [draft.itemVersion, draft.movedFrom ?? draft.itemVersion]),
    )
    for (const { draft, materials } of drafts) {
      const before = versions.get(draft.itemVersion)!
      const since = versions.get(draft.movedFrom ?? draft.itemVersion)!
      const { notes } = moveDraft(before, content, workOf(draft, materials), context, since)
      if (notes.length > 0) needing += 1
      else moves += 1
      for (const zh of new Set(notes.map((n) => n.zh))) told.set(zh, (told.get(zh) ?? 0) + 1)
    }
    await new Promise((go) => setImmediate(go))
  }
  const attention = [...told].map(([sentence, count]) => ({ count, told: sentence }))
  return { moves, needing, attention }
}

async function versionsOf(
  db: PersonalDeps['db'],
  itemId: string,
  numbers: number[],
): Promise<Map<number, ItemContent>> {
  const contents = new Map<number, ItemContent>()
  for (const version of new Set(numbers)) {
    const item = await itemVersion(db, itemId, version)
    if (!item) throw new Error(`drafts refer to version ${version} of item ${itemId}, which is missing`)
    contents.set(version, item.content)
  }
  return contents
}
