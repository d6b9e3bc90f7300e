import { unzipSync } from 'fflate'
import { sha256 } from '../blobs.ts'

/** One thing found wrong, under the code of the four-property check (四性检测) that found it. */
export interface Finding {
  code: string
  sentence: string
}

export interface Delivery {
  electronicFileNumber: string
  digest: string
  size: number
  transferList: string
  bytes: Buffer
}

const METADATA_FILE = '基本信息元数据.xml'
const FOLDERS = ['申报文件/', '过程文件/', '结果文件/']
/** Unpacked sizes beyond this, or a compression above 90 % of more than 10 MB, are taken for a zip bomb. */
const MOST_UNPACKED = 512 * 1024 * 1024
const BOMB_FROM = 10 * 1024 * 1024

const found = (code: string, sentence: string): Finding => ({ code, sentence })

/** The texts of all elements `name`, with the five entities of XML resolved. */
function texts(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text]) =>
    text!
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&')
      .trim(),
  )
}

function unpack(bytes: Buffer): { files: Record<string, Uint8Array> } | { finding: Finding } {
  let unpacked = 0
  let bomb = false
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize, size }) => {
        unpacked += originalSize
        bomb ||= unpacked > MOST_UNPACKED || (originalSize > BOMB_FROM && size < originalSize * 0.1)
        return !bomb
      },
    })
    if (bomb) return { finding: found('3-4-1', '压缩比超过 90%，疑似压缩炸弹') }
    return { files }
  } catch {
    return { finding: found('3-4-2', '信息包解压不开') }
  }
}

function checkFiles(files: Record<string, Uint8Array>, metadata: string): Finding[] {
  const findings: Finding[] = []
  const names = Object.keys(files).filter((name) => !name.endsWith('/') && name !== METADATA_FILE)
  for (const name of names) {
    if (files[name]!.length === 0) findings.push(found('3-2-1', `文件 ${name} 是 0 字节`))
    if (!FOLDERS.some((folder) => name.startsWith(folder)))
      findings.push(found('1-5-1', `文件 ${name} 不在规定的文件夹里`))
  }
  const listed = texts(metadata, 'computer_file_name')
  const sizes = texts(metadata, 'computer_file_size')
  if (new Set(listed).size !== listed.length) findings.push(found('2-2-3', '元数据里有重复的文件名'))
  for (const [i, listedName] of listed.entries()) {
    const at = names.find((name) => name === listedName || name.endsWith(`/${listedName}`))
    if (at === undefined) findings.push(found('2-2-2', `元数据列了 ${listedName}，信息包里没有`))
    else if (Number(sizes[i]) !== files[at]!.length)
      findings.push(found('1-3-2', `${listedName} 的大小和元数据不同`))
  }
  for (const name of names) {
    const isListed = listed.some((l) => name === l || name.endsWith(`/${l}`))
    if (!isListed) findings.push(found('1-3-2', `信息包里的 ${name} 没有列在元数据里`))
  }
  if (!names.some((name) => name.startsWith('申报文件/'))) findings.push(found('2-2-2', '没有申报文件'))
  return findings
}

/** Inspects a delivery as the archive does on receipt. No findings: it can be taken. */
export function inspect({ electronicFileNumber, digest, size, transferList, bytes }: Delivery): Finding[] {
  if (bytes.length !== size) return [found('2-1-1', `收到 ${bytes.length} 字节，清单写的是 ${size} 字节`)]
  if (sha256(bytes) !== digest.toLowerCase()) return [found('1-1-2', '摘要不符')]
  const findings: Finding[] = []
  if (!transferList.includes('<transfer_info>')) findings.push(found('1-2-1', '移交清单读不出来'))
  const list = transferList.toLowerCase()
  if (!list.includes(electronicFileNumber.toLowerCase()))
    findings.push(found('1-2-1', '移交清单里没有这个电子文件号'))
  if (!list.includes(digest.toLowerCase())) findings.push(found('1-1-2', '移交清单里的摘要不符'))
  const unpacked = unpack(bytes)
  if ('finding' in unpacked) return [...findings, unpacked.finding]
  const metadataBytes = unpacked.files[METADATA_FILE]
  if (!metadataBytes) return [...findings, found('1-5-1', `信息包里没有 ${METADATA_FILE}`)]
  const metadata = Buffer.from(metadataBytes).toString('utf8')
  if (!/<base_info>[\s\S]*<\/base_info>\s*$/.test(metadata)) findings.push(found('3-1-1', '元数据读不出来'))
  if (texts(metadata, 'electronic_record_code')[0] !== electronicFileNumber) {
    findings.push(found('1-2-1', '元数据里的电子文件号不符'))
  }
  return [...findings, ...checkFiles(unpacked.files, metadata)]
}
