/**
 * 证照标识 (GB/T 36904) as this platform checks it on receipt. Written for the sandbox alone, so that a mistake in the product's own
 * writer is found by somebody who did not make it.
 */
const FORM = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18})\.([0-9A-Z]+)\.(\d{3})\.([0-9A-Z])$/
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export interface IdentifierParts {
  typeCode: string
  issuerCode: string
  serial: string
  version: string
}

/** ISO 7064 MOD 37,36 over the four parts without their dots. */
export function identifierCheck({ typeCode, issuerCode, serial, version }: IdentifierParts): string {
  let p = 36
  for (const character of typeCode + issuerCode + serial + version) {
    p = (p + ALPHABET.indexOf(character)) % 36 || 36
    p = (p * 2) % 37
  }
  return ALPHABET[(37 - p) % 36]!
}

export function formIdentifier(parts: IdentifierParts): string {
  const { typeCode, issuerCode, serial, version } = parts
  return `1.2.156.3005.2.${typeCode}.${issuerCode}.${serial}.${version}.${identifierCheck(parts)}`
}

/** The parts of a well-formed identifier with the right check character; null for anything else. */
export function readIdentifier(identifier: string): IdentifierParts | null {
  const [, typeCode, issuerCode, serial, version, check] = FORM.exec(identifier) ?? []
  if (!typeCode || !issuerCode || !serial || !version) return null
  const parts = { typeCode, issuerCode, serial, version }
  return identifierCheck(parts) === check ? parts : null
}
