import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sampleOrgans } from '../../seeds/organs.ts'
import { Browser } from '../../test/contract/browser-without-script.ts'
import { type IdentityWorld, identityWorld } from '../../test/identity-world.ts'
import { readStream } from '../history/index.ts'
import { holds, loadStaff, postRuling, type Staff, type StaffEntry } from './index.ts'

const NOWHERE = 'http://nowhere.invalid/'
const staff: StaffEntry[] = [
  {
    staffId: 'SL0201',
    subject: 'staff-gl-scjg-window',
    name: '潘小榕',
    organId: 'gl-scjg',
    posts: [{ post: 'window', trainedOn: '2026-03-02' }],
  },
  {
    staffId: 'SL0202',
    subject: 'staff-gl-scjg-examiner',
    name: '潘审言',
    organId: 'gl-scjg',
    posts: [{ post: 'examiner', trainedOn: null }],
  },
]

let world: IdentityWorld
before(async () => {
  // The hall's door is led to the desk's client, to see what the hall does with an officer's account.
  world = await identityWorld('rongban-desk')
  await load()
})
after(() => world.close())

const load = () => world.database.db.transaction((tx) => loadStaff(tx, { organs: [...sampleOrgans], staff }))

async function signIn(sub: string, path = '/desk/sign-in?to=/desk'): Promise<Browser> {
  const browser = new Browser()
  await browser.visit(`${world.url}${path}`, NOWHERE)
  await browser.submit('/choose', { sub }, NOWHERE)
  return browser
}

async function me(browser: Browser): Promise<Staff | null> {
  await browser.visit(`${world.url}/api/me`, NOWHERE)
  if (browser.status === 401) return null
  return (JSON.parse(browser.html) as { staff: Staff }).staff
}

test('an officer signs in to the desk and is known with organ and posts', async () => {
  const browser = await signIn('staff-gl-scjg-window')
  assert.equal(browser.url, `${world.url}/desk`)
  assert.deepEqual(await me(browser), {
    staffId: 'SL0201',
    name: '潘小榕',
    organId: 'gl-scjg',
    organName: '鼓楼区市场监督管理局',
    posts: [{ post: 'window', name: '受理岗', trainedOn: '2026-03-02' }],
  })
  const events = await readStream(world.database.db, 'staff:SL0201')
  assert.deepEqual(
    events.map((e) => [e.type, e.actor.id]),
    [['staff.signed-in', 'SL0201']],
  )
})

test('[Art. 5.1(1)] an officer who is not trained yet may sign in, and holds no post until the training day is set', async () => {
  const browser = await signIn('staff-gl-scjg-examiner')
  const untrained = (await me(browser))!
  assert.equal(holds(untrained, 'examiner'), false)
  assert.match(postRuling(untrained, 'examiner').sentence.zh, /先培训再上岗/)
  await world.database.db.query(
    "update identity.post_holding set trained_on = '2026-11-20' where staff_id = 'SL0202'",
  )
  assert.equal(holds((await me(browser))!, 'examiner'), true)
})

test('loading the staff again changes nothing that was changed since', async () => {
  const { db } = world.database
  await db.query("update identity.post_holding set trained_on = '2026-11-21' where staff_id = 'SL0202'")
  assert.equal(await load(), 0)
  const rows = await db.query('select staff_id, trained_on from identity.post_holding order by staff_id')
  assert.deepEqual(rows, [
    { staff_id: 'SL0201', trained_on: '2026-03-02' },
    { staff_id: 'SL0202', trained_on: '2026-11-21' },
  ])
})

test('an account that no department registered, or that was closed, is told so and gets no session', async () => {
  const stranger = await signIn('staff-fz-mzj-window')
  assert.equal(stranger.status, 403)
  assert.match(stranger.html, /还没有登记到任何部门/)
  assert.equal(await me(stranger), null)

  const browser = await signIn('staff-gl-scjg-window')
  await world.database.db.query("update identity.staff set active = false where staff_id = 'SL0201'")
  assert.equal(await me(browser), null, 'closing the account ends the session at once')
  const again = await signIn('staff-gl-scjg-window')
  assert.match(again.html, /工作账号已停用/)
  await world.database.db.query("update identity.staff set active = true where staff_id = 'SL0201'")
})

test('without a session the desk is told to sign in, in words', async () => {
  const answer = await fetch(`${world.url}/api/me`)
  assert.equal(answer.status, 401)
  assert.match(await answer.text(), /登录已结束/)
})

test('an officer’s account opens no space in the hall, and the two sessions never mix', async () => {
  const hall = await signIn('staff-gl-scjg-window', '/sign-in?to=/my')
  assert.equal(hall.status, 403)
  assert.match(hall.html, /这是工作人员账号/)
  await signIn('staff-gl-scjg-window')
  const token = world.tokens.at(-1)!
  const crossed = await fetch(`${world.url}/my`, { headers: { cookie: `rb_hall=${token}` } })
  assert.equal(await crossed.text(), '{}')
})

test('a desk sign-in leads to the desk only, and a script that signs out is told where to go', async () => {
  const browser = await signIn('staff-gl-scjg-window', '/desk/sign-in?to=/my')
  assert.equal(browser.url, `${world.url}/desk`)
  const cookie = `rb_desk=${world.tokens.at(-1)!}`
  const out = await fetch(`${world.url}/desk/sign-out`, {
    method: 'POST',
    headers: { cookie, accept: 'application/json' },
  })
  assert.deepEqual(await out.json(), { to: '/' })
  const answer = await fetch(`${world.url}/api/me`, { headers: { cookie } })
  assert.equal(answer.status, 401)
})
