import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import {
  type ItemVersion,
  loadSampleItems,
  type RegisterFilter,
  registerEntries,
} from '../../../catalogue/index.ts'
import { publicHall, textOf, unmarkedChinese } from '../testing.ts'
import { askedFrom } from './asked.ts'
import { changesFeed } from './feeds.ts'

const ALL: RegisterFilter = { organId: '', areaCode: '', kind: '', month: '' }
const LATER = new Date('2026-12-01T09:00:00+08:00')

let hall: Awaited<ReturnType<typeof publicHall>>
let changed: ItemVersion
let seq: number
before(async () => {
  hall = await publicHall()
  changed = await hall.item('护士执业注册')
  const { content } = changed
  const conditions = [...content.conditions, '没有处于不予注册的情形（示例改动）']
  await loadSampleItems(hall.world.db, hall.casework.history, [{ ...content, conditions }], LATER)
  const [newest] = await registerEntries(hall.world.db, ALL, { limit: 1, offset: 0 })
  seq = newest!.seq
})
after(() => hall?.close())

const page = async (path: string, cookie = '') => {
  const answer = await hall.get(path, cookie ? { cookie } : {})
  assert.equal(answer.statusCode, 200, path)
  return answer.body
}

/** Puts a change of the item's life before the public as its enforcement would; its text for the test is invented. */
async function changeOf(kind: 'suspend' | 'cancel', state: 'scheduled' | 'in-force', effectiveOn: string) {
  const { itemId, version, content } = await hall.item('食品经营许可')
  const values = [itemId, content.organId, kind, state, LATER, effectiveOn]
  await hall.world.db.query(
    `insert into catalogue.change (change_id, item_id, organ_id, kind, state, turn, since, effective_on, reason, instead, document,
       submitted_by) values (gen_random_uuid(), $1, $2, $3, $4, 3, $5, $6, '系统升级（示例）', '到区政务服务中心窗口办（示例）',
       '示审改〔2026〕9 号（示例）', 't1')`,
    values,
  )
  if (state === 'in-force')
    await hall.world.db.query(
      `insert into catalogue.change_entry (item_id, version, kind, name, impl_code, handle_item_code, organ_id, organ_name,
         area_code, reason, effective_on, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '系统升级（示例）', $10, $11)`,
      [
        itemId,
        version,
        kind,
        content.name,
        content.implCode,
        content.handleItemCode,
        content.organId,
        content.organName,
        content.areaCode,
        effectiveOn,
        LATER,
      ],
    )
  return itemId
}

test('[Art. 5.1(3)] the public register tells what changed, which sections, from which day and by whom', async () => {
  const text = textOf(await page('/changes'))
  assert.match(text, /变更 护士执业注册/)
  assert.match(text, /2026年12月1日起按新指南办/)
  assert.match(text, /改了 ?： ?依据与条件/)
  assert.ok(text.includes(changed.content.organName))
})

test('[Art. 5.1(3)] an entry shows the old and the new wording and leads to the guide in force', async () => {
  const body = await page(`/changes/${seq}`)
  assert.match(body, /<ins>[^<]*没有处于不予注册的情形（示例改动）/)
  assert.ok(body.includes(`/items/${changed.itemId}`))
  assert.equal((await hall.get('/changes/999999')).statusCode, 404)
  assert.equal((await hall.get('/changes/none')).statusCode, 404)
})

test('[Art. 5.1(3)] what is decided and waits for its day stands before what is in force, with its document and where to go', async () => {
  await changeOf('suspend', 'scheduled', '2026-12-20')
  const text = textOf(await page('/changes'))
  const coming = text.slice(text.indexOf('已经决定，还没生效'), text.indexOf('已经生效'))
  assert.match(coming, /暂停 食品经营许可/)
  assert.match(coming, /2026年12月20日起暂停办理/)
  assert.match(coming, /示审改〔2026〕9 号（示例）/)
  assert.match(coming, /到区政务服务中心窗口办（示例）/)
})

test('filters by kind, department, district and month leave only what fits, and a page beyond the last is the last', async () => {
  const kinds = textOf(await page('/changes?kind=change'))
  assert.match(kinds, /\b1 条/)
  const { organId, areaCode } = changed.content
  const both = await registerEntries(hall.world.db, { ...ALL, organId, areaCode }, { limit: 50, offset: 0 })
  assert.ok(both.length > 0 && both.every((e) => e.organId === organId && e.areaCode === areaCode))
  const december = await registerEntries(
    hall.world.db,
    { ...ALL, month: '2026-12' },
    { limit: 50, offset: 0 },
  )
  assert.deepEqual([...new Set(december.map((e) => e.effectiveOn.slice(0, 7)))], ['2026-12'])
  assert.match(await page('/changes?month=2019-01'), /没有这样的变更/)
  assert.match(textOf(await page('/changes?page=9999')), /第 (\d+) 页，共 \1 页/)
})

