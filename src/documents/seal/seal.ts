import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { SignPdf } from '@signpdf/signpdf'
import { Signer, SUBFILTER_ETSI_CADES_DETACHED } from '@signpdf/utils'
import type { Organ, SealAuthority, SigningIdentity } from './authority.ts'
import { detachedSignature } from './cms.ts'

/** Room for the CMS: with two small certificates it is about 1.7 kB; what is left is filled with zeros. */
const signatureRoom = 4096

export interface SealRequest {
  organ: Organ
  /** When it was sealed; it stands inside the signed bytes. */
  at: Date
  /** Why, e.g. 签发准予行政许可决定书. */
  reason: string
}

/**
 * Seals a PDF with the organ's test key: PAdES baseline, the whole document under the signature. The seal is an incremental
 * update, so that tags and PDF/A metadata stay as they were set.
 */
export async function sealPdf(authority: SealAuthority, pdf: Buffer, request: SealRequest): Promise<Buffer> {
  const identity = await authority.identityOf(request.organ)
  const words = { Name: `${request.organ.name}（测试签章）`, Reason: request.reason, Location: '福州' }
  let prepared = plainAddPlaceholder({
    pdfBuffer: pdf,
    name: standIn(words.Name),
    reason: standIn(words.Reason),
    location: standIn(words.Location),
    contactInfo: 'rongban',
    signingTime: request.at,
    signatureLength: signatureRoom,
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    appName: 'rongban',
  })
  for (const [key, value] of Object.entries(words)) prepared = putWords(prepared, pdf.length - 1, key, value)
  return new SignPdf().sign(keepFileId(prepared, pdf), new DetachedSigner(identity, authority))
}

class DetachedSigner extends Signer {
  #identity: SigningIdentity
  #authority: SealAuthority

  constructor(identity: SigningIdentity, authority: SealAuthority) {
    super()
    this.#identity = identity
    this.#authority = authority
  }

  override sign(content: Buffer): Promise<Buffer> {
    return detachedSignature(content, this.#identity, this.#authority.root())
  }
}

/**
 * The placeholder writer spoils every string that is not ASCII (it writes UTF-16 through UTF-8). So it gets an ASCII string of the
 * same length as the hex form, and the hex form is put in its place: no offset moves.
 */
const hexOf = (words: string) => `feff${Buffer.from(words, 'utf16le').swap16().toString('hex')}`
const standIn = (words: string) => 'X'.repeat(hexOf(words).length)

function putWords(pdf: Buffer, from: number, key: string, words: string): Buffer {
  const mark = `/${key} (${standIn(words)})`
  const at = pdf.indexOf(mark, from)
  if (at < 0) throw new Error(`no place for /${key} in the signature dictionary`)
  const result = Buffer.from(pdf)
  result.write(`/${key} <${hexOf(words)}>`, at, 'latin1')
  return result
}

/** PDF/A asks for the file's identifier in the last trailer too; the placeholder writer leaves it out. */
function keepFileId(prepared: Buffer, original: Buffer): Buffer {
  const id = /\/ID\s*\[[^\]]*\]/.exec(
    original.subarray(original.lastIndexOf('trailer')).toString('latin1'),
  )?.[0]
  const trailer = prepared.lastIndexOf('trailer\n<<\n')
  if (!id || trailer < 0) return prepared
  const at = trailer + 'trailer\n<<\n'.length
  return Buffer.concat([prepared.subarray(0, at), Buffer.from(`${id}\n`, 'latin1'), prepared.subarray(at)])
}
