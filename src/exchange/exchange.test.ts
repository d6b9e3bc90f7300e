import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import test, { after, before } from 'node:test'
import { sampleAccounts } from '../../sandbox/register/people.ts'
import { startSandboxProcess } from '../../test/contract/sandbox-process.ts'
import { sandboxLicencePlatform } from '../adapters/licence-platform/index.ts'
import { sandboxRegister } from '../adapters/register/index.ts'
import { form as formShape } from '../catalogue/index.ts'
import { createHistory } from '../history/index.ts'
import { type Account, createIdentity } from '../identity/index.ts'
import { accountOf } from '../identity/testing.ts'
import { createJobs } from '../platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../platform/testing.ts'
import {
  forgetKnown,
  heldLicences,
  hiddenNumber,
  knownAbout,
  type LicenceDeps,
  lookUpsOfAccount,
  openNumber,
  sealNumbers,
  verifyApplication,
} from './index.ts'

let database: TestDatabase
let sandbox: Awaited<ReturnType<typeof startSandboxProcess>>
let deps: LicenceDeps
const NOW = new Date('2026-11-23T10:00:00+08:00')
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)

before(async () => {
  database = await testDatabase()
  sandbox = await startSandboxProcess()
  const { db } = database
  const identity = createIdentity({
    db,
    history: createHistory(createJobs(database.appUrl, () => {})),
    clock: { now: () => NOW },
    provider: () => {
      throw new Error('nobody signs in here')
    },
    secrets: {
      encryptionKey: randomBytes(32),
      blindKey: randomBytes(32),
      cookieKey: randomBytes(32),
      oidcClientSecret: '',
      neighbourKey: '',
    },
    publicUrl: () => '',
  })
  const neighbour = { ...sandbox.signed, timeoutMs: 2000 }
  deps = {
    db,
    identity,
    register: sandboxRegister(neighbour),
    licencePlatform: sandboxLicencePlatform(neighbour),
  }
})
after(async () => {
  await sandbox.stop()
  await database.close()
})

async function account(sub: string): Promise<Account> {
  const known = sampleAccounts.find((a) => a.sub === sub)!
  await database.db.query('delete from identity.account where subject = $1', [sub])
  return accountOf(database.db, deps.identity.vault, known, 2, NOW)
}
const numberOf = (sub: string) => sampleAccounts.find((a) => a.sub === sub)!.idNumber

test('[Art. 13.1] of a person is known what the sign-in proved and what the population register holds', async () => {
  const he = await account('person-he-wushan')
  const { facts, pending } = await knownAbout(deps, he, '预填', NOW)
  assert.deepEqual(pending, [])
  assert.deepEqual(facts['person.name'], { value: '何乌山', source: '实名认证', asOf: null, firm: true })
  assert.equal(facts['person.idNumber']?.value, hiddenNumber(numberOf('person-he-wushan')))
  assert.equal(facts['person.address']?.source, '人口库')
  assert.ok(facts['person.address']?.asOf)
  assert.equal(facts['body.name'], undefined)
})

test('[Art. 13.1] of a body is known its register entry, and who represents it', async () => {
  const eatery = await account('body-rongyin-eatery')
  const { facts } = await knownAbout(deps, eatery, '预填', NOW)
  assert.equal(facts['body.legalPerson']?.value, '陈榕生')
  assert.equal(facts['person.idNumber']?.value, hiddenNumber(numberOf('person-chen-rongsheng')))
  assert.equal(facts['body.address']?.firm, false)
})

test('[Art. 3.1(5)] every look-up is written down with its cause, its register and its outcome, and without the number', async () => {
  const he = await account('person-he-wushan')
  await knownAbout(deps, he, '在线申报「示例」', NOW)
  const [seen] = await lookUpsOfAccount(deps.db, he.accountId)
  assert.deepEqual(
    { register: seen!.register, cause: seen!.cause, outcome: seen!.outcome, actor: seen!.actor.name },
    { register: '人口库', cause: '在线申报「示例」', outcome: 'found', actor: '何乌山' },
  )
  const rows = await database.db.query('select * from exchange.look_up where account_id = $1', [he.accountId])
  assert.ok(!JSON.stringify(rows).includes(numberOf('person-he-wushan')))
})

test('what was fetched is kept for a few minutes and not asked again; then it is', async () => {
  const he = await account('person-he-wushan')
  const asked = async () => (await lookUpsOfAccount(deps.db, he.accountId)).length
  await knownAbout(deps, he, '预填', NOW)
  await knownAbout(deps, he, '预填', later(4))
  assert.equal(await asked(), 1)
  await knownAbout(deps, he, '预填', later(6))
  assert.equal(await asked(), 2)
  forgetKnown(he.accountId)
  await knownAbout(deps, he, '预填', later(6))
  assert.equal(await asked(), 3)
})

test('a register that is down leaves its facts out, says so, and is asked again soon', async () => {
  const cai = await account('person-cai-yushan')
  await sandbox.dial('register', 'down')
  const down = await knownAbout(deps, cai, '预填', NOW)
  await sandbox.dial('register', 'ok')
  assert.deepEqual(down.pending, ['人口库'])
  assert.equal(down.facts['person.name']?.value, '蔡于山')
  assert.equal(down.facts['person.address'], undefined)
  const back = await knownAbout(deps, cai, '预填', later(1))
  assert.deepEqual(back.pending, [])
  assert.ok(back.facts['person.address'])
})

