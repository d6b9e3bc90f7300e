import { createHash } from 'node:crypto'
import { z } from 'zod'
import { SignedHttp, type SignedHttpOptions } from '../signed-http.ts'
import type { ArchivePort } from './port.ts'

const receipt = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('accepted'),
    receiptNumber: z.string(),
    receivedAt: z.coerce.date(),
    digest: z.string(),
    repeated: z.boolean(),
  }),
  z.object({
    result: z.literal('returned'),
    findings: z.array(z.object({ code: z.string(), sentence: z.string() })).min(1),
  }),
])

/** The archive of the sandbox, by signed JSON; the package travels as base64 with its SHA-256 and size. */
export function sandboxArchive(options: SignedHttpOptions): ArchivePort {
  const archive = new SignedHttp('可信电子文件', options)
  return {
    deposit({ electronicFileNumber, zip, transferList }) {
      return archive.call('PUT', `/archive/packages/${encodeURIComponent(electronicFileNumber)}`, receipt, {
        digest: createHash('sha256').update(zip).digest('hex'),
        size: zip.length,
        transferList,
        package: zip.toString('base64'),
      })
    },
  }
}
