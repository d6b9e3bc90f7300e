import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { refuse } from '../../platform/refusal.ts'
import { damaged, type Look, locked } from './look.ts'
import type { MediaKind } from './media.ts'

const unpack = promisify(inflateRaw)

const mostEntries = 10_000
const mostUnpacked = 200_000_000
/** Small files of XML compress well and harm nobody; the ratio only counts from here on. */
const ratioCountsFrom = 10_000_000
/** 四性检测 3-4-1: compressed by more than 90 %. */
const leastRatio = 0.1

interface Entry {
  name: string
  flags: number
  method: number
  packed: number
  unpacked: number
  offset: number
}

/** Reads the central directory, the list that readers trust. Null when there is none, or it does not add up. */
function directory(bytes: Buffer): Entry[] | null {
  const from = Math.max(0, bytes.length - 22 - 65_535)
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < from || end + 22 > bytes.length) return null
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  if (count === 0 || count > mostEntries) return null
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = bytes.readUInt16LE(at + 28)
    const entry: Entry = {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
    }
    entries.push(entry)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Which kind of package the ZIP is, by the parts that such a package must have. Null when it cannot be read. */
export function packageKind(bytes: Buffer): MediaKind | null {
  const names = new Set(directory(bytes)?.map(({ name }) => name))
  if (names.size === 0) return null
  if (names.has('[Content_Types].xml') && names.has('word/document.xml')) return 'docx'
  if (names.has('[Content_Types].xml') && names.has('xl/workbook.xml')) return 'xlsx'
  if (names.has('OFD.xml')) return 'ofd'
  return 'zip'
}

/** Opens a ZIP package: nothing locked, no bomb, no archive in the archive, no macro, and every part really unpacks. */
export async function inspectZip(bytes: Buffer, kind: MediaKind): Promise<Look> {
  const entries = directory(bytes)
  if (!entries) return damaged
  if (entries.some(({ flags }) => flags & 1)) return locked
  if (
    entries.some(({ name }) => name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
  ) {
    return damaged
  }
  if (isBomb(entries)) return bomb
  if (entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) {
    return refuse(
      'macros',
      '文件里带有宏（小程序），不能收。请另存为不带宏的 docx 或 xlsx，或者另存为 PDF 再传。',
    )
  }
  if (entries.some(({ name }) => archiveEnding.test(name) || (kind === 'zip' && archiveToo.test(name)))) {
    return refuse('nested', '压缩包里还有压缩包，工作人员看不全。请全部解开，直接打成一个 ZIP 再传。')
  }
  for (const entry of entries) {
    const trouble = await unpackEntry(bytes, entry)
    if (trouble) return trouble
  }
  return { ok: true }
}

const archiveEnding = /\.(zip|rar|7z|gz|tgz|tar|bz2|xz)$/i
const archiveToo = /\.(cab|arj|lzh|iso|jar)$/i

const bomb = refuse('zip-bomb', '压缩包解开后太大，不能收。请只放需要的文件，或者分成几个文件上传。')

function isBomb(entries: Entry[]): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  return unpacked > mostUnpacked || (unpacked > ratioCountsFrom && packed < unpacked * leastRatio)
}

/** The directory may lie about sizes, so each part is unpacked with the size it claims as a limit. */
async function unpackEntry(bytes: Buffer, entry: Entry): Promise<Look | null> {
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== 0x04034b50) return damaged
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length !== entry.packed) return damaged
  if (entry.method === 0) return entry.packed === entry.unpacked ? null : damaged
  if (entry.method !== 8) return damaged
  try {
    const content = await unpack(packed, { maxOutputLength: entry.unpacked + 1 })
    return content.length === entry.unpacked ? null : damaged
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? bomb : damaged
  }
}
