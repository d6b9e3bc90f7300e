/** 情形引导 in the hall: from the guide over the questions to a draft that asks only for what remains. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from '@playwright/test'
import { itemsBySlug } from '../../../seeds/index.ts'
import { isAccessible } from '../../../test/journeys/accessible.ts'
import { launchBrowser } from '../../../test/journeys/browser.ts'
import {
  FOOD_ANSWERS,
  PDF,
  type Person,
  type PersonalHall,
  personalHall,
} from '../../../test/personal-hall.ts'
import { latestMaterials, readDossier } from '../../casework/index.ts'
import type { ItemContent } from '../../catalogue/index.ts'
import { asset } from '../../ui/index.ts'
import { elements } from '../page-frame.tsx'
import { unmarkedChinese } from '../public/testing.ts'

let hall: PersonalHall
let browser: Browser
let base = ''
const ids: Record<string, string> = {}
const PUBLISHED = [
  'prepackaged-food-filing',
  'food-licence',
  'trader-registration',
  'foreign-office-change',
  'senior-card',
  'tree-felling',
] as const

before(async () => {
  hall = await personalHall(undefined, (web) => {
    web.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) => {
      const name = request.params['*']
      const found = name === 'elements.js' ? elements : asset(name)
      return found ? reply.type(found.type).send(found.body) : reply.callNotFound()
    })
  })
  for (const slug of PUBLISHED) ids[slug] = (await hall.publish(itemsBySlug[slug] as ItemContent)).itemId
  base = await hall.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await hall.close()
})

const FRESH_ONLY = 'trade=retail&licence=yes&banned=no&fitted=yes&touch=no'
const situation = (slug: string, query = '') => `/items/${ids[slug]}/situation${query && `?${query}`}`
const idIn = (location: unknown): string =>
  /\/my\/(?:drafts|dossiers)\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''

async function begin(who: Person, query: string): Promise<string> {
  await hall.deps.db.query('delete from hall.draft where account_id = $1 and submitted_dossier is null', [
    who.accountId,
  ])
  const answer = await hall.get(`/apply/${ids['food-licence']}${query && `?${query}`}`, who)
  assert.equal(answer.statusCode, 303, answer.body)
  return idIn(answer.headers.location)
}

test('without scripts and without signing in one answers question by question, goes back, and gets the checklist', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: base,
    viewport: { width: 390, height: 800 },
  })
  const page = await context.newPage()
  await page.goto(situation('trader-registration'))
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText('有 1 处要改').waitFor()
  await page.getByLabel('满了', { exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: '在哪里做生意？' }).waitFor()
  await page.getByLabel('住宅').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: '家里人一起经营吗？' }).waitFor()
  await page.getByRole('link', { name: '上一步' }).click()
  await page.getByRole('heading', { level: 1, name: '在哪里做生意？' }).waitFor()
  await page.getByLabel('租的店面').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('我一个人经营').check()
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('heading', { level: 1, name: '按您的回答，符合条件' }).waitFor()
  assert.deepEqual(
    await page.getByRole('table', { name: '您的材料清单' }).getByRole('rowheader').allInnerTexts(),
    ['经营者身份证', '经营场所使用证明'],
  )
  assert.equal(new URL(page.url()).search, '?adult=yes&place=rent&_=family&family=no')
  await context.close()
})

test('who does not meet a condition reads which one, why, and what would change it', async () => {
  const page = await hall.get(situation('food-licence', 'trade=cooked&licence=no&banned=no&fitted=yes'))
  assert.match(page.body, /有 1 个条件还不符合/)
  assert.match(page.body, /已经领取营业执照，经营范围里有食品销售或餐饮服务/)
  assert.match(page.body, /没有执照不能申请/)
  assert.match(page.body, /先办「个体工商户设立登记」/)
})

test('what the guide asks for and this situation does not is shown with its reason, never dropped in silence', async () => {
  const page = await hall.get(situation('food-licence', FRESH_ONLY))
  const [listed, leftOut] = page.body.split('指南上有、您不用的')
  assert.ok(!listed!.includes('从业人员健康证明'))
  assert.match(leftOut!, /从业人员健康证明[\s\S]*第四十五条/)
})

test('answers that fit another service lead there', async () => {
  const page = await hall.get(situation('food-licence', 'trade=packed'))
  assert.match(page.body, /您要办的是另一项/)
  assert.match(page.body, new RegExp(`href="/items/${ids['prepackaged-food-filing']}"`))
  assert.doesNotMatch(page.body, /按这张清单在线办理/)
})

test('[Art. 8.1(3)] what we already hold is told only to whom it belongs, signed in at the level that may see it', async () => {
  const at = situation('food-licence', FRESH_ONLY)
  const nobody = await hall.get(at)
  assert.doesNotMatch(nobody.body, /tag-held/)
  assert.match(nobody.body, /登录后看哪些我们已有/)
  const low = await hall.get(at, await hall.signIn('body-rongyin-eatery', 1))
  assert.doesNotMatch(low.body, /tag-held/)
  assert.match(low.body, /\/level\?fn=apply-online/)
  const holder = await hall.get(at, await hall.signIn('body-rongyin-eatery'))
  assert.equal(holder.body.match(/tag-held/g)?.length, 2)
})

test('the printed checklist has a box for each material, ticked for what we hold, and says whom to ask', async () => {
  const page = await hall.get(situation('food-licence', FRESH_ONLY), await hall.signIn('body-rongyin-eatery'))
  const boxes = page.body.match(/class="tick-box[^"]*"/g) ?? []
  assert.equal(boxes.filter((box) => box.includes('ticked')).length, 2)
  assert.ok(boxes.length > 2)
  const { organName, consultPhone } = itemsBySlug['food-licence'] as ItemContent
  assert.ok(page.body.includes(`问${organName}，${consultPhone}`))
})

test('an item without questions has no such page, and addresses with nonsense ask from where they stop making sense', async () => {
  assert.equal((await hall.get(situation('tree-felling'))).statusCode, 404)
  const page = await hall.get(situation('food-licence', 'trade=gold&licence=yes'))
  assert.match(page.body, /您准备卖什么？/)
})

test('the draft asks only for what the situation needs, and the dossier keeps the answers', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who, FRESH_ONLY)
  const draft = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(draft.body, /按您的情形列的清单/)
  assert.doesNotMatch(draft.body, /name="m-m5"/)
  const saved = await hall.multipart(
    `/my/drafts/${draftId}`,
    who,
    { ...FOOD_ANSWERS, do: 'review' },
    { 'm-m3': { name: '平面图.pdf', bytes: PDF }, 'm-m4': { name: '制度.pdf', bytes: PDF } },
  )
  assert.equal(saved.headers.location, `/my/drafts/${draftId}/review`, saved.body.slice(0, 1500))
  assert.match((await hall.get(`/my/drafts/${draftId}/review`, who)).body, /您的情形/)
  // Keys that the page sends decide nothing: the answers of the draft do.
  const declared = { declared: 'yes', consented: 'yes', delivery: 'electronic', touch: 'yes', 'm-m5': 'x' }
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, declared)
  const dossierId = idIn(sent.headers.location)
  assert.deepEqual(
    (await latestMaterials(hall.deps.db, dossierId)).map((m) => m.materialKey),
    ['m1', 'm2', 'm3', 'm4'],
  )
  const dossier = await readDossier(hall.deps.db, dossierId)
  assert.deepEqual(dossier?.situation?.answers, Object.fromEntries(new URLSearchParams(FRESH_ONLY)))
})

test('where a step falls away the days that it would have taken are not promised either', async () => {
  const item = itemsBySlug['senior-card-replacement'] as ItemContent
  const { itemId } = await hall.publish(item)
  const { days } = item.promiseLimit!
  const page = (card: string) => hall.get(`/items/${itemId}/situation?card=${card}&photo=no`)
  const note = `一般 ${days} 个工作日，您的情形少几个环节`
  assert.ok((await page('worn')).body.includes(note))
  assert.ok(!(await page('lost')).body.includes(note))
})

test('other answers move the open draft to the other list, and what was filled in stays', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who, FRESH_ONLY)
  await hall.multipart(`/my/drafts/${draftId}`, who, { 'f-siteArea': '77', do: 'later' }, {})
  const again = await hall.get(
    `/apply/${ids['food-licence']}?trade=cooked&licence=yes&banned=no&fitted=yes`,
    who,
  )
  assert.equal(idIn(again.headers.location), draftId)
  const draft = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(draft.body, /name="m-m5"/)
  assert.match(draft.body, /value="77"/)
  // Without answers the situation of the draft stays.
  await hall.get(`/apply/${ids['food-licence']}`, who)
  assert.match((await hall.get(`/my/drafts/${draftId}`, who)).body, /按您的情形列的清单/)
})

test('without answers the whole list is asked for, with the way to a shorter one', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draft = await hall.get(`/my/drafts/${await begin(who, '')}`, who)
  assert.match(draft.body, /name="m-m5"/)
  assert.match(draft.body, /可能不用交这么多/)
})

test('when the questions change, a draft that follows the new guide falls back to the whole list until they are answered', async () => {
  const who = await hall.signIn('person-chen-rongsheng')
  const answers = 'age=yes&home=registered&before=never'
  const begun = await hall.get(`/apply/${ids['senior-card']}?${answers}`, who)
  const draftId = idIn(begun.headers.location)
  const page = async () => (await hall.get(`/my/drafts/${draftId}`, who)).body
  assert.doesNotMatch(await page(), /name="m-m3"/)
  const card = itemsBySlug['senior-card'] as ItemContent
  const [first, ...rest] = card.situations!.questions
  const asked = { ...card.situations!, questions: [{ ...first!, key: 'sixty' }, ...rest], examples: [] }
  const renamed = JSON.parse(JSON.stringify(asked).replaceAll('"age":', '"sixty":'))
  await hall.publish({ ...card, situations: renamed })
  await hall.post(`/my/drafts/${draftId}/version`, who, {})
  assert.match(await page(), /情形的问题改过了，现在按整张清单/)
  assert.match(await page(), /name="m-m3"/)
})

test('in English everything that the department wrote in Chinese is marked as Chinese', async () => {
  const paths = [
    situation('foreign-office-change', 'valid=yes&what=chief&lang=en'),
    situation('foreign-office-change', 'valid=yes&what=term&foreign=no&lang=en'),
    situation('foreign-office-change', 'valid=no&lang=en'),
    situation('food-licence', 'trade=packed&lang=en'),
  ]
  for (const path of paths) {
    const { body } = await hall.get(path)
    assert.deepEqual(
      unmarkedChinese(body).filter((text) => !text.includes('榕办')),
      [],
      path,
    )
  }
})

test('questions and results pass axe on a phone and on a desk', async () => {
  const context = await browser.newContext({ baseURL: base, bypassCSP: true })
  const page = await context.newPage()
  for (const query of [
    '',
    'trade=cooked&_=licence',
    FRESH_ONLY,
    'trade=packed',
    'trade=canteen&licence=no&banned=yes&fitted=no',
    `${FRESH_ONLY}&lang=en`,
  ]) {
    await page.goto(situation('food-licence', query))
    await isAccessible(page, `情形引导 ${query}`)
  }
  await context.close()
})
