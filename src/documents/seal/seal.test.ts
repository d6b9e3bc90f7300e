import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { renderPaper } from '../render.ts'
import { samplePapers } from '../samples.ts'
import { loadOrCreateSealAuthority, type SealAuthority } from './authority.ts'
import { sealPdf } from './seal.ts'
import { verifySealedPdf } from './verify.ts'

const organ = { id: 'gl-scjg', name: '鼓楼区市场监督管理局' }
const at = new Date('2026-12-02T01:02:03Z')

const folder = mkdtempSync(join(tmpdir(), 'rongban-seal-'))
let authority: SealAuthority
let plain: Buffer
let sealed: Buffer

before(async () => {
  authority = await loadOrCreateSealAuthority(join(folder, 'keys'))
  plain = await renderPaper(samplePapers.find(({ kind }) => kind === 'decision-grant')!)
  sealed = await sealPdf(authority, plain, { organ, at, reason: '签发准予行政许可决定书' })
})
after(() => rmSync(folder, { recursive: true }))

const toolThere = (name: string) => spawnSync(name, ['-v']).error === undefined

test('a sealed decision is valid, names its organ and its time, and the seal covers the whole document', async () => {
  assert.deepEqual(await verifySealedPdf(authority, sealed), {
    valid: true,
    signer: '鼓楼区市场监督管理局（测试签章）',
    signedAt: at,
    wholeDocument: true,
  })
})

test('one changed byte anywhere under the seal breaks it', async () => {
  const signatureAt = sealed.lastIndexOf('/Contents <')
  for (const position of [9, 5000, plain.length - 20, signatureAt - 5, sealed.length - 3]) {
    const changed = Buffer.from(sealed)
    changed[position] = changed[position]! ^ 1
    assert.equal((await verifySealedPdf(authority, changed)).valid, false, `byte ${position}`)
  }
})

test('a changed signature value is not valid', async () => {
  const [, length, restStart] = byteRange(sealed)
  const hex = sealed.toString('latin1', length + 1, restStart - 1).replace(/0+$/, '')
  const changed = Buffer.from(sealed)
  // The signature value is the last thing in the CMS; its fourth digit from the end is surely inside.
  const position = length + 1 + hex.length - 4
  changed.write(hex.at(-4) === '1' ? '2' : '1', position)
  assert.equal((await verifySealedPdf(authority, changed)).valid, false)
})

test('what is appended after sealing is not covered', async () => {
  const longer = Buffer.concat([sealed, Buffer.from('\n% later')])
  assert.equal((await verifySealedPdf(authority, longer)).wholeDocument, false)
})

test('a seal of another authority is not valid here', async () => {
  const stranger = await loadOrCreateSealAuthority(join(folder, 'stranger'))
  const foreign = await sealPdf(stranger, plain, { organ, at, reason: '签发' })
  assert.equal((await verifySealedPdf(stranger, foreign)).valid, true)
  assert.equal((await verifySealedPdf(authority, foreign)).valid, false)
})

test('a paper without a seal, and a file that is no PDF, are not valid', async () => {
  for (const file of [plain, Buffer.from('nothing'), Buffer.alloc(0), Buffer.from('/ByteRange [0 1 2 3]')]) {
    assert.deepEqual(await verifySealedPdf(authority, file), {
      valid: false,
      signer: '',
      signedAt: null,
      wholeDocument: false,
    })
  }
})

test('sealing keeps the archival metadata, the tags and the file identifier', () => {
  const text = sealed.toString('latin1')
  assert.match(text, /pdfaid:part>2</)
  assert.match(text, /\/MarkInfo/)
  assert.match(text.slice(text.lastIndexOf('trailer')), /\/ID \[/)
  assert.ok(sealed.subarray(0, plain.length - 1).equals(plain.subarray(0, plain.length - 1)))
})

test('keys are made once, readable by their owner only, and the same after a restart', async () => {
  const keys = join(folder, 'keys')
  for (const name of readdirSync(keys)) assert.equal(statSync(join(keys, name)).mode & 0o777, 0o600, name)
  const reopened = await loadOrCreateSealAuthority(keys)
  assert.equal(reopened.rootCertificate, authority.rootCertificate)
  assert.equal((await verifySealedPdf(reopened, sealed)).valid, true)
})

test('two processes that open a new folder at once end with the same authority', async () => {
  const shared = join(folder, 'shared')
  const [one, two] = await Promise.all([loadOrCreateSealAuthority(shared), loadOrCreateSealAuthority(shared)])
  assert.equal(one.rootCertificate, two.rootCertificate)
})

test('an organ id that is a path is refused', async () => {
  assert.throws(() => authority.identityOf({ id: '../root', name: '甲' }), /not an organ id/)
})

test('OpenSSL finds the signature good and made by the organ under the test authority', () => {
  const [, length, restStart, restLength] = byteRange(sealed)
  writeFileSync(
    join(folder, 'content'),
    Buffer.concat([sealed.subarray(0, length), sealed.subarray(restStart, restStart + restLength)]),
  )
  writeFileSync(join(folder, 'cms'), Buffer.from(sealed.toString('latin1', length + 1, restStart - 1), 'hex'))
  writeFileSync(join(folder, 'root.crt'), authority.rootCertificate)
  const check = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', join(folder, 'cms')]
  const trust = ['-CAfile', join(folder, 'root.crt'), '-purpose', 'any', '-out', '/dev/null']
  const verify = (content: string) => spawnSync('openssl', [...check, '-content', content, ...trust])
  const result = verify(join(folder, 'content'))
  assert.equal(result.status, 0, String(result.stderr))
  writeFileSync(
    join(folder, 'other'),
    Buffer.concat([readFileSync(join(folder, 'content')), Buffer.from('x')]),
  )
  assert.notEqual(verify(join(folder, 'other')).status, 0)
})

const poppler = toolThere('pdfsig') && toolThere('certutil')

test('Poppler finds the seal valid, trusted and over the total document', {
  skip: poppler ? false : 'pdfsig and certutil are not installed',
}, () => {
  const store = join(folder, 'nss')
  mkdirSync(store)
  writeFileSync(join(folder, 'root.crt'), authority.rootCertificate)
  writeFileSync(join(folder, 'sealed.pdf'), sealed)
  execFileSync('certutil', ['-N', '-d', store, '--empty-password'])
  execFileSync('certutil', ['-A', '-d', store, '-n', 'root', '-t', 'CT,C,C', '-i', join(folder, 'root.crt')])
  const said = execFileSync('pdfsig', ['-nssdir', store, join(folder, 'sealed.pdf')], { encoding: 'utf8' })
  assert.match(said, /Signature is Valid/)
  assert.match(said, /Certificate is Trusted/)
  assert.match(said, /Total document signed/)
  assert.match(said, /ETSI\.CAdES\.detached/)
  assert.match(said, /O=鼓楼区市场监督管理局,C=CN|C=CN,O=鼓楼区市场监督管理局/)
})

function byteRange(pdf: Buffer): [number, number, number, number] {
  const found = /\/ByteRange\s*\[\s*(\d+) (\d+) (\d+) (\d+)/.exec(pdf.toString('latin1'))!
  return found.slice(1).map(Number) as [number, number, number, number]
}
