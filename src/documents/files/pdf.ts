import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { damaged, type Look, locked } from './look.ts'

const unpack = promisify(inflate)

/** An object stream holds dictionaries, not pictures: one beyond this is not opened. */
const mostUnpacked = 20_000_000

/** Opens a PDF as far as needed: it is whole, it has no password, and it has this many pages. */
export async function inspectPdf(bytes: Buffer): Promise<Look> {
  if (!bytes.subarray(-2048).includes('%%EOF')) return damaged
  const text = bytes.toString('latin1')
  if (!/startxref\s+\d+/.test(text.slice(-2048))) return damaged
  // Objects outside of streams; what stands inside a stream is content and proves nothing.
  const outside = text.replace(/stream\r?\n[\s\S]*?endstream/g, 'stream endstream')
  if (/\/Encrypt(\s+\d+\s+\d+\s+R|\s*<<)/.test(outside)) return locked
  const pages = pageCount(outside) ?? pageCount(await objectStreams(text, bytes))
  return pages ? { ok: true, pages } : damaged
}

/** The root of the page tree counts all pages under it, so it is the largest count; a file without counts is counted page by page. */
function pageCount(objects: string): number | null {
  let most = 0
  let looked = 0
  for (const { index } of objects.matchAll(/\/Type\s*\/Pages\b/g)) {
    looked += 1
    if (looked > mostTreeNodes) break
    const count = Number(/\/Count\s+(\d{1,6})\b/.exec(dictionaryAround(objects, index))?.[1] ?? 0)
    most = Math.max(most, count)
  }
  return most || [...objects.matchAll(/\/Type\s*\/Page\b/g)].length || null
}

// Hostile files must not cost more than honest ones: so many nodes of the page tree, so much text around each.
const mostTreeNodes = 500
const mostAround = 20_000

/** The innermost dictionary that holds this place, or as much of it as may be looked at. */
function dictionaryAround(text: string, place: number): string {
  let from = place
  for (let depth = 0; from > Math.max(0, place - mostAround); from -= 1) {
    const two = text.slice(from - 2, from)
    if (two === '>>') depth += 1
    if (two === '<<' && depth === 0) break
    if (two === '<<') depth -= 1
    if (two === '>>' || two === '<<') from -= 1
  }
  let to = place
  for (let depth = 0; to < Math.min(text.length, place + mostAround); to += 1) {
    const two = text.slice(to, to + 2)
    if (two === '<<') depth += 1
    if (two === '>>' && depth === 0) break
    if (two === '>>') depth -= 1
    if (two === '>>' || two === '<<') to += 1
  }
  return text.slice(from, to)
}

/** Since PDF 1.5 the page tree may lie in compressed object streams. */
async function objectStreams(text: string, bytes: Buffer): Promise<string> {
  const found: string[] = []
  for (const match of text.matchAll(/\/Type\s*\/ObjStm\b[\s\S]{0,400}?stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = text.indexOf('endstream', start)
    if (end < 0) continue
    const content = await unpack(bytes.subarray(start, end), { maxOutputLength: mostUnpacked }).catch(
      () => null,
    )
    if (content) found.push(content.toString('latin1'))
  }
  return found.join('\n')
}
