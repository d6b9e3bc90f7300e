import { buffer } from 'node:stream/consumers'
import { crc32, createInflateRaw } from 'node:zlib'
import { Refused, refuse } from '../../platform/refusal.ts'
import type { SourceFile } from './source-file.ts'

/**
 * Reads a ZIP of any size by its central directory. Without that, what lies where could only be guessed from marks between the
 * files, and in a hundred megabytes of packed data such marks come up by chance.
 */

export interface ZipEntry {
  name: string
  /** Bytes unpacked, as the directory has it; what unpacks to more is refused while it is read. */
  size: number
  packed: number
  method: number
  encrypted: boolean
  check: number
  /** Where its own head begins. */
  at: number
}

export const DAMAGED = refuse('damaged', '压缩包打不开，一条也没有导入。重新导出或重新打包。')
const damaged = () => new Refused(DAMAGED.refusal)

const END = 0x06054b50
const END_64 = 0x06064b50
const PLACE_OF_END_64 = 0x07064b50
const ENTRY = 0x02014b50
const HEAD = 0x04034b50
/** Stands where a number is too long and lies elsewhere. */
const ELSEWHERE = 0xffffffff
const MOST_COMMENT = 65_535
/** Some hundred files are a big package of tables; more than this is something else. */
const MOST_DIRECTORY = 16_000_000

const read = async (file: SourceFile, start: number, end: number): Promise<Buffer> => {
  if (start < 0 || end > file.size || start >= end) throw damaged()
  return buffer(await file.stream({ start, end }))
}

/** What lies in the ZIP. Throws `Refused` where it has no directory that adds up. */
export async function zipEntries(file: SourceFile): Promise<ZipEntry[]> {
  const { start, end } = await directoryPlace(file)
  if (end - start > MOST_DIRECTORY) throw damaged()
  const bytes = start === end ? Buffer.alloc(0) : await read(file, start, end)
  const entries: ZipEntry[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) throw damaged()
    const [named, more, said] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    const next = at + 46 + named + more + said
    if (next > bytes.length) throw damaged()
    const [size, packed, place] = wideNumbers(
      [24, 20, 42].map((n) => bytes.readUInt32LE(at + n)) as [number, number, number],
      bytes.subarray(at + 46 + named, at + 46 + named + more),
    )
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + named),
      size,
      packed,
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      check: bytes.readUInt32LE(at + 16),
      at: place,
    })
    at = next
  }
  return entries
}

async function directoryPlace(file: SourceFile): Promise<{ start: number; end: number }> {
  const from = Math.max(0, file.size - 22 - MOST_COMMENT)
  const tail = await read(file, from, file.size)
  for (let at = tail.length - 22; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== END) continue
    const size = tail.readUInt32LE(at + 12)
    const start = tail.readUInt32LE(at + 16)
    if (start !== ELSEWHERE && size !== ELSEWHERE) return { start, end: start + size }
    if (at < 20 || tail.readUInt32LE(at - 20) !== PLACE_OF_END_64) throw damaged()
    const wide = Number(tail.readBigUInt64LE(at - 12))
    const end = await read(file, wide, wide + 56)
    if (end.readUInt32LE(0) !== END_64) throw damaged()
    const begin = Number(end.readBigUInt64LE(48))
    return { start: begin, end: begin + Number(end.readBigUInt64LE(40)) }
  }
  throw damaged()
}

/** ZIP64: numbers that do not fit stand among the further fields, in this order. */
function wideNumbers(numbers: [number, number, number], more: Buffer): [number, number, number] {
  if (!numbers.includes(ELSEWHERE)) return numbers
  for (let at = 0; at + 4 <= more.length; at += 4 + more.readUInt16LE(at + 2)) {
    if (more.readUInt16LE(at) !== 1) continue
    let place = at + 4
    return numbers.map((n) => {
      if (n !== ELSEWHERE) return n
      place += 8
      if (place > more.length) throw damaged()
      return Number(more.readBigUInt64LE(place - 8))
    }) as [number, number, number]
  }
  throw damaged()
}

/** The content of one file of the ZIP, unpacked as it is read. Throws `Refused` where it is not what the directory says. */
export async function* unpacked(file: SourceFile, entry: ZipEntry): AsyncIterable<Uint8Array> {
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) throw damaged()
  if (entry.size === 0) return
  const head = await read(file, entry.at, entry.at + 30)
  if (head.readUInt32LE(0) !== HEAD) throw damaged()
  const start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const end = start + entry.packed
  if (end > file.size || start >= end) throw damaged()
  const bytes = await file.stream({ start, end })
  const source = entry.method === 0 ? bytes : bytes.pipe(createInflateRaw())
  bytes.on('error', (error) => source.destroy(error))
  let length = 0
  let check = 0
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      length += chunk.length
      check = crc32(chunk, check)
      if (length > entry.size) throw damaged()
      yield chunk
    }
  } catch (error) {
    throw String((error as { code?: string }).code).startsWith('Z_') ? damaged() : error
  } finally {
    bytes.destroy()
  }
  if (length !== entry.size || check !== entry.check) throw damaged()
}
