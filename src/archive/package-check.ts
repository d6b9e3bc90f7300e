import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { inspectFile, type MediaKind, media } from '../documents/index.ts'
import { fileNumberShape, folders, metadataName } from './package.ts'
import { type Element, readXml, textOf } from './xml.ts'

/** One thing found wrong, under the code that the archive gives to the check (四性检测). */
export interface ArchiveFinding {
  code: string
  sentence: string
}

export interface ArchiveExpectations {
  /** 移交清单: then digest and size of the package are checked against it. */
  transferList?: string
  /** Codes that must be there: of each inner list at least one (或), of all lists each (且). */
  required?: string[][]
}

const mostUnpacked = 2_000_000_000
const ratioCountsFrom = 10_000_000
const everyKind = Object.keys(media) as MediaKind[]

const found = (code: string, sentence: string): ArchiveFinding => ({ code, sentence })

/**
 * 四性检测 before handing over: authentic (digest, names and sizes as listed), whole (no file or number missing), usable (it unpacks,
 * metadata and files open, nothing is empty), and no bomb. No findings: the package can go. Viruses are not looked for here.
 */
export async function checkArchivePackage(
  zip: Buffer,
  expected: ArchiveExpectations = {},
): Promise<ArchiveFinding[]> {
  const findings = expected.transferList === undefined ? [] : checkTransferList(zip, expected.transferList)
  const files = unpack(zip)
  if (!(files instanceof Map)) return [...findings, files]
  findings.push(...checkStructure([...files.keys()]))
  const bytes = files.get(metadataName)
  if (!bytes) return findings
  const metadata = readXml(bytes.toString('utf8'))
  if (metadata?.name !== 'base_info') return [...findings, found('3-1-1', '元数据读不出来')]
  findings.push(...checkMetadata(metadata))
  const listed = metadata.children.find(({ name }) => name === 'fileset')?.children ?? []
  findings.push(
    ...checkListed(listed, files),
    ...checkNumbers(listed, Number(textOf(metadata, 'total_number'))),
  )
  findings.push(...checkRequired(listed, expected.required ?? []))
  findings.push(...(await checkContents(files)))
  return findings
}

function unpack(zip: Buffer): Map<string, Buffer> | ArchiveFinding {
  let total = 0
  let bomb = false
  try {
    const files = unzipSync(zip, {
      filter: ({ originalSize, size }) => {
        total += originalSize
        bomb ||= total > mostUnpacked || (originalSize > ratioCountsFrom && size < originalSize * 0.1)
        return !bomb
      },
    })
    if (bomb) return found('3-4-1', '压缩比超过 90%，疑似压缩炸弹')
    return new Map(Object.entries(files).map(([name, content]) => [name, Buffer.from(content)]))
  } catch {
    return found('3-4-2', '信息包解压不开')
  }
}

function checkTransferList(zip: Buffer, text: string): ArchiveFinding[] {
  const list = readXml(text)
  const directory = list?.children.find(({ name }) => name === 'directories')?.children[0]
  if (list?.name !== 'transfer_info' || !directory) return [found('1-2-1', '移交清单读不出来')]
  const findings: ArchiveFinding[] = []
  const digest = createHash('sha256').update(zip).digest('hex')
  if (textOf(directory, 'digital_summary').toLowerCase() !== digest)
    findings.push(found('1-1-2', '摘要和移交清单不符'))
  if (Number(textOf(directory, 'size')) !== zip.length) findings.push(found('2-1-1', '字节数和移交清单不符'))
  return findings
}

function checkStructure(names: string[]): ArchiveFinding[] {
  const findings: ArchiveFinding[] = []
  if (!names.includes(metadataName)) findings.push(found('1-5-1', `信息包里没有 ${metadataName}`))
  for (const name of names) {
    const inFolder = Object.values(folders).some(
      (folder) => name.startsWith(`${folder}/`) && name.split('/').length === 2,
    )
    if (name !== metadataName && !inFolder) findings.push(found('1-5-1', `${name} 不在规定的文件夹里`))
  }
  return findings
}

