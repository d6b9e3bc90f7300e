import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadSampleItems } from '../../../catalogue/index.ts'
import { noReader, textOfPdf } from '../../../documents/testing.ts'
import { publicHall, textOf } from '../testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(async () => {
  await hall?.close()
})

const bare = (text: string) => text.replace(/\s/g, '')

test('[Art. 3.1(2)] the print for the counter says what the page says: every condition, material, step, limit, window and telephone', {
  skip: noReader,
}, async () => {
  const { itemId, version, content: c } = await hall.item('食品经营许可')
  const answer = await hall.get(`/items/${itemId}/guide.pdf`)
  assert.equal(answer.statusCode, 200)
  assert.equal(answer.headers['content-type'], 'application/pdf')
  const print = textOfPdf(answer.rawPayload)
  const page = bare(textOf((await hall.get(`/items/${itemId}`)).body))
  const said = [
    c.name,
    c.basicCode,
    c.implCode,
    ...c.conditions,
    ...c.materials.map((m) => m.name),
    ...c.steps.map((s) => s.name),
    ...c.legalBasis.map((b) => b.clause),
    `${c.promiseLimit!.days}个工作日`,
    `${c.legalLimit!.days}个工作日`,
    c.result!.name,
    c.consultPhone,
    c.complaintPhone,
    c.place!.address,
  ].map(bare)
  for (const words of said) {
    assert.ok(print.includes(words), `the print lacks ${words}`)
    assert.ok(page.includes(words), `the page lacks ${words}`)
  }
  assert.match(print, new RegExp(`第${version}版，2026年11月23日起施行`))
  assert.match(print, /示例/)
})

test('a print is one or two pages, is made once for a version, and its QR code leads to what it is worth today', async () => {
  const { itemId, version } = await hall.item('食品经营许可')
  const first = await hall.get(`/items/${itemId}/guide.pdf`)
  const pages = [...first.rawPayload.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length
  assert.ok(pages === 1 || pages === 2, `${pages} pages`)
  const again = await hall.get(`/items/${itemId}/guide.pdf`, {
    'if-none-match': String(first.headers['etag']),
  })
  assert.equal(again.statusCode, 304)
  const english = await hall.get(`/items/${itemId}/guide.pdf`, { cookie: 'rb_lang=en' })
  assert.notEqual(english.headers['etag'], first.headers['etag'])
  const scanned = await hall.get(`/g/${itemId}/${version}`)
  assert.equal(scanned.statusCode, 302)
  assert.equal(scanned.headers['location'], `/items/${itemId}`)
})

test('[Art. 3.1(2)] who scans an old print reads since when it is outdated and what changed; the new one is there to print', async () => {
  const { itemId, version, content } = await hall.item('护士执业注册')
  const later = new Date('2026-12-01T09:00:00+08:00')
  const changed = {
    ...content,
    promiseLimit: { days: content.promiseLimit!.days + 1, unit: 'G' as const },
    conditions: [...content.conditions, '没有处于不予注册的情形（示例改动）'],
  }
  await loadSampleItems(hall.world.db, hall.casework.history, [changed], later)
  const answer = await hall.get(`/g/${itemId}/${version}`)
  assert.equal(answer.statusCode, 200)
  const text = textOf(answer.body)
  assert.match(text, /2026年12月1日.*起不再是现行的/)
  assert.match(text, /没有处于不予注册的情形（示例改动）/)
  assert.match(answer.body, /<del>.*<\/del>/)
  assert.ok(answer.body.includes(`/items/${itemId}/guide.pdf`))
  assert.equal((await hall.get(`/g/${itemId}/${version + 1}`)).statusCode, 302)
})

test('a code that was never printed leads nowhere', async () => {
  const { itemId } = await hall.item('食品经营许可')
  for (const path of [
    `/g/${itemId}/99`,
    `/g/${itemId}/0`,
    `/g/${itemId}/x`,
    '/g/none/1',
    '/items/none/guide.pdf',
  ])
    assert.equal((await hall.get(path)).statusCode, 404, path)
})
