import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { sampleAccounts } from '../../sandbox/register/people.ts'
import { Browser } from '../../test/contract/browser-without-script.ts'
import { type IdentityWorld, identityWorld } from '../../test/identity-world.ts'
import { readStream } from '../history/index.ts'
import { openDatabase } from '../platform/database.ts'
import { createVault, type HallSession, levelRuling } from './index.ts'

const NOWHERE = 'http://nowhere.invalid/'
const accountOf = (sub: string) => sampleAccounts.find((a) => a.sub === sub)!

let world: IdentityWorld
before(async () => {
  world = await identityWorld()
})
after(() => world.close())
afterEach(() => world.sandbox.dial('oidc', 'ok'))

/** Signs a person of the sample world in by one tap and ends on `to`. */
async function signIn(sub: string, query = 'to=/my', browser = new Browser()): Promise<Browser> {
  await browser.visit(`${world.url}/sign-in?${query}`, NOWHERE)
  await browser.submit('/choose', { sub }, NOWHERE)
  return browser
}

async function sessionIn(browser: Browser): Promise<HallSession | null> {
  await browser.visit(`${world.url}/my`, NOWHERE)
  const shown = JSON.parse(browser.html) as HallSession
  return shown.account ? shown : null
}

test('[Art. 8.1(2)] a person at basic assurance signs in and may book, but not apply online', async () => {
  const session = await sessionIn(await signIn('person-lin-wan'))
  assert.equal(session?.account.name, '林晚')
  assert.equal(session.account.subjectKind, 'person')
  assert.equal(session.account.idMasked, '999999****0227')
  assert.equal(session.account.phoneMasked, '154****0002')
  assert.equal(session.level, 1)
  assert.equal(levelRuling('book', session).outcome, 'met')
  assert.equal(levelRuling('apply-online', session).outcome, 'not-met')
})

test('[Art. 8.1(1)] nobody signed in has level 0: reading, and the way up in words', () => {
  assert.equal(levelRuling('browse', null).outcome, 'met')
  assert.match(levelRuling('apply-online', null).sentence.zh, /需要中级认证，您现在是非实名/)
  assert.match(levelRuling('enterprise-licences', null).sentence.zh, /需要中级认证/)
})

test('[Art. 8.1(3)] stepping up raises the session and the account, and opens applying online', async () => {
  const browser = await signIn('person-wang-nanhou')
  const before = await sessionIn(browser)
  assert.equal(before?.level, 1)
  await browser.visit(`${world.url}/sign-in?to=/my&level=2`, NOWHERE)
  assert.match(browser.html, /<title>升到中级认证/)
  await browser.submit('/prove', { proof: 'social-security', number: 'SB90000011' }, NOWHERE)
  assert.equal(browser.url, `${world.url}/my`)
  const session = (await sessionIn(browser))!
  assert.deepEqual([session.level, session.account.level], [2, 2])
  assert.equal(session.account.accountId, before.account.accountId)
  assert.equal(levelRuling('apply-online', session).outcome, 'met')
  const events = await readStream(world.database.db, `account:${session.account.accountId}`)
  assert.deepEqual(
    events.map((e) => e.type),
    ['account.opened', 'account.signed-in', 'account.level-raised', 'account.signed-in'],
  )
  // Enough already: no detour over the provider.
  await browser.visit(`${world.url}/sign-in?to=/my&level=2`, `${world.sandbox.url}/`)
  assert.equal(browser.url, `${world.url}/my`)
})

test('[Art. 8.1] bodies and foreigners have accounts of their own kind', async () => {
  const body = await sessionIn(await signIn('body-rongyin-eatery'))
  assert.deepEqual([body?.account.subjectKind, body?.account.idKind], ['enterprise', 'credit-code'])
  const foreigner = await sessionIn(await signIn('person-emma-sample', 'to=/my&lang=en'))
  assert.deepEqual(
    [foreigner?.account.subjectKind, foreigner?.account.idKind],
    ['foreign-person', 'passport'],
  )
})

test('a session left alone for half an hour has ended; one that is used lasts, but never over eight hours', async () => {
  const browser = await signIn('person-lin-wan')
  for (let i = 0; i < 3; i++) {
    world.pass(29)
    assert.ok(await sessionIn(browser))
  }
  world.pass(30)
  assert.equal(await sessionIn(browser), null)

  const busy = await signIn('person-lin-wan')
  for (let minutes = 0; minutes < 8 * 60 - 20; minutes += 20) {
    world.pass(20)
    assert.ok(await sessionIn(busy), `after ${minutes + 20} minutes`)
  }
  world.pass(20)
  assert.equal(await sessionIn(busy), null)
})

