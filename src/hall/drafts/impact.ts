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
import { readOpenDraft } from './store.ts'
import { CLOSED_WORDS, isClosing } from './told.ts'

/**
 * What a change would do to the drafts of an item, by the function that moves them: how many go along as they are, how many
 * need their applicant, and each sentence with the number of drafts that it is told to. `content`: the guide as it would be.
 */
export async function draftsImpact(
  deps: Pick<PersonalDeps, 'db' | 'identity'>,
  itemId: string,
  kind: ChangeKind,
  content: ItemContent | null,
  now: Date,
): Promise<DraftsImpact> {
  const drafts = await unfinishedDrafts(deps.db, itemId)
  if (isClosing(kind))
    return {
      moves: 0,
      needing: drafts.length,
      attention: drafts.length > 0 ? [{ count: drafts.length, told: CLOSED_WORDS[kind].zh }] : [],
    }
  const told = new Map<string, number>()
  let needing = 0
  const context = { now, areas: await areaTree(deps.db, now) }
  for (const { draftId } of content === null ? [] : drafts) {
    const found = await readOpenDraft(deps.db, deps.identity.vault, draftId)
    if (!found) continue
    const { draft, materials } = found
    const before = await itemVersion(deps.db, itemId, draft.itemVersion)
    const since = draft.movedFrom === null ? before : await itemVersion(deps.db, itemId, draft.movedFrom)
    if (!before || !since) throw new Error(`draft ${draftId} refers to a missing item version`)
    const work = workOf(draft, materials)
    const { notes } = moveDraft(before.content, content!, work, context, since.content)
    if (notes.length > 0) needing += 1
    for (const zh of new Set(notes.map((n) => n.zh))) told.set(zh, (told.get(zh) ?? 0) + 1)
  }
  const attention = [...told].map(([sentence, count]) => ({ count, told: sentence }))
  return { moves: drafts.length - needing, needing, attention }
}
