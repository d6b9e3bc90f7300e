import { randomUUID } from 'node:crypto'
import { type Application, drawDossierNumber, submit } from '../../casework/index.ts'
import {
  type AreaTree,
  areaTree,
  type ChosenSituation,
  chosenSituation,
  type FieldError,
  type FormValues,
  type ItemVersion,
  itemIn,
  itemVersion,
  uploadsOf,
  validate,
  withUploads,
} from '../../catalogue/index.ts'
import { heldLicences, sealNumbers } from '../../exchange/index.ts'
import type { Account } from '../../identity/index.ts'
import { done, type Refusal, type Result, refuse } from '../../platform/refusal.ts'
import type { Delivery, Draft, GivenMaterial } from '../drafts/draft.ts'
import { isOnline } from '../drafts/move.ts'
import { markSubmitted, readDraft } from '../drafts/store.ts'
import { effectiveAnswers, firmFacts } from '../form/facts.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { notForYou } from './for-whom.ts'
import { versionInForce } from './in-force.ts'
import { answerFrom, formOf } from './scene.ts'

/** What still stands between a draft and its submission. */
export interface Open {
  errors: FieldError[]
  /** Keys of materials that must be given and are not. */
  missing: string[]
}

/** Judges a draft as it would be filed. */
export function judge(
  item: Pick<ItemVersion, 'content'>,
  draft: Pick<Draft, 'answers' | 'known'>,
  materials: GivenMaterial[],
  context: { now: Date; areas: AreaTree },
): Open & { values: FormValues } {
  const form = formOf(item)
  const typed = effectiveAnswers(form, draft.answers, draft.known)
  const answers = withUploads(item.content, typed, materials) as FormValues
  const judged = validate(form, answers, context)
  // What a register or the sign-in proved is right by its source: it is filed as it is and cannot be a fault of the applicant.
  const firm = new Map(firmFacts(form, answers, draft.known))
  const values = { ...judged.values, ...Object.fromEntries(firm) }
  const errors = judged.errors.filter((e) => !firm.has(e.field.split('.')[0]!))
  const given = new Set(materials.filter(isGiven).map((m) => m.materialKey))
  const missing = item.content.materials
    .filter((m) => m.need === 'required' && !given.has(m.key))
    .map((m) => m.key)
  return { values, errors, missing }
}

/** An upload without a file is only the wish to upload. */
export const isGiven = (m: GivenMaterial): boolean => m.source !== 'upload' || m.fileId !== null

export interface Submission {
  draftId: string
  declaredTrue: boolean
  consented: boolean
  delivery: Delivery
  channel: Application['channel']
  /** The version of the guide that the page of the declaration showed; null where it did not say. */
  version: number | null
}

/** The refusal of a draft that is not whole yet; `detail` says what is open, for the page to point at. */
const notWhole = (open: Open): { ok: false; refusal: Refusal } =>
  refuse('not-whole', `还有 ${open.errors.length + open.missing.length} 处要改，改好再提交。`, {
    detail: open,
  })

/**
 * Hands a draft in (Art. 11): judged once more, declared true, and turned into a dossier in one transaction with the mark on the
 * draft. Handing in twice, also at the same moment, gives the one dossier. No register is asked on the way.
 */
export async function handIn(
  deps: PersonalDeps,
  account: Account,
  submission: Submission,
  now: Date,
): Promise<Result<{ dossierId: string; again: boolean }>> {
  const seen = await readDraft(deps.db, deps.identity.vault, account.accountId, submission.draftId)
  if (!seen) return refuse('not-found', '没有这份草稿，或者它不是您的。')
  const { draft } = seen
  if (draft.submittedDossier) return done({ dossierId: draft.submittedDossier, again: true })
  const undeclared = notDeclared(submission)
  if (undeclared) return { ok: false, refusal: undeclared }
  // What is declared is what was read: a page of an earlier version is read once more.
  if (submission.version !== null && submission.version !== draft.itemVersion)
    return { ok: false, refusal: GUIDE_CHANGED }
  const whole = await itemVersion(deps.db, draft.itemId, draft.itemVersion)
  if (!whole) throw new Error(`draft ${draft.draftId} refers to a missing item version`)
  // What is asked for follows from the kept answers, never from what a page sends.
  const chosen = chosenSituation(whole.content, draft.situation)
  const item = itemIn(whole, chosen)

  const foreign = notForYou(item.content, account)
  if (foreign) return { ok: false, refusal: foreign }
  const materials = await withHeldLicences(deps, account, item, seen.materials, now)
  const judged = judge(item, draft, materials, { now, areas: await areaTree(deps.db, now) })
  const ready = judged.errors.length + judged.missing.length === 0
  const [inForce, number] = await Promise.all([
    versionInForce(deps, draft.itemId, now),
    ready ? drawDossierNumber(deps, item, now) : '',
  ])
  const outdated = notInForce(inForce, draft) ?? (isOnline(item.content) ? null : NOT_OFFERED)
  if (outdated) return { ok: false, refusal: outdated }
  if (!ready) return notWhole(judged)

  const dossierId = randomUUID()
  const applied = await deps.db.transaction(async (tx) => {
    // Whoever marks the draft files it. The mark holds only for what was judged: saved meanwhile, it is judged anew.
    if (!(await markSubmitted(tx, draft, dossierId, now))) return false
    await submit(
      deps,
      tx,
      applicationOf(deps, account, submission, { dossierId, number, item, chosen, materials, judged }),
      now,
    )
    return true
  })
  return applied ? done({ dossierId, again: false }) : handIn(deps, account, submission, now)
}

