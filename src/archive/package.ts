import { createHash } from 'node:crypto'
import { type Zippable, zipSync } from 'fflate'
import { element, xmlDocument } from './xml.ts'

/** 保管期限: 永久, 定期 30 年, 定期 10 年. */
export type Retention = 'Y' | 'D30' | 'D10'

/** 电子文件号 in its parts; `taskCode` is the 基本编码 (10 characters, or 12 since 2018). */
export interface FileNumberParts {
  regionCode: string
  /** 全宗号, four digits. */
  fonds: string
  taskCode: string
  year: number
  retention: Retention
  serial: number
}

/** What the archive wants to know of the case; names as in `base_info`. Empty texts are allowed where the case has none. */
export interface ArchiveBaseInfo {
  /** 来源系统 */
  systemDescription: string
  /** 档案馆 */
  archives: { identifier: string; name: string }
  /** 立档单位 */
  fondsUnitName: string
  leadDepartment: string
  /** 统一社会信用代码 of the organ. */
  socialCode: string
  /** 密级 */
  securityClassification: string
  /** 办件编号 */
  dossierNumber: string
  taskName: string
  taskVersion: string
  taskType: string
  /** 办件名称 */
  projectName: string
  /** 办件类型 */
  serviceType: string
  applicant: { name: string; type: string; cardType: string; card: string; address: string }
  legalPerson?: { name: string; idType: string; idNumber: string }
  /** 投资项目, where there is one. */
  project?: { code: string; title: string; address: string }
  receiveDepartment: string
  receivedAt: Date
  /** 办结时间 */
  closedAt: Date
  archivedAt: Date
  result: string
  /** 证照编号 */
  resultCode: string
  /** 受理编号 */
  acceptNumber: string
  remarks?: string
}

/** One file of the package. */
export interface ArchiveFile {
  /** A… 申报文件, B… 过程文件, C… 结果文件; B codes by the archive's list (B8 受理承诺单, B19 送达回执 …). */
  code: string
  /** The name by the standard, e.g. 受理承诺单. */
  standardName: string
  /** The name it had, with its ending. */
  actualName: string
  content: Buffer
  createdAt: Date
  /** 共享类型, and the basis where it is not shared. */
  share?: { kind: '无条件共享' | '有条件共享' | '不予共享'; condition?: string }
}

export interface ArchiveTransfer {
  systemCode: string
  /** Who hands over. */
  transactor: string
  sentAt: Date
  sendNumber: string
  /** Where the archive can fetch the package. */
  downloadUrl: string
}

export interface ArchivePackage {
  zip: Buffer
  /** 电子文件号; the ZIP is called by it. */
  fileNumber: string
  /** 移交清单 as XML with the package's size and digest. */
  transferList: string
  /** SHA-256, lower-case hex. */
  digest: string
}

export const metadataName = '基本信息元数据.xml'
export const folders = { A: '申报文件', B: '过程文件', C: '结果文件' } as const

/** 区划-全宗-事项-年度-保管期限-流水号, e.g. 350102-0059-000131002000-2026-D30-000021. Throws for parts of the wrong shape. */
export function electronicFileNumber(parts: FileNumberParts): string {
  const serial = String(parts.serial).padStart(6, '0')
  const number = [parts.regionCode, parts.fonds, parts.taskCode, parts.year, parts.retention, serial].join(
    '-',
  )
  if (!fileNumberShape.test(number)) throw new Error(`not an electronic file number: ${number}`)
  return number
}

export const fileNumberShape = /^\d{6}-\d{4}-(\d{10}|\d{12})-\d{4}-(Y|D30|D10)-\d{6}$/

/** 归档信息包: one ZIP a case with its metadata, and the list that it is handed over with (Art. 21). */
export function buildArchivePackage(input: {
  number: FileNumberParts
  base: ArchiveBaseInfo
  files: ArchiveFile[]
  transfer: ArchiveTransfer
}): ArchivePackage {
  const fileNumber = electronicFileNumber(input.number)
  const placed = place(input.files)
  const content: Zippable = {}
  // XML compresses well; what applicants upload is compressed already, and a package must never look like a bomb.
  content[metadataName] = [Buffer.from(baseInfo(fileNumber, input, placed)), { level: 6 }]
  for (const { path, file } of placed) content[path] = [file.content, { level: 0 }]
  const zip = Buffer.from(zipSync(content, { mtime: input.base.archivedAt }))
  const digest = createHash('sha256').update(zip).digest('hex')
  return { zip, fileNumber, digest, transferList: transferList(fileNumber, input, zip.length, digest) }
}

interface Placed {
  file: ArchiveFile
  /** Name without folder: class, running number, readable name. */
  name: string
  path: string
}

