import { randomUUID } from 'node:crypto'
import { type Form, valueText } from '../../catalogue/index.ts'
import { issueLicence, licenceOf, pushLicence } from '../../licences/index.ts'
import { addMonths, dayOf } from '../../regulation/index.ts'
import { latestAnswers } from '../material-store.ts'
import { note, type ReactionDeps, type Scene } from './deps.ts'
import { licenceNumber } from './licence-number.ts'

/** 制证: makes and seals the licence or approval of a granted dossier, once. */
export async function makeLicence(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, item, organ, event } = scene
  const result = item.content.result
  if (dossier.result !== 'granted' || !result || result.type === 'none') return
  const issuedOn = dayOf(event.at)
  const answers = await latestAnswers(deps.db, dossier.dossierId)
  const licence = await issueLicence(deps, {
    licenceId: randomUUID(),
    dossierId: dossier.dossierId,
    dossierNumber: dossier.number,
    type: result.type,
    kind: result.licenceKind || (result.type === 'approval' ? 'approval' : 'licence'),
    typeCode: result.licenceTypeCode,
    name: result.name,
    number: licenceNumber(dossier.areaCode, item.content.basicCode, dossier.number),
    holder: {
      accountId: dossier.accountId,
      name: dossier.applicant.name,
      idMasked: dossier.applicant.idMasked,
      idKind: dossier.applicant.idKind,
    },
    organ,
    issuedOn,
    validUntil: result.validMonths === null ? null : addMonths(issuedOn, result.validMonths),
    face: faceOf(result.faceFields, {
      form: item.content.form,
      answers,
      holder: {
        name: dossier.applicant.name,
        code: dossier.applicant.idMasked,
        idKind: dossier.applicant.idKind,
      },
      organ: organ.name,
      day: issuedOn,
    }),
    item: { name: dossier.itemName, code: item.content.implCode },
    phones: { enquiry: item.content.consultPhone, complaint: item.content.complaintPhone },
    sample: dossier.sample,
    at: deps.now(),
  })
  await note(deps, dossier.dossierId, 'licence-made', 'dossier.licence-made', {
    licenceId: licence.licenceId,
    identifier: licence.identifier,
    name: licence.name,
    fileId: licence.fileId,
  })
}

/** Pushes it to the sharing platform; throws while that is down, so that the job tries again until it is taken. */
export async function publishLicence(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, organ, item } = scene
  const licence = await licenceOf(deps.db, dossier.dossierId)
  if (!licence) throw new Error(`dossier ${dossier.dossierId} has no licence to push`)
  const pushedAt = await pushLicence(deps, licence, {
    organ,
    typeCode: item.content.result?.licenceTypeCode ?? '',
    cause: `办件 ${dossier.number}，推送电子证照`,
    at: deps.now(),
  })
  await note(deps, dossier.dossierId, 'licence-pushed', 'dossier.licence-pushed', {
    licenceId: licence.licenceId,
    identifier: licence.identifier,
    pushedAt: pushedAt.toISOString(),
  })
}

/** The same item is granted to persons and to bodies: the face names the number that the holder has. */
const CODE_NAMES: Record<string, string> = {
  'resident-id': '公民身份号码',
  passport: '护照号',
  'credit-code': '统一社会信用代码',
}

interface FaceFacts {
  form: Form | null
  answers: Record<string, unknown>
  holder: { name: string; code: string; idKind: string }
  organ: string
  day: string
}

/** Fills `{form.key}`, `{holder.name}`, `{holder.code}`, `{organ.name}`, `{decision.day}` of the face's fields. */
export function faceOf(
  fields: { label: string; value: string }[],
  facts: FaceFacts,
): { label: string; value: string }[] {
  const known: Record<string, string> = {
    'holder.name': facts.holder.name,
    'holder.code': facts.holder.code,
    'organ.name': facts.organ,
    'decision.day': facts.day,
  }
  return fields.map(({ label, value }) => ({
    label: value === '{holder.code}' ? (CODE_NAMES[facts.holder.idKind] ?? label) : label,
    value: value.replace(/\{([\w.]+)\}/g, (_, path: string) => {
      if (path.startsWith('form.')) return answerText(facts, path.slice(5))
      return known[path] ?? ''
    }),
  }))
}

/** One text stands as it was filed; ticks, parts and rows as people read them. */
function answerText({ form, answers }: FaceFacts, key: string): string {
  const answer = answers[key]
  if (answer === undefined || answer === null) return ''
  if (typeof answer !== 'object') return String(answer)
  const field = form?.groups.flatMap((g) => g.fields).find((f) => f.key === key)
  if (field) return valueText(field, answer, { lang: 'zh' })
  return Array.isArray(answer) ? answer.map(String).join('、') : ''
}
