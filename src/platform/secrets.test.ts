import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ConfigError } from './config.ts'
import { loadSecrets } from './secrets.ts'

const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
after(() => rmSync(folder, { recursive: true }))

test('secrets are drawn once, readable by their owner only, and the same at every later start', () => {
  const data = join(folder, 'new', 'data')
  const drawn = loadSecrets(data)
  assert.deepEqual(loadSecrets(data), drawn)
  assert.equal(drawn.encryptionKey.length, 32)
  assert.notDeepEqual(drawn.encryptionKey, drawn.blindKey)
  assert.equal(statSync(join(data, 'secrets.json')).mode & 0o777, 0o600)
  assert.deepEqual(readdirSync(data), ['secrets.json'], 'nothing is left beside it')
  assert.notDeepEqual(loadSecrets(join(folder, 'other')), drawn)
})

test('secrets that others can read are refused with what to do', () => {
  const data = join(folder, 'open')
  loadSecrets(data)
  chmodSync(join(data, 'secrets.json'), 0o644)
  assert.throws(() => loadSecrets(data), { constructor: ConfigError, message: /Run: chmod 600/ })
})

test('damaged secrets are never drawn anew, because what was sealed would be lost', () => {
  const data = join(folder, 'damaged')
  loadSecrets(data)
  for (const text of ['', '{}', '{"encryptionKey":"AA"}']) {
    writeFileSync(join(data, 'secrets.json'), text)
    assert.throws(() => loadSecrets(data), { constructor: ConfigError, message: /damaged/ })
  }
})
