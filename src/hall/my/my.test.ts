import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import {
  FOOD_ANSWERS,
  PDF,
  type Person,
  type PersonalHall,
  personalHall,
} from '../../../test/personal-hall.ts'
import { askCorrection, judgeMaterial, readCorrections, readDossier, streamOf } from '../../casework/index.ts'
import { readStream } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'

let hall: PersonalHall
let who: Person
let stranger: Person
let itemId: string
let officer: Staff
before(async () => {
  hall = await personalHall()
  const item = await hall.foodLicence()
  itemId = item.itemId
  officer = {
    staffId: 'W-1',
    name: '示例窗口',
    organId: item.content.organId,
    organName: item.content.organName,
    posts: [{ post: 'window', trainedOn: '2026-03-02' }],
  }
  who = await hall.signIn('body-rongyin-eatery')
  stranger = await hall.signIn('person-he-wushan')
})
after(() => hall.close())

/** A dossier handed in by the way that an applicant takes. */
async function handedIn(person = who): Promise<string> {
  const begun = await hall.get(`/apply/${itemId}`, person)
  const draft = String(begun.headers.location).split('?')[0]!
  await hall.multipart(
    draft,
    person,
    { ...FOOD_ANSWERS, do: 'review' },
    {
      'm-m3': { name: '平面图.pdf', bytes: PDF },
      'm-m4': { name: '制度目录.pdf', bytes: PDF },
      'm-m5': { name: '健康证.pdf', bytes: PDF },
    },
  )
  const sent = await hall.post(`${draft}/submission`, person, {
    declared: 'yes',
    consented: 'yes',
    delivery: 'electronic',
  })
  return /dossiers\/([0-9a-f-]{36})/.exec(String(sent.headers.location))![1]!
}

async function correctionAsked(dossierId: string, keys: string[]): Promise<void> {
  const { deps } = hall
  const materials = ['m1', 'm2', 'm3', 'm4', 'm5']
  const version = async () => (await readDossier(deps.db, dossierId))!.version
  for (const materialKey of materials) {
    const fault = keys.includes(materialKey)
    const done = await judgeMaterial(
      deps,
      officer,
      dossierId,
      {
        key: randomUUID(),
        version: await version(),
        materialKey,
        verdict: fault ? 'fault' : 'ok',
        problem: fault ? '没有标出凉菜操作区' : '',
        cure: fault ? '在原图上画出位置和尺寸' : '',
      },
      hall.now(),
    )
    assert.ok(done.ok, JSON.stringify(done))
  }
  const demands = keys.map((materialKey) => ({
    materialKey,
    problem: '没有标出凉菜操作区',
    cure: '在原图上画出位置和尺寸',
  }))
  const asked = await askCorrection(
    deps,
    officer,
    dossierId,
    { key: randomUUID(), version: await version(), answerDays: 7, demands },
    hall.now(),
  )
  assert.ok(asked.ok, JSON.stringify(asked))
}

test('[Art. 6.1] a dossier, its live line, its papers and its acts exist for its applicant alone', async () => {
  const dossierId = await handedIn()
  const at = `/my/dossiers/${dossierId}`
  for (const path of [
    at,
    `${at}/receipt`,
    `${at}/timeline`,
    `${at}/live`,
    `${at}/withdrawal`,
    `${at}/rating`,
    `${at}/papers/1`,
    `${at}/corrections/m3`,
  ]) {
    assert.equal((await hall.get(path, stranger)).statusCode, 404, path)
  }
  for (const path of [`${at}/corrections`, `${at}/withdrawal`, `${at}/rating`]) {
    assert.equal(
      (await hall.post(path, stranger, { key: 'k', grade: '1', do: 'submit' })).statusCode,
      404,
      path,
    )
  }
  assert.equal((await readDossier(hall.deps.db, dossierId))!.status, 'received')
  assert.equal((await hall.get(at, who)).statusCode, 200)
  assert.equal((await hall.get('/my/dossiers/1%27%20or%201=1', who)).statusCode, 404)
})

test('a draft with everything at it exists for its owner alone', async () => {
  const begun = await hall.get(`/apply/${itemId}`, who)
  const draft = String(begun.headers.location).split('?')[0]!
  for (const path of [
    draft,
    `${draft}/review`,
    `${draft}/deletion`,
    `${draft}/materials/m3`,
    `${draft}/materials/m1/licence`,
  ])
    assert.equal((await hall.get(path, stranger)).statusCode, 404, path)
  for (const path of [
    draft,
    `${draft}/submission`,
    `${draft}/deletion`,
    `${draft}/version`,
    `${draft}/parked`,
  ])
    assert.equal(
      (await hall.post(path, stranger, { 'f-hygienePlan': '偷改', declared: 'yes', consented: 'yes' }))
        .statusCode,
      404,
      path,
    )
  const saved = await hall.post(
    `${draft}/autosave`,
    stranger,
    { 'f-hygienePlan': '偷改' },
    { accept: 'application/json' },
  )
  assert.equal(saved.statusCode, 404)
  assert.ok(!(await hall.get(draft, who)).body.includes('偷改'))
  await hall.post(`${draft}/deletion`, who, {})
  assert.equal((await hall.get(draft, who)).statusCode, 404)
})

