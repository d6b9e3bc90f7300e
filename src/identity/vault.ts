import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/**
 * Keeps numbers that belong to persons: sealed (AES-256-GCM) so that a copy of the database shows none of them, and found again by
 * a blind index (HMAC-SHA256), so that the same number can be recognised without being read.
 */
export interface Vault {
  /** `about` names the place, e.g. `account-phone:<id>`: a sealed value that is moved to another place does not open there. */
  seal(text: string, about: string): Buffer
  /** Throws when the bytes were changed, moved, or sealed with other keys. */
  open(sealed: Uint8Array, about: string): string
  /** Equal for equal numbers of one kind, however they were typed (width, case, blanks). */
  blind(kind: string, number: string): Buffer
}

const KEY_NUMBER = 1
const IV = 12
const TAG = 16

export function createVault(keys: { encryptionKey: Buffer; blindKey: Buffer }): Vault {
  // Prepared once: from raw bytes, every sealing would set its key up anew.
  const encryptionKey = createSecretKey(keys.encryptionKey)
  return {
    seal: (text, about) => seal(encryptionKey, text, about),
    open: (sealed, about) => open(encryptionKey, sealed, about),
    blind: (kind, number) =>
      createHmac('sha256', keys.blindKey)
        .update(`${kind}:${bareNumber(number)}`)
        .digest(),
  }
}

/** A number as it is compared and kept: half-width, capital letters, without blanks and hyphens. */
export function bareNumber(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase()
}

/** One byte for the number of the key (room for changing it), the nonce, the tag, the rest. */
export function seal(key: Buffer | KeyObject, text: string, about: string): Buffer {
  const iv = randomBytes(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(KEY_NUMBER), iv, cipher.getAuthTag(), body])
}

export function open(key: Buffer | KeyObject, sealed: Uint8Array, about: string): string {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== KEY_NUMBER || bytes.length < 1 + IV + TAG)
    throw new Error(`sealed with key ${bytes[0]}, which we do not have`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(1 + IV, 1 + IV + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(1 + IV + TAG)), decipher.final()]).toString('utf8')
}