test('reading a session is one prepared query a request, and writes at most once a minute', async () => {
  const browser = await signIn('person-lin-wan')
  const during = async () => {
    const from = world.prepared.length
    await browser.visit(`${world.url}/my`, NOWHERE)
    return world.prepared.slice(from)
  }
  assert.deepEqual(await during(), ['identity-hall-session'])
  world.pass(2)
  assert.deepEqual(await during(), ['identity-hall-session', 'identity-touch-session'])
  assert.deepEqual(await during(), ['identity-hall-session'])
})

test('a sign-in gives a new token and ends the old one', async () => {
  const browser = await signIn('person-wang-nanhou')
  const old = world.tokens.at(-1)!
  await browser.visit(`${world.url}/sign-in?to=/my&level=3`, NOWHERE)
  await browser.submit('/prove', { proof: 'face' }, NOWHERE)
  assert.equal((await sessionIn(browser))?.level, 3)
  assert.notEqual(world.tokens.at(-1), old)
  const stolen = await fetch(`${world.url}/my`, { headers: { cookie: `rb_hall=${old}` } })
  assert.equal(await stolen.text(), '{}')
})

test('a foreign address to return to is never followed', async () => {
  for (const to of ['https://evil.example/', '//evil.example', '/%5Cevil.example', '/%09/evil.example']) {
    const browser = new Browser()
    await browser.visit(`${world.url}/sign-in?to=${to}`, NOWHERE)
    await browser.submit('/choose', { sub: 'person-lin-wan' }, 'http://evil')
    assert.equal(browser.url, `${world.url}/`)
    await browser.visit(`${world.url}/sign-in/problem?reason=down&to=${to}`, NOWHERE)
    assert.doesNotMatch(browser.html, /evil/)
  }
})

test('somebody who turns back, comes twice, or comes late is told so and loses nothing', async () => {
  const browser = new Browser()
  await browser.visit(`${world.url}/sign-in?to=/apply/1`, NOWHERE)
  await browser.submit('/cancel', {}, NOWHERE)
  assert.match(browser.html, /登录没有做完/)
  assert.match(browser.html, /href="\/sign-in\?to=%2Fapply%2F1"/)

  await browser.visit(`${world.url}/sign-in?to=/my`, NOWHERE)
  await browser.submit('/choose', { sub: 'person-lin-wan' }, `${world.url}/sign-in/callback`)
  const callback = browser.url
  await browser.visit(callback, NOWHERE)
  assert.equal(browser.url, `${world.url}/my`)
  await browser.visit(callback, NOWHERE)
  assert.equal(browser.url, `${world.url}/`, 'the second time leads home, still signed in')
  assert.ok(await sessionIn(browser))

  const late = new Browser()
  await late.visit(`${world.url}/sign-in?to=/my`, NOWHERE)
  world.pass(61)
  await late.submit('/choose', { sub: 'person-lin-wan' }, NOWHERE)
  assert.match(late.html, /这次登录已过期/)
  assert.equal(await sessionIn(late), null)
})

test('a return that another browser began signs nobody in', async () => {
  const attacker = new Browser()
  await attacker.visit(`${world.url}/sign-in?to=/my`, NOWHERE)
  await attacker.submit('/choose', { sub: 'person-lin-wan' }, `${world.url}/sign-in/callback`)
  const victim = new Browser()
  await victim.visit(attacker.url, NOWHERE)
  assert.match(victim.html, /这次登录已过期/)
  assert.equal(await sessionIn(victim), null)
})

for (const [mode, title] of [
  ['down', /现在登录不了/],
  ['wrong', /现在登录不了/],
] as const)
  test(`while the identity platform is ${mode}, signing in says so, and works again afterwards`, async () => {
    const browser = new Browser()
    await world.sandbox.dial('oidc', mode)
    await browser.visit(`${world.url}/sign-in?to=/my&lang=en`, NOWHERE)
    assert.equal(browser.status, 503)
    assert.match(browser.html, /Sign-in is not available now/)
    await browser.visit(`${world.url}/sign-in?to=/my`, NOWHERE)
    assert.match(browser.html, title)
    await world.sandbox.dial('oidc', 'ok')
    assert.ok(await sessionIn(await signIn('person-lin-wan', 'to=/my', browser)))
  })

test('signing out ends the session here and the sign-in at the identity platform', async () => {
  const browser = await signIn('person-lin-wan')
  browser.html = `<form action="${world.url}/sign-out"></form>`
  await browser.submit('/sign-out', {}, NOWHERE)
  assert.match(browser.html, /<h1>退出登录<\/h1>/, 'the platform asks whether to leave there too')
  assert.equal(await sessionIn(browser), null)
  const kept = await fetch(`${world.url}/my`, { headers: { cookie: `rb_hall=${world.tokens.at(-1)}` } })
  assert.equal(await kept.text(), '{}')
})

