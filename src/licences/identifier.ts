/** 证照标识 (GB/T 36904): root, licence type, issuer, serial, version and a check character, joined by dots. */

const ROOT = '1.2.156.3005.2'
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

export interface LicenceIdentifierParts {
  /** 证照类型代码: 18 of the organ that defined the licence, 3 of its own. */
  typeCode: string
  /** 证照颁发机构代码 */
  issuerCode: string
  /** 流水号: letters and digits. */
  serial: string
  /** 版本号: three digits. */
  version: string
}

/** ISO 7064 MOD 37,36 over the parts without their dots. */
export function checkCharacter(text: string): string {
  let p = 36
  for (const character of text) {
    const value = ALPHABET.indexOf(character)
    if (value < 0) throw new Error(`"${character}" cannot stand in a licence identifier`)
    p = (p + value) % 36 || 36
    p = (p * 2) % 37
  }
  return ALPHABET[(37 - p) % 36]!
}

/** Builds the identifier. Throws for parts of the wrong shape: they come from our own data. */
export function licenceIdentifier({ typeCode, issuerCode, serial, version }: LicenceIdentifierParts): string {
  if (!/^[0-9A-Z]{21}$/.test(typeCode))
    throw new Error(`licence type code of 21 characters expected: ${typeCode}`)
  if (!/^[0-9A-Z]{18}$/.test(issuerCode))
    throw new Error(`issuer code of 18 characters expected: ${issuerCode}`)
  if (!/^[0-9A-Z]+$/.test(serial) || !/^\d{3}$/.test(version))
    throw new Error('serial or version is malformed')
  const check = checkCharacter(typeCode + issuerCode + serial + version)
  return [ROOT, typeCode, issuerCode, serial, version, check].join('.')
}

/** Reads an identifier; null when its shape or its check character is wrong. */
export function parseLicenceIdentifier(text: string): LicenceIdentifierParts | null {
  const match = /^1\.2\.156\.3005\.2\.([0-9A-Z]{21})\.([0-9A-Z]{18})\.([0-9A-Z]+)\.(\d{3})\.([0-9A-Z])$/.exec(
    text.trim(),
  )
  if (!match) return null
  const [, typeCode, issuerCode, serial, version, check] = match as unknown as string[]
  const parts = { typeCode: typeCode!, issuerCode: issuerCode!, serial: serial!, version: version! }
  return checkCharacter(parts.typeCode + parts.issuerCode + parts.serial + parts.version) === check
    ? parts
    : null
}
