import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import test, { after, before } from 'node:test'
import { zipSync } from 'fflate'
import { PDF, type Person, type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import { shownName } from './receive.ts'

let hall: PersonalHall
let who: Person
let stranger: Person
let draftId: string
let base: string
before(async () => {
  hall = await personalHall()
  base = await hall.web.listen({ port: 0, host: '127.0.0.1' })
  const { itemId } = await hall.foodLicence()
  who = await hall.signIn('body-rongyin-eatery')
  stranger = await hall.signIn('person-he-wushan')
  const begun = await hall.get(`/apply/${itemId}`, who)
  draftId = /drafts\/([0-9a-f-]{36})/.exec(String(begun.headers.location))![1]!
})
after(() => hall.close())

const put = (name: string, bytes: Buffer, key = 'm3', fields: Record<string, string> = {}) =>
  hall.multipart(
    `/my/drafts/${draftId}`,
    who,
    { do: `upload:${key}`, ...fields },
    { [`m-${key}`]: { name, bytes } },
  )

const given = async (key = 'm3') => {
  const [row] = await hall.deps.db.query<{ file_id: string | null; file_name: string; source: string }>(
    'select file_id, file_name, source from hall.draft_material where draft_id = $1 and material_key = $2',
    [draftId, key],
  )
  return row ?? null
}

test('[Art. 11.1] a file that opens is taken and shown in its row with name, pages and size', async () => {
  const answer = await put('平面图.pdf', PDF)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 2000))
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, /<b>已上传<\/b>[\s\S]{0,60}平面图\.pdf，1 页，\d+ B，10:00/)
})

for (const [why, name, bytes, says] of [
  ['an empty file', '空.pdf', Buffer.alloc(0), /空的/],
  ['a program that calls itself a PDF', '程序.pdf', Buffer.from(`MZ${'\0'.repeat(200)}`), /认不出|收 PDF/],
  [
    'a picture under the name of a PDF',
    '照片.pdf',
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    /没收下/,
  ],
  [
    'a kind that this material does not take',
    '说明.zip',
    Buffer.from(zipSync({ 'a.txt': new Uint8Array([65]) })),
    /这项材料收/,
  ],
] as const) {
  test(`${why} is refused in a sentence at its row; what was given before and what was typed stay`, async () => {
    await put('好的.pdf', PDF)
    const answer = await put(name, bytes, 'm3', { 'f-hygienePlan': '打到一半的话' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, says)
    assert.match(answer.body, /打到一半的话/)
    assert.match(answer.body, /href="#m-m3"/)
    assert.equal((await given())?.file_name, '好的.pdf')
  })
}

test('a file bigger than the material takes is refused without being kept', async () => {
  const before = await hall.deps.db.query('select 1 from documents.stored_file')
  const answer = await put('大图.pdf', Buffer.concat([PDF, randomBytes(20_000_001)]))
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /超过 20 MB/)
  assert.equal((await hall.deps.db.query('select 1 from documents.stored_file')).length, before.length)
})

test('a package that would swell to many times its size is refused', async () => {
  const bomb = Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': new Uint8Array(60_000_000),
    }),
  )
  const answer = await put('制度.docx', bomb, 'm4')
  assert.equal(answer.statusCode, 422, answer.body.slice(0, 500))
  assert.equal(await given('m4'), null)
})

test('a file can be taken away again, and the row then asks for one', async () => {
  await put('要删的.pdf', PDF)
  await hall.post(`/my/drafts/${draftId}`, who, { do: 'remove:m3' })
  assert.equal(await given(), null)
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, /name="m-m3"/)
})

test('[Art. 11.1] a paper that may come by courier is announced instead of uploaded, and only then', async () => {
  await hall.post(`/my/drafts/${draftId}`, who, { do: 'courier:m5' })
  assert.equal((await given('m5'))?.source, 'courier')
  await hall.post(`/my/drafts/${draftId}`, who, { do: 'courier:m3' })
  assert.equal(await given('m3'), null)
})

test('[Art. 13.2] an applicant may upload instead of having the licence fetched, and change their mind', async () => {
  await hall.get(`/my/drafts/${draftId}`, who)
  assert.equal((await given('m1'))?.source, 'licence')
  await hall.post(`/my/drafts/${draftId}`, who, { do: 'upload-instead:m1' })
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, /name="m-m1"/)
  assert.match(page.body, /value="licence:m1"/)
  await hall.post(`/my/drafts/${draftId}`, who, { do: 'licence:m1' })
  assert.equal((await given('m1'))?.source, 'licence')
})

