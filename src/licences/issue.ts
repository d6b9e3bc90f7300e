import { randomBytes } from 'node:crypto'
import type { LicenceMetadata, LicencePlatformPort } from '../adapters/licence-platform/port.ts'
import type { Documents, Paper } from '../documents/index.ts'
import { type History, SYSTEM } from '../history/index.ts'
import type { Identity, Organ } from '../identity/index.ts'
import type { Database } from '../platform/database.ts'
import { licenceIdentifier } from './identifier.ts'
import type { Licence } from './licence.ts'
import { insertLicence, licenceOf, markPushed } from './store.ts'

export interface LicenceDeps {
  db: Database
  history: History
  documents: Documents
  identity: Identity
  licencePlatform: LicencePlatformPort
  publicUrl: string
}

export interface IssueCommand {
  licenceId: string
  dossierId: string
  dossierNumber: string
  type: 'licence' | 'approval'
  kind: string
  /** 证照类型代码, 21 characters; empty where the item names none: then the organ's own code and 001. */
  typeCode: string
  name: string
  number: string
  holder: { accountId: string; name: string; idMasked: string; idKind: string }
  organ: Organ
  issuedOn: string
  validUntil: string | null
  face: { label: string; value: string }[]
  item: { name: string; code: string }
  phones: { enquiry: string; complaint: string }
  sample: boolean
  at: Date
}

const typeCodeOf = (typeCode: string, organ: Organ) => typeCode || `${organ.creditCode}001`

/** Generates, seals and keeps the e-licence of a dossier (Art. 19). A dossier has one: asked again, the first is returned. */
export async function issueLicence(deps: LicenceDeps, c: IssueCommand): Promise<Licence> {
  const before = await licenceOf(deps.db, c.dossierId)
  if (before) return before
  const identifier = licenceIdentifier({
    typeCode: typeCodeOf(c.typeCode, c.organ),
    issuerCode: c.organ.creditCode,
    serial: `${c.issuedOn.replaceAll('-', '')}${c.licenceId.replaceAll('-', '').slice(0, 12).toUpperCase()}`,
    version: '001',
  })
  const checkToken = randomBytes(18).toString('base64url')
  const pdf = await deps.documents.render(facePaper(c, identifier, `${deps.publicUrl}/check/${checkToken}`))
  const sealed = await deps.documents.seal(pdf, {
    organ: { id: c.organ.organId, name: c.organ.name },
    at: c.at,
    reason: c.name,
  })
  const file = await deps.documents.files.put(sealed, {
    mediaType: 'application/pdf',
    name: `${c.name}.pdf`,
    at: c.at,
  })
  const code = await deps.identity.fullIdNumber(
    deps.db,
    c.holder.accountId,
    SYSTEM,
    `制作电子证照 ${c.number}`,
  )
  const licence: Licence = {
    licenceId: c.licenceId,
    identifier,
    dossierId: c.dossierId,
    kind: c.kind,
    name: c.name,
    number: c.number,
    holderAccount: c.holder.accountId,
    holderName: c.holder.name,
    holderCodeMasked: c.holder.idMasked,
    organId: c.organ.organId,
    organName: c.organ.name,
    issuedOn: c.issuedOn,
    validUntil: c.validUntil,
    face: c.face,
    fileId: file.fileId,
    checkToken,
    status: 'valid',
    madeOffline: false,
    pushedAt: null,
    sample: c.sample,
    madeAt: c.at,
  }
  await deps.db.transaction(async (tx) => {
    if (
      !(await insertLicence(tx, licence, deps.identity.vault.blind(c.holder.idKind as 'resident-id', code)))
    )
      return
    await deps.history.record(tx, `licence:${licence.licenceId}`, SYSTEM, c.at, [
      { type: 'licence.issued', data: { identifier, dossierId: c.dossierId, sha256: file.sha256 } },
    ])
  })
  return (await licenceOf(deps.db, c.dossierId)) ?? licence
}

function facePaper(c: IssueCommand, identifier: string, qrUrl: string): Paper {
  const head = {
    organ: { id: c.organ.organId, name: c.organ.name },
    number: c.number,
    date: c.issuedOn,
    sample: c.sample,
  }
  if (c.type === 'licence') {
    const until = c.validUntil ? `${dayText(c.issuedOn)}至${dayText(c.validUntil)}` : '长期'
    return { kind: 'licence', ...head, title: c.name, fields: c.face, validity: until, identifier, qrUrl }
  }
  return {
    kind: 'approval',
    ...head,
    title: c.name,
    dossier: c.dossierNumber,
    item: c.item,
    applicant: { name: c.holder.name, idMasked: c.holder.idMasked },
    enquiryPhone: c.phones.enquiry,
    complaintPhone: c.phones.complaint,
    qrUrl,
    body: [
      `${c.holder.name}：`,
      `你（单位）提出的「${c.item.name}」申请收悉。经审查，符合法定条件，现批复如下：`,
      ...c.face.map((f, i) => `${i + 1}．${f.label}：${f.value}。`),
      c.validUntil ? `本批复有效期至${dayText(c.validUntil)}。` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    attachments: [],
    identifier,
  }
}

const dayText = (day: string) => {
  const [y, m, d] = day.split('-')
  return `${y}年${Number(m)}月${Number(d)}日`
}

const HOLDER_CODE: Record<string, LicenceMetadata['CZZTDMLXDM']> = {
  'resident-id': '111',
  'credit-code': '001',
  passport: '414',
}

/**
 * Pushes a licence to the sharing platform and marks it as pushed. Safe to repeat. Throws while the platform is down.
 */
export async function pushLicence(
  deps: LicenceDeps,
  licence: Licence,
  { organ, typeCode, cause, at }: { organ: Organ; typeCode: string; cause: string; at: Date },
): Promise<Date> {
  if (licence.pushedAt) return licence.pushedAt
  const account = await deps.identity.account(licence.holderAccount)
  if (!account) throw new Error(`licence ${licence.licenceId} has no holder`)
  const code = await deps.identity.fullIdNumber(deps.db, licence.holderAccount, SYSTEM, cause)
  const metadata: LicenceMetadata = {
    ZZMC: licence.name,
    ZZLXDM: typeCodeOf(typeCode, organ),
    ZZBH: licence.number,
    ZZBS: licence.identifier,
    ZZBFJG: organ.name,
    ZZBFJGDM: organ.creditCode,
    ZZBFRQ: licence.issuedOn,
    CZZT: licence.holderName,
    CZZTDM: code,
    CZZTDMLXDM: HOLDER_CODE[account.idKind] ?? '111',
    ZZYXQQSRQ: licence.issuedOn,
    ZZYXQJZRQ: licence.validUntil ?? '',
  }
  const answer = await deps.licencePlatform.push(metadata, await deps.documents.files.read(licence.fileId))
  if (!answer.ok) throw new Error(`licence platform: ${answer.failure.technical}`)
  await deps.db.transaction(async (tx) => {
    if (!(await markPushed(tx, licence.licenceId, at))) return
    await deps.history.record(tx, `licence:${licence.licenceId}`, SYSTEM, at, [
      { type: 'licence.pushed', data: { digest: answer.value.digest } },
    ])
  })
  return at
}
