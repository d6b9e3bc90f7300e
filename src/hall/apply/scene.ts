import { randomUUID } from 'node:crypto'
import {
  type AreaTree,
  areaTree,
  type ChosenSituation,
  type ClosedGuide,
  chosenSituation,
  closedGuide,
  type Form,
  type ItemVersion,
  itemForGuide,
  itemIn,
  itemVersion,
  type Material,
  type SituationAnswers,
} from '../../catalogue/index.ts'
import { type Held, heldLicences, type Known, knownAbout } from '../../exchange/index.ts'
import type { Account } from '../../identity/index.ts'
import type { Draft, GivenMaterial } from '../drafts/draft.ts'
import type { MoveNote } from '../drafts/move.ts'
import { moveToInForce, openNotes } from '../drafts/moving.ts'
import { openDraft, putMaterial, readDraft, saveKnown } from '../drafts/store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { versionInForce } from './in-force.ts'

export const NO_FORM: Form = { groups: [] }
export const formOf = (item: Pick<ItemVersion, 'content'>): Form => item.content.form ?? NO_FORM

/** A draft with all that its pages show. */
export interface Scene {
  draft: Draft
  materials: GivenMaterial[]
  /** The item in the chosen situation: only what this applicant is asked for. */
  item: ItemVersion
  /** The same without regard to the situation. */
  whole: ItemVersion
  /** 所选情形; null while the questions are not answered, or have changed since: then the whole list holds. */
  chosen: ChosenSituation | null
  form: Form
  /** Why the item is not offered now, and where to go instead; null: it is offered. */
  closed: ClosedGuide | null
  /** What the applicant should look at since the guide changed. */
  notes: MoveNote[]
  areas: AreaTree
}

/** Begins an application, or goes on with the one that lies unfinished. Null when the item is not offered. */
export async function beginDraft(
  deps: PersonalDeps,
  account: Account,
  itemId: string,
  situation: SituationAnswers | null,
  now: Date,
): Promise<Draft | null> {
  const item = await itemForGuide(deps.db, itemId)
  if (!item) return null
  const asked = {
    draftId: randomUUID(),
    accountId: account.accountId,
    itemId: item.itemId,
    itemVersion: item.version,
    situation,
  }
  const { draft } = await deps.db.transaction((tx) => openDraft(tx, deps.identity.vault, asked, now))
  return draft
}

/**
 * The draft of this account, taken along to the guide in force if the work that follows a change was not done yet; null for
 * everybody else's and for what never was.
 */
export async function sceneOf(deps: PersonalDeps, account: Account, draftId: string): Promise<Scene | null> {
  const read = () => readDraft(deps.db, deps.identity.vault, account.accountId, draftId)
  const now = deps.clock.now()
  let found = await read()
  if (!found) return null
  const inForce = await versionInForce(deps, found.draft.itemId, now, true)
  if (inForce !== null && inForce !== found.draft.itemVersion && !found.draft.submittedDossier) {
    await moveToInForce(deps, draftId, now)
    found = await read()
    if (!found) return null
  }
  const { draft, materials } = found
  const whole = await itemVersion(deps.db, draft.itemId, draft.itemVersion)
  if (!whole) throw new Error(`draft ${draftId} refers to a missing item version`)
  const chosen = chosenSituation(whole.content, draft.situation)
  const [closed, notes, areas] = await Promise.all([
    inForce === null ? closedGuide(deps.db, draft.itemId) : null,
    openNotes(deps, draft, materials, now),
    areaTree(deps.db, now),
  ])
  const item = itemIn(whole, chosen)
  return { draft, materials, item, whole, chosen, form: formOf(whole), closed, notes, areas }
}

const causeOf = (item: ItemVersion): string => `在线申报「${item.content.name}」，预填申请表`

/**
 * Fetches what is known and held already (Art. 13.1) and notes it in the draft, so that neither the review nor the
 * submission waits for a register. A licence that answers a material is put in its place unless the applicant gave something else.
 */
export async function fetchKnown(
  deps: PersonalDeps,
  account: Account,
  scene: Scene,
  now: Date,
): Promise<{ scene: Scene; known: Known; held: Held }> {
  const { item, draft } = scene
  const cause = causeOf(item)
  const kinds = item.content.materials.map((m) => m.licenceKind).filter((k) => k !== '')
  const [known, held] = await Promise.all([
    knownAbout(deps, account, cause, now),
    heldLicences(deps, account, kinds, cause, now),
  ])
  if (draft.known?.at !== known.at) await saveKnown(deps.db, draft.draftId, known)
  const materials = [...scene.materials]
  for (const wanted of item.content.materials) {
    const at = materials.findIndex((g) => g.materialKey === wanted.key)
    const given = materials[at]
    const answer = answerFrom(wanted, held, now)
    const waiting = given?.source === 'licence' && given.licence?.['pending'] === true
    if (!answer || (given && !waiting) || (waiting && answer.licence?.['pending'] === true)) continue
    await putMaterial(deps.db, draft.draftId, answer)
    if (at >= 0) materials[at] = answer
    else materials.push(answer)
  }
  return { scene: { ...scene, draft: { ...draft, known }, materials }, known, held }
}

/** What answers a material without the applicant: a licence held, or the promise to fetch it once the platform is back. */
export function answerFrom(wanted: Material, held: Held, now: Date): GivenMaterial | null {
  if (wanted.licenceKind === '') return null
  const found = held.licences.find((l) => l.kind === wanted.licenceKind)
  const blank = {
    materialKey: wanted.key,
    source: 'licence' as const,
    fileId: null,
    fileName: '',
    addedAt: now,
  }
  if (found) return { ...blank, licence: found }
  return held.pending ? { ...blank, licence: { pending: true, kind: wanted.licenceKind } } : null
}