test('whatever is typed into the address, the register answers', () => {
  for (const odd of ["'; drop table", '2026-13', '%', 'constructor', '__proto__', '-1', '1e9'])
    assert.deepEqual(askedFrom({ kind: odd, organ: ` ${odd}`, area: odd, month: odd, page: odd }), {
      ...ALL,
      page: 1,
    })
})

test('the register is whole in English, with Chinese marked as such', async () => {
  const english = await page('/changes', 'rb_lang=en')
  assert.match(textOf(english), /By the new guide since/)
  const outside = (body: string) => unmarkedChinese(body.slice(body.indexOf('<main'), body.indexOf('</main')))
  assert.deepEqual(outside(english), [])
  assert.deepEqual(outside(await page(`/changes/${seq}`, 'rb_lang=en')), [])
})

const entriesOf = (xml: string) => [...xml.matchAll(/<entry>[\s\S]*?<\/entry>/g)].map(([one]) => one)

test('[Art. 5.1(3)] the Atom feed holds the same entries under ids that stay, and the page leads readers to it', async () => {
  const answer = await hall.get('/changes.atom')
  assert.equal(answer.headers['content-type'], 'application/atom+xml; charset=utf-8')
  const xml = answer.body
  const [first] = entriesOf(xml)
  assert.ok(first!.includes(`<id>http://localhost/changes/${seq}</id>`))
  assert.match(first!, /变更：护士执业注册/)
  const updated = entriesOf(xml).map((e) => /<updated>(.*?)<\/updated>/.exec(e)![1]!)
  assert.equal(
    /<updated>(.*?)<\/updated>/.exec(xml)![1],
    updated[0],
    'the feed is as new as its newest entry',
  )
  assert.equal(new Set(xml.match(/<id>.*?<\/id>/g)).size, entriesOf(xml).length + 1)
  assert.match(
    await page('/changes'),
    /<link rel="alternate" type="application\/atom\+xml" href="\/changes\.atom"/,
  )
})

test('the Atom feed is well-formed XML', {
  skip: spawnSync('xmllint', ['--version']).error ? 'xmllint is not installed' : false,
}, async () => {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '-'], {
    input: (await hall.get('/changes.atom')).body,
  })
  assert.equal(status, 0, String(stderr))
})

test('what departments write cannot break the feed', async () => {
  const [entry] = await registerEntries(hall.world.db, ALL, { limit: 1, offset: 0 })
  const odd = { ...entry!, name: '<b>&"甲"]]>', reason: ']]> & <script>' }
  const told = { publicUrl: 'http://localhost', query: '', lang: 'zh' } as const
  const xml = changesFeed([odd], { ...told, format: 'atom' }).atom1()
  assert.doesNotMatch(xml, /<script|<b>/)
  const outside = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  assert.doesNotMatch(outside, /<script|<b>|\]\]>|&(?!(amp|lt|gt|quot|apos|#\d+);)/)
})

test('the JSON feed names the same entries; who asks again with the tag of an unchanged register gets nothing new', async () => {
  const answer = await hall.get('/changes.json?kind=change')
  const feed = answer.json<{ version: string; items: { id: string; url: string }[] }>()
  assert.match(feed.version, /^https:\/\/jsonfeed\.org\/version\/1/)
  assert.deepEqual(
    feed.items.map((i) => i.id),
    [`http://localhost/changes/${seq}`],
  )
  const tag = String(answer.headers['etag'])
  assert.equal((await hall.get('/changes.json?kind=change', { 'if-none-match': tag })).statusCode, 304)
  assert.equal((await hall.get('/changes.json', { 'if-none-match': tag })).statusCode, 200)
  await changeOf('cancel', 'in-force', '2026-12-01')
  const all = await hall.get('/changes.json')
  assert.notEqual(all.headers['etag'], tag)
  const text = textOf(await page('/changes?kind=cancel'))
  assert.match(text, /取消 食品经营许可/)
  assert.match(text, /示审改〔2026〕9 号（示例）/)
})
