import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { publicHall, textOf, unmarkedChinese } from '../testing.ts'
import { createDirectory } from './read.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

const page = async (query = '', lang = 'zh') =>
  (await hall.get(`/directory${query}`, { cookie: `rb_lang=${lang}` })).body

test('[Art. 5.1(2)] anybody reads how many items are in, exempt and missing, by district and by department', async () => {
  const { figure } = await createDirectory(hall.db).read('2026-11-23')
  assert.ok(figure.all.in > 30 && figure.all.exempt > 0 && figure.all.missing > 0)
  const total = (rows: readonly { in: number; exempt: number; missing: number }[]) => ({
    in: rows.reduce((n, r) => n + r.in, 0),
    exempt: rows.reduce((n, r) => n + r.exempt, 0),
    missing: rows.reduce((n, r) => n + r.missing, 0),
  })
  assert.deepEqual(total(figure.byArea), figure.all)
  assert.deepEqual(total(figure.byOrgan), figure.all)
  const body = await page()
  const text = textOf(body)
  assert.match(text, new RegExp(`${figure.all.in} 项已经进驻`))
  assert.match(text, new RegExp(`还缺 ${figure.all.missing} 项`))
  for (const { areaName } of figure.byArea) assert.ok(text.includes(areaName))
  for (const { organ } of figure.byOrgan) assert.ok(text.includes(organ.name))
  assert.equal(body.match(/class="share-(in|exempt|missing)"/g)!.length > figure.byOrgan.length, true)
})

test('[Art. 5.1(2)] an exception shows its government, document and day; of a state secret only the number', async () => {
  assert.match(textOf(await page()), /福州市人民政府（示例） 示政〔2026〕6 号（示例） 2026年2月25日/)
  await hall.db.query(
    `insert into catalogue.directory_exception (exception_id, basic_code, organ_id, kind, reason, government, document,
       approved_on, recorded_by, recorded_at)
     values ($1, '350190041000', 'fz-jyj', 'state-secret', '秘密的原因', '福州市人民政府（示例）', '示密〔2026〕1 号', '2026-05-01',
       '{"kind":"system","id":"test","name":"测试"}', now())`,
    [randomUUID()],
  )
  const before = await createDirectory(hall.db).read('2026-11-23')
  assert.equal(before.secrets, 1)
  assert.doesNotMatch(JSON.stringify(before.entries), /民办学校设立审批/)
  assert.doesNotMatch(JSON.stringify([before.entries, before.exceptions]), /示密|秘密的原因/)
})

test('the list leads from an entry to the guides of its bodies, and says who has none', async () => {
  const body = await page('?q=350190001000')
  const text = textOf(body)
  assert.match(text, /1 个目录事项/)
  assert.match(text, /已进驻 鼓楼区市场监督管理局 食品经营许可（新办）/)
  assert.match(text, /缺 福州市市场监督管理局 平台上没有这个部门的办事指南/)
  const href = /href="(\/items\/[^"]+)"/.exec(body.slice(body.indexOf('directory-list')))![1]!
  assert.equal((await hall.get(href)).statusCode, 200)
})

test('the list narrows by department, by district and to what is missing; nothing found says so', async () => {
  assert.match(textOf(await page('?only=missing&area=350104')), /1 个目录事项/)
  const own = textOf(await page('?organ=fz-jtj'))
  assert.match(own, /道路货物运输经营许可/)
  assert.doesNotMatch(own.slice(own.indexOf('个目录事项')), /护士执业注册/)
  assert.match(textOf(await page('?q=没有这样的事')), /目录里没有这样的事项/)
  assert.equal((await hall.get('/directory?page=abc&area=%00&only=x')).statusCode, 200)
})

test('a main item stands above its sub-items', async () => {
  const text = textOf(await page('?q=城市道路'))
  const [main, first, second] = ['占用、挖掘城市道路审批', '临时占用城市道路许可', '挖掘城市道路许可'].map(
    (n) => text.lastIndexOf(`${n} 3501`),
  )
  assert.ok(main! > 0 && main! < first! && first! < second!)
})

test('the page is whole in English: what stays Chinese is marked', async () => {
  const body = await page('', 'en')
  assert.match(textOf(body), /Directory of services/)
  assert.deepEqual(
    unmarkedChinese(body).filter((text) => !/^榕办$| · 榕办$/.test(text)),
    [],
  )
})
