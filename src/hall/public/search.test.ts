import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleItems } from '../../../seeds/index.ts'
import { publicHall, textOf } from './testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

test('the home page counts what is published and leads to it', async () => {
  const { body } = await hall.get('/')
  const persons = sampleItems.filter((item) => item.serviceObjects.includes('1')).length
  assert.match(textOf(body), new RegExp(`全部个人事项（${persons} 项）`))
  for (const [, path] of body.matchAll(/href="(\/(?:topics\/|search|items)[^"]*)"/g)) {
    const page = await hall.get(path!.replaceAll('&amp;', '&'))
    assert.equal(page.statusCode, 200, path)
    assert.ok(page.body.includes('class="results"') || path!.startsWith('/items/'), `${path} finds nothing`)
  }
})

test('who browses finds every topic, purpose and department with as many items as are there', async () => {
  const { body } = await hall.get('/topics')
  const organs = Map.groupBy(sampleItems, (item) => item.organName)
  for (const [name, items] of organs) assert.match(textOf(body), new RegExp(`${name}\\s+${items.length} 项`))
  for (const [, path] of body.matchAll(/href="(\/(?:topics\/|search)[^"]*)"/g)) {
    const page = await hall.get(path!.replaceAll('&amp;', '&'))
    assert.ok(page.body.includes('class="results"'), path)
  }
})

test('suggestions come for everyday words, pinyin and English, with time and way', async () => {
  for (const [q, start] of [
    ['开饭店', '食品经营许可'],
    ['shipinjingying', '食品经营许可'],
    ['老年证', '老年人优待证'],
  ] as const) {
    const answer = await hall.get(`/search/suggest?q=${encodeURIComponent(q)}`, {
      accept: 'application/json',
    })
    const found = answer.json<{ name: string; href: string; time: string; way: string }[]>()
    const hit = found.find((one) => one.name.startsWith(start))
    assert.ok(hit, `${q} does not suggest ${start}`)
    assert.match(hit.href, /^\/items\/[0-9a-f-]{36}$/)
    assert.match(hit.time, /工作日|当场/)
    assert.equal(hit.way, '全程网办')
  }
  assert.deepEqual((await hall.get('/search/suggest?q=')).json(), [])
})

test('a filter says how many it leaves, and its link leaves that many', async () => {
  const { body } = await hall.get('/search')
  const pills = [
    ...body.matchAll(
      /<a href="(\/search\?[^"]+)"[^>]*>(?:(?!<\/a>).)*<span class="count">(\d+)<\/span><\/a>/g,
    ),
  ]
  assert.ok(pills.length > 5)
  for (const [, href, count] of pills) {
    const page = await hall.get(href!.replaceAll('&amp;', '&'))
    assert.match(textOf(page.body), new RegExp(`找到 ${count} 个事项`), href)
  }
})

test('what is not called so is answered with what comes near, and with a way on', async () => {
  const near = textOf((await hall.get(`/search?q=${encodeURIComponent('食品花园')}`)).body)
  assert.match(near, /没有叫「食品花园」的事项/)
  assert.match(near, /食品经营许可/)
  const nothing = textOf((await hall.get('/search?q=zzzzqqqq')).body)
  assert.match(nothing, /没找到「zzzzqqqq」/)
  assert.match(nothing, /12345/)
})

test('what somebody typed is shown as text and never as markup', async () => {
  const { body } = await hall.get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
  assert.ok(!body.includes('<script>alert'))
})

test('an unknown topic is a page that is not there', async () => {
  assert.equal((await hall.get('/topics/nothing')).statusCode, 404)
})
