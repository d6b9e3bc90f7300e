import {
  type ArchiveFile,
  buildArchivePackage,
  checkArchivePackage,
  drawFileSerial,
  insertPackage,
  keepReceipt,
  packageOf,
} from '../../archive/index.ts'
import { ITEM_TYPE_NAMES } from '../../catalogue/index.ts'
import type { PaperKind } from '../../documents/index.ts'
import { licenceOf } from '../../licences/index.ts'
import { dayOf } from '../../regulation/index.ts'
import { type Dossier, RESULTS } from '../dossier.ts'
import { allMaterials, latestAnswers, latestMaterials } from '../material-store.ts'
import { lockDossier, saveDossier } from '../store.ts'
import { note, type ReactionDeps, type Scene } from './deps.ts'
import { makePaper, papersOf } from './make-paper.ts'
import { applicationForm, serviceReceipt } from './papers.ts'

/** 过程文件 and 结果文件 codes of the archive for our papers (domain: Fuzhou's archive list). */
const CODES: Partial<Record<PaperKind, string>> = {
  'application-form': 'A1',
  receipt: 'B1',
  'non-acceptance': 'B4',
  'acceptance-slip': 'B8',
  'correction-notice': 'B18',
  'service-receipt': 'B19',
  'decision-grant': 'C1',
  'decision-refuse': 'C1',
}

/** 归档 (Art. 21): application, uploads, notices, decision, licence and service receipt in one package, checked before it is kept. */
export async function makeArchivePackage(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, item, organ, event } = scene
  const known = await packageOf(deps.db, dossier.dossierId)
  if (known) return
  await lastPapers(deps, scene)
  const files = await filesOf(deps, scene)
  const licence = await licenceOf(deps.db, dossier.dossierId)
  const now = deps.now()
  const year = Number(dayOf(event.at).slice(0, 4))
  const made = buildArchivePackage({
    number: {
      regionCode: dossier.areaCode,
      // 全宗号 is given by the archive to each organ; the sample world has none, so zeros stand for it.
      fonds: '0000',
      taskCode: item.content.basicCode,
      year,
      retention: item.content.itemType === '01' ? 'D30' : 'D10',
      serial: await drawFileSerial(deps.db, year, item.content.basicCode),
    },
    base: {
      systemDescription: '榕办',
      archives: { identifier: organ.areaCode, name: `${organ.areaName}档案馆（示例）` },
      fondsUnitName: organ.name,
      leadDepartment: organ.name,
      socialCode: organ.creditCode,
      securityClassification: '公开',
      dossierNumber: dossier.number,
      taskName: dossier.itemName,
      taskVersion: String(dossier.itemVersion),
      taskType: ITEM_TYPE_NAMES[item.content.itemType] ?? item.content.itemType,
      projectName: `${dossier.applicant.name} ${dossier.itemName}`,
      serviceType: item.content.projectType === '1' ? '即办件' : '承诺件',
      applicant: {
        name: dossier.applicant.name,
        type: dossier.applicant.kind,
        cardType: dossier.applicant.idKind,
        card: dossier.applicant.idMasked,
        address: '',
      },
      receiveDepartment: organ.name,
      receivedAt: dossier.receivedAt,
      closedAt: dossier.closedAt ?? event.at,
      archivedAt: now,
      result: dossier.result ? RESULTS[dossier.result] : '',
      resultCode: licence?.number ?? '',
      acceptNumber: dossier.number,
      ...(dossier.sample ? { remarks: '示例' } : {}),
    },
    files,
    transfer: {
      systemCode: 'rongban',
      transactor: '系统',
      sentAt: now,
      sendNumber: dossier.number,
      downloadUrl: `${deps.publicUrl}/api/archive/${dossier.dossierId}`,
    },
  })
  const findings = await checkArchivePackage(made.zip, { transferList: made.transferList })
  if (findings.length > 0)
    throw new Error(`archive package: ${findings.map((f) => `${f.code} ${f.sentence}`).join('; ')}`)
  const file = await deps.documents.files.put(made.zip, {
    mediaType: 'application/zip',
    name: `${made.fileNumber}.zip`,
    at: now,
  })
  await note(
    deps,
    dossier.dossierId,
    'archive-packed',
    'dossier.archive-packed',
    { fileNumber: made.fileNumber, sha256: made.digest, files: files.length },
    async (tx) => {
      await insertPackage(tx, {
        dossierId: dossier.dossierId,
        fileNumber: made.fileNumber,
        fileId: file.fileId,
        sha256: made.digest,
        size: made.zip.length,
        findings,
        transferList: made.transferList,
        madeAt: now,
      })
    },
  )
}

