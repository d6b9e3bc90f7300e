import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { answer, type Enquiry } from '../../feedback/index.ts'
import type { HallSession, Staff } from '../../identity/index.ts'
import { publicHall, textOf, unmarkedChinese } from '../public/testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
let item: Awaited<ReturnType<typeof hall.item>>
before(async () => {
  hall = await publicHall()
  item = await hall.item('食品经营许可')
})
after(() => hall.close())

const QUESTION = '店面还没装修好，能先交申请吗？'

/** The form as a browser would send it: its hidden fields, and what is typed and chosen. */
async function send(path: string, typed: Record<string, string>) {
  const form = (await hall.get(path)).body
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
  const body = { ...Object.fromEntries(hidden.map(([, name, value]) => [name!, value!])), ...typed }
  return { body, answer: await hall.post('/ask', body) }
}

const codeOn = (body: string) => {
  const [number, code] = [
    ...body.matchAll(/<input type="hidden" name="(?:number|code)" value="([^"]+)"/g),
  ].map((m) => m[1]!)
  assert.ok(number && code)
  return { number, code }
}

async function enquiryOf(number: string): Promise<Enquiry> {
  const [row] = await hall.world.db.query<Enquiry>(
    `select enquiry_id as "enquiryId", organ_id as "organId", organ_name as "organName", version from feedback.enquiry where number = $1`,
    [number],
  )
  return row!
}

async function answered(
  number: string,
  text: string,
  publish: { question: string; answer: string } | null = null,
) {
  const { enquiryId, organId, organName, version } = await enquiryOf(number)
  const staff: Staff = {
    staffId: `${organId}-window`,
    name: '林晓',
    organId,
    organName,
    posts: [{ post: 'window', trainedOn: '2026-03-02' }],
  }
  const deps = { ...hall, db: hall.world.db, tell: async () => {} }
  const done = await answer(deps, staff, enquiryId, { key: randomUUID(), version, text, publish }, hall.now)
  assert.ok(done.ok)
}

test('a search without a result leads to a form that keeps its words and offers the items that come near', async () => {
  const search = await hall.get(`/search?q=${encodeURIComponent('开个飞船驾驶学校')}`)
  const href = /href="(\/ask\?q=[^"]+)"/.exec(search.body)?.[1]
  assert.ok(href)
  const form = await hall.get('/ask?q=%E5%BC%80%E9%A5%AD%E5%BA%97')
  assert.match(form.body, /value="开饭店"/)
  assert.ok(textOf(form.body).includes(item.content.name))
})

test('the guide leads to a form about itself, with its frequent questions before it', async () => {
  const guide = await hall.get(`/items/${item.itemId}`)
  assert.ok(guide.body.includes(`href="/ask?item=${item.itemId}"`))
  const form = textOf((await hall.get(`/ask?item=${item.itemId}`)).body)
  assert.ok(form.includes(item.content.organName))
  assert.ok(form.includes(item.content.faq[0]!.q))
})

test('[Art. 9.1] a visitor is told number, code and the day of the answer, and reads it there', async () => {
  const { answer: sent } = await send(`/ask?item=${item.itemId}`, { text: QUESTION, phone: '' })
  assert.equal(sent.statusCode, 200)
  assert.match(textOf(sent.body), /11月25日（周三）前答复/)
  assert.equal(sent.headers['cache-control'], 'no-store')
  const door = codeOn(sent.body)
  assert.match(textOf((await hall.post('/ask/answer', door)).body), /等答复，还剩 2 个工作日/)
  await answered(door.number, '可以先交，现场核查以前装好。')
  const read = textOf((await hall.post('/ask/answer', door)).body)
  assert.ok(read.includes(QUESTION) && read.includes('可以先交，现场核查以前装好。'))
  const on = { ...door, key: randomUUID(), text: '装到一半也行吗？' }
  for (let i = 0; i < 2; i++) await hall.post('/ask/follow-ups', on)
  const thread = textOf((await hall.post('/ask/answer', door)).body)
  assert.equal(thread.split('装到一半也行吗').length, 2)
})

test('the form sent twice is one question with one number', async () => {
  const { body, answer: sent } = await send(`/ask?item=${item.itemId}`, { text: '重复提交一次' })
  const again = await hall.post('/ask', body)
  assert.deepEqual(codeOn(again.body), codeOn(sent.body))
})

test('a refused form keeps what was typed, names the field and the way out', async () => {
  const typed = { text: '要问的话写了很多', phone: '12345', about: 'organ', organ: '' }
  const { answer: refused } = await send('/ask', typed)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /href="#organ"/)
  assert.match(textOf(refused.body), /不知道选哪个，选「不知道归谁管」/)
  assert.ok(refused.body.includes('要问的话写了很多') && refused.body.includes('value="12345"'))
  const { answer: phone } = await send('/ask', { ...typed, about: 'unknown' })
  assert.match(phone.body, /href="#phone"/)
  const { answer: nothing } = await send('/ask', { text: '问什么' })
  assert.match(nothing.body, /href="#about"/)
})

