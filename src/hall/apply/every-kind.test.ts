/** A form with tables, entries, regions, files and sums, from the first page to the dossier, against a real database and without scripts. */
import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { residentId } from '../../../sandbox/register/numbers.ts'
import { itemsBySlug, sampleRegions } from '../../../seeds/index.ts'
import { PDF, type Person, type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import { latestAnswers, latestMaterials } from '../../casework/index.ts'
import {
  areaTree,
  formValidator,
  type ItemContent,
  loadSampleAreas,
  registerFormApi,
  replaceAreas,
} from '../../catalogue/index.ts'
import { openNumber, SEALED } from '../../exchange/index.ts'

let hall: PersonalHall
before(async () => {
  hall = await personalHall('2026-11-23T10:00:00+08:00', (web) => registerFormApi(web, hallDeps(web)))
  await hall.deps.db.transaction((tx) => loadSampleAreas(tx, sampleRegions))
})
after(() => hall.close())

/** The routes are registered before the hall is there: what they need is looked up when they are called. */
const hallDeps = (_web: unknown) => ({
  get db() {
    return hall.deps.db
  },
  get clock() {
    return hall.deps.clock
  },
})

const DECLARED = { declared: 'yes', consented: 'yes', delivery: 'electronic' }
const idIn = (location: unknown): string =>
  /\/my\/(?:drafts|dossiers)\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''

const ROAD = {
  'f-occupier': '个人',
  'f-roadAddress.region.0': '350111',
  'f-roadAddress.region.1': '350111001',
  'f-roadAddress.detail': '示例路 1 号门前',
  'f-patches': '',
  'f-patches.0': '',
  'f-patches.0.part': '人行道',
  'f-patches.0.long': '12',
  'f-patches.0.wide': '２.５',
  'f-patches.7': '',
  'f-patches.7.part': '车行道',
  'f-patches.7.long': '3',
  'f-patches.7.wide': '1',
  // What the page works out cannot be typed.
  'f-occupiedArea': '1',
  'f-term.from': '2026-12-01',
  'f-term.to': '2026-12-20',
  'f-reason': '外墙维修要搭脚手架。',
  'f-hoarding': '设',
  'f-contactPhone': '15400000012',
  'f-promisedBy.name': '何乌山',
  'f-promisedBy.declared': 'yes',
}
const file = (name: string) => ({ name, bytes: PDF })

async function begin(slug: keyof typeof itemsBySlug, who: Person) {
  const item = await hall.publish(itemsBySlug[slug] as ItemContent)
  const answer = await hall.get(`/apply/${item.itemId}`, who)
  assert.equal(answer.statusCode, 303, answer.body)
  return { item, draftId: idIn(answer.headers.location) }
}

test('what is filed by hand holds against the JSON Schema of the form, with sums, rows, region and file', async () => {
  const who = await hall.signIn('person-he-wushan')
  const { item, draftId } = await begin('road-occupation', who)
  const files = { 'm-m3': file('平面图.pdf'), 'm-m4': file('照片.pdf'), 'm-m5': file('方案.pdf') }
  const early = await hall.multipart(`/my/drafts/${draftId}`, who, { ...ROAD, do: 'review' }, files)
  assert.equal(early.statusCode, 422)
  assert.match(early.body, /href="#f-hoardingDrawing"[^>]*>请上传围挡效果图/)
  const drawing = { 'm-form.hoardingDrawing': file('围挡.pdf') }
  const saved = await hall.multipart(`/my/drafts/${draftId}`, who, { ...ROAD, do: 'review' }, drawing)
  assert.equal(saved.headers.location, `/my/drafts/${draftId}/review`, saved.body.slice(0, 3000))
  const review = await hall.get(`/my/drafts/${draftId}/review`, who)
  assert.match(review.body, /1\. 占用的部分：人行道；长：12 米；宽：2\.5 米；面积：30 平方米\n2\. /)
  assert.match(review.body, /33 平方米/)
  assert.match(review.body, /396 元/)
  assert.match(review.body, /福州市晋安区茶园街道示例路 1 号门前/)

  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, DECLARED)
  const dossierId = idIn(sent.headers.location)
  const answers = await latestAnswers(hall.deps.db, dossierId)
  const now = hall.now()
  const errors = formValidator(item.content.form!, { now, areas: await areaTree(hall.deps.db, now) })(answers)
  assert.deepEqual(errors, [])
  assert.equal(answers['occupiedArea'], '33')
  const materials = await latestMaterials(hall.deps.db, dossierId)
  const drawn = materials.find((m) => m.materialKey === 'form.hoardingDrawing')
  assert.equal(drawn?.name, '围挡效果图')
  assert.equal((answers['hoardingDrawing'] as { fileId: string }).fileId, drawn?.fileId)
  const page = await hall.get(`/my/dossiers/${dossierId}`, who)
  assert.match(page.body, /您填的内容/)
})

