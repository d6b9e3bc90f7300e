import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { renderPaper } from '../render.ts'
import { samplePapers } from '../samples.ts'
import { inspectFile } from './inspect.ts'
import type { MediaKind } from './media.ts'

const all: MediaKind[] = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip', 'ofd']
const maxBytes = 20_000_000

const inspect = (bytes: Buffer, declaredName: string, allowed: readonly MediaKind[] = all) =>
  inspectFile(bytes, { declaredName, allowed, maxBytes })

async function refusalOf(
  bytes: Buffer,
  declaredName: string,
  allowed: readonly MediaKind[] = all,
): Promise<string> {
  const result = await inspect(bytes, declaredName, allowed)
  assert.ok(!result.ok, `${declaredName} was taken`)
  assert.match(result.refusal.sentence, /[一-龥].*。$/, 'every refusal says what is wrong and what to do')
  return result.refusal.name
}

// --- hand-made files ---

const pdfOf = (body: string) => Buffer.from(`%PDF-1.4\n${body}\nstartxref\n9\n%%EOF\n`, 'latin1')
const twoPages =
  '1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R 4 0 R] /Resources <</Font <<>> >> /Count 2>> endobj\n' +
  '3 0 obj <</Type /Page /Parent 2 0 R>> endobj\n4 0 obj <</Type /Page /Parent 2 0 R>> endobj\ntrailer <</Root 1 0 R>>'

function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const frame = Buffer.alloc(8 + named.length)
    frame.writeUInt32BE(data.length, 0)
    named.copy(frame, 4)
    frame.writeUInt32BE(crc32(named), 4 + named.length)
    return frame
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const pixels = deflateSync(Buffer.alloc(64))
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function jpeg(width: number, height: number): Buffer {
  const app0 = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
  const sof = Buffer.from('ffc0000b080000000001011100', 'hex')
  sof.writeUInt16BE(height, 5)
  sof.writeUInt16BE(width, 7)
  const scan = Buffer.from('ffda0008010100003f00aabbccdd', 'hex')
  return Buffer.concat([Buffer.from('ffd8', 'hex'), app0, sof, scan, Buffer.from('ffd9', 'hex')])
}

const zip = (files: Zippable) => Buffer.from(zipSync(files))
const docx = { '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w:document/>') }

/** Overwrites a number in the central directory entry of the first file. */
function patchDirectory(bytes: Buffer, offset: number, write: (at: number) => void): Buffer {
  write(bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + offset)
  return bytes
}

// --- what is taken ---

test('a PDF is taken with its number of pages', async () => {
  const result = await inspect(pdfOf(twoPages), '平面图.pdf')
  assert.deepEqual(result, {
    ok: true,
    kind: 'pdf',
    mediaType: 'application/pdf',
    size: pdfOf(twoPages).length,
    pages: 2,
  })
})

