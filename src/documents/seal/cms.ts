import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { SigningIdentity } from './authority.ts'

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

const derOf = (certificate: pkijs.Certificate) => Buffer.from(certificate.toSchema().toBER())

const buffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/**
 * A detached CMS signature in the shape that PAdES baseline asks for (ETSI EN 319 142-1): content type, message digest and
 * signing-certificate-v2 as signed attributes; no signing-time attribute, since the time stands in the PDF's own /M entry.
 */
export async function detachedSignature(content: Buffer, signer: SigningIdentity, root: pkijs.Certificate) {
  const { certificate } = signer
  const attribute = (type: string, value: asn1js.BaseBlock) => new pkijs.Attribute({ type, values: [value] })
  const signedData = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: oid.data }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({
          issuer: certificate.issuer,
          serialNumber: certificate.serialNumber,
        }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: oid.data })),
            attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: buffer(sha256(content)) })),
            attribute(oid.signingCertificateV2, signingCertificateV2(derOf(certificate))),
          ],
        }),
      }),
    ],
    certificates: [certificate, root],
  })
  await signedData.sign(signer.key as CryptoKey, 0, 'SHA-256', buffer(content))
  const contentInfo = new pkijs.ContentInfo({
    contentType: oid.signedData,
    content: signedData.toSchema(true),
  })
  return Buffer.from(contentInfo.toSchema().toBER())
}

/** RFC 5035: the digest of the signer's certificate under the signature; SHA-256 is the default and not written. */
function signingCertificateV2(certificate: Uint8Array): asn1js.Sequence {
  const hash = new asn1js.OctetString({ valueHex: buffer(sha256(certificate)) })
  const essCertId = new asn1js.Sequence({ value: [hash] })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [essCertId] })] })
}

export interface CheckedSignature {
  valid: boolean
  /** Common name of the signer's certificate. */
  signer: string
}

/**
 * Checks a detached signature: message digest, signature, that the signed attributes name this very certificate, and the chain
 * up to `root` at the time `at`. Unreadable input is not valid; nothing is thrown.
 */
export async function checkSignature(
  cms: Buffer,
  content: Buffer,
  root: pkijs.Certificate,
  at: Date,
): Promise<CheckedSignature> {
  try {
    const contentInfo = pkijs.ContentInfo.fromBER(buffer(cms))
    const signedData = new pkijs.SignedData({ schema: contentInfo.content })
    const result = await signedData.verify({
      signer: 0,
      data: buffer(content),
      trustedCerts: [root],
      checkChain: true,
      checkDate: at,
      extendedMode: true,
    })
    const certificate = result.signerCertificate
    if (!certificate) return { valid: false, signer: '' }
    const bound = namesCertificate(signedData, derOf(certificate))
    return { valid: result.signatureVerified === true && bound, signer: commonName(certificate) }
  } catch {
    // pkijs throws for a digest that differs, a chain that does not reach the root and broken ASN.1 alike.
    return { valid: false, signer: signerName(cms) }
  }
}

/** Whether the signing-certificate-v2 attribute holds the digest of this certificate. */
function namesCertificate(signedData: pkijs.SignedData, certificate: Buffer): boolean {
  const attributes = signedData.signerInfos[0]?.signedAttrs?.attributes ?? []
  const value = attributes.find(({ type }) => type === oid.signingCertificateV2)?.values[0]
  if (!value) return false
  return Buffer.from(value.toBER()).includes(sha256(certificate))
}

function commonName(certificate: pkijs.Certificate): string {
  const found = certificate.subject.typesAndValues.find(({ type }) => type === '2.5.4.3')
  return found ? String(found.value.valueBlock.value) : ''
}

/** Who the signature says it is from, also when it does not hold: the reader wants to know what was claimed. */
function signerName(cms: Buffer): string {
  try {
    const signedData = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(buffer(cms)).content })
    const [first] = signedData.certificates ?? []
    return first instanceof pkijs.Certificate ? commonName(first) : ''
  } catch {
    return ''
  }
}
