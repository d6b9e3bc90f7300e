import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { FOOD_ANSWERS, PDF, type Person, type PersonalHall, personalHall } from '../my/testing.ts'

let hall: PersonalHall
let eatery: Person
let itemId: string
before(async () => {
  hall = await personalHall()
  itemId = (await hall.foodLicence()).itemId
  eatery = await hall.signIn('body-rongyin-eatery')
})
after(() => hall.close())

const draftOf = (location: unknown): string =>
  /\/my\/drafts\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''

async function begin(who: Person): Promise<string> {
  const answer = await hall.get(`/apply/${itemId}`, who)
  assert.equal(answer.statusCode, 303)
  return draftOf(answer.headers.location)
}

test('smoke', async () => {
  const draft = await begin(eatery)
  const page = await hall.get(`/my/drafts/${draft}`, eatery)
  console.log(page.statusCode, page.body.slice(0, 300))
  const saved = await hall.multipart(
    `/my/drafts/${draft}`,
    eatery,
    { ...FOOD_ANSWERS, do: 'review' },
    {
      'm-m3': { name: '平面图.pdf', bytes: PDF },
      'm-m4': { name: '制度.pdf', bytes: PDF },
      'm-m5': { name: '健康证.pdf', bytes: PDF },
    },
  )
  console.log(
    saved.statusCode,
    saved.headers.location,
    /<div class="faults[\s\S]*?<\/div>/.exec(saved.body)?.[0],
  )
  const review = await hall.get(`/my/drafts/${draft}/review`, eatery)
  console.log(review.statusCode)
  const sent = await hall.post(`/my/drafts/${draft}/submission`, eatery, {
    declared: 'yes',
    consented: 'yes',
    delivery: 'electronic',
  })
  console.log(sent.statusCode, sent.headers.location)
  const receipt = await hall.get(String(sent.headers.location), eatery)
  console.log(receipt.statusCode)
  for (const p of [
    '/my',
    '/my/dossiers',
    String(sent.headers.location).replace('/receipt', ''),
    '/my/licences',
    '/my/messages',
    '/my/reads',
    '/my/account',
  ]) {
    const r = await hall.get(p, eatery)
    console.log(p, r.statusCode)
  }
})
