import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleItems } from '../../../../seeds/index.ts'
import { form, itemContent } from '../../../catalogue/index.ts'
import { paperNames, renderBlankForm } from '../../../documents/index.ts'
import { noReader, textOfPdf } from '../../../documents/testing.ts'
import { publicHall, textOf } from '../testing.ts'
import { blankForm } from './blank.ts'
import { MODELS } from './models.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(async () => {
  await hall?.close()
})

const bare = (text: string) => text.replace(/\s/g, '')

/** The papers that Art. 16(1) names, by the names that they have here. */
const NAMED = [
  '申请表',
  '受理承诺单',
  '不予受理通知单',
  '缺件通知书',
  '补齐补正通知书',
  '整改通知书',
  '窗口否决报备单',
]

test('[Art. 16.1] every paper that the article names is published with a sample that anybody may fetch, marked 示例', {
  skip: noReader,
}, async () => {
  const page = await hall.get('/forms')
  assert.equal(page.statusCode, 200)
  for (const name of NAMED) {
    const kind = Object.entries(paperNames).find(([, one]) => one === name)?.[0]
    assert.ok(kind, `there is no paper ${name}`)
    assert.ok(textOf(page.body).includes(name), `the page lacks ${name}`)
    assert.ok(page.body.includes(`href="/forms/${kind}.pdf"`), `the page does not lead to ${name}`)
    const sample = await hall.get(`/forms/${kind}.pdf`)
    assert.equal(sample.statusCode, 200)
    assert.equal(sample.headers['content-type'], 'application/pdf')
    const said = textOfPdf(sample.rawPayload)
    assert.ok(said.includes(name), `the sample is no ${name}`)
    assert.ok(said.includes('示例'), `the sample of ${name} is not marked`)
  }
})

test('no kind of paper that the platform makes is left out of the models', async () => {
  const shown = MODELS.flatMap((group) => group.models.map((model) => model.kind as string))
  assert.deepEqual(shown.sort(), Object.keys(paperNames).sort())
  assert.equal((await hall.get('/forms/none.pdf')).statusCode, 404)
})

test('[Art. 16.1] the blank application form of an item asks what its form online asks', {
  skip: noReader,
}, async () => {
  const { itemId, version, content } = await hall.item('食品经营许可')
  const answer = await hall.get(`/items/${itemId}/form.pdf`)
  assert.equal(answer.statusCode, 200)
  const said = textOfPdf(answer.rawPayload)
  for (const group of content.form!.groups) {
    assert.ok(said.includes(bare(group.title)), group.title)
    for (const field of group.fields) {
      assert.ok(said.includes(bare(field.label)), field.label)
      for (const option of field.options) assert.ok(said.includes(`□${bare(option.label)}`), option.label)
    }
  }
  for (const material of content.materials) assert.ok(said.includes(bare(material.name)), material.name)
  assert.match(said, new RegExp(`第${version}版`))
  assert.match(said, /示例/)
  assert.match(said, /签名或者盖章/)
  const again = await hall.get(`/items/${itemId}/form.pdf`, {
    'if-none-match': String(answer.headers['etag']),
  })
  assert.equal(again.statusCode, 304)
  assert.equal((await hall.get('/items/none/form.pdf')).statusCode, 404)
})

test('who looks for an item finds its blank form, and the guide leads to it', async () => {
  const { itemId } = await hall.item('食品经营许可')
  const link = `/items/${itemId}/form.pdf`
  assert.ok((await hall.get('/forms?q=spjy')).body.includes(link))
  assert.ok((await hall.get(`/items/${itemId}`)).body.includes(link))
  assert.match(
    textOf((await hall.get(`/forms?q=${encodeURIComponent('没有这样的事情吧')}`)).body),
    /没有找到/,
  )
})

test('the form of every sample item can be printed', async () => {
  for (const content of sampleItems) {
    const item = { itemId: 'x', version: 1, status: 'published' as const, publishedAt: hall.now, content }
    const made = blankForm(item, 'http://localhost/g/x/1')
    if (made === null) continue
    const pdf = await renderBlankForm(made)
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-', content.name)
  }
})

test('a form with every kind of field, tables, entries and conditions stands on paper with its boxes and conditions', {
  skip: noReader,
}, async () => {
  const field = (key: string, type: string, more = {}) => ({ key, type, label: `栏${key}`, ...more })
  const options = [
    { value: 'a', label: '甲类' },
    { value: 'b', label: '乙类' },
  ]
  const content = itemContent.parse({
    ...(await hall.item('食品经营许可')).content,
    form: form.parse({
      groups: [
        {
          key: 'all',
          title: '各种栏目',
          fields: [
            field('kind', 'choice', { options }),
            field('many', 'multiple', { options }),
            ...[
              'text',
              'long-text',
              'date',
              'period',
              'address',
              'region-address',
              'person-name',
              'person',
              'body',
              'resident-id',
              'credit-code',
              'phone',
              'account',
              'file',
              'signature',
              'map-point',
            ].map((type, i) => field(`f${i}`, type)),
            field('area', 'number', { unit: '平方米', when: [{ field: 'kind', values: ['a'] }] }),
            field('sum', 'money', { unit: '元', compute: { kind: 'sum', of: ['list.price'] } }),
            field('list', 'table', { columns: [field('price', 'money', { label: '单价', unit: '元' })] }),
          ],
        },
        {
          key: 'holders',
          title: '股东',
          repeat: { each: '股东' },
          when: [{ field: 'kind', test: 'not', values: ['b'] }],
          fields: [field('holder', 'person')],
        },
      ],
    }),
  })
  const item = { itemId: 'x', version: 1, status: 'published' as const, publishedAt: hall.now, content }
  const said = textOfPdf(await renderBlankForm(blankForm(item, 'http://localhost/g/x/1')!))
  for (const words of [
    '□甲类□乙类',
    '平方米',
    '“栏kind”是“甲类”的填',
    '“栏kind”不是“乙类”的填',
    '单价（元）',
    '股东（1）',
    '股东（2）',
    '每个股东填一份',
    '证件号码',
    '年月日至年月日',
    '按上面填的算',
  ])
    assert.ok(said.includes(words), words)
})
