import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ItemContent, registerOpenApi, saveDraft } from '../../catalogue/index.ts'
import { noReader, textOfPdf } from '../../documents/testing.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { publicHall, textOf } from '../public/testing.ts'
import { changeItem, officer } from './testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
/** Another system's door. */
let api: Web
before(async () => {
  hall = await publicHall()
  api = await testWeb()
  registerOpenApi(api, { db: hall.world.db })
  await api.ready()
})
after(async () => {
  await api?.close()
  await hall?.close()
})

const bare = (text: string) => text.replace(/\s/g, '')

/** What the four places say of one item at this moment: page, print, screen at the counter, API. */
async function fourPlaces(itemId: string, centreId: string) {
  const page = await hall.get(`/items/${itemId}`)
  const print = await hall.get(`/items/${itemId}/guide.pdf`)
  const screen = await hall.get(`/counter/${centreId}/items/${itemId}`)
  const open = await api.inject({ url: `/api/catalogue/items/${itemId}` })
  for (const answer of [page, print, screen, open]) assert.equal(answer.statusCode, 200)
  const { version, content } = open.json<{ version: number; content: ItemContent }>()
  return {
    page: bare(textOf(page.body)),
    print: textOfPdf(print.rawPayload),
    screen: bare(textOf(screen.body)),
    version,
    content,
  }
}

type Places = Awaited<ReturnType<typeof fourPlaces>>

/** Every place names that version, and says in its own layout what the API says in fields. */
function sayTheSame({ page, print, screen, version, content: c }: Places): void {
  const said = [
    `第${version}版`,
    c.name,
    c.summary,
    c.organName,
    c.basicCode,
    c.implCode,
    ...c.conditions,
    ...c.materials.flatMap((m) => [m.name, m.standard, m.basis]),
    ...c.steps.map((s) => s.name),
    ...c.legalBasis.flatMap((b) => [b.name, b.clause]),
    `${c.promiseLimit!.days}个工作日`,
    `${c.legalLimit!.days}个工作日`,
    c.fee?.charged ? '收费' : '不收费',
    c.result!.name,
    c.place!.address,
    c.place!.hours,
    c.consultPhone,
    c.complaintPhone,
    c.remedy.reviewOrgan,
    c.remedy.court,
  ]
    .map(bare)
    .filter((words) => words !== '')
  for (const words of said) {
    assert.ok(page.includes(words), `the page lacks ${words}`)
    assert.ok(print.includes(words), `the print lacks ${words}`)
    assert.ok(screen.includes(words), `the screen at the counter lacks ${words}`)
  }
}

test('[Art. 3.1(2)] page, print, counter screen and API say the same of an item, and the same again after each change of it', {
  skip: noReader,
}, async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const centreId = content.place!.centreId
  const before = await fourPlaces(itemId, centreId)
  sayTheSame(before)

  const conditions = [...content.conditions, '经营场所通了燃气（示例改动）']
  await changeItem(hall, itemId, content.organId, { conditions, consultPhone: '0591-0000 0999' })
  const first = await fourPlaces(itemId, centreId)
  assert.equal(first.version, before.version + 1)
  sayTheSame(first)
  for (const place of [first.page, first.print, first.screen]) {
    assert.ok(place.includes('经营场所通了燃气（示例改动）'))
    // An answer to a question names the version of its day.
    assert.ok(!place.replaceAll(`当时是指南第${before.version}版`, '').includes(`第${before.version}版`))
  }

  await changeItem(hall, itemId, content.organId, { conditions: content.conditions })
  const second = await fourPlaces(itemId, centreId)
  sayTheSame(second)
  for (const place of [second.page, second.print, second.screen, JSON.stringify(second.content)])
    assert.ok(!place.includes('经营场所通了燃气'))
})

test('a draft that is not in force is told nowhere', { skip: noReader }, async () => {
  const { itemId, content } = await hall.item('护士执业注册')
  const deps = { db: hall.world.db, history: hall.casework.history }
  const patch = { conditions: ['还没有公布的条件'] }
  const saved = await saveDraft(
    deps,
    officer(content.organId, 'clerk'),
    itemId,
    { patch, revision: 0 },
    hall.now,
  )
  assert.ok(saved.ok, JSON.stringify(saved))
  const told = await fourPlaces(itemId, content.place!.centreId)
  sayTheSame(told)
  for (const place of [told.page, told.print, told.screen, JSON.stringify(told.content)])
    assert.ok(!place.includes('还没有公布的条件'))
})

test('the screen of a centre lists what is handled there, by words, department and window, and nothing else', async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const { centreId, windows } = content.place!
  const link = `/counter/${centreId}/items/${itemId}`
  const all = await hall.get(`/counter/${centreId}`)
  assert.equal(all.statusCode, 200)
  assert.ok(all.body.includes(link))
  for (const query of [`q=spjy`, `organ=${content.organName}`, `window=${windows}`])
    assert.ok((await hall.get(`/counter/${centreId}?${encodeURI(query)}`)).body.includes(link), query)
  assert.ok(!(await hall.get(`/counter/${centreId}?q=${encodeURIComponent('护照')}`)).body.includes(link))
  assert.ok(
    !(await hall.get(`/counter/${centreId}?window=${encodeURIComponent('99 号窗口')}`)).body.includes(link),
  )
  const other = ['fuzhou', 'gulou', 'taijiang'].find((one) => one !== centreId)!
  assert.ok(!(await hall.get(`/counter/${other}`)).body.includes(link))
  assert.equal((await hall.get(`/counter/${other}/items/${itemId}`)).statusCode, 404)
})

test('a screen hears that its item changed and draws the new version', async () => {
  const { itemId, content } = await hall.item('公共场所卫生许可')
  const centreId = content.place!.centreId
  await hall.web.listen({ port: 0, host: '127.0.0.1' })
  const { port } = hall.web.server.address() as { port: number }
  const events = await fetch(`http://127.0.0.1:${port}/counter/${centreId}/items/${itemId}/events`)
  assert.equal(events.headers.get('content-type'), 'text/event-stream')
  const heard = (async () => {
    let text = ''
    for await (const piece of events.body!.pipeThrough(new TextDecoderStream())) {
      text += piece
      if (text.includes('data: changed')) return true
    }
    return false
  })()
  const conditions = [...content.conditions, '屏幕要看见的条件（示例改动）']
  await changeItem(hall, itemId, content.organId, { conditions })
  assert.ok(await heard)
  const part = await hall.get(`/counter/${centreId}/items/${itemId}/now`)
  assert.ok(part.body.includes('屏幕要看见的条件（示例改动）'))
  assert.ok(!part.body.includes('<html'))
})

test('a centre that there is not has no screen', async () => {
  for (const path of ['/counter/none', '/counter/none/now', '/counter/none/events', '/counter/gulou/items/x'])
    assert.equal((await hall.get(path)).statusCode, 404, path)
})