test('a file of a field that is no longer asked stays behind', async () => {
  const who = await hall.signIn('person-cai-yushan')
  const { draftId } = await begin('road-occupation', who)
  const files = {
    'm-m3': file('平面图.pdf'),
    'm-m4': file('照片.pdf'),
    'm-m5': file('方案.pdf'),
    'm-form.hoardingDrawing': file('围挡.pdf'),
  }
  await hall.multipart(`/my/drafts/${draftId}`, who, { ...ROAD, do: 'later' }, files)
  await hall.multipart(`/my/drafts/${draftId}`, who, { ...ROAD, 'f-hoarding': '不设', do: 'review' }, {})
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, DECLARED)
  const dossierId = idIn(sent.headers.location)
  const keys = (await latestMaterials(hall.deps.db, dossierId)).map((m) => m.materialKey)
  assert.ok(!keys.includes('form.hoardingDrawing'), keys.join())
  assert.ok(!('hoardingDrawing' in (await latestAnswers(hall.deps.db, dossierId))))
})

test('numbers of persons in entries and of accounts lie sealed in the draft and in the dossier', async () => {
  const who = await hall.signIn('person-he-wushan')
  const { draftId } = await begin('ngo-registration', who)
  const id = residentId('1990-05-06', 3)
  const typed = {
    'f-founders': '',
    'f-founders.0': '',
    'f-founders.0.founderKind': '个人',
    'f-founders.0.founderPerson.name': '林示例',
    'f-founders.0.founderPerson.idKind': 'resident-id',
    'f-founders.0.founderPerson.idNumber': id,
    'f-founders.0.share': '100000',
    'f-bank.holder': '示例养老服务中心',
    'f-bank.bank': '示例银行鼓楼支行',
    'f-bank.number': '6222000000000001',
  }
  await hall.post(`/my/drafts/${draftId}`, who, { ...typed, do: 'row-add:founders' })
  const [row] = (await hall.owner.query('select answers from hall.draft where draft_id = $1', [draftId])).rows
  const kept = JSON.stringify(row.answers)
  assert.ok(!kept.includes(id) && !kept.includes('6222000000000001'), 'the draft holds a full number')
  assert.ok(SEALED in row.answers)
  const { vault } = hall.deps.identity
  assert.ok(openNumber(vault, draftId, row.answers, 'founders')?.includes(id))
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, new RegExp(`value="${id}"`), 'the applicant sees what they typed')
  assert.match(page.body, /举办者 2/, 'the button added an entry')
  assert.ok(page.body.includes('6222000000000001'))
})

test('the form in force is served to machines as JSON Schema, and the region tree step by step', async () => {
  const item = await hall.publish(itemsBySlug['ngo-registration'] as ItemContent)
  const answer = await hall.get(`/api/items/${item.itemId}/form-schema`)
  assert.equal(answer.statusCode, 200, answer.body)
  const schema = answer.json()
  assert.equal(schema.$schema, 'https://json-schema.org/draft/2020-12/schema')
  assert.equal(schema.properties.founders.items.properties.share['x-kind'], 'money')
  assert.ok(schema.required.includes('founders') && !schema.required.includes('supervisorName'))
  const below = await hall.get('/api/areas?below=350111')
  assert.ok(below.json().areas.some((a: { name: string }) => a.name === '茶园街道'))
  assert.equal(
    (await hall.get('/api/items/00000000-0000-4000-8000-000000000000/form-schema')).statusCode,
    404,
  )
})

test('an operator puts a whole list in the place of the sample regions, and a restart leaves it', async () => {
  const { db } = hall.deps
  await db.transaction((tx) => replaceAreas(tx, [{ code: '110101', name: '东城区', parent: '' }]))
  await db.transaction((tx) => loadSampleAreas(tx, sampleRegions))
  const rows = await db.query<{ name: string }>('select name from catalogue.area')
  assert.deepEqual(
    rows.map((r) => r.name),
    ['东城区'],
  )
  await db.transaction((tx) => replaceAreas(tx, sampleRegions))
})