/** The papers that exist only once a dossier is closed: the application as filed, and the service receipt. */
async function lastPapers(deps: ReactionDeps, scene: Scene): Promise<void> {
  const { dossier, event } = scene
  const answers = await latestAnswers(deps.db, dossier.dossierId)
  const materials = await latestMaterials(deps.db, dossier.dossierId)
  await makePaper(deps, dossier.dossierId, applicationForm(deps, scene, answers, materials), event.seq, false)
  const served = (await papersOf(deps.db, dossier.dossierId))
    .filter((p) => p.kind.startsWith('decision') || p.kind === 'non-acceptance')
    .map((p) => ({ name: p.title, number: p.documentNumber }))
  const licence = await licenceOf(deps.db, dossier.dossierId)
  if (licence) served.push({ name: licence.name, number: licence.number })
  if (served.length > 0)
    await makePaper(deps, dossier.dossierId, serviceReceipt(deps, scene, served), event.seq, false)
}

/** Papers that the dossier's life has caused, each made by a queue of its own: a package made before them would lack them for good. */
function papersDue(dossier: Dossier): PaperKind[][] {
  const due: PaperKind[][] = [['receipt']]
  for (let no = 0; no < dossier.corrections; no++) due.push(['correction-notice'])
  if (dossier.acceptedAt) due.push(['acceptance-slip'])
  if (dossier.result === 'not-accepted') due.push(['non-acceptance'])
  if (dossier.result === 'granted' || dossier.result === 'refused')
    due.push(['decision-grant', 'decision-refuse'])
  return due
}

async function filesOf(deps: ReactionDeps, { dossier }: Scene): Promise<ArchiveFile[]> {
  const { files } = deps.documents
  const papers = await papersOf(deps.db, dossier.dossierId)
  const made = papers.map((p) => p.kind as PaperKind)
  for (const kinds of papersDue(dossier)) {
    const at = made.findIndex((kind) => kinds.includes(kind))
    if (at < 0) throw new Error(`no ${kinds.join(' or ')} is made yet; the package waits for it`)
    made.splice(at, 1)
  }
  const found: ArchiveFile[] = []
  for (const p of papers) {
    const code = CODES[p.kind as PaperKind] ?? 'B99'
    const content = await files.read(p.fileId)
    found.push({ code, standardName: p.title, actualName: `${p.title}.pdf`, content, createdAt: p.at })
  }
  for (const m of await allMaterials(deps.db, dossier.dossierId)) {
    if (!m.fileId) continue
    const stored = await files.find(m.fileId)
    if (!stored) continue
    const actualName = m.fileName || stored.name
    found.push({
      code: 'A2',
      standardName: m.name,
      actualName,
      content: await files.read(m.fileId),
      createdAt: m.at,
    })
  }
  const licence = await licenceOf(deps.db, dossier.dossierId)
  if (licence) {
    const content = await files.read(licence.fileId)
    found.push({
      code: 'C2',
      standardName: licence.name,
      actualName: `${licence.name}.pdf`,
      content,
      createdAt: licence.madeAt,
    })
  }
  return found
}

/** Hands the package to the archive and keeps its receipt; throws while the archive is down, so that the job tries again. */
export async function depositPackage(deps: ReactionDeps, { dossier }: Scene): Promise<void> {
  const kept = await packageOf(deps.db, dossier.dossierId)
  if (!kept) throw new Error(`dossier ${dossier.dossierId} has no package`)
  if (kept.receipt) return
  const zip = await deps.documents.files.read(kept.fileId)
  const answer = await deps.archivePort.deposit({
    electronicFileNumber: kept.fileNumber,
    zip,
    transferList: kept.transferList,
  })
  if (!answer.ok) throw new Error(`archive: ${answer.failure.technical}`)
  const receipt = answer.value
  if (receipt.result !== 'accepted') {
    // The same package would get the same answer: a person must look, and finds why in the dossier's history.
    await note(deps, dossier.dossierId, `archive-returned:${kept.sha256}`, 'dossier.archive-returned', {
      fileNumber: kept.fileNumber,
      findings: receipt.findings,
    })
    return
  }
  const now = deps.now()
  await note(
    deps,
    dossier.dossierId,
    'archived',
    'dossier.archived',
    { fileNumber: kept.fileNumber, receiptNumber: receipt.receiptNumber, digest: receipt.digest },
    async (tx) => {
      await keepReceipt(tx, dossier.dossierId, receipt, now)
      const held = await lockDossier(tx, dossier.dossierId)
      const none = { dueAt: null, yellowAt: null, redAt: null }
      await saveDossier(tx, { ...held!, status: 'archived', version: held!.version + 1 }, none)
    },
  )
}
