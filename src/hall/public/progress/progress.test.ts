import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { StoredEvent } from '../../../history/index.ts'
import { publicHall, textOf } from '../testing.ts'
import { publicSteps } from './steps.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

test('[Art. 6.1] number and query code open the progress without a sign-in', async () => {
  const { number, queryCode, item } = await hall.file('食品经营许可')
  const page = await hall.post('/progress', { number, code: queryCode })
  assert.equal(page.statusCode, 200)
  const text = textOf(page.body)
  assert.ok(text.includes(item.content.name))
  assert.ok(text.includes(number))
  assert.match(text, /等部门答复受理不受理/)
  assert.match(text, /部门在办，还剩 5 个工作日/)
  for (const step of item.content.steps.slice(1)) assert.ok(text.includes(step.name))
})

test('[Art. 6.1] nothing personal, no material and no code stands on the public progress page', async () => {
  const { dossier, number, queryCode } = await hall.file('食品经营许可')
  const { body, headers } = await hall.post('/progress', { number, code: queryCode.toLowerCase() })
  const personal = [
    '陈榕生',
    '陈*生',
    '999999****',
    '154****0002',
    '榕荫巷',
    '平面图',
    queryCode,
    dossier.dossierId,
    dossier.accountId,
  ]
  for (const words of personal) assert.ok(!body.includes(words), `${words} is shown`)
  assert.equal(headers['cache-control'], 'no-store')
  assert.match(body, /name="robots" content="noindex"/)
})

test('a wrong number and a wrong code get the same answer', async () => {
  const { number } = await hall.file('食品经营许可')
  const unknown = `${number.slice(0, -4)}9999`
  const wrongCode = await hall.post('/progress', { number, code: 'AAAA2222' })
  const wrongNumber = await hall.post('/progress', { number: unknown, code: 'AAAA2222' })
  assert.equal(wrongCode.statusCode, 422)
  assert.equal(wrongNumber.statusCode, 422)
  assert.equal(wrongNumber.body.replaceAll(unknown, number), wrongCode.body)
  assert.match(textOf(wrongCode.body), /编号和查询码对不上/)
})

test('the QR code of a receipt fills in the number; spaces in what was typed do no harm', async () => {
  const { number, queryCode } = await hall.file('食品经营许可')
  const asked = await hall.get(`/progress?number=${number}`)
  assert.ok(asked.body.includes(`value="${number}"`))
  const spaced = `${queryCode.slice(0, 4)} ${queryCode.slice(4)}`
  const page = await hall.post('/progress', {
    number: ` ${number.slice(0, 10)} ${number.slice(10)}`,
    code: spaced,
  })
  assert.equal(page.statusCode, 200)
})

test('whoever guesses too often has to pause, even with the right code', async () => {
  const own = await publicHall()
  try {
    const { number, queryCode } = await own.file('食品经营许可')
    for (let i = 0; i < 20; i++) {
      assert.equal((await own.post('/progress', { number, code: 'AAAA2222' })).statusCode, 422)
    }
    const stopped = await own.post('/progress', { number, code: queryCode })
    assert.equal(stopped.statusCode, 429)
    assert.match(textOf(stopped.body), /试得太多了/)
  } finally {
    await own.close()
  }
})

test('[Art. 6.1] of what happened, the public steps tell day and outcome, never names, reasons or what was demanded', async () => {
  const { dossier, item } = await hall.file('食品经营许可')
  const events = (
    [
      ['dossier.submitted', { number: dossier.number }],
      ['dossier.verified', { differs: 2 }],
      ['dossier.material-judged', { material: 'm3', verdict: 'bad' }],
      ['dossier.correction-asked', { demands: [{ name: '健康证明', wrong: '陈榕生的健康证过期' }] }],
      ['dossier.resubmitted', { materials: ['m3'] }],
      ['dossier.accepted', {}],
      ['dossier.step-finished', { name: '现场核查', verdict: 'agree', text: '陈榕生在场', nextName: '审查' }],
      ['dossier.paused', { kind: '检验检测', reason: '等陈榕生的检验结果' }],
      ['dossier.decided', { outcome: 'refused', reason: '陈榕生处在禁止从业期' }],
    ] as const
  ).map(([type, data], i) => ({
    streamId: 's',
    seq: i + 1,
    type,
    data,
    at: hall.now,
    actor: { kind: 'staff', id: 'x', name: '林晓' },
  }))
  for (const lang of ['zh', 'en'] as const) {
    const facts = {
      dossier,
      content: item.content,
      events: events as unknown as StoredEvent[],
      now: hall.now,
      lang,
    }
    const told = JSON.stringify(publicSteps(facts))
    for (const secret of ['陈榕生', '林晓', '健康证', '检验'])
      assert.ok(!told.includes(secret), `${secret} in ${lang}`)
    assert.match(told, lang === 'zh' ? /现场核查办完/ : /A step is done/)
    assert.match(told, lang === 'zh' ? /不予许可/ : /refused/)
  }
})