test('a PDF that keeps its page tree in a compressed object stream is counted too', async () => {
  const objects = deflateSync(Buffer.from('2 0 <</Type/Pages/Kids[3 0 R]/Count 7>>'))
  const body = Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n5 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${objects.length}>>\nstream\n`,
    ),
    objects,
    Buffer.from('\nendstream endobj\nstartxref\n9\n%%EOF\n'),
  ])
  const result = await inspect(body, 'a.pdf')
  assert.ok(result.ok)
  assert.equal(result.pages, 7)
})

test('a paper of our own is taken', async () => {
  const result = await inspect(await renderPaper(samplePapers[0]!), '凭证.PDF')
  assert.ok(result.ok)
  assert.equal(result.pages, 1)
})

test('images are taken with their size in pixels', async () => {
  const asPng = await inspect(png(640, 480), '门头.png')
  assert.ok(asPng.ok)
  assert.deepEqual([asPng.kind, asPng.width, asPng.height], ['png', 640, 480])
  const asJpeg = await inspect(jpeg(1200, 900), '门头.JPEG')
  assert.ok(asJpeg.ok)
  assert.deepEqual([asJpeg.mediaType, asJpeg.width, asJpeg.height], ['image/jpeg', 1200, 900])
})

test('Word, Excel, OFD and ZIP are told apart by what is inside', async () => {
  const kinds = {
    'a.docx': zip(docx),
    'a.xlsx': zip({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>') }),
    'a.ofd': zip({ 'OFD.xml': strToU8('<ofd:OFD/>') }),
    'a.zip': zip({ '图纸/一层.pdf': strToU8('x') }),
  }
  for (const [name, bytes] of Object.entries(kinds)) {
    const result = await inspect(bytes, name)
    assert.ok(result.ok, name)
    assert.equal(`a.${result.kind}`, name)
  }
})

test('a name without an ending is no contradiction', async () => {
  assert.ok((await inspect(png(1, 1), '营业执照')).ok)
})

test('a file on disk is inspected like one in memory', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rongban-inspect-'))
  after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'upload'), png(3, 4))
  const result = await inspectFile(join(folder, 'upload'), {
    declaredName: 'a.png',
    allowed: ['png'],
    maxBytes,
  })
  assert.ok(result.ok)
  assert.equal(result.height, 4)
})

// --- what is refused ---

test('an empty file is refused', async () => {
  assert.equal(await refusalOf(Buffer.alloc(0), 'a.pdf'), 'empty')
})

test('a file above the limit is refused with both sizes', async () => {
  const result = await inspectFile(pdfOf(twoPages), { declaredName: 'a.pdf', allowed: all, maxBytes: 100 })
  assert.ok(!result.ok)
  assert.equal(result.refusal.name, 'too-big')
  assert.match(result.refusal.sentence, /1 KB/)
})

test('a kind that the material does not take is refused with the kinds it takes', async () => {
  const result = await inspect(zip(docx), 'a.docx', ['pdf', 'jpg'])
  assert.ok(!result.ok)
  assert.equal(result.refusal.name, 'not-allowed')
  assert.match(result.refusal.sentence, /PDF、JPG 图片.*Word/)
})

test('a name that contradicts the content is refused', async () => {
  assert.equal(await refusalOf(png(1, 1), '扫描件.pdf'), 'wrong-type')
  assert.equal(await refusalOf(pdfOf(twoPages), 'photo.jpg'), 'wrong-type')
})

test('a program, a text and noise are unknown, whatever they are called', async () => {
  assert.equal(await refusalOf(Buffer.from('MZ\x90\x00 this program cannot be run'), 'a.pdf'), 'unknown')
  assert.equal(await refusalOf(Buffer.from('<html><script>alert(1)</script>'), 'a.jpg'), 'unknown')
  assert.equal(await refusalOf(Buffer.from([1, 2, 3]), 'a.png'), 'unknown')
})

test('a PDF with a password is refused as locked', async () => {
  assert.equal(
    await refusalOf(pdfOf(`${twoPages.replace('/Root', '/Encrypt 9 0 R /Root')}`), 'a.pdf'),
    'locked',
  )
})

test('the word Encrypt in the content of a page locks nothing', async () => {
  const content = '6 0 obj <</Length 30>>\nstream\n(/Encrypt 9 0 R) Tj\nendstream endobj\n'
  assert.ok((await inspect(pdfOf(content + twoPages), 'a.pdf')).ok)
})

test('a PDF that was cut off, or has no page, is damaged', async () => {
  const whole = pdfOf(twoPages)
  assert.equal(await refusalOf(whole.subarray(0, whole.length - 30), 'a.pdf'), 'damaged')
  assert.equal(await refusalOf(pdfOf('1 0 obj <</Type /Catalog>> endobj'), 'a.pdf'), 'damaged')
})

test('images that were cut off are damaged', async () => {
  const cut = png(640, 480)
  assert.equal(await refusalOf(cut.subarray(0, cut.length - 12), 'a.png'), 'damaged')
  const half = jpeg(640, 480)
  assert.equal(await refusalOf(half.subarray(0, half.length - 2), 'a.jpg'), 'damaged')
})

test('a small file that unfolds to a giant picture is refused', async () => {
  assert.equal(await refusalOf(png(60_000, 60_000), 'a.png'), 'too-many-pixels')
})

test('a ZIP bomb is refused by its ratio and by its total', async () => {
  assert.equal(await refusalOf(zip({ 'a.txt': new Uint8Array(12_000_000) }), 'a.zip'), 'zip-bomb')
  const huge = patchedSize(zip({ 'a.txt': strToU8('x'.repeat(500)) }), 300_000_000)
  assert.equal(await refusalOf(huge, 'a.zip'), 'zip-bomb')
})

function patchedSize(bytes: Buffer, size: number): Buffer {
  return patchDirectory(bytes, 24, (at) => bytes.writeUInt32LE(size, at))
}

test('a directory that understates the size of a part does not get a bomb through', async () => {
  const lying = patchedSize(zip({ 'a.txt': new Uint8Array(12_000_000) }), 1000)
  assert.equal(await refusalOf(lying, 'a.zip'), 'zip-bomb')
})

test('a ZIP in a ZIP is refused, a small compressible text is not', async () => {
  assert.equal(await refusalOf(zip({ '图纸.zip': zip({ a: strToU8('x') }) }), 'a.zip'), 'nested')
  assert.ok((await inspect(zip({ 'a.txt': new Uint8Array(2_000_000) }), 'a.zip')).ok)
})

test('a locked ZIP, a damaged ZIP, and one that climbs out of its folder are refused', async () => {
  const files = { 'a.txt': strToU8('hello hello hello hello') }
  const secret = zip(files)
  assert.equal(
    await refusalOf(
      patchDirectory(secret, 8, (at) => secret.writeUInt16LE(1, at)),
      'a.zip',
    ),
    'locked',
  )
  const cut = zip(files)
  assert.equal(await refusalOf(cut.subarray(0, cut.length - 10), 'a.zip'), 'damaged')
  const spoilt = zip(files)
  spoilt.fill(0xff, 35, 42)
  assert.equal(await refusalOf(spoilt, 'a.zip'), 'damaged')
  assert.equal(await refusalOf(zip({ '../../etc/passwd': strToU8('x') }), 'a.zip'), 'damaged')
})

test('a Word document with macros is refused', async () => {
  assert.equal(await refusalOf(zip({ ...docx, 'word/vbaProject.bin': strToU8('x') }), 'a.docx'), 'macros')
})
