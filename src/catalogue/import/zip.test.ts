import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test from 'node:test'
import { type Zippable, zipSync } from 'fflate'
import { Refused } from '../../platform/refusal.ts'
import { heldFile } from './source-file.ts'
import { unpacked, zipEntries } from './zip.ts'

/** What a ZIP holds, by name; `refused` where it is not whole. */
async function contents(bytes: Uint8Array): Promise<Record<string, string> | 'refused'> {
  const file = heldFile('x.zip', bytes)
  const found: Record<string, string> = {}
  try {
    for (const entry of await zipEntries(file)) {
      const parts: Uint8Array[] = []
      for await (const part of unpacked(file, entry)) parts.push(part)
      found[entry.name] = Buffer.concat(parts).toString('latin1')
    }
    return found
  } catch (error) {
    if (error instanceof Refused) return 'refused'
    throw error
  }
}

const zip = (files: Record<string, Uint8Array>, level: 0 | 6 = 6): Buffer =>
  Buffer.from(zipSync(files as Zippable, { level }))

test('what lies in a ZIP is found by its directory, whatever marks of a ZIP its content has by chance', async () => {
  const marks = Buffer.from('PK\x03\x04PK\x07\x08PK\x01\x02', 'latin1')
  const odd = Buffer.concat([randomBytes(200), marks, randomBytes(50), marks])
  for (const level of [0, 6] as const)
    assert.deepEqual(
      await contents(zip({ 'a.csv': odd, '空.csv': new Uint8Array(0), 'b.csv': Buffer.from('x') }, level)),
      { 'a.csv': odd.toString('latin1'), '空.csv': '', 'b.csv': 'x' },
    )
})

/** The directory's only entry and its end rewritten as those do who pack without knowing how much comes. */
function withWideNumbers(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const start = bytes.readUInt32LE(end + 16)
  const entry = Buffer.from(bytes.subarray(start, end))
  const more = Buffer.alloc(28)
  more.writeUInt16LE(1, 0)
  more.writeUInt16LE(24, 2)
  for (const [i, at] of [24, 20, 42].entries()) {
    more.writeBigUInt64LE(BigInt(entry.readUInt32LE(at)), 4 + 8 * i)
    entry.writeUInt32LE(0xffffffff, at)
  }
  entry.writeUInt16LE(more.length, 30)
  const wideEnd = Buffer.alloc(56)
  wideEnd.write('PK\x06\x06', 'latin1')
  wideEnd.writeBigUInt64LE(BigInt(entry.length + more.length), 40)
  wideEnd.writeBigUInt64LE(BigInt(start), 48)
  const place = Buffer.alloc(20)
  place.write('PK\x06\x07', 'latin1')
  place.writeBigUInt64LE(BigInt(start + entry.length + more.length), 8)
  const plainEnd = Buffer.from(bytes.subarray(end))
  plainEnd.writeUInt32LE(0xffffffff, 12)
  plainEnd.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([bytes.subarray(0, start), entry, more, wideEnd, place, plainEnd])
}

test('a ZIP with the long numbers of big packages is read like any other', async () => {
  const bytes = withWideNumbers(zip({ 'a.csv': Buffer.from('示例'.repeat(50)) }))
  assert.deepEqual(await contents(bytes), { 'a.csv': Buffer.from('示例'.repeat(50)).toString('latin1') })
})

test('a ZIP that is cut off, altered, or says less than it unpacks to is refused', async () => {
  const whole = zip({ 'a.csv': Buffer.from('task_code,task_name\r\n'.repeat(100)) })
  assert.notEqual(await contents(whole), 'refused')
  const directory = whole.readUInt32LE(whole.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16)
  const changed = (at: number, value: number) => {
    const bytes = Buffer.from(whole)
    bytes.writeUInt32LE(value >>> 0, at)
    return contents(bytes)
  }
  assert.equal(await contents(whole.subarray(0, whole.length - 30)), 'refused', 'its end is missing')
  assert.equal(await changed(directory + 24, 10), 'refused', 'it unpacks to more')
  assert.equal(await changed(directory + 24, 1_000_000), 'refused', 'it unpacks to less')
  assert.equal(await changed(directory + 20, 5), 'refused', 'its packed length is short')
  assert.equal(await changed(directory + 16, 1), 'refused', 'its check does not hold')
  assert.equal(await changed(directory + 42, 7), 'refused', 'its place is wrong')
  assert.equal(await changed(directory, 0), 'refused', 'its directory is none')
})
