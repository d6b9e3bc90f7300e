import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { FOOD_ANSWERS, type Person, type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import { deskCookie } from '../../identity/testing.ts'

let hall: PersonalHall
let itemId: string
let clerk: Person
let applicant: Person
before(async () => {
  hall = await personalHall()
  itemId = (await hall.foodLicence()).itemId
  clerk = await officer('staff-gl-scjg-clerk')
  applicant = await hall.signIn('person-he-wushan')
})
after(() => hall.close())

/** A session at the desk, a real row. */
async function officer(subject: string): Promise<Person> {
  return { accountId: subject, cookie: await deskCookie(hall.deps.db, subject, hall.now()) }
}

const address = () => `/desk-preview/items/${itemId}?lang=zh`
const kept = async () => {
  const [row] = await hall.deps.db.query<{ n: number }>('select count(*)::int as n from hall.draft')
  return row!.n
}

test('the preview is there for officers who may read the item, and for nobody else', async () => {
  assert.equal((await hall.get(address(), clerk)).statusCode, 200)
  assert.equal((await hall.get(address())).statusCode, 404)
  assert.equal((await hall.get(address(), applicant)).statusCode, 404)
  const foreign = await officer('staff-fz-mzj-clerk')
  assert.equal((await hall.get(address(), foreign)).statusCode, 404)
  assert.equal((await hall.post(address(), foreign, { do: 'review' })).statusCode, 404)
})

test('the preview shows what is known already as text, as the hall does, and asks the rest', async () => {
  const { body } = await hall.get(address(), clerk)
  assert.match(body, /我们已经知道的[\s\S]*（申请单位的名称）/)
  assert.ok(!body.includes('name="f-operatorName"'))
  assert.match(body, /name="f-siteArea"/)
  assert.ok(!body.includes('masthead'))
})

test('answers tried in the preview are judged as the product judges them, and are kept nowhere', async () => {
  const before = await kept()
  const wrong = await hall.post(address(), clerk, { ...FOOD_ANSWERS, 'f-siteArea': 'viel', do: 'review' })
  assert.match(wrong.body, /有 1 处要改/)
  assert.match(wrong.body, /href="#f-siteArea"/)
  const right = await hall.post(address(), clerk, { ...FOOD_ANSWERS, do: 'review' })
  assert.match(right.body, /这样填没有要改的/)
  assert.equal(await kept(), before)
})

test('drawn again after a save, the preview keeps answers and faults but takes no focus', async () => {
  const { body } = await hall.post(address(), clerk, {
    ...FOOD_ANSWERS,
    'f-siteArea': 'viel',
    tried: 'yes',
    do: 'redraw',
  })
  assert.match(body, /value="viel"/)
  assert.match(body, /field-wrong/)
  assert.ok(!body.includes('autofocus'))
})

test('the filled preview has an example for what may be invented, and no number of a person', async () => {
  const { body } = await hall.get(`${address()}&filled=1`, clerk)
  assert.match(body, /name="f-siteAddress"[^>]*>示例路/)
  const officerId = /<input[^>]*name="f-officerId"[^>]*>/.exec(body)![0]
  assert.ok(!/value="[^"]/.test(officerId), officerId)
})

test('the preview reads in English where the form has English', async () => {
  const { body } = await hall.get(`/desk-preview/items/${itemId}?lang=en`, clerk)
  assert.match(body, /<html lang="en/)
  assert.match(body, /Fill in and upload/)
})

test('the guide of a draft is read as the public will read it, without addresses that a draft has not', async () => {
  const guide = `/desk-preview/items/${itemId}/guide?lang=zh`
  const { body, statusCode } = await hall.get(guide, clerk)
  assert.equal(statusCode, 200)
  assert.match(body, /id="materials"/)
  assert.match(body, /<meta name="robots" content="noindex"/)
  assert.ok(!body.includes('masthead'))
  assert.equal((await hall.get(guide)).statusCode, 404)
  assert.equal((await hall.get(guide, await officer('staff-fz-mzj-clerk'))).statusCode, 404)
})