test('[Art. 13.1] licences held are found by kind, a body’s with the card of its representative, without full numbers', async () => {
  const eatery = await account('body-rongyin-eatery')
  const held = await heldLicences(deps, eatery, ['business-licence', 'resident-id', ''], '调用', NOW)
  assert.equal(held.pending, false)
  assert.deepEqual(held.licences.map((l) => l.kind).sort(), ['business-licence', 'resident-id'])
  assert.ok(!JSON.stringify(held).includes(numberOf('person-chen-rongsheng')))
  const he = await account('person-he-wushan')
  const own = await heldLicences(deps, he, ['business-licence'], '调用', NOW)
  assert.deepEqual(own.licences, [])
})

test('[Art. 13.2] a licence platform that is down gives no licence and says that it is pending', async () => {
  const coop = await account('body-shantian-coop')
  await sandbox.dial('licence-platform', 'down')
  const held = await heldLicences(deps, coop, ['business-licence'], '调用', NOW)
  await sandbox.dial('licence-platform', 'ok')
  assert.deepEqual([held.licences.length, held.pending], [0, true])
  const back = await heldLicences(deps, coop, ['business-licence'], '调用', later(1))
  assert.deepEqual([back.licences.length, back.pending], [1, false])
})

const form = formShape.parse({
  groups: [
    {
      key: 'g',
      title: '示例',
      fields: [
        { key: 'name', label: '经营者名称', type: 'text', prefill: 'body.name' },
        { key: 'boss', label: '法定代表人', type: 'person-name', prefill: 'body.legalPerson' },
        { key: 'bossId', label: '法定代表人身份证号', type: 'resident-id', prefill: 'person.idNumber' },
        { key: 'site', label: '地址', type: 'address', prefill: 'body.address' },
        { key: 'phone', label: '手机', type: 'phone', prefill: 'person.phone' },
        { key: 'note', label: '说明', type: 'text' },
      ],
    },
  ],
})

const filed = (eatery: Account, answers: Record<string, string>) => {
  const dossierId = randomUUID()
  return {
    dossierId,
    number: 'N-1',
    accountId: eatery.accountId,
    idKind: eatery.idKind,
    form,
    answers: sealNumbers(deps.identity.vault, dossierId, form, answers),
  }
}

test('[Art. 11.1] an application is held against the registers field by field; what no register knows is left alone', async () => {
  const eatery = await account('body-rongyin-eatery')
  const given = {
    name: '鼓楼区榕荫小馆（示例）',
    boss: '陈榕生',
    bossId: numberOf('person-chen-rongsheng'),
    site: '别处 99 号',
    phone: '15400000001',
    note: '随便写',
  }
  const { rows, pending } = await verifyApplication(deps, filed(eatery, given), NOW)
  assert.equal(pending, false)
  assert.deepEqual(Object.fromEntries(rows.map((r) => [r.field, r.outcome])), {
    name: 'match',
    boss: 'match',
    site: 'differs',
    bossId: 'match',
    phone: 'match',
  })
  const site = rows.find((r) => r.field === 'site')!
  assert.equal(site.filed, '别处 99 号')
  assert.match(site.registered!, /示例路 12 号/)
  assert.ok(!JSON.stringify(rows).includes(given.bossId))
})

test('[Art. 11.1] a person and a body that are one field each are held against the registers part by part', async () => {
  const eatery = await account('body-rongyin-eatery')
  const whole = formShape.parse({
    groups: [
      {
        key: 'g',
        title: '示例',
        fields: [
          { key: 'who', label: '负责人', type: 'person', prefill: 'person' },
          { key: 'firm', label: '单位', type: 'body', prefill: 'body' },
        ],
      },
    ],
  })
  const idNumber = numberOf('person-chen-rongsheng')
  const answers = {
    who: { name: '陈榕升', idKind: 'resident-id', idNumber },
    firm: { name: '鼓楼区榕荫小馆（示例）', creditCode: numberOf('body-rongyin-eatery') },
  }
  const dossierId = randomUUID()
  const application = {
    ...filed(eatery, {}),
    dossierId,
    form: whole,
    answers: sealNumbers(deps.identity.vault, dossierId, whole, answers),
  }
  assert.ok(!JSON.stringify(application.answers).includes(idNumber))
  const { rows } = await verifyApplication(deps, application, NOW)
  assert.deepEqual(Object.fromEntries(rows.map((r) => [r.field, r.outcome])), {
    'who.name': 'differs',
    'who.idNumber': 'match',
    'firm.name': 'match',
    'firm.creditCode': 'match',
  })
  assert.ok(!JSON.stringify(rows).includes(idNumber))
})

test('[Art. 11.1] a well-formed number of somebody else is found to differ from the register', async () => {
  const eatery = await account('body-rongyin-eatery')
  const { rows } = await verifyApplication(deps, filed(eatery, { bossId: numberOf('person-he-wushan') }), NOW)
  assert.equal(rows[0]!.outcome, 'differs')
})

test('[Art. 11.1] while a register is down the rows are pending and nothing is guessed', async () => {
  const eatery = await account('body-rongyin-eatery')
  await sandbox.dial('register', 'down')
  const { rows, pending } = await verifyApplication(
    deps,
    filed(eatery, { boss: '陈榕生', phone: '15400000001' }),
    NOW,
  )
  await sandbox.dial('register', 'ok')
  assert.equal(pending, true)
  assert.ok(rows.every((r) => r.outcome === 'pending' && r.registered === null))
})

test('a sealed number opens only at its own dossier and field', () => {
  const { vault } = deps.identity
  const number = numberOf('person-he-wushan')
  const sealed = sealNumbers(vault, 'dossier-1', form, { bossId: number })
  assert.equal(sealed['bossId'], hiddenNumber(number))
  assert.equal(openNumber(vault, 'dossier-1', sealed, 'bossId'), number)
  assert.throws(() => openNumber(vault, 'dossier-2', sealed, 'bossId'))
  assert.equal(openNumber(vault, 'dossier-1', sealed, 'name'), null)
})
