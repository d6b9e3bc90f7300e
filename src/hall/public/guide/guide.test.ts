import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sampleItems } from '../../../../seeds/index.ts'
import { SYSTEM } from '../../../history/index.ts'
import { GUIDE_ELEMENTS } from '../../../regulation/index.ts'
import { publicHall, textOf, unmarkedChinese } from '../testing.ts'
import { itemTypeName, limitText } from './names.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

const bare = (text: string) => text.replace(/\s/g, '')

test('[Art. 7.1] the guide of every sample item shows all fourteen elements', async () => {
  for (const { implCode } of sampleItems) {
    const page = await hall.get(`/items/${implCode}`)
    assert.equal(page.statusCode, 200)
    const text = bare(textOf(page.body))
    const { content } = await hall.item(sampleItems.find((item) => item.implCode === implCode)!.name)
    const shown: Record<string, string[]> = {
      name: [content.name],
      basicCode: [content.basicCode],
      implCode: [content.implCode],
      itemType: [itemTypeName(content.itemType, 'zh')],
      legalBasis: content.legalBasis.flatMap((basis) => [basis.name, basis.clause]),
      conditions: content.conditions,
      materials: content.noMaterialsNeeded ? ['什么材料都不用交'] : content.materials.map((m) => m.name),
      procedure: content.steps.map((step) => step.name),
      legalLimit: [limitText(content.legalLimit!, 'zh')],
      promiseLimit: [limitText(content.promiseLimit!, 'zh')],
      fee: [content.fee!.charged ? '收费。' : '不收费', content.fee!.basis.replace(/^不收费。/, '')],
      handlingForms: ['办理形式'],
      resultSample:
        content.result!.type === 'none'
          ? ['没有结果样本']
          : [content.result!.name, ...content.result!.faceFields.map((field) => field.sampleValue)],
      phones: [content.consultPhone, content.complaintPhone],
    }
    for (const { key, zh } of GUIDE_ELEMENTS) {
      assert.ok(shown[key]!.length > 0, `${key} is not looked for`)
      for (const words of shown[key]!)
        assert.ok(text.includes(bare(words)), `${content.name}: ${zh} lacks ${words}`)
    }
    assert.ok(text.includes('示例'), `${content.name} is not marked as a sample`)
  }
})

test('a guide that was drawn once is served without the database and without asking who reads it', {
  timeout: 30_000,
}, async () => {
  const { itemId } = await hall.item('食品经营许可')
  const first = await hall.get(`/items/${itemId}`)
  const { promise: gate, resolve: open } = Promise.withResolvers<void>()
  // With every connection busy, whatever asks the database waits until the gate opens.
  const busy = Array.from({ length: 8 }, () => hall.world.db.transaction(() => gate))
  const again = await hall.get(`/items/${itemId}`)
  open()
  await Promise.all(busy)
  assert.equal(again.statusCode, 200)
  assert.equal(again.body, first.body)
  assert.equal(hall.seen.sessions, 0)
  assert.match(first.body, /href="\/my"[^>]*>我的榕办/)
})

test('a browser that has the guide gets 304; others get the encoding that they ask for', async () => {
  const { itemId } = await hall.item('食品经营许可')
  const plain = await hall.get(`/items/${itemId}`)
  const etag = String(plain.headers['etag'])
  const same = await hall.get(`/items/${itemId}`, { 'if-none-match': etag })
  assert.equal(same.statusCode, 304)
  assert.equal(same.body, '')
  const br = await hall.get(`/items/${itemId}`, { 'accept-encoding': 'gzip, deflate, br' })
  assert.equal(brotliDecompressSync(br.rawPayload).toString(), plain.body)
  const gz = await hall.get(`/items/${itemId}`, { 'accept-encoding': 'gzip' })
  assert.equal(gunzipSync(gz.rawPayload).toString(), plain.body)
  assert.match(String(plain.headers['cache-control']), /must-revalidate/)
  assert.match(String(plain.headers['vary']), /accept-encoding/)
  const english = await hall.get(`/items/${itemId}`, { cookie: 'rb_lang=en', 'if-none-match': etag })
  assert.equal(english.statusCode, 200)
})

test('the guide changes as soon as its item does', async () => {
  const { itemId, version } = await hall.item('老年人优待证')
  const before = await hall.get(`/items/${itemId}`)
  assert.match(textOf(before.body), /第 1 版/)
  // The next version, as publishing leaves it behind.
  await hall.world.db.transaction(async (tx) => {
    await tx.query(
      `insert into catalogue.item_version (item_id, version, status, content, created_at, published_at)
       select item_id, version + 1, 'published', jsonb_set(content, '{summary}', '"换了一句话"'), $2, $2
         from catalogue.item_version where item_id = $1 and version = $3`,
      [itemId, hall.now, version],
    )
    await tx.query('update catalogue.item set published_version = $2 where item_id = $1', [
      itemId,
      version + 1,
    ])
  })
  const told = new Promise<void>((resolve) => {
    hall.live.subscribeAll((stream) => stream === `item:${itemId}` && resolve())
  })
  await hall.world.db.transaction((tx) =>
    hall.casework.history.record(tx, `item:${itemId}`, SYSTEM, hall.now, [
      { type: 'item.published', data: { version: version + 1 } },
    ]),
  )
  await told
  const after = await hall.get(`/items/${itemId}`)
  assert.match(textOf(after.body), /换了一句话/)
  assert.match(textOf(after.body), /第 2 版/)
})

test('in English a guide has English headings, and what is still Chinese is marked as Chinese', async () => {
  for (const { handleItemCode, nameEn } of sampleItems) {
    const { body } = await hall.get(`/items/${handleItemCode}?lang=en`)
    assert.ok(textOf(body).includes(nameEn), `${nameEn} is not shown`)
    assert.deepEqual(
      unmarkedChinese(body).filter((text) => !/榕办|行政复议/.test(text)),
      [],
      nameEn,
    )
  }
})

test('an item that is not there gets the page that says so', async () => {
  const page = await hall.get('/items/00000000-0000-4000-8000-000000000000')
  assert.equal(page.statusCode, 404)
  assert.match(page.body, /没有这个网页/)
})