test('lists and counts hold only what is one’s own', async () => {
  await handedIn()
  const mine = await hall.get('/my/dossiers', who)
  const count = Number(/全部<span class="count">(\d+)/.exec(mine.body)?.[1])
  const [{ n }] = (await hall.deps.db.query<{ n: number }>(
    'select count(*) as n from casework.dossier where account_id = $1',
    [who.accountId],
  )) as [{ n: number }]
  assert.equal(count, n)
  for (const path of ['/my', '/my/dossiers', '/my/licences', '/my/messages', '/my/reads']) {
    const page = await hall.get(path, stranger)
    assert.equal(page.statusCode, 200, path)
    assert.ok(!page.body.includes('食品经营许可（新办）'), path)
  }
  assert.match((await hall.get('/my', stranger)).body, /您还没有办过事/)
})

test('[Art. 6.1] the page opens with whose turn it is and by when, and tells every step with its days', async () => {
  const dossierId = await handedIn()
  const page = await hall.get(`/my/dossiers/${dossierId}`, who)
  assert.match(page.body, /部门在办，还剩 5 个工作日/)
  assert.match(page.body, /11月30日（周一）前，部门告诉您受理不受理/)
  assert.match(page.body, /您提交了申请/)
  assert.match(page.body, /aria-current="step"/)
  assert.match(page.body, /现场核查/)
  const part = await hall.get(`/my/dossiers/${dossierId}/timeline`, who)
  assert.ok(!part.body.includes('<html'))
  assert.match(part.body, /您提交了申请/)
})

test('[Art. 15.3] what is to be corrected stands on the page with its reason and cure, is uploaded in place and handed in whole', async () => {
  const dossierId = await handedIn()
  const at = `/my/dossiers/${dossierId}`
  await correctionAsked(dossierId, ['m3', 'm4'])
  const page = await hall.get(at, who)
  assert.match(page.body, /请补正 2 份材料/)
  assert.match(page.body, /一次性告知：其余 3 份材料没有问题/)
  assert.match(page.body, /没有标出凉菜操作区/)
  assert.match(page.body, /name="m-m3"/)
  assert.ok(!page.body.includes('name="m-m5"'), 'a material that was right is asked for again')

  const half = await hall.multipart(
    `${at}/corrections`,
    who,
    { do: 'submit' },
    { 'm-m3': { name: '平面图二.pdf', bytes: PDF } },
  )
  assert.equal(half.statusCode, 422)
  assert.match(half.body, /食品安全管理制度目录：还没有重传/)
  assert.match(half.body, /平面图二\.pdf/)

  const wrong = await hall.multipart(
    `${at}/corrections`,
    who,
    { do: 'submit' },
    { 'm-m4': { name: '空.pdf', bytes: Buffer.alloc(0) } },
  )
  assert.equal(wrong.statusCode, 422)

  const files = { 'm-m4': { name: '制度二.pdf', bytes: PDF }, 'm-m5': { name: '没人要的.pdf', bytes: PDF } }
  const sent = await hall.multipart(`${at}/corrections`, who, { do: 'submit' }, files)
  assert.equal(sent.headers.location, `${at}?told=corrected`)
  const again = await hall.multipart(`${at}/corrections`, who, { do: 'submit' }, files)
  assert.equal(again.statusCode, 303)
  const dossier = await readDossier(hall.deps.db, dossierId)
  assert.equal(dossier!.status, 'received')
  assert.ok((await readCorrections(hall.deps.db, dossierId))[0]!.answeredAt)
  const events = (await readStream(hall.deps.db, streamOf(dossierId))).filter(
    (e) => e.type === 'dossier.resubmitted',
  )
  assert.equal(events.length, 1)
  assert.deepEqual([...(events[0]!.data['materials'] as string[])].sort(), ['m3', 'm4'])
})

test('an application is taken back by its applicant once, and says so on its page', async () => {
  const dossierId = await handedIn()
  const at = `/my/dossiers/${dossierId}`
  const form = await hall.get(`${at}/withdrawal`, who)
  const key = /name="key" value="([^"]+)"/.exec(form.body)![1]!
  const first = await hall.post(`${at}/withdrawal`, who, { key, reason: '换了地方' })
  assert.equal(first.headers.location, `${at}?told=withdrawn`)
  assert.equal((await hall.post(`${at}/withdrawal`, who, { key, reason: '换了地方' })).statusCode, 303)
  const page = await hall.get(at, who)
  assert.match(page.body, /您撤回了申请/)
  assert.equal(
    (await readStream(hall.deps.db, streamOf(dossierId))).filter((e) => e.type === 'dossier.withdrawn')
      .length,
    1,
  )
})