const mustBeFilled = [
  'region_code',
  'task_code',
  'fonds_identifier',
  'social_code',
  'project_id',
  'task_name',
  'apply_name',
  'result',
]
const mustBeMoments = ['archive_time', 'receive_time', 'transact_time']

function checkMetadata(metadata: Element): ArchiveFinding[] {
  const findings: ArchiveFinding[] = []
  const number = textOf(metadata, 'electronic_record_code')
  if (!fileNumberShape.test(number)) findings.push(found('1-2-1', `电子文件号 ${number} 不合规则`))
  for (const name of mustBeFilled)
    if (!textOf(metadata, name)) findings.push(found('1-2-1', `元数据 ${name} 没有填`))
  for (const name of mustBeMoments) {
    if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(textOf(metadata, name))) {
      findings.push(found('1-2-1', `元数据 ${name} 不是时间`))
    }
  }
  const parts = number.split('-')
  if (parts[0] !== textOf(metadata, 'region_code') || parts[1] !== textOf(metadata, 'fonds_identifier')) {
    findings.push(found('1-2-1', '电子文件号和元数据里的区划、全宗号不一致'))
  }
  return findings
}

/** Each file in its list, each list entry with its file, the sizes the same. */
function checkListed(listed: Element[], files: Map<string, Buffer>): ArchiveFinding[] {
  const findings: ArchiveFinding[] = []
  const seen = new Set<string>()
  for (const entry of listed) {
    const name = textOf(entry, 'computer_file_name')
    const folder = folders[textOf(entry, 'file_code')[0] as keyof typeof folders]
    const content = files.get(`${folder}/${name}`)
    seen.add(`${folder}/${name}`)
    if (!content) findings.push(found('2-2-2', `元数据列了 ${name}，信息包里没有`))
    else if (content.length !== Number(textOf(entry, 'computer_file_size'))) {
      findings.push(found('1-3-2', `${name} 的大小和元数据不同`))
    }
  }
  for (const path of files.keys()) {
    if (path !== metadataName && !seen.has(path)) findings.push(found('1-3-2', `${path} 没有列在元数据里`))
  }
  return findings
}

/** Within each class the files are numbered 001, 002 … without gap or repetition, and the total is right. */
function checkNumbers(listed: Element[], total: number): ArchiveFinding[] {
  const findings: ArchiveFinding[] = []
  if (total !== listed.length)
    findings.push(found('2-2-3', `元数据写了 ${total} 件，实际列了 ${listed.length} 件`))
  for (const [kind, folder] of Object.entries(folders)) {
    const numbers = listed
      .map((entry) => new RegExp(`^${kind}(\\d{3})-`).exec(textOf(entry, 'computer_file_name'))?.[1])
      .filter((number) => number !== undefined)
      .map(Number)
      .sort((a, b) => a - b)
    if (numbers.some((number, index) => number !== index + 1))
      findings.push(found('2-2-3', `${folder}的编号不连续或有重复`))
  }
  return findings
}

function checkRequired(listed: Element[], required: string[][]): ArchiveFinding[] {
  const codes = new Set(listed.map((entry) => textOf(entry, 'file_code')))
  const findings = required
    .filter((either) => !either.some((code) => codes.has(code)))
    .map((either) => found('2-2-2', `缺少 ${either.join(' 或 ')}`))
  if (![...codes].some((code) => code.startsWith('A'))) findings.push(found('2-2-2', '没有申报文件'))
  return findings
}

/** Opens each file by its content. XML forms are our own and are read as such. */
async function checkContents(files: Map<string, Buffer>): Promise<ArchiveFinding[]> {
  const findings: ArchiveFinding[] = []
  for (const [path, content] of files) {
    if (path === metadataName) continue
    if (content.length === 0) findings.push(found('3-2-1', `${path} 是 0 字节`))
    else if (!(await opens(path, content))) findings.push(found('3-2-2', `${path} 打不开`))
  }
  return findings
}

async function opens(path: string, content: Buffer): Promise<boolean> {
  if (path.endsWith('.xml')) return readXml(content.toString('utf8')) !== null
  return (
    await inspectFile(content, { declaredName: path, allowed: everyKind, maxBytes: Number.POSITIVE_INFINITY })
  ).ok
}
