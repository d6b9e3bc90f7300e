import type { SealAuthority } from './authority.ts'
import { checkSignature } from './cms.ts'

export interface SealCheck {
  /** Nothing under the seal was changed, and the signer's certificate leads to our authority. */
  valid: boolean
  /** Name on the signer's certificate; empty when the file carries no seal. */
  signer: string
  /** What the sealed bytes say about the time. */
  signedAt: Date | null
  /** The seal covers every byte of the file but itself: nothing was appended afterwards. */
  wholeDocument: boolean
}

const unsealed: SealCheck = { valid: false, signer: '', signedAt: null, wholeDocument: false }

/** Checks the last seal of a PDF. A file without a seal, or a broken one, is simply not valid; nothing is thrown. */
export async function verifySealedPdf(authority: SealAuthority, pdf: Buffer): Promise<SealCheck> {
  const text = pdf.toString('latin1')
  const at = text.lastIndexOf('/ByteRange')
  const range = /^\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text.slice(at, at + 120))
  if (at < 0 || !range) return unsealed
  const [start, length, restStart, restLength] = range.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
  ]
  if (start !== 0 || restStart <= length || restStart + restLength > pdf.length) return unsealed
  // Only the signature's own hex string may lie outside of the signed bytes, or something could hide there.
  const hex = /^<([0-9a-fA-F]*)>$/.exec(text.slice(length, restStart))?.[1]
  if (!hex) return unsealed
  const content = Buffer.concat([pdf.subarray(0, length), pdf.subarray(restStart, restStart + restLength)])
  const signedAt = signingTime(text.slice(0, length), text.slice(restStart))
  const checked = await checkSignature(
    Buffer.from(hex, 'hex'),
    content,
    authority.root(),
    signedAt ?? new Date(0),
  )
  return { ...checked, signedAt, wholeDocument: restStart + restLength === pdf.length }
}

/** The /M entry of the signature dictionary, which stands around the signature's hex string. */
function signingTime(before: string, after: string): Date | null {
  const dictionary = before.slice(before.lastIndexOf('/Type /Sig')) + after.slice(0, 4000)
  const m = /\/M \(D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z\)/.exec(dictionary)
  if (!m) return null
  const [year, month, day, hour, minute, second] = m.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second))
}
