import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import {
  FOOD_ANSWERS,
  PDF,
  type Person,
  type PersonalHall,
  personalHall,
} from '../../../test/personal-hall.ts'
import { type ItemContent, type ItemVersion, itemForGuide } from '../../catalogue/index.ts'
import { messagesOf } from '../../messages/index.ts'
import { draftsImpact } from './impact.ts'
import { moveDraftsOf, tellClosed, tellResumed } from './reactions.ts'
import { readOpenDraft } from './store.ts'

let hall: PersonalHall
let first: ItemVersion
before(async () => {
  hall = await personalHall()
  first = await hall.foodLicence()
})
after(() => hall.close())

const PEOPLE = ['body-rongyin-eatery', 'person-cai-yushan', 'person-he-wushan'] as const

/** A draft of this person with everything filled in and given, saved under the version in force. */
async function filled(who: Person): Promise<string> {
  const begun = await hall.get(`/apply/${first.itemId}`, who)
  const draftId = /drafts\/([0-9a-f-]{36})/.exec(String(begun.headers.location))![1]!
  const version = String((await itemForGuide(hall.deps.db, first.itemId))!.version)
  await hall.multipart(
    `/my/drafts/${draftId}`,
    who,
    { ...FOOD_ANSWERS, 'guide-version': version, do: 'review' },
    Object.fromEntries(['m3', 'm4', 'm5'].map((m) => [`m-${m}`, { name: `${m}.pdf`, bytes: PDF }])),
  )
  return draftId
}

const inForce = async () => (await itemForGuide(hall.deps.db, first.itemId))!
/** Puts the changed guide in force; done when the processes that answer requests know of it. */
async function publish(change: (c: ItemContent) => ItemContent): Promise<ItemVersion> {
  const { live } = hall.deps
  const known = new Promise<void>((resolve) => {
    const stop = live.subscribeAll((streamId) => {
      if (streamId !== `item:${first.itemId}`) return
      stop()
      resolve()
    })
  })
  const next = await hall.publish(change(structuredClone((await inForce()).content)))
  await known
  return next
}
const read = async (draftId: string) =>
  (await readOpenDraft(hall.deps.db, hall.deps.identity.vault, draftId))!.draft
const move = () => {
  hall.pass(1)
  return moveDraftsOf(hall.deps, first.itemId, hall.now())
}
const messages = async (who: Person) =>
  (await messagesOf(hall.deps.db, who.accountId)).map((m) => m.text).filter((m) => /指南|暂停|恢复/.test(m))
/** Jobs that were written for a queue. */
const jobsFor = async (queue: string) =>
  Number((await hall.owner.query('select count(*) from jobs.job where name = $1', [queue])).rows[0].count)

const withoutField = (c: ItemContent, key: string): ItemContent => ({
  ...c,
  form: { groups: c.form!.groups.map((g) => ({ ...g, fields: g.fields.filter((f) => f.key !== key) })) },
})
const withQuestion = (c: ItemContent, key: string, label: string): ItemContent => {
  const [group, ...rest] = c.form!.groups
  const like = c.form!.groups.flatMap((g) => g.fields).find((f) => f.type === 'long-text')!
  const asked = { ...like, key, label, labelEn: '', required: true, when: [] }
  return { ...c, form: { groups: [{ ...group!, fields: [...group!.fields, asked] }, ...rest] } }
}

const declared = (version: number) => ({
  declared: 'yes',
  consented: 'yes',
  delivery: 'electronic',
  'guide-version': String(version),
})

test('[Art. 5.1(3)] a change that takes nothing from a draft carries it along; its applicant reads it in their space, without an SMS', async () => {
  const who = await hall.signIn(PEOPLE[0])
  const draftId = await filled(who)
  const events = await jobsFor('events')
  const next = await publish((c) => ({ ...c, summary: `${c.summary}（改过一次）` }))
  assert.equal(await jobsFor('events'), events + 1, 'the change writes the work that follows it')
  const before = await jobsFor('sms')
  await move()
  await move()
  const draft = await read(draftId)
  assert.deepEqual([draft.itemVersion, draft.movedFrom, draft.kept], [next.version, null, []])
  assert.equal(draft.answers['siteArea'], '86.5')
  assert.deepEqual((await messages(who)).length, 1)
  assert.match((await messages(who))[0]!, /接着填就行/)
  assert.equal(await jobsFor('sms'), before)
})

test('[Art. 5.1(3)] what the change asks of an applicant is told once, by SMS and on their pages; what they typed is kept, sealed', async () => {
  const who = await hall.signIn(PEOPLE[0])
  const draftId = await filled(who)
  const told = (await messages(who)).length
  const jobs = await jobsFor('sms')
  const content = withQuestion(withoutField((await inForce()).content, 'officerId'), 'kitchen', '后厨说明')
  const impact = await draftsImpact(hall.deps, first.itemId, 'change', content, hall.now())
  await publish(() => content)
  await move()
  await move()

  assert.deepEqual([impact.moves, impact.needing], [0, 1])
  const page = (await hall.get(`/my/drafts/${draftId}`, who)).body
  for (const { told: sentence } of impact.attention)
    assert.ok(page.includes(sentence), `the page lacks ${sentence}`)
  assert.match(page, /办事指南更新了，有 2 处要看/)
  const full = String(FOOD_ANSWERS['f-officerId'])
  assert.ok(page.includes(full), 'the number that they typed is shown to them')
  const rows = await hall.owner.query(
    'select row_to_json(d)::text as row from hall.draft d where draft_id = $1',
    [draftId],
  )
  assert.ok(!rows.rows[0].row.includes(full), 'the database holds it only sealed')
  assert.ok(!JSON.stringify(impact).includes(full), 'the clerk does not read it')
  assert.match((await hall.get('/my', who)).body, /办事指南更新了，有 2 处要看/)
  const all = await messages(who)
  assert.equal(all.length, told + 1)
  assert.match(all[0]!, /有 2 处要看。/)
  assert.equal(await jobsFor('sms'), jobs + 1)

  const stranger = await hall.signIn(PEOPLE[2])
  await hall.post(`/my/drafts/${draftId}/version`, stranger, {})
  assert.notEqual((await read(draftId)).movedFrom, null)
  await hall.post(`/my/drafts/${draftId}`, who, { ...FOOD_ANSWERS, 'f-kitchen': '明档（示例）', do: 'later' })
  assert.match((await hall.get(`/my/drafts/${draftId}`, who)).body, /有 1 处要看/)
  await hall.post(`/my/drafts/${draftId}/version`, who, {})
  const seen = (await hall.get(`/my/drafts/${draftId}`, who)).body
  assert.doesNotMatch(seen, /处要看/)
  assert.ok(seen.includes(full), 'what was kept stays until they hand in')
})

