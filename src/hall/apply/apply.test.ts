import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { itemsBySlug } from '../../../seeds/index.ts'
import {
  FOOD_ANSWERS,
  PDF,
  type Person,
  type PersonalHall,
  personalHall,
} from '../../../test/personal-hall.ts'
import { drawDossierNumber, latestAnswers, latestMaterials, submit } from '../../casework/index.ts'
import type { ItemContent } from '../../catalogue/index.ts'
import { openNumber, SEALED } from '../../exchange/index.ts'

let hall: PersonalHall
let itemId: string
before(async () => {
  hall = await personalHall()
  itemId = (await hall.foodLicence()).itemId
})
after(() => hall.close())

const FILES = {
  'm-m3': { name: '平面图.pdf', bytes: PDF },
  'm-m4': { name: '制度目录.pdf', bytes: PDF },
  'm-m5': { name: '健康证.pdf', bytes: PDF },
}
const DECLARED = { declared: 'yes', consented: 'yes', delivery: 'electronic' }

const idIn = (location: unknown): string =>
  /\/my\/(?:drafts|dossiers)\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? ''

/** A draft of one's own, whatever was begun before. */
async function begin(who: Person): Promise<string> {
  await hall.deps.db.query('delete from hall.draft where account_id = $1 and submitted_dossier is null', [
    who.accountId,
  ])
  const answer = await hall.get(`/apply/${itemId}`, who)
  assert.equal(answer.statusCode, 303, answer.body)
  return idIn(answer.headers.location)
}

async function filled(who: Person): Promise<string> {
  const draftId = await begin(who)
  await hall.get(`/my/drafts/${draftId}`, who)
  const saved = await hall.multipart(`/my/drafts/${draftId}`, who, { ...FOOD_ANSWERS, do: 'review' }, FILES)
  assert.equal(saved.headers.location, `/my/drafts/${draftId}/review`, saved.body.slice(0, 2000))
  return draftId
}

const dossierCount = async (who: Person): Promise<number> =>
  (
    await hall.deps.db.query<{ n: number }>(
      'select count(*) as n from casework.dossier where account_id = $1',
      [who.accountId],
    )
  )[0]!.n

test('[Art. 11.1] an applicant fills in, uploads, checks, declares and hands in; the receipt gives number, code and what comes next', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await filled(who)
  const review = await hall.get(`/my/drafts/${draftId}/review`, who)
  assert.match(review.body, /86\.5 平方米/)
  assert.match(review.body, /热食类食品制售；冷食类食品制售/)
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, DECLARED)
  assert.equal(sent.statusCode, 303)
  const receipt = await hall.get(String(sent.headers.location), who)
  assert.match(receipt.body, /已提交，部门收到了/)
  assert.match(receipt.body, /查询码/)
  // Five working days after Monday 23 November 2026.
  assert.match(receipt.body, /11月30日（周一）前/)
  const materials = await latestMaterials(hall.deps.db, idIn(sent.headers.location))
  assert.deepEqual(
    materials.map((m) => [m.materialKey, m.source]),
    [
      ['m1', 'licence'],
      ['m2', 'licence'],
      ['m3', 'upload'],
      ['m4', 'upload'],
      ['m5', 'upload'],
    ],
  )
})

test('[Art. 11.1] without the declaration nothing is handed in, and everything else stays', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await filled(who)
  const before = await dossierCount(who)
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, {
    consented: 'yes',
    delivery: 'window',
  })
  assert.equal(sent.statusCode, 422)
  assert.match(sent.body, /请先勾选声明/)
  assert.match(sent.body, /value="window"[^>]*checked|checked[^>]*value="window"/)
  assert.equal(await dossierCount(who), before)
})

test('handing in twice, one after the other or at the same moment, makes one dossier', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await filled(who)
  const before = await dossierCount(who)
  const at = `/my/drafts/${draftId}/submission`
  const answers = await Promise.all([1, 2, 3, 4].map(() => hall.post(at, who, DECLARED)))
  const later = await hall.post(at, who, DECLARED)
  const places = new Set([...answers, later].map((a) => String(a.headers.location)))
  assert.equal(places.size, 1)
  assert.match([...places][0]!, /\/receipt$/)
  assert.equal(await dossierCount(who), before + 1)
})

test('[Art. 13.1] what the registers and the licence platform know is shown with its source and not asked for', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, /我们已经知道的/)
  assert.match(page.body, /鼓楼区榕荫小馆（示例）/)
  assert.match(page.body, /来自企业库，\S+ \d+:\d+ 取得/)
  for (const known of ['f-operatorName', 'f-manager', 'f-managerId'])
    assert.ok(!page.body.includes(`name="${known}"`), known)
  // An address may differ from the register's, so it stands in its field, with where it comes from.
  assert.match(page.body, /name="f-siteAddress"[^>]*>福州市鼓楼区示例路 12 号 1 层/)
  assert.match(page.body, /已有电子证照，不用上传/)
  assert.ok(!page.body.includes('name="m-m1"'), 'the business licence is asked for although it is held')
})