test('[Art. 22.1] a finished dossier is rated once; dissatisfaction asks for a reason and keeps what was typed', async () => {
  const dossierId = await handedIn()
  const at = `/my/dossiers/${dossierId}/rating`
  const early = await hall.get(at, who)
  assert.equal(early.headers.location, `/my/dossiers/${dossierId}`)
  await hall.post(`/my/dossiers/${dossierId}/withdrawal`, who, { key: randomUUID() })

  const without = await hall.post(at, who, { grade: '4', reasons: [], reason: '  ' })
  assert.equal(without.statusCode, 422)
  assert.match(without.body, /请写明原因/)
  assert.match(without.body, /checked[^>]*value="4"|value="4"[^>]*checked/)
  const none = await hall.post(at, who, { reason: '写了话没有选' })
  assert.equal(none.statusCode, 422)
  assert.match(none.body, /写了话没有选/)

  const rated = await hall.post(at, who, { grade: '4', reasons: ['办得太慢'], reason: '' })
  assert.equal(rated.headers.location, `/my/dossiers/${dossierId}?told=rated`)
  const twice = await hall.post(at, who, { grade: '1' })
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /已经评价过了/)
  const [row] = await hall.deps.db.query<{ grade: number; reason: string }>(
    'select grade, reason from feedback.rating where dossier_id = $1',
    [dossierId],
  )
  assert.deepEqual(row, { grade: 4, reason: '办得太慢' })
  const event = (await readStream(hall.deps.db, streamOf(dossierId))).at(-1)!
  assert.equal(event.type, 'dossier.rated')
  assert.ok(
    !JSON.stringify(event.data).includes('办得太慢'),
    'the words stand in the dossier that the officer reads',
  )
})

test('[Art. 8.1(3)] licences open at 中级认证 only, and the page says how to get there', async () => {
  const low = await hall.signIn('person-lin-wan', 1)
  const page = await hall.get('/my/licences', low)
  assert.match(page.body, /需要中级认证/)
  assert.match(page.body, /\/level\?fn=/)
})

test('one’s own licence opens with its code; another’s does not exist', async () => {
  const dossierId = await handedIn()
  const file = await hall.deps.documents.files.put(PDF, {
    mediaType: 'application/pdf',
    name: '证.pdf',
    at: hall.now(),
  })
  const licenceId = randomUUID()
  await hall.owner.query(
    `insert into licences.licence (licence_id, identifier, dossier_id, kind, name, number, holder_account, holder_name,
       holder_code_masked, holder_code_blind, organ_id, organ_name, issued_on, valid_until, face, file_id, check_token, status, made_at)
     values ($1, $2, $3, 'food', '食品经营许可证', 'JY示例0001', $4, '鼓楼区榕荫小馆（示例）', '92****', '\\x00', 'gl-scjg', '鼓楼区市场监督管理局',
       '2026-11-23', '2031-11-22', '[{"label":"主体业态","value":"餐饮服务经营者"}]', $5, $6, 'valid', now())`,
    [licenceId, `1.2.156.${licenceId}`, dossierId, who.accountId, file.fileId, randomUUID()],
  )
  const mine = await hall.get(`/my/licences/${licenceId}`, who)
  assert.match(mine.body, /有效，到 2031年11月22日/)
  assert.match(mine.body, /class="qr"/)
  const pdf = await hall.get(`/my/licences/${licenceId}/pdf`, who)
  assert.ok(pdf.rawPayload.equals(PDF))
  for (const path of [
    `/my/licences/${licenceId}`,
    `/my/licences/${licenceId}/pdf`,
    `/my/files/${file.fileId}`,
  ])
    assert.equal((await hall.get(path, stranger)).statusCode, 404, path)
})

test('[Art. 3.1(5)] whoever is looked up sees who asked which register, why, and every reading of the full number', async () => {
  await handedIn()
  const page = await hall.get('/my/reads', who)
  assert.match(page.body, /企业库（查到）/)
  assert.match(page.body, /在线申报「食品经营许可（新办）」，预填申请表/)
  assert.match(page.body, /（本人申报）/)
})

test('every personal page forbids keeping a copy, and leads whoever is signed out to the sign-in and back', async () => {
  const dossierId = await handedIn()
  for (const path of [
    '/my',
    '/my/dossiers',
    `/my/dossiers/${dossierId}`,
    '/my/licences',
    '/my/messages',
    '/my/reads',
    '/my/account',
  ]) {
    assert.equal((await hall.get(path, who)).headers['cache-control'], 'no-store', path)
    assert.equal((await hall.get(path)).headers.location, `/sign-in?to=${encodeURIComponent(path)}`, path)
  }
})

test('the live line tells an open page that something was recorded', async () => {
  const dossierId = await handedIn()
  const base = hall.web.server.listening
    ? `http://127.0.0.1:${(hall.web.server.address() as { port: number }).port}`
    : await hall.web.listen({ port: 0, host: '127.0.0.1' })
  const line = new AbortController()
  const answer = await fetch(`${base}/my/dossiers/${dossierId}/live`, {
    headers: { cookie: who.cookie },
    signal: AbortSignal.any([line.signal, AbortSignal.timeout(20_000)]),
  })
  assert.equal(answer.headers.get('content-type'), 'text/event-stream')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  await reader.read()
  await hall.post(`/my/dossiers/${dossierId}/withdrawal`, who, { key: randomUUID() })
  let heard = ''
  while (!heard.includes('data: changed')) heard += (await reader.read()).value ?? ''
  line.abort()
})