/** Numbers the files of each class from 001 without gaps; the readable part of a name never carries a path. */
function place(files: ArchiveFile[]): Placed[] {
  const count = { A: 0, B: 0, C: 0 }
  return files.map((file) => {
    const kind = file.code[0] as keyof typeof folders
    if (!/^[ABC]\d{1,2}$/.test(file.code)) throw new Error(`not a file code of the archive: ${file.code}`)
    count[kind] += 1
    const name = `${kind}${String(count[kind]).padStart(3, '0')}-${fileName(file)}`
    return { file, name, path: `${folders[kind]}/${name}` }
  })
}

const endingOf = (name: string) => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'

function fileName(file: ArchiveFile): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what no file system takes
  const readable = file.standardName.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').slice(0, 60)
  return `${readable}.${endingOf(file.actualName)}`
}

function baseInfo(fileNumber: string, { number, base, files }: BuildInput, placed: Placed[]): string {
  const { applicant, legalPerson, project } = base
  return xmlDocument(
    element('base_info', [
      element('electronic_record_code', fileNumber),
      element('region_code', number.regionCode),
      element('task_code', number.taskCode),
      // Spelt so by the receiving archive.
      element('information_system_dcscription', base.systemDescription),
      element('archives_identifier', base.archives.identifier),
      element('archives_name', base.archives.name),
      element('fonds_constituting_unit_name', base.fondsUnitName),
      element('lead_department', base.leadDepartment),
      element('fonds_identifier', number.fonds),
      element('social_code', base.socialCode),
      element('retention_period', number.retention),
      element('security_classification', base.securityClassification),
      element('project_id', base.dossierNumber),
      element('task_name', base.taskName),
      element('task_version', base.taskVersion),
      element('task_type', base.taskType),
      element('project_name', base.projectName),
      element('service_type', base.serviceType),
      element('archive_time', moment(base.archivedAt)),
      element('apply_name', applicant.name),
      element('apply_type', applicant.type),
      element('card_type', applicant.cardType),
      element('contacted_card', applicant.card),
      element('address', applicant.address),
      element('legal_man', legalPerson?.name ?? ''),
      element('legal_man_id_type', legalPerson?.idType ?? ''),
      element('legal_man_id_number', legalPerson?.idNumber ?? ''),
      element('is_project', project ? '1' : '0'),
      element('project_code', project?.code ?? ''),
      element('project_title', project?.title ?? ''),
      element('project_address', project?.address ?? ''),
      element('receive_department', base.receiveDepartment),
      element('receive_time', moment(base.receivedAt)),
      element('transact_time', moment(base.closedAt)),
      element('result', base.result),
      element('result_code', base.resultCode),
      element('accept_num', base.acceptNumber),
      element('total_number', String(files.length)),
      element('remarks', base.remarks ?? ''),
      element('fileset', placed.map(fileElement)),
    ]),
  )
}

type BuildInput = Parameters<typeof buildArchivePackage>[0]

function fileElement({ file, name }: Placed): string {
  return element('file', [
    element('file_code', file.code),
    element('file_standard_name', file.standardName),
    element('file_actual_name', file.actualName),
    element('format_information', endingOf(file.actualName)),
    element('computer_file_name', name),
    element('computer_file_size', String(file.content.length)),
    element('computer_file_creation_time', moment(file.createdAt)),
    element('auxiliary', ''),
    element('file_share', file.share?.kind ?? '有条件共享'),
    element('file_share_conditions', file.share?.condition ?? ''),
  ])
}

function transferList(
  fileNumber: string,
  { number, base, transfer }: BuildInput,
  size: number,
  digest: string,
) {
  return xmlDocument(
    element('transfer_info', [
      element('system_code', transfer.systemCode),
      element('batch_name', moment(transfer.sentAt).slice(0, 10).replaceAll('-', '')),
      element('send_time', moment(transfer.sentAt)),
      element('send_number', transfer.sendNumber),
      element('send_size', String(size)),
      element('transactor', transfer.transactor),
      element('File_Number', '1'),
      element('standard', 'GB/T 42727-2023'),
      element('directories', [
        element('directory', [
          element('fonds_identifier', number.fonds),
          element('unit', base.fondsUnitName),
          element('region_code', number.regionCode),
          element('social_code', base.socialCode),
          element('category_code', number.taskCode),
          element('year', String(number.year)),
          element('unique_identifier', fileNumber),
          element('task_code', number.taskCode),
          element('task_version', base.taskVersion),
          element('project_name', base.projectName),
          element('archive_time', moment(base.archivedAt)),
          element('size', String(size)),
          element('software_environment', transfer.downloadUrl),
          element('digital_summary', digest),
          element('digital_summarization_algorithm', 'SHA-256'),
          element('archival_code', fileNumber),
          element('title', base.projectName),
        ]),
      ]),
    ]),
  )
}

/** An instant as the archive writes it, on the clocks of Fuzhou (always eight hours ahead of UTC): 2026-12-02 11:20:00. */
const moment = (at: Date) =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