test('[Art. 13.2] when the licence platform is down the applicant may hand in all the same, or upload', async () => {
  const who = await hall.signIn('body-moli-tea')
  await hall.sandbox.dial('licence-platform', 'down')
  try {
    const draftId = await begin(who)
    const page = await hall.get(`/my/drafts/${draftId}`, who)
    assert.match(page.body, /暂时查不到您的电子证照。可以先提交，恢复后我们自动核验/)
    assert.match(page.body, /name="m-m1"/)
    const saved = await hall.multipart(`/my/drafts/${draftId}`, who, { ...FOOD_ANSWERS, do: 'review' }, FILES)
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 3000))
    const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, DECLARED)
    const materials = await latestMaterials(hall.deps.db, idIn(sent.headers.location))
    assert.equal(materials.find((m) => m.materialKey === 'm1')?.licence?.['pending'], true)
  } finally {
    await hall.sandbox.dial('licence-platform', 'ok')
  }
})

test('[Art. 13.2] when the register is down its fields are asked for, and typing them is enough to hand in', async () => {
  const who = await hall.signIn('body-minjiang-freight')
  await hall.sandbox.dial('register', 'down')
  try {
    const draftId = await begin(who)
    const page = await hall.get(`/my/drafts/${draftId}`, who)
    assert.match(page.body, /企业库暂时连不上/)
    assert.match(page.body, /name="f-managerId"/)
    const typed = {
      ...FOOD_ANSWERS,
      'f-manager': '黄海生',
      'f-managerId': String(FOOD_ANSWERS['f-officerId']),
      do: 'review',
    }
    const saved = await hall.multipart(`/my/drafts/${draftId}`, who, typed, FILES)
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 3000))
  } finally {
    await hall.sandbox.dial('register', 'ok')
  }
})

test('a mistake is named at its field with the way out, and every typed letter is still there', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  const typed = { ...FOOD_ANSWERS, 'f-siteArea': '八十六平', 'f-contactPhone': '1540000001', do: 'review' }
  const answer = await hall.multipart(`/my/drafts/${draftId}`, who, typed, FILES)
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /<title>有 2 处要改/)
  assert.match(answer.body, /href="#f-siteArea"[^>]*>经营场所面积：请填数字/)
  assert.match(answer.body, /手机号是 11 位，您填了 10 位/)
  assert.match(answer.body, /value="八十六平"/)
  assert.match(answer.body, /平面图\.pdf/)
  const again = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(again.body, /value="八十六平"/)
})

test('a draft outlives the browser: beginning the same item again goes on with it', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  await hall.post(`/my/drafts/${draftId}`, who, { ...FOOD_ANSWERS, do: 'later' })
  const another = await hall.signIn('body-rongyin-eatery')
  const again = await hall.get(`/apply/${itemId}`, another)
  assert.equal(idIn(again.headers.location), draftId)
  const page = await hall.get(String(again.headers.location), another)
  assert.match(page.body, /接着上次的草稿填/)
  assert.match(page.body, /洗碗机高温消毒/)
})

test('saving by itself answers with the time, and says when the draft is gone', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  const json = { accept: 'application/json' }
  const saved = await hall.post(`/my/drafts/${draftId}/autosave`, who, { 'f-hygienePlan': '半句话' }, json)
  assert.equal(saved.statusCode, 200)
  assert.match(saved.json().saved, /^\d+:\d\d 已保存$/)
  const page = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(page.body, new RegExp(`version="${saved.json().version}"`))
  assert.match(page.body, /半句话/)
  const gone = await hall.post(`/my/drafts/${randomUUID()}/autosave`, who, {}, json)
  assert.equal(gone.statusCode, 404)
  assert.equal(gone.json().refusal.name, 'not-found')
})

test('a session that ends while somebody types loses nothing: the page keeps it and carries it over the sign-in', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  const typed = { ...FOOD_ANSWERS, 'f-hygienePlan': '写了很久的一段 <b>话</b>', do: 'review' }
  const expired = await hall.multipart(`/my/drafts/${draftId}`, null, typed, { 'm-m3': FILES['m-m3'] })
  assert.equal(expired.statusCode, 401)
  assert.match(expired.body, /name="f-hygienePlan" value="写了很久的一段 &lt;b&gt;话&lt;\/b&gt;"/)
  assert.match(expired.body, /刚选的文件要重新选一次：平面图\.pdf/)

  const parked = await hall.post(`/my/drafts/${draftId}/parked`, null, typed)
  assert.match(String(parked.headers.location), /^\/sign-in\?to=/)
  const cookie = String(parked.headers['set-cookie']).split(';')[0]!
  const { rows } = await hall.owner.query("select encode(body, 'escape') as body from hall.parked")
  assert.ok(
    rows.every((r) => !String(r.body).includes('写了很久')),
    'what was typed lies in clear',
  )

  const back = await hall.signIn('body-rongyin-eatery')
  const restored = await hall.get(`/my/drafts/${draftId}/parked`, {
    ...back,
    cookie: `${back.cookie}; ${cookie}`,
  })
  assert.equal(restored.headers.location, `/my/drafts/${draftId}?told=restored`)
  const page = await hall.get(String(restored.headers.location), back)
  assert.match(page.body, /写了很久的一段/)
  assert.match(page.body, /登录前填的内容找回来了/)
})

