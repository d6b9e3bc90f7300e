import { z } from 'zod'
import { answered } from '../neighbour.ts'
import { neverRefused, SignedHttp, type SignedHttpOptions } from '../signed-http.ts'
import type { LicenceMetadata, LicencePlatformPort } from './port.ts'

const receipt = z.object({ receivedAt: z.coerce.date(), digest: z.string(), repeated: z.boolean() })

const metadata = z
  .object({
    ZZMC: z.string(),
    ZZLXDM: z.string(),
    ZZBH: z.string(),
    ZZBS: z.string(),
    ZZBFJG: z.string(),
    ZZBFJGDM: z.string(),
    ZZBFRQ: z.string(),
    CZZT: z.string(),
    CZZTDM: z.string(),
    CZZTDMLXDM: z.enum(['111', '001', '414']),
    ZZYXQQSRQ: z.string(),
    ZZYXQJZRQ: z.string(),
  })
  .catchall(z.string())

const held = z.object({
  licences: z.array(
    z.object({ metadata, state: z.enum(['valid', 'replaced']), digest: z.string(), size: z.int() }),
  ),
})

const query = (fields: Record<string, string>) => new URLSearchParams(fields).toString()

/** The licence-sharing platform of the sandbox, by signed JSON; the PDF travels as base64. */
export function sandboxLicencePlatform(options: SignedHttpOptions): LicencePlatformPort {
  const platform = new SignedHttp('电子证照共享服务平台', options)
  return {
    async push(licence, pdf) {
      const path = `/licences/${encodeURIComponent(licence.ZZBS)}`
      return platform.call('PUT', path, receipt, { metadata: licence, file: pdf.toString('base64') })
    },
    async heldBy(holderCode, useCause) {
      const answer = neverRefused(
        await platform.call('GET', `/licences?${query({ holderCode, useCause })}`, held),
      )
      if (!answer.ok) return answer
      return answered(answer.value.licences.map((l) => ({ ...l, metadata: l.metadata as LicenceMetadata })))
    },
    async file(identifier, useCause) {
      if (useCause.trim() === '') throw new Error('Reading a licence needs a useCause.')
      const path = `/licences/${encodeURIComponent(identifier)}/file?${query({ useCause })}`
      return platform.fetchFile(path, 'application/pdf', '%PDF-')
    },
  }
}
