import { createHash, randomBytes, webcrypto } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as pkijs from 'pkijs'
import { issueCertificate, keyAlgorithm } from './certificate.ts'

/** A key with the certificate that belongs to it. */
export interface SigningIdentity {
  key: webcrypto.CryptoKey
  certificate: pkijs.Certificate
}

export interface Organ {
  id: string
  name: string
}

/** The test certificate authority (测试 CA) and the signing keys of the organs under it. */
export interface SealAuthority {
  /** PEM of the root certificate: what a reader must trust to find our test seals valid. */
  readonly rootCertificate: string
  root(): pkijs.Certificate
  /** The organ's key and certificate, made when first asked for. */
  identityOf(organ: Organ): Promise<SigningIdentity>
}

/**
 * Opens the test authority kept in `dir`, creating it on first use. Private keys are readable by the owner only. Several
 * processes may open the same folder at once: whoever writes a file first wins, and the others read it.
 */
export async function loadOrCreateSealAuthority(dir: string): Promise<SealAuthority> {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const root = await loadOrCreate(join(dir, 'root.pem'), async ({ publicKey, privateKey }) =>
    issueCertificate({
      organisation: '榕办测试证书机构（示例）',
      commonName: '榕办测试签章根证书',
      publicKey,
      ownKey: privateKey,
    }),
  )
  const opened = new Map<string, Promise<SigningIdentity>>()

  return {
    rootCertificate: pem('CERTIFICATE', root.certificate.toSchema().toBER()),
    root: () => root.certificate,
    identityOf(organ) {
      // A renamed organ gets a new certificate; what it sealed under the old name stays as it is.
      const file = `${organ.id}-${createHash('sha256').update(organ.name).digest('hex').slice(0, 8)}.pem`
      if (!/^[a-z0-9-]+\.pem$/.test(file)) throw new Error(`not an organ id: ${organ.id}`)
      let identity = opened.get(file)
      if (!identity) {
        identity = loadOrCreate(join(dir, file), ({ publicKey }) =>
          issueCertificate({
            organisation: organ.name,
            commonName: `${organ.name}（测试签章）`,
            publicKey,
            issuer: root,
          }),
        )
        opened.set(file, identity)
        identity.catch(() => opened.delete(file))
      }
      return identity
    },
  }
}

type Certify = (keys: webcrypto.CryptoKeyPair) => Promise<pkijs.Certificate>

/** Key and certificate live in one file, so that no reader ever sees one without the other. */
async function loadOrCreate(path: string, certify: Certify): Promise<SigningIdentity> {
  if (!existsSync(path)) {
    const keys = await webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify'])
    const certificate = await certify(keys)
    const key = pem('PRIVATE KEY', await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
    const fresh = `${path}.${randomBytes(6).toString('hex')}`
    writeFileSync(fresh, key + pem('CERTIFICATE', certificate.toSchema().toBER()), {
      mode: 0o600,
      flag: 'wx',
    })
    try {
      linkSync(fresh, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(fresh)
    }
  }
  // A folder restored from a backup may have come back readable for everyone.
  chmodSync(path, 0o600)
  const text = readFileSync(path, 'utf8')
  return {
    key: await webcrypto.subtle.importKey('pkcs8', fromPem(text, 'PRIVATE KEY'), keyAlgorithm, false, [
      'sign',
    ]),
    certificate: pkijs.Certificate.fromBER(fromPem(text, 'CERTIFICATE')),
  }
}

function pem(label: string, der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

function fromPem(text: string, label: string): ArrayBuffer {
  const body = new RegExp(`-----BEGIN ${label}-----([^-]+)-----END ${label}-----`).exec(text)?.[1]
  if (!body) throw new Error(`a seal file without its ${label.toLowerCase()}`)
  return new Uint8Array(Buffer.from(body, 'base64')).buffer
}