test('[Art. 5.1(3)] who hands in from a page of the old guide is shown the new one and hands in under it', async () => {
  const who = await hall.signIn(PEOPLE[0])
  const draftId = await filled(who)
  await hall.post(`/my/drafts/${draftId}`, who, { ...FOOD_ANSWERS, 'f-kitchen': '明档（示例）', do: 'later' })
  const old = (await inForce()).version
  const next = await publish((c) => ({ ...c, summary: `${c.summary}（又改过）` }))
  // The work that follows the change was not done yet.
  const late = await hall.post(`/my/drafts/${draftId}/submission`, who, declared(old))
  assert.equal(late.statusCode, 303)
  assert.equal(late.headers.location, `/my/drafts/${draftId}/review?told=moved`)
  assert.equal((await read(draftId)).itemVersion, next.version)
  // It was done, and the page is still the old one.
  const stale = await hall.post(`/my/drafts/${draftId}/submission`, who, declared(old))
  assert.equal(stale.statusCode, 303)
  const handed = await hall.post(`/my/drafts/${draftId}/submission`, who, declared(next.version))
  assert.match(String(handed.headers.location), /\/my\/dossiers\//)
})

test('a page that was open while the guide changed saves all of what was typed on it', async () => {
  const who = await hall.signIn(PEOPLE[1])
  const draftId = await filled(who)
  const page = await inForce()
  await publish((c) => withoutField(c, 'hygienePlan'))
  await move()
  const saved = await hall.post(`/my/drafts/${draftId}/autosave`, who, {
    'guide-version': String(page.version),
    'f-hygienePlan': '每天紫外线消毒两次',
    'f-siteArea': '91',
  })
  assert.equal(saved.statusCode, 200)
  const draft = await read(draftId)
  assert.equal(draft.answers['siteArea'], '91')
  assert.ok(draft.kept.some((k) => k.text === '每天紫外线消毒两次'))
  assert.ok(draft.kept.some((k) => k.text === FOOD_ANSWERS['f-hygienePlan']))
  assert.notEqual(draft.movedFrom, null)
})

/** Ends the item for the time being, as the enforcement of a change writes it. */
async function suspend(): Promise<void> {
  const { db } = hall.deps
  await db.query("update catalogue.item set life = 'suspended' where item_id = $1", [first.itemId])
  await db.query(
    `insert into catalogue.change (change_id, item_id, organ_id, kind, state, turn, since, effective_on, reason, instead, submitted_by)
     select gen_random_uuid(), item_id, organ_id, 'suspend', 'in-force', 3, $2, '2026-11-23', '大厅搬迁（示例）',
            '急着办的到区政务服务中心窗口（示例）', 't1' from catalogue.item where item_id = $1`,
    [first.itemId, hall.now()],
  )
}

test('[Art. 5.1(3)] a draft of a suspended item says why and where to go, cannot be handed in and loses nothing; when it resumes they are told', async () => {
  const who = await hall.signIn(PEOPLE[1])
  const draftId = await filled(who)
  await suspend()
  await tellClosed(hall.deps, first.itemId, 'item:x:1', hall.now())
  await tellClosed(hall.deps, first.itemId, 'item:x:1', hall.now())
  const page = (await hall.get(`/my/drafts/${draftId}`, who)).body
  assert.match(page, /2026年11月23日起不受理网上申请/)
  assert.match(page, /大厅搬迁（示例）/)
  assert.match(page, /到区政务服务中心窗口（示例）/)
  assert.match((await hall.get('/my', who)).body, /事项暂停办理/)
  const sent = await hall.post(
    `/my/drafts/${draftId}/submission`,
    who,
    declared((await read(draftId)).itemVersion),
  )
  assert.equal(sent.statusCode, 422)
  assert.match(sent.body, /填的内容都留着/)
  const closed = (await messages(who)).filter((m) => m.includes('暂停办理'))
  assert.equal(closed.length, 1)
  assert.match(closed[0]!, /原因：大厅搬迁（示例）。/)
  const impact = await draftsImpact(hall.deps, first.itemId, 'suspend', first.content, hall.now())
  assert.ok(closed[0]!.includes(impact.attention[0]!.told), 'the clerk read the same sentence')

  await hall.deps.db.query("update catalogue.item set life = 'active' where item_id = $1", [first.itemId])
  await tellResumed(hall.deps, first.itemId, 'item:x:2', hall.now())
  assert.ok((await messages(who)).some((m) => m.includes('恢复办理了')))
})
