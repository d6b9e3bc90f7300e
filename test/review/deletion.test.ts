import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sweepDrafts } from '../../src/hall/index.ts'
import { PDF, type Person, type PersonalHall, personalHall } from '../personal-hall.ts'

let hall: PersonalHall
let who: Person
let itemId: string
before(async () => {
  hall = await personalHall()
  itemId = (await hall.foodLicence()).itemId
  who = await hall.signIn('body-rongyin-eatery')
})
after(() => hall.close())

async function draftWithFile(): Promise<{ draft: string; file: string }> {
  const begun = await hall.get(`/apply/${itemId}`, who)
  const draft = String(begun.headers.location).split('?')[0]!
  await hall.multipart(draft, who, { do: 'later' }, { 'm-m3': { name: '平面图.pdf', bytes: PDF } })
  const file = /\/my\/files\/[0-9a-f-]{36}/.exec((await hall.get(draft, who)).body)![0]
  assert.equal((await hall.get(file, who)).statusCode, 200)
  return { draft, file }
}

test('a draft that is deleted takes its files along, as its page says', async () => {
  const { draft, file } = await draftWithFile()
  await hall.post(`${draft}/deletion`, who, {})
  assert.equal((await hall.get(draft, who)).statusCode, 404)
  assert.equal((await hall.get(file, who)).statusCode, 404)
})

test('a stranger’s wish to delete a draft touches neither the draft nor its files', async () => {
  const { draft, file } = await draftWithFile()
  const stranger = await hall.signIn('person-he-wushan')
  assert.equal((await hall.post(`${draft}/deletion`, stranger, {})).statusCode, 404)
  assert.equal((await hall.get(file, who)).statusCode, 200)
})

test('a draft that nobody touched for long goes with its files', async () => {
  const { draft, file } = await draftWithFile()
  await sweepDrafts(hall.deps, new Date(hall.now().getTime() + 1))
  assert.equal((await hall.get(draft, who)).statusCode, 404)
  assert.equal((await hall.get(file, who)).statusCode, 404)
})