test('what somebody parked comes back only to the owner of the draft', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await begin(who)
  const parked = await hall.post(`/my/drafts/${draftId}/parked`, null, { 'f-hygienePlan': '不给别人看' })
  const cookie = String(parked.headers['set-cookie']).split(';')[0]!
  const stranger = await hall.signIn('person-he-wushan')
  const tried = await hall.get(`/my/drafts/${draftId}/parked`, {
    ...stranger,
    cookie: `${stranger.cookie}; ${cookie}`,
  })
  assert.equal(tried.statusCode, 404)
})

test('[Art. 8.1(3)] applying asks for 中级认证 and leads to it; at 初级 nothing can be begun or handed in', async () => {
  const low = await hall.signIn('person-lin-wan', 1)
  const begun = await hall.get(`/apply/${itemId}`, low)
  assert.equal(begun.headers.location, `/level?fn=apply-online&to=${encodeURIComponent(`/apply/${itemId}`)}`)
  const high = await hall.signIn('person-he-wushan', 2)
  const draftId = await begin(high)
  const lower = await hall.signIn('person-he-wushan', 1)
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, lower, DECLARED)
  assert.match(String(sent.headers.location), /^\/level\?/)
})

test('nobody who is signed out can begin: they are led to the sign-in and back', async () => {
  const answer = await hall.get(`/apply/${itemId}`)
  assert.equal(answer.headers.location, `/sign-in?to=${encodeURIComponent(`/apply/${itemId}`)}`)
})

test('identity numbers lie sealed in the draft and in the dossier; the dossier shows only their ends', async () => {
  const who = await hall.signIn('body-rongyin-eatery')
  const draftId = await filled(who)
  const full = String(FOOD_ANSWERS['f-officerId'])
  const draft = await hall.owner.query('select answers::text from hall.draft where draft_id = $1', [draftId])
  assert.ok(!draft.rows[0].answers.includes(full), 'the draft holds a full number')
  const shown = await hall.get(`/my/drafts/${draftId}`, who)
  assert.match(shown.body, new RegExp(`value="${full}"`))
  const sent = await hall.post(`/my/drafts/${draftId}/submission`, who, DECLARED)
  const dossierId = idIn(sent.headers.location)
  const answers = await latestAnswers(hall.deps.db, dossierId)
  assert.ok(!JSON.stringify(answers).includes(full), 'the dossier holds a full number')
  assert.equal(answers['officerId'], `${full.slice(0, 6)}********${full.slice(-4)}`)
  assert.ok(SEALED in answers)
  assert.equal(openNumber(hall.deps.identity.vault, dossierId, answers, 'officerId'), full)
})

test('a guide for companies is not begun by a person: the page says who may apply and how to change the account', async () => {
  const item = await hall.publish(itemsBySlug['travel-agency'] as ItemContent)
  const answer = await hall.get(`/apply/${item.itemId}`, await hall.signIn('person-chen-rongsheng'))
  assert.equal(answer.statusCode, 403)
  assert.match(answer.body, /由企业法人申请/)
  assert.match(answer.body, /退出，换账户登录/)
})

test('[Art. 23.1] what somebody handed in at the counter is not asked for online again; another matter goes on', async () => {
  const who = await hall.signIn('person-chen-rongsheng')
  const item = await hall.foodLicence()
  const dossierId = randomUUID()
  const applicant = {
    accountId: who.accountId,
    kind: 'person',
    name: '陈榕生',
    idKind: 'resident-id',
    idMasked: '999999****0111',
    phoneMasked: '154****0002',
  }
  const application = {
    dossierId,
    applicant,
    item,
    answers: {},
    materials: [],
    delivery: {},
    channel: 'window' as const,
  }
  const now = hall.deps.clock.now()
  const number = await drawDossierNumber(hall.deps, item, now)
  await hall.deps.db.transaction((tx) => submit(hall.deps, tx, { ...application, number }, now))
  const told = await hall.get(`/apply/${itemId}`, who)
  assert.equal(told.statusCode, 200)
  assert.match(told.body, /本件已在窗口办理，不需要在网上补填/)
  assert.ok(told.body.includes(number) && told.body.includes(`/my/dossiers/${dossierId}`))
  const another = await hall.get(`/apply/${itemId}?another=1`, who)
  assert.equal(another.statusCode, 303)
  assert.match(String(another.headers.location), /\/my\/drafts\//)
  const stranger = await hall.signIn('person-lin-wan')
  assert.equal((await hall.get(`/apply/${itemId}`, stranger)).statusCode, 303, 'it concerns nobody else')
})
