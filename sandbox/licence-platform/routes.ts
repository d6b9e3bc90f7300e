import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Blobs } from '../blobs.ts'
import { sha256 } from '../blobs.ts'
import type { Kept } from '../kept.ts'
import { readIdentifier } from './identifier.ts'
import { type LicenceMetadata, licenceMetadata } from './metadata.ts'
import { preloadedLicences } from './preload.ts'

export interface StoredFile {
  /** SHA-256, lower-case hex. */
  digest: string
  size: number
}

export interface StoredLicence {
  metadata: LicenceMetadata
  /** Null while nobody has asked for the file of a preloaded licence. */
  file: StoredFile | null
  receivedAt: string
  /** 正常, or 被新版本替换 once a later version of the same licence came. */
  state: 'valid' | 'replaced'
}

export interface LicenceShelf {
  licences: Kept<StoredLicence>
  files: Blobs
}

const deposit = z.object({ metadata: licenceMetadata, file: z.base64() })
/** GB/T 36906: every use says what for, at most 200 characters. */
const use = z.object({ useCause: z.string().trim().min(1).max(200) })
const search = use.extend({ holderCode: z.string().min(1) })

/** Puts what other organs issued on the shelf, unless it is there from an earlier run. Files are made when first asked for. */
export function preload({ licences }: LicenceShelf, now: Date): void {
  for (const { metadata } of preloadedLicences) {
    if (licences.get(metadata.ZZBS)) continue
    licences.set(metadata.ZZBS, { metadata, file: null, receivedAt: now.toISOString(), state: 'valid' })
  }
}

/** Digest and size of a licence's file; makes the file of a preloaded licence the first time. */
async function fileOf({ licences, files }: LicenceShelf, stored: StoredLicence): Promise<StoredFile> {
  if (stored.file) return stored.file
  const made = preloadedLicences.find((p) => p.metadata.ZZBS === stored.metadata.ZZBS)
  if (!made) throw new Error(`No file of ${stored.metadata.ZZBS}.`)
  const bytes = await made.pdf()
  const file = { digest: files.put(bytes), size: bytes.length }
  licences.set(stored.metadata.ZZBS, { ...(licences.get(stored.metadata.ZZBS) ?? stored), file })
  return file
}

/** The bytes of a licence's file; undefined when there is no such licence. */
export async function licenceFile(shelf: LicenceShelf, identifier: string): Promise<Buffer | undefined> {
  const stored = shelf.licences.get(identifier)
  return stored && shelf.files.get((await fileOf(shelf, stored)).digest)
}

/** Earlier versions of the same licence: same type, issuer and serial number, lower version. */
function replaceEarlier(licences: Kept<StoredLicence>, identifier: string): void {
  const parts = readIdentifier(identifier)!
  for (const other of licences.values()) {
    const its = readIdentifier(other.metadata.ZZBS)
    const same =
      its &&
      its.typeCode === parts.typeCode &&
      its.issuerCode === parts.issuerCode &&
      its.serial === parts.serial
    if (same && its.version < parts.version)
      licences.set(other.metadata.ZZBS, { ...other, state: 'replaced' })
  }
}

/** 电子证照共享服务平台: takes licences, finds them by holder, hands out their files. */
export function licenceRoutes(scope: FastifyInstance, shelf: LicenceShelf): void {
  const { licences, files } = shelf
  scope.put('/licences/:identifier', async (request, reply) => {
    const { identifier } = request.params as { identifier: string }
    const refuse = (status: number, error: string, sentence: string) =>
      reply.code(status).send({ error, sentence })
    const parts = readIdentifier(identifier)
    if (!parts) return refuse(422, 'identifier', '证照标识的格式或校验位不对')
    const asked = deposit.safeParse(request.body)
    if (!asked.success) {
      return refuse(
        422,
        'metadata',
        `元数据不合要求：${asked.error.issues[0]?.path.join('.')} ${asked.error.issues[0]?.message}`,
      )
    }
    const { metadata, file } = asked.data
    if (metadata.ZZBS !== identifier) return refuse(422, 'metadata', '元数据里的证照标识和地址里的不同')
    if (metadata.ZZLXDM !== parts.typeCode || metadata.ZZBFJGDM !== parts.issuerCode) {
      return refuse(422, 'metadata', '元数据里的类型或颁发机构代码和标识里的不同')
    }
    const bytes = Buffer.from(file, 'base64')
    if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return refuse(422, 'file', '证照文件不是 PDF')
    const known = licences.get(identifier)
    if (known) {
      const same =
        (await fileOf(shelf, known)).digest === sha256(bytes) && sameMetadata(known.metadata, metadata)
      if (!same) return refuse(409, 'identifier-used', '这个标识下已有内容不同的证照；改动要升版本号')
      return { identifier, receivedAt: known.receivedAt, digest: sha256(bytes), repeated: true }
    }
    const stored: StoredLicence = {
      metadata,
      file: { digest: files.put(bytes), size: bytes.length },
      receivedAt: new Date().toISOString(),
      state: 'valid',
    }
    licences.set(identifier, stored)
    replaceEarlier(licences, identifier)
    return { identifier, receivedAt: stored.receivedAt, digest: sha256(bytes), repeated: false }
  })

  scope.get('/licences', async (request, reply) => {
    const asked = search.safeParse(request.query)
    if (!asked.success)
      return reply.code(400).send({ error: 'invalid', sentence: '要有 holderCode 和 useCause（200 字以内）' })
    const holder = asked.data.holderCode.toUpperCase()
    const found = licences.values().filter((l) => l.metadata.CZZTDM.toUpperCase() === holder)
    const shown = found.map(async (l) => ({
      metadata: l.metadata,
      state: l.state,
      ...(await fileOf(shelf, l)),
    }))
    return { licences: await Promise.all(shown) }
  })

  scope.get('/licences/:identifier/file', async (request, reply) => {
    if (!use.safeParse(request.query).success) {
      return reply.code(400).send({ error: 'invalid', sentence: '要有 useCause（200 字以内）' })
    }
    const { identifier } = request.params as { identifier: string }
    const bytes = await licenceFile(shelf, identifier)
    if (!bytes) return reply.code(404).send({ error: 'unknown', sentence: '没有这张证照' })
    return reply.type('application/pdf').send(bytes)
  })
}

function sameMetadata(a: LicenceMetadata, b: LicenceMetadata): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return [...keys].every((k) => (a as Record<string, string>)[k] === (b as Record<string, string>)[k])
}