test('[Art. 6.1] a file opens for whoever uploaded it and for nobody else; a guessed number opens nothing', async () => {
  await put('私人.pdf', PDF)
  const file = (await given())!.file_id!
  const mine = await hall.get(`/my/files/${file}`, who)
  assert.equal(mine.statusCode, 200)
  assert.equal(mine.headers['content-type'], 'application/pdf')
  assert.match(String(mine.headers['content-security-policy']), /sandbox/)
  assert.ok(mine.rawPayload.equals(PDF))
  assert.equal((await hall.get(`/my/files/${file}`, stranger)).statusCode, 404)
  assert.equal((await hall.get('/my/files/00000000-0000-4000-8000-000000000000', who)).statusCode, 404)
  assert.equal((await hall.get('/my/files/..%2f..%2fetc', who)).statusCode, 404)
  assert.match(String((await hall.get(`/my/files/${file}`)).headers.location), /^\/sign-in/)
})

// Resumable uploads (tus 1.0.0), as the element in the browser speaks them.

const tus = (
  method: 'POST' | 'PATCH' | 'HEAD',
  url: string,
  person: Person | null,
  headers: Record<string, string>,
  payload?: Buffer,
) =>
  fetch(`${base}${url}`, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...(person ? { cookie: person.cookie } : {}), ...headers },
    ...(payload ? { body: new Uint8Array(payload) } : {}),
  })

const create = (person: Person | null, length: number, draft = draftId, key = 'm3') =>
  tus('POST', `/my/uploads/?draftId=${draft}&materialKey=${key}`, person, {
    'upload-length': String(length),
    'upload-metadata': `filename ${Buffer.from('断点.pdf').toString('base64')}`,
  })
const send = (person: Person | null, at: string, offset: number, bytes: Buffer) =>
  tus(
    'PATCH',
    at,
    person,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
  )

test('an upload that broke off goes on where it stopped, and the file is then in its row', async () => {
  const created = await create(who, PDF.length)
  assert.equal(created.status, 201, await created.text())
  const at = created.headers.get('location')!
  assert.equal((await send(who, at, 0, PDF.subarray(0, 100))).status, 204)
  const head = await tus('HEAD', at, who, {})
  assert.equal(head.headers.get('upload-offset'), '100')
  const last = await send(who, at, 100, PDF.subarray(100))
  assert.ok(last.ok, await last.text())
  assert.equal((await given())?.file_name, '断点.pdf')
  const row = await hall.get(`/my/drafts/${draftId}/materials/m3`, who)
  assert.match(row.body, /^<rb-upload[\s\S]*断点\.pdf/)
})

test('nobody puts a file into another one’s draft, nor goes on with another one’s upload, nor without a session', async () => {
  assert.equal((await create(stranger, 10)).status, 404)
  assert.equal((await create(null, 10)).status, 401)
  assert.equal((await create(who, 10, draftId, 'm99')).status, 404)
  const at = (await create(who, PDF.length)).headers.get('location')!
  assert.equal((await send(stranger, at, 0, PDF)).status, 404)
  assert.equal((await tus('HEAD', at, stranger, {})).status, 404)
  assert.equal((await send(null, at, 0, PDF)).status, 401)
})

test('a resumable upload is refused for its size at once and for its content at the end, in a sentence', async () => {
  const big = await create(who, 20_000_001)
  assert.equal(big.status, 413)
  assert.match(((await big.json()) as { refusal: { sentence: string } }).refusal.sentence, /超过 20 MB/)
  const bad = Buffer.from(`MZ${'\0'.repeat(200)}`)
  const at = (await create(who, bad.length)).headers.get('location')!
  const ended = await send(who, at, 0, bad)
  assert.equal(ended.status, 422)
  assert.match(((await ended.json()) as { refusal: { sentence: string } }).refusal.sentence, /收 PDF/)
})

test('the name of a file never carries a path, a line end or a quote', () => {
  assert.equal(shownName('C:\\Users\\x\\平面图.pdf'), '平面图.pdf')
  assert.equal(shownName('../../etc/passwd'), 'passwd')
  assert.equal(shownName('a"b\r\nc<d>.pdf'), 'abcd.pdf')
  assert.equal(shownName('..'), '文件')
  assert.equal([...shownName(`${'长'.repeat(300)}.pdf`)].length, 120)
  assert.ok(shownName(`${'长'.repeat(300)}.pdf`).endsWith('.pdf'))
})
