import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { sampleStaff } from '../../../../sandbox/register/people.ts'
import { sampleItems } from '../../../../seeds/index.ts'
import { signChange, submitChange } from '../../../catalogue/index.ts'
import type { Post, Staff } from '../../../identity/index.ts'
import { dayOf } from '../../../regulation/index.ts'
import { publicHall, textOf } from '../testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
before(async () => {
  hall = await publicHall()
})
after(() => hall.close())

const officer = (organId: string, post: Post): Staff => {
  const found = sampleStaff.find((s) => s.organ === organId && s.role === post)!
  const posts = [{ post, trainedOn: '2026-03-02' }]
  return { staffId: found.staffNumber, name: found.name, organId, organName: organId, posts }
}

const PLANNED = '2027-03-01'

/** Brings a change of a sample item through all hands, in force at once. */
async function bring(kind: 'suspend' | 'cancel', organId: string, implCode: string) {
  const { db } = hall.world
  const deps = { db, history: hall.casework.history }
  const [item] = await db.query<{ id: string }>(
    'select item_id as id from catalogue.item where impl_code = $1',
    [implCode],
  )
  const submitted = await submitChange(
    deps,
    officer(organId, 'clerk'),
    item!.id,
    {
      changeId: randomUUID(),
      kind,
      revision: 0,
      effectiveOn: dayOf(hall.now),
      reason: '依据已经废止（示例）',
      instead: '急的打 12345。',
      document: '示府发〔2026〕9 号（示例）',
      note: '',
      targets: [],
      resumeOn: kind === 'suspend' ? PLANNED : null,
    },
    hall.now,
  )
  assert.ok(submitted.ok, submitted.ok ? '' : submitted.refusal.sentence)
  const hands = [
    ['pass', officer(organId, 'checker')],
    ['take', officer('fz-xzfw', 'registrar')],
    ...(kind === 'cancel' ? [['decide', officer('fz-sgb', 'reformer')] as const] : []),
  ] as const
  for (const [turn, [act, staff]] of hands.entries()) {
    const command = { turn: turn + 1, words: '示府发〔2026〕9 号（示例）' }
    const signed = await signChange(deps, act, staff, submitted.value.changeId, command, hall.now)
    assert.ok(signed.ok, signed.ok ? '' : signed.refusal.sentence)
  }
  return item!.id
}
const [first, second] = sampleItems.filter((i) => i.organId === 'gl-scjg')

test('[Art. 5.1(3)] the guide of a suspended item says why, by which document and what to do, and nothing leads to an application', async () => {
  const id = await bring('suspend', 'gl-scjg', first!.implCode)
  const page = await hall.get(`/items/${id}`)
  assert.equal(page.statusCode, 200)
  const text = textOf(page.body)
  for (const said of [
    '暂停办理',
    '依据已经废止（示例）',
    '急的打 12345。',
    '示府发〔2026〕9 号（示例）',
    '照常办完',
  ])
    assert.ok(text.includes(said), said)
  assert.ok(!page.body.includes(`/apply/${id}`), 'nothing leads to an application')
  assert.match(textOf((await hall.get(`/items/${id}?lang=en`)).body), /This service is suspended/)
  const planned = /计划2027年3月1日恢复/
  assert.match(text, planned)
  assert.match(textOf((await hall.get(`/search?q=${encodeURIComponent(first!.name)}`)).body), planned)
  assert.match(textOf((await hall.get('/changes')).body), /计划恢复\s*：\s*2027年3月1日/)
  assert.match((await hall.get('/changes.atom')).body, /计划恢复\s*：\s*2027年3月1日/)
})

test('[Art. 5.1(3)] the guide of an item that has ended is gone, and says so under its code too', async () => {
  await bring('cancel', 'gl-scjg', second!.implCode)
  const page = await hall.get(`/items/${second!.implCode}`)
  assert.equal(page.statusCode, 410)
  assert.match(textOf(page.body), /已经取消/)
})
