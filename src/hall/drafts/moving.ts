import { areaTree, type Form, type ItemVersion, itemForGuide, itemVersion } from '../../catalogue/index.ts'
import { write, writeQuietly } from '../../messages/index.ts'
import type { Tx } from '../../platform/database.ts'
import type { Answers } from '../form/answers.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import type { Draft, GivenMaterial } from './draft.ts'
import { type DraftWork, type Move, type MoveNote, moveDraft, notesOf } from './move.ts'
import { writeMove } from './move-store.ts'
import { readOpenDraft } from './store.ts'
import { movedMessage } from './told.ts'

export type MovingDeps = Pick<PersonalDeps, 'db' | 'jobs' | 'identity'>

const TRIES = 5

/**
 * Takes a draft along to the version in force and tells its applicant, once per version. Safe at any time and any number of
 * times: the work that follows a change, a page that is opened before that work was done, and a submission all come here.
 */
export async function moveToInForce(deps: MovingDeps, draftId: string, now: Date): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await readOpenDraft(deps.db, deps.identity.vault, draftId)
    const inForce = found && (await itemForGuide(deps.db, found.draft.itemId))
    if (!found || !inForce || inForce.version === found.draft.itemVersion) return
    const { draft, materials } = found
    const move = await moveOf(deps, draft, materials, draft.itemVersion, inForce, now)
    if (await keep(deps, draft, move, inForce, now)) return
  }
  throw new Error(`draft ${draftId} is saved again and again while it should be taken along`)
}

/**
 * Saves what a page typed that was shown before the draft was taken along: answers that the guide still asks for go to their
 * places, the others are kept. False: it was handed in or deleted.
 */
export async function saveFromEarlierPage(
  deps: MovingDeps,
  draftId: string,
  page: ItemVersion,
  typed: Answers,
  now: Date,
): Promise<boolean> {
  for (let tries = 0; tries < TRIES; tries++) {
    const saved = await trySaving(deps, draftId, page, typed, now)
    if (saved !== 'again') return saved === 'saved'
  }
  return false
}

async function trySaving(
  deps: MovingDeps,
  draftId: string,
  page: ItemVersion,
  typed: Answers,
  now: Date,
): Promise<'saved' | 'again' | 'gone'> {
  const found = await readOpenDraft(deps.db, deps.identity.vault, draftId)
  const item = found && (await itemVersion(deps.db, found.draft.itemId, found.draft.itemVersion))
  if (!found || !item) return 'gone'
  const { draft, materials } = found
  const answers = { ...draft.answers, ...typed }
  const since = draft.movedFrom === null ? page.version : Math.min(page.version, draft.movedFrom)
  const seen = { ...draft, answers, movedFrom: since }
  const move = await moveOf(deps, seen, materials, page.version, item, now)
  const changed = { ...typed, ...move.changed }
  // Only what this page typed: places that take another kind of answer by now hold what a later page put there.
  for (const [key, value] of Object.entries(move.changed))
    if (value === undefined && key in typed) delete changed[key]
  const form: Form = {
    groups: [...(page.content.form?.groups ?? []), ...(item.content.form?.groups ?? [])],
  }
  const written = await deps.db.transaction((tx) =>
    writeMove(tx, deps.identity.vault, {
      draftId,
      revision: draft.revision,
      version: item.version,
      movedFrom: move.notes.length > 0 ? since : null,
      form,
      changed,
      kept: move.kept,
      savedAt: now,
    }),
  )
  return written ? 'saved' : 'again'
}

/** What the applicant still has to look at since the guide changed; nothing where they have seen it all. */
export async function openNotes(
  deps: Pick<PersonalDeps, 'db'>,
  draft: Draft,
  materials: readonly GivenMaterial[],
  now: Date,
): Promise<MoveNote[]> {
  if (draft.movedFrom === null) return []
  const [before, after] = await Promise.all([
    contentOf(deps, draft.itemId, draft.movedFrom),
    contentOf(deps, draft.itemId, draft.itemVersion),
  ])
  return notesOf(before, after, workOf(draft, materials), { now, areas: await areaTree(deps.db, now) })
}

export const workOf = (draft: Draft, materials: readonly GivenMaterial[]): DraftWork => ({
  answers: draft.answers,
  situation: draft.situation,
  materials,
  known: draft.known,
  kept: draft.kept,
})

async function moveOf(
  deps: Pick<PersonalDeps, 'db'>,
  draft: Draft,
  materials: readonly GivenMaterial[],
  from: number,
  to: ItemVersion,
  now: Date,
): Promise<Move> {
  const before = await contentOf(deps, draft.itemId, from)
  const since = draft.movedFrom === null ? before : await contentOf(deps, draft.itemId, draft.movedFrom)
  const context = { now, areas: await areaTree(deps.db, now) }
  return moveDraft(before, to.content, workOf(draft, materials), context, since)
}

/** Writes the move with its message in one transaction; false when the draft changed meanwhile. */
const keep = (deps: MovingDeps, draft: Draft, move: Move, to: ItemVersion, now: Date): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const { draftId, revision, itemVersion: from } = draft
    const written = await writeMove(tx, deps.identity.vault, {
      draftId,
      revision,
      version: to.version,
      movedFrom: move.notes.length > 0 ? (draft.movedFrom ?? from) : null,
      form: to.content.form ?? { groups: [] },
      changed: move.changed,
      kept: move.kept,
    })
    const cause = `draft:${draftId}:version:${to.version}`
    if (written)
      await tell(deps, tx, draft.accountId, cause, movedMessage(to.content, move.notes), now, {
        sms: move.notes.length > 0,
      })
    return written
  })

/** A message in the applicant's space, and by SMS where there is something to do. */
export async function tell(
  deps: MovingDeps,
  tx: Tx,
  accountId: string,
  cause: string,
  text: string,
  now: Date,
  { sms }: { sms: boolean },
): Promise<void> {
  const account = await deps.identity.account(accountId, tx)
  if (!account) return
  const to = { accountId, phoneMasked: account.phoneMasked, dossierId: null }
  if (sms) await write(deps, tx, to, cause, text, now)
  else await writeQuietly(tx, to, cause, text, now)
}

async function contentOf({ db }: Pick<PersonalDeps, 'db'>, itemId: string, version: number) {
  const item = await itemVersion(db, itemId, version)
  if (!item) throw new Error(`item ${itemId} has no version ${version}`)
  return item.content
}
