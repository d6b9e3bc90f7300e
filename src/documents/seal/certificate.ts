import { createHash, randomBytes, webcrypto } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }))

/** Key pairs of the test seals. A licensed CA would use SM2; see the decision about seals. */
export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' } as const

export interface CertificateRequest {
  /** 单位 and 名称 of the subject; the country is CN. */
  organisation: string
  commonName: string
  publicKey: webcrypto.CryptoKey
  /** Who signs; left out for the root, which signs itself. */
  issuer?: { certificate: pkijs.Certificate; key: webcrypto.CryptoKey }
  /** The key that belongs to `publicKey`; only the root needs it. */
  ownKey?: webcrypto.CryptoKey
}

// Fixed and wide, so that a sample world set on any day of these years can be sealed. A licensed CA would not do that.
const notBefore = new Date('2018-01-01T00:00:00Z')
const notAfter = new Date('2048-01-01T00:00:00Z')

const oid = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  commonName: '2.5.4.3',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
}

/** Bits of the key usage extension, first octet: digitalSignature 0x80, nonRepudiation 0x40, keyCertSign 0x04, cRLSign 0x02. */
const usage = { root: { bits: 0x06, unused: 1 }, seal: { bits: 0xc0, unused: 6 } }

/** Issues an X.509 certificate: the root of the test authority, or an organ's signing certificate under it. */
export async function issueCertificate(request: CertificateRequest): Promise<pkijs.Certificate> {
  const { issuer } = request
  const certificate = new pkijs.Certificate({ version: 2 })
  certificate.serialNumber = new asn1js.Integer({ valueHex: serialNumber() })
  certificate.subject = distinguishedName(request.organisation, request.commonName)
  certificate.issuer = issuer ? issuer.certificate.subject : certificate.subject
  certificate.notBefore = new pkijs.Time({ type: 0, value: notBefore })
  certificate.notAfter = new pkijs.Time({ type: 0, value: notAfter })
  await certificate.subjectPublicKeyInfo.importKey(request.publicKey as CryptoKey)

  const constraints = new pkijs.BasicConstraints(issuer ? { cA: false } : { cA: true, pathLenConstraint: 0 })
  const { bits, unused } = issuer ? usage.seal : usage.root
  const keyUsage = new asn1js.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: unused })
  const authority = new pkijs.AuthorityKeyIdentifier({
    keyIdentifier: new asn1js.OctetString({ valueHex: keyIdentifier(issuer?.certificate ?? certificate) }),
  })
  certificate.extensions = [
    extension(oid.basicConstraints, true, constraints.toSchema()),
    extension(oid.keyUsage, true, keyUsage),
    extension(
      oid.subjectKeyIdentifier,
      false,
      new asn1js.OctetString({ valueHex: keyIdentifier(certificate) }),
    ),
    extension(oid.authorityKeyIdentifier, false, authority.toSchema()),
  ]
  const signingKey = issuer?.key ?? request.ownKey
  if (!signingKey) throw new Error('a root certificate is signed with its own key')
  await certificate.sign(signingKey as CryptoKey, 'SHA-256')
  return certificate
}

const extension = (extnID: string, critical: boolean, value: { toBER(): ArrayBuffer }) =>
  new pkijs.Extension({ extnID, critical, extnValue: value.toBER() })

/**
 * Chinese names are UTF-8 strings; the country is a PrintableString, as X.520 wants it. Written as DER by hand, because the library
 * would put all three into one multi-valued part, which readers show as C=CN+O=….
 */
function distinguishedName(organisation: string, commonName: string): pkijs.RelativeDistinguishedNames {
  const part = (type: string, value: asn1js.BaseBlock) =>
    new asn1js.Set({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: type }), value] })],
    })
  const name = new asn1js.Sequence({
    value: [
      part(oid.country, new asn1js.PrintableString({ value: 'CN' })),
      part(oid.organisation, new asn1js.Utf8String({ value: organisation })),
      part(oid.commonName, new asn1js.Utf8String({ value: commonName })),
    ],
  })
  return pkijs.RelativeDistinguishedNames.fromBER(name.toBER())
}

/** RFC 5280 4.2.1.2, method 1: SHA-1 over the bits of the public key; a name, not a security measure. */
function keyIdentifier(certificate: pkijs.Certificate): ArrayBuffer {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return new Uint8Array(createHash('sha1').update(key).digest()).buffer
}

/** 16 random bytes, positive and without a leading zero byte. */
function serialNumber(): ArrayBuffer {
  const bytes = new Uint8Array(randomBytes(16))
  bytes[0] = (bytes[0]! & 0x7f) | 0x40
  return bytes.buffer
}
