import { readFile, stat } from 'node:fs/promises'
import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { type Refusal, refuse } from '../../platform/refusal.ts'
import { inspectJpeg, inspectPng } from './image.ts'
import { damaged, type Look } from './look.ts'
import { calledTogether, type MediaKind, media } from './media.ts'
import { inspectPdf } from './pdf.ts'
import { inspectZip, packageKind } from './zip.ts'

export interface InspectionRules {
  /** The name that the file came with. */
  declaredName: string
  /** What this material may be handed in as. */
  allowed: readonly MediaKind[]
  maxBytes: number
}

export interface InspectedFile {
  ok: true
  kind: MediaKind
  mediaType: string
  size: number
  pages?: number
  width?: number
  height?: number
}

/** `refusal.name`: empty, too-big, not-allowed, wrong-type, unknown, locked, damaged, zip-bomb, nested, macros, too-many-pixels. */
export type Inspection = InspectedFile | { ok: false; refusal: Refusal }

/**
 * Decides by content whether an uploaded file can be taken. The name and the type that a browser claims prove nothing; the name only
 * counts when it contradicts the content, since the next reader will open the file by its name.
 */
export async function inspectFile(file: string | Buffer, rules: InspectionRules): Promise<Inspection> {
  const size = Buffer.isBuffer(file) ? file.length : (await stat(file)).size
  if (size === 0) return refuse('empty', '这个文件是空的，里面没有内容。请检查后重新选择文件。')
  if (size > rules.maxBytes) {
    return refuse(
      'too-big',
      `文件有 ${megabytes(size)}，这项材料最大 ${megabytes(rules.maxBytes)}。可以降低扫描精度，或者另存为较小的 PDF 再传。`,
    )
  }
  const bytes = Buffer.isBuffer(file) ? file : await readFile(file)

  const kind = await kindOf(bytes)
  const takes = calledTogether(rules.allowed)
  if (kind === 'damaged-zip') return damaged
  if (!kind) return refuse('unknown', `认不出这是什么文件。这项材料收 ${takes}，请换成其中一种再传。`)
  if (!rules.allowed.includes(kind)) {
    return refuse(
      'not-allowed',
      `这项材料收 ${takes}，您传的是 ${media[kind].called}。请另存为其中一种再传。`,
    )
  }
  const ending = extname(rules.declaredName).slice(1).toLowerCase()
  const { called, endings, mediaType } = media[kind]
  if (ending && !endings.includes(ending)) {
    return refuse(
      'wrong-type',
      `文件名是 .${ending}，内容却是 ${called}。请把文件名的结尾改为 .${endings[0]}，或者重新导出后再传。`,
    )
  }
  const look = await looks[kind](bytes, kind)
  if (!look.ok) return look
  const { ok, ...found } = look
  return { ok, kind, mediaType, size, ...found }
}

const looks: Record<MediaKind, (bytes: Buffer, kind: MediaKind) => Look | Promise<Look>> = {
  pdf: inspectPdf,
  jpg: inspectJpeg,
  png: inspectPng,
  docx: inspectZip,
  xlsx: inspectZip,
  zip: inspectZip,
  ofd: inspectZip,
}

const kinds: Record<string, MediaKind> = {
  pdf: 'pdf',
  jpg: 'jpg',
  png: 'png',
  docx: 'docx',
  xlsx: 'xlsx',
  ofd: 'ofd',
  zip: 'zip',
}

async function kindOf(bytes: Buffer): Promise<MediaKind | 'damaged-zip' | null> {
  // Some programs put a few bytes before the header, and readers allow up to 1024.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return packageKind(bytes) ?? 'damaged-zip'
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  return (found && kinds[found.ext]) ?? null
}

function megabytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`
}
