import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import { type TestDatabase, testDatabase } from '../../platform/testing.ts'
import { diskBlobs } from './disk.ts'
import { createFileStore, type FileStore } from './files.ts'

const at = new Date('2026-11-19T06:32:00Z')
const folder = mkdtempSync(join(tmpdir(), 'rongban-files-'))
const blobs = diskBlobs(folder)
let world: TestDatabase
let files: FileStore

before(async () => {
  world = await testDatabase()
  files = createFileStore(world.db, blobs)
})
after(async () => {
  await world.close()
  rmSync(folder, { recursive: true })
})

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

test('what is put away comes back, as a stream and as a whole, with its description', async () => {
  const ownerAccount = randomUUID()
  const put = await files.put(Buffer.from('平面图'), {
    mediaType: 'application/pdf',
    name: '图.pdf',
    at,
    pages: 2,
    ownerAccount,
  })
  assert.equal(put.sha256, sha('平面图'))
  assert.equal(put.size, 9)
  assert.deepEqual(await files.find(put.fileId), put)
  assert.equal((await files.read(put.fileId)).toString(), '平面图')
  assert.equal((await buffer(await files.open(put.fileId))).toString(), '平面图')
})

test('a stream is kept like a buffer, and the same bytes take room once under two ids', async () => {
  const about = { mediaType: 'text/plain', name: 'a.txt', at }
  const one = await files.put(Readable.from(['ab', 'cd']), about)
  const two = await files.put(Buffer.from('abcd'), about)
  assert.equal(one.sha256, two.sha256)
  assert.notEqual(one.fileId, two.fileId)
  assert.equal((await files.findAll([one.fileId, two.fileId])).length, 2)
})

test('a stream that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield 'half'
      throw new Error('connection lost')
    })(),
  )
  await assert.rejects(files.put(broken, { mediaType: 'text/plain', name: 'a', at }), /connection lost/)
  assert.deepEqual(readdirSync(join(folder, 'incoming')), [])
})

test('bytes that changed on the disk are never handed out as the file', async () => {
  const put = await files.put(Buffer.from('original'), { mediaType: 'text/plain', name: 'a', at })
  writeFileSync(join(folder, put.sha256.slice(0, 2), put.sha256.slice(2, 4), put.sha256), 'tampered')
  await assert.rejects(files.read(put.fileId), /has changed on disk/)
})

test('a description written in a transaction that fails is not kept', async () => {
  const fileId = randomUUID()
  const failing = world.db.transaction(async (tx) => {
    await files.put(Buffer.from('x'), { mediaType: 'text/plain', name: 'a', at, fileId }, tx)
    throw new Error('the act was refused')
  })
  await assert.rejects(failing, /the act was refused/)
  assert.equal(await files.find(fileId), null)
  await assert.rejects(files.read(fileId), /no stored file/)
})

test('an address that is no digest never becomes a path', async () => {
  await assert.rejects(blobs.open('../../etc/passwd'), /not a SHA-256/)
})

test('a removed file is gone at once; its bytes go once nobody else has them and they have rested', async () => {
  const about = { mediaType: 'text/plain', name: 'b.txt', at }
  const mine = await files.put(Buffer.from('shared'), about)
  const theirs = await files.put(Buffer.from('shared'), about)
  await files.remove([mine.fileId])
  assert.equal(await files.find(mine.fileId), null)
  assert.equal(await files.sweep(), 0)
  assert.equal((await files.read(theirs.fileId)).toString(), 'shared')

  await files.remove([theirs.fileId])
  assert.equal(await files.sweep(), 0, 'written just now: another upload of the same bytes may be under way')
  const path = join(folder, theirs.sha256.slice(0, 2), theirs.sha256.slice(2, 4), theirs.sha256)
  const longAgo = new Date(Date.now() - 2 * 3600_000)
  utimesSync(path, longAgo, longAgo)
  assert.equal(await files.sweep(), 1)
  assert.ok(!existsSync(path))
  assert.equal(await files.sweep(), 0)
})
