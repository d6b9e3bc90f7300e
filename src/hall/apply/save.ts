import { type ItemVersion, itemVersion } from '../../catalogue/index.ts'
import { heldLicences } from '../../exchange/index.ts'
import type { Account } from '../../identity/index.ts'
import { saveFromEarlierPage } from '../drafts/moving.ts'
import { saveDraft } from '../drafts/store.ts'
import { afterAct, controlName, formAct, readAnswers } from '../form/answers.ts'
import { indexes } from '../form/row-names.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import type { FormBody } from '../uploads/multipart.ts'
import { receiveFile } from '../uploads/receive.ts'
import { type FailedFile, fileControl } from '../uploads/rows.tsx'
import { type Target, targetOf } from '../uploads/target.ts'
import { answerFrom, formOf, type Scene } from './scene.ts'

/** Saves what was typed, right or wrong; nothing that is on the page is ever lost for being wrong. */
export async function saveAnswers(
  deps: PersonalDeps,
  account: Account,
  scene: Pick<Scene, 'draft' | 'form' | 'areas'>,
  fields: Record<string, unknown>,
  now: Date,
): Promise<Date | null> {
  const { draft } = scene
  const page = await pageBefore(deps, draft, fields[PAGE_VERSION])
  const form = page ? formOf(page) : scene.form
  const typed = readAnswers(form, fields, scene.areas)
  const act = formAct(form, fields['do'])
  const answers = act ? afterAct(typed, act, indexes(Object.keys(fields), controlName(act.key))) : typed
  if (page) return (await saveFromEarlierPage(deps, draft.draftId, page, answers, now)) ? now : null
  return saveDraft(
    deps.db,
    deps.identity.vault,
    { draftId: draft.draftId, accountId: account.accountId, form, answers },
    now,
  )
}

/** Control that says under which version of the guide a page was shown. */
export const PAGE_VERSION = 'guide-version'

/** The version of a page that was shown before the guide changed; null: the page is of the draft's own version. */
async function pageBefore(
  deps: PersonalDeps,
  draft: Scene['draft'],
  shown: unknown,
): Promise<ItemVersion | null> {
  const version = Number(shown)
  if (!Number.isInteger(version) || version < 1 || version >= draft.itemVersion) return null
  const page = await itemVersion(deps.db, draft.itemId, version)
  return page && page.status !== 'draft' ? page : null
}

type Place = { draftId: string } | { dossierId: string }

/** Takes the files that came with a form, each for its own material; one that is refused does not touch the others. */
export async function takeFiles(
  deps: PersonalDeps,
  account: Account,
  to: Place,
  keys: readonly string[],
  body: FormBody,
  now: Date,
): Promise<Record<string, FailedFile>> {
  const failed: Record<string, FailedFile> = {}
  for (const key of keys) {
    const file = body.files[fileControl(key)]
    const target = file && (await targetOf(deps, account, { ...to, materialKey: key }))
    if (!file || !target) continue
    const received = await receiveFile(deps, account, target, file, now)
    if (!received.ok) failed[key] = { fileName: file.name, refusal: received.refusal }
  }
  return failed
}

export type MaterialAct = 'upload' | 'remove' | 'licence' | 'courier' | 'upload-instead'

/** Reads 「remove:m3」; null for what is no act on a material. */
export function materialAct(pressed: unknown): { act: MaterialAct; key: string } | null {
  const found =
    typeof pressed === 'string' ? /^(upload|remove|licence|courier|upload-instead):(.+)$/.exec(pressed) : null
  return found ? { act: found[1] as MaterialAct, key: found[2]! } : null
}

/** Does what a button of a row asks, as far as the material allows it. Files themselves are taken by {@link takeFiles}. */
export async function actOnMaterial(
  deps: PersonalDeps,
  account: Account,
  target: Target,
  act: MaterialAct,
  now: Date,
): Promise<void> {
  const { material, item } = target
  const blank = { materialKey: material.key, fileId: null, fileName: '', licence: null, addedAt: now }
  if (act === 'remove' || act === 'upload-instead') {
    // An upload without a file says that the applicant would rather upload than have the licence fetched.
    if (material.licenceKind !== '') await target.put({ ...blank, source: 'upload' })
    else await target.remove()
  }
  if (act === 'courier' && material.courierAllowed) await target.put({ ...blank, source: 'courier' })
  if (act === 'licence' && material.licenceKind !== '') {
    const cause = `在线申报「${item.content.name}」，调用电子证照`
    const held = await heldLicences(deps, account, [material.licenceKind], cause, now)
    const answer = answerFrom(material, held, now)
    if (answer) await target.put(answer)
  }
}