function notDeclared({ declaredTrue, consented }: Submission): Refusal | null {
  if (!declaredTrue)
    return {
      name: 'declaration-needed',
      sentence: '请先勾选声明：内容和材料真实、有效。',
      field: 'declared',
      english: 'Please tick the declaration that everything is true and valid.',
    }
  if (!consented)
    return {
      name: 'consent-needed',
      sentence: '请先勾选同意：部门为办这件事查看您的证照和身份信息。',
      field: 'consented',
      english: 'Please agree that the department may look at your licences and identity for this matter.',
    }
  return null
}

function notInForce(inForce: number | null, draft: Draft): Refusal | null {
  if (inForce === null) return NOT_OFFERED
  return inForce === draft.itemVersion ? null : GUIDE_CHANGED
}

const NOT_OFFERED: Refusal = {
  name: 'not-offered',
  sentence: '这个事项现在不受理网上申请。填的内容都留着，请看事项页的说明。',
  english: 'This service is not offered online at present. What you filled in is kept.',
}

const GUIDE_CHANGED: Refusal = {
  name: 'guide-changed',
  sentence: '办事指南更新了，提交前请看一遍新的要求。填的内容都留着。',
  english:
    'The guide has changed. Please look at the new requirements before you submit; everything is kept.',
}

interface Filing {
  dossierId: string
  number: string
  item: ItemVersion
  chosen: ChosenSituation | null
  materials: GivenMaterial[]
  judged: { values: FormValues }
}

function applicationOf(
  deps: PersonalDeps,
  account: Account,
  submission: Submission,
  { dossierId, number, item, chosen, materials, judged }: Filing,
): Application {
  return {
    dossierId,
    number,
    item,
    applicant: applicantOf(account),
    answers: sealNumbers(deps.identity.vault, dossierId, formOf(item), judged.values),
    materials: uploadsOf(item.content).flatMap((m) => {
      const given = materials.find((g) => g.materialKey === m.key && isGiven(g))
      if (!given || isForgone(m.key, judged.values)) return []
      const { materialKey, source, fileId, fileName, licence } = given
      return [{ materialKey, name: m.name, source, fileId, fileName, licence }]
    }),
    channel: submission.channel,
    delivery: { ...submission.delivery },
    situation: chosen,
  }
}

/** Licences are put into the draft when its page is opened; somebody who never opened it gets them here. */
async function withHeldLicences(
  deps: PersonalDeps,
  account: Account,
  item: ItemVersion,
  materials: GivenMaterial[],
  now: Date,
): Promise<GivenMaterial[]> {
  const open = item.content.materials.filter(
    (m) => m.licenceKind !== '' && m.need === 'required' && !materials.some((g) => g.materialKey === m.key),
  )
  if (open.length === 0) return materials
  const kinds = open.map((m) => m.licenceKind)
  const held = await heldLicences(deps, account, kinds, `在线申报「${item.content.name}」，调用电子证照`, now)
  return [...materials, ...open.flatMap((m) => answerFrom(m, held, now) ?? [])]
}

/** The file of a field that is no longer asked, because another answer changed, is not filed. */
function isForgone(materialKey: string, values: FormValues): boolean {
  const [, field] = /^form\.(.+)$/.exec(materialKey) ?? []
  return field !== undefined && values[field] === undefined
}

const applicantOf = (account: Account): Application['applicant'] => ({
  accountId: account.accountId,
  kind: account.subjectKind,
  name: account.name,
  idKind: account.idKind,
  idMasked: account.idMasked,
  phoneMasked: account.phoneMasked,
})