test('two first sign-ins of one person at once make one account', async () => {
  const both = [new Browser(), new Browser()]
  for (const browser of both) {
    await browser.visit(`${world.url}/sign-in?to=/my`, NOWHERE)
    await browser.submit('/choose', { sub: 'person-yang-baima' }, `${world.url}/sign-in/callback`)
  }
  await Promise.all(both.map((browser) => browser.visit(browser.url, NOWHERE)))
  const [one, other] = await Promise.all(both.map(sessionIn))
  assert.ok(one)
  assert.equal(one.account.accountId, other?.account.accountId)
})

test('a new account name of the same person stays one account; a number that belongs to another is refused', async () => {
  const { db } = world.database
  const before = (await sessionIn(await signIn('person-he-wushan')))!
  await db.query("update identity.account set subject = 'former-name' where subject = 'person-he-wushan'")
  const again = (await sessionIn(await signIn('person-he-wushan')))!
  assert.equal(again.account.accountId, before.account.accountId)

  await signIn('person-cai-yushan')
  await db.query("update identity.account set subject = 'was-cai' where subject = 'person-cai-yushan'")
  await db.query(
    "update identity.account set subject = 'person-cai-yushan' where subject = 'person-he-wushan'",
  )
  const refused = await signIn('person-cai-yushan')
  assert.equal(refused.status, 403)
  assert.match(refused.html, /账号信息对不上/)
  assert.equal(await sessionIn(refused), null)
})

test('every read of a full number is recorded with reader and cause before the number is given away', async () => {
  const { identity, database } = world
  const { account } = (await sessionIn(await signIn('person-chen-rongsheng')))!
  const reader = { kind: 'staff', id: 'SL0202', name: '潘审言' } as const
  const reads = async () =>
    (await readStream(database.db, `account:${account.accountId}`)).filter(
      (e) => e.type === 'account.number-read',
    )
  const number = await identity.fullIdNumber(database.db, account.accountId, reader, '核对申请人身份')
  assert.equal(number, accountOf('person-chen-rongsheng').idNumber)
  const [read] = await reads()
  assert.deepEqual([read?.actor, read?.data], [reader, { cause: '核对申请人身份' }])
  await database.db.transaction((tx) => identity.fullIdNumber(tx, account.accountId, reader, '出具文书'))
  assert.equal((await reads()).length, 2)
  await assert.rejects(async () => identity.fullIdNumber(database.db, account.accountId, reader, ' '))
  assert.equal(await identity.phoneOf(account.accountId), accountOf('person-chen-rongsheng').phone)
  const found = await identity.accountByNumber('resident-id', ` ${number.toLowerCase()} `)
  assert.equal(found?.accountId, account.accountId)
  assert.equal(await identity.accountByNumber('passport', number), null)
})

test('no table holds a token, an identity number or a phone in clear', async () => {
  const browser = await signIn('person-chen-rongsheng')
  const session = (await sessionIn(browser))!
  const reader = { kind: 'system', id: 'system', name: '系统' } as const
  await world.identity.fullIdNumber(world.database.db, session.account.accountId, reader, '核对')
  const { idNumber, phone } = accountOf('person-chen-rongsheng')
  const token = world.tokens.at(-1)!
  const everything = await dump()
  assert.match(everything, /account.number-read/, 'the dump sees what was just written')
  assert.match(everything, /999999\*\*\*\*/)
  for (const secret of [idNumber, phone, token]) {
    assert.ok(!everything.includes(secret))
    assert.ok(!everything.includes(Buffer.from(secret).toString('hex')))
  }
  assert.ok(!everything.includes(Buffer.from(token, 'base64url').toString('hex')))
})

/** Every row of every table, as the owner of the database (or a thief of its disk) sees it. */
async function dump(): Promise<string> {
  const owner = openDatabase(world.database.ownerUrl, { max: 1 })
  try {
    const tables = await owner.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    )
    const rows = []
    for (const { name } of tables)
      rows.push(...(await owner.query<{ row: string }>(`select t::text as row from ${name} t`)))
    return rows.map(({ row }) => row).join('\n')
  } finally {
    await owner.close()
  }
}

test('secrets of another installation are found out before they seal anything', async () => {
  const { identity, database } = world
  assert.equal(await identity.keysFit(), true)
  const { account } = (await sessionIn(await signIn('person-zheng-xiurong')))!
  const foreign = createVault({ encryptionKey: randomBytes(32), blindKey: randomBytes(32) })
  await database.db.query('update identity.account set id_cipher = $1', [
    foreign.seal('999999195106180360', `account-id:${account.accountId}`),
  ])
  assert.equal(await identity.keysFit(), false)
})

test('old sessions and unfinished sign-ins are swept away by the sign-ins of others', async () => {
  const { db } = world.database
  const before = new Browser()
  await before.visit(`${world.url}/sign-in`, NOWHERE)
  world.pass(9 * 60)
  await signIn('person-lin-wan')
  const [left] = await db.query(
    `select (select count(*) from identity.session) as sessions, (select count(*) from identity.sign_in) as "signIns"`,
  )
  assert.deepEqual(left, { sessions: 1, signIns: 0 })
})