test('who does not know whom to ask reaches the service authority', async () => {
  const { answer: sent } = await send('/ask', { about: 'unknown', text: '外地房产证在哪里查？' })
  assert.equal((await enquiryOf(codeOn(sent.body).number)).organId, 'fz-xzfw')
})

test('a wrong number and a wrong code get the same answer, and who guesses too often has to pause', async () => {
  const own = await publicHall()
  try {
    const form = { id: randomUUID(), about: 'unknown', text: '问一件事' }
    const { number, code } = codeOn((await own.post('/ask', form)).body)
    const unknown = number.replace(/\d{4}$/, '9999')
    const wrongCode = await own.post('/ask/answer', { number, code: 'AAAA2222' })
    const wrongNumber = await own.post('/ask/answer', { number: unknown, code })
    assert.deepEqual([wrongCode.statusCode, wrongNumber.statusCode], [422, 422])
    assert.equal(wrongNumber.body.replaceAll(unknown, number), wrongCode.body)
    for (let i = 0; i < 18; i++) await own.post('/ask/follow-ups', { number, code: 'AAAA2222', text: '猜' })
    assert.equal((await own.post('/ask/answer', { number, code })).statusCode, 429)
  } finally {
    await own.close()
  }
})

test('who sends too many questions has to pause and keeps what is written', async () => {
  const own = await publicHall()
  try {
    const ask = () => own.post('/ask', { id: randomUUID(), about: 'unknown', text: '又一个问题' })
    for (let i = 0; i < 20; i++) assert.equal((await ask()).statusCode, 200)
    const stopped = await ask()
    assert.equal(stopped.statusCode, 429)
    assert.match(textOf(stopped.body), /一小时里最多提 20 个问题/)
    assert.ok(stopped.body.includes('又一个问题'))
  } finally {
    await own.close()
  }
})

test('what was made public stands under the frequent questions of the guide with its day, at once', async () => {
  const { answer: sent } = await send(`/ask?item=${item.itemId}`, { text: '我叫陈榕生，夜市摊位要办证吗？' })
  assert.doesNotMatch((await hall.get(`/items/${item.itemId}`)).body, /夜市摊位/)
  const words = { question: '夜市摊位要办证吗？', answer: '要办。固定摊位按小餐饮登记。' }
  const drawn = new Promise<void>((heard) => {
    hall.live.subscribeAll((stream) => stream === `answers:${item.itemId}` && heard())
  })
  await answered(codeOn(sent.body).number, '要办。', words)
  await drawn
  const guide = textOf((await hall.get(`/items/${item.itemId}`)).body)
  assert.ok(guide.includes(words.question) && guide.includes(words.answer))
  assert.match(guide, /2026年11月23日答复网上提问，当时是指南第 1 版/)
  assert.doesNotMatch(guide, /陈榕生/)
})

test('who is signed in is sent to the question under 我的, and leaves no number', async () => {
  hall.seen.session = {
    account: { accountId: randomUUID(), subjectKind: 'person', name: '林示例', phoneMasked: '154****0002' },
    level: 2,
    sessionId: 's',
  } as HallSession
  try {
    const form = await hall.get('/ask')
    assert.doesNotMatch(form.body, /name="phone"/)
    assert.match(textOf(form.body), /发短信到 154\*\*\*\*0002/)
    const { answer: sent } = await send('/ask', { about: 'unknown', text: '登录以后问的' })
    assert.equal(sent.statusCode, 303)
    assert.match(String(sent.headers.location), /^\/my\/enquiries\/[0-9a-f-]{36}\?told=asked$/)
  } finally {
    hall.seen.session = null
  }
})

test('the pages of asking are English where the reader is, but for what the department wrote', async () => {
  for (const path of [
    `/ask?lang=en&item=${item.itemId}`,
    '/ask?lang=en&q=%E5%BC%80%E5%BA%97',
    '/ask/answer?lang=en',
  ]) {
    const page = await hall.get(path)
    const own = unmarkedChinese(page.body.replace(/<(head|header|footer)\b[\s\S]*?<\/\1>/g, ''))
    assert.deepEqual(
      own.filter((text) => text.trim() !== ''),
      [],
      path,
    )
  }
})

test('everything that is to be put right is told at once', async () => {
  const { answer: refused } = await send('/ask', { about: 'organ', organ: '', text: ' ', phone: '12345' })
  const links = [...refused.body.matchAll(/<li><a href="#(\w+)"/g)].map((m) => m[1])
  assert.deepEqual(links, ['organ', 'text', 'phone'])
})
