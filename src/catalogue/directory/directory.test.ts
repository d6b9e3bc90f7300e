import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { loadStaff, type Staff } from '../../identity/index.ts'
import type { Refusal, Result } from '../../platform/refusal.ts'
import { createItem } from '../acts/create-item.ts'
import { saveDraft } from '../acts/save-draft.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  clerk,
  NOW,
  newClerk,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
  secondClerk,
} from '../testing.ts'
import { itemVersion } from '../views/guide.ts'
import { addable } from './addable.ts'
import { directoryBasics } from './basics.ts'
import { handDownBodies } from './bodies.ts'
import { type Decision, decideProposal } from './decide.ts'
import type { ProposedEntry } from './entry.ts'
import { endException, recordException } from './exceptions.ts'
import { sweepDirectory } from './in-force.ts'
import { loadDirectory } from './load.ts'
import { figureOf, placements } from './placement.ts'
import { type ProposeCommand, propose } from './propose.ts'
import { takeOverBasics } from './take-over.ts'
import { directoryTodos } from './todos.ts'
import { entryRecord, listEntries } from './views.ts'

const TODAY = '2026-11-23'
const trainedOn = '2026-03-02'
const REFORM = {
  ...ORGAN,
  organId: 'test-reform',
  name: '示例审改办',
  creditCode: '11999999000000903U',
  kind: 'reform',
} as const
const officer = (
  staffId: string,
  post: Staff['posts'][0]['post'],
  organ: { organId: string; name: string },
): Staff => ({
  staffId,
  name: `示例${staffId}`,
  organId: organ.organId,
  organName: organ.name,
  posts: [{ post, trainedOn }],
})
const reformer = officer('r1', 'reformer', REFORM)
const secondReformer = officer('r2', 'reformer', REFORM)
const registrar = officer('r3', 'registrar', REFORM)

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
  await world.deps.db.transaction((tx) =>
    loadStaff(tx, {
      organs: [REFORM],
      staff: [reformer, secondReformer, registrar].map((s) => ({
        ...s,
        subject: `staff-${s.staffId}`,
        sample: true,
      })),
    }),
  )
})
after(() => world.close())

function value<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : `${result.refusal.name}: ${result.refusal.sentence}`)
  return result.value
}
function refused(result: Result<unknown>, name: string): Refusal {
  assert.ok(!result.ok, 'expected a refusal')
  assert.equal(result.refusal.name, name, result.refusal.sentence)
  return result.refusal
}

const entryNamed = (name: string, more: Partial<ProposedEntry> = {}): ProposedEntry => ({
  elements: {
    name,
    itemType: '01',
    legalBasis: [{ name: '示例法', number: '', clause: '第一条', content: '' }],
    levels: ['4'],
    bodyKinds: ['市场监督管理部门'],
  },
  bodies: [ORGAN.organId],
  parent: '',
  ...more,
})
const ask = (command: Partial<ProposeCommand>, staff = clerk, now = NOW) =>
  propose(
    world.deps,
    staff,
    { proposalId: randomUUID(), operation: 'add', codes: [], results: [], reason: '法律新设', ...command },
    now,
  )
const agreed: Decision = { agree: true, document: '示审改〔2026〕3 号', effectiveOn: TODAY, answer: '' }
const decide = (proposalId: string, decision: Decision = agreed, staff = reformer, now = NOW) =>
  decideProposal(world.deps, staff, proposalId, decision, now)

/** Proposed and agreed to, in force today. */
async function carried(command: Partial<ProposeCommand>, staff = clerk): Promise<string[]> {
  const { proposalId } = value(await ask(command, staff))
  return value(await decide(proposalId)).codes
}
let serial = 0
const added = async (name = `示例事项${++serial}`, more: Partial<ProposedEntry> = {}, staff = clerk) =>
  (await carried({ results: [entryNamed(name, more)] }, staff))[0]!

test('a new entry gets the next free code, a sub-item the next under its main item, and none is given twice', async () => {
  const first = await added('示例许可甲')
  const second = await added('示例许可乙')
  assert.match(first, /^35019?\d{4,5}000$/)
  assert.equal(Number(second.slice(4, 9)), Number(first.slice(4, 9)) + 1)
  const sub = await added('示例许可甲之一', { parent: first })
  assert.equal(sub, `${first.slice(0, 9)}001`)
  const [a, b] = await Promise.all([added('示例许可丙'), added('示例许可丁')])
  assert.notEqual(a, b)
  const stream = await readStream(world.deps.db, `directory:${first}`)
  assert.deepEqual(
    stream.map((e) => e.type),
    ['directory.entry-in-force'],
  )
})

test('an entry is proposed by a trained clerk or the registrar and takes effect only when the reform body agrees', async () => {
  refused(await ask({ results: [entryNamed('示例早')] }, newClerk), 'not-allowed')
  refused(await ask({ results: [entryNamed('示例早')] }, reformer), 'not-allowed')
  const { proposalId } = value(await ask({ results: [entryNamed('示例晚')] }))
  refused(await decide(proposalId, agreed, clerk), 'not-allowed')
  refused(await decide(proposalId, agreed, registrar), 'not-allowed')
  assert.equal((await listEntries(world.deps.db, { q: '示例晚', page: 1 })).total, 0)
  const [code] = value(await decide(proposalId)).codes
  const basics = await directoryBasics(world.deps.db, code!)
  assert.deepEqual([basics?.name, basics?.version, basics?.state], ['示例晚', 1, 'in-force'])
})

test('what is sent back changes nothing and tells why; reasons are not left out', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例退')] }))
  assert.equal(refused(await decide(proposalId, { agree: false, answer: ' ' }), 'invalid').field, 'answer')
  assert.deepEqual(value(await decide(proposalId, { agree: false, answer: '依据已经废止' })).codes, [])
  refused(await decide(proposalId), 'conflict')
  const events = await readStream(world.deps.db, `directory-proposal:${proposalId}`)
  assert.deepEqual(
    events.map((e) => e.type),
    ['directory.proposed', 'directory.sent-back'],
  )
})

test('a decision names its document and a day that is not past', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例无文号')] }))
  assert.equal(refused(await decide(proposalId, { ...agreed, document: '' }), 'invalid').field, 'document')
  const past = { ...agreed, effectiveOn: '2026-11-22' }
  assert.equal(refused(await decide(proposalId, past), 'invalid').field, 'effectiveOn')
})

test('of two who decide at once one wins, and the other reads who', async () => {
  const { proposalId } = value(await ask({ results: [entryNamed('示例争')] }))
  const both = await Promise.all([
    decide(proposalId),
    decide(proposalId, { agree: false, answer: '再议' }, secondReformer),
  ])
  assert.equal(both.filter((r) => r.ok).length, 1)
  assert.match(refused(both.find((r) => !r.ok)!, 'conflict').sentence, /示例r[12]已经/)
})

test('a change makes the next version, waits for its day, and stands alone until then', async () => {
  const code = await added('示例待改')
  const change = { operation: 'change' as const, codes: [code], results: [entryNamed('示例已改')] }
  const { proposalId } = value(await ask({ ...change }))
  assert.match(refused(await ask({ ...change }), 'already-proposed').sentence, new RegExp(code))
  value(await decide(proposalId, { ...agreed, effectiveOn: '2026-12-01' }))
  refused(await ask({ ...change }), 'already-proposed')
  assert.equal((await directoryBasics(world.deps.db, code))?.name, '示例待改')
  assert.equal(await sweepDirectory(world.deps, new Date('2026-11-30T15:59:59Z')), 0)
  assert.equal(await sweepDirectory(world.deps, new Date('2026-11-30T16:00:00Z')), 1)
  const basics = await directoryBasics(world.deps.db, code)
  assert.deepEqual([basics?.name, basics?.version], ['示例已改', 2])
  const { versions } = (await entryRecord(world.deps.db, clerk, code, TODAY))!
  assert.deepEqual(
    versions.map((v) => [v.version, v.operation, v.document]),
    [
      [2, 'change', agreed.document],
      [1, 'add', agreed.document],
    ],
  )
})

test('split and merge end the old codes, make new ones, and keep which became which', async () => {
  const whole = await added('示例整')
  const results = [entryNamed('示例半一'), entryNamed('示例半二')]
  const [ended, one, two] = await carried({ operation: 'split', codes: [whole], results })
  assert.equal(ended, whole)
  const merged = await carried({ operation: 'merge', codes: [one!, two!], results: [entryNamed('示例合')] })
  const state = async (code: string) => (await directoryBasics(world.deps.db, code))?.state
  assert.deepEqual(
    [await state(whole), await state(one!), await state(merged[2]!)],
    ['cancelled', 'cancelled', 'in-force'],
  )
  const record = (await entryRecord(world.deps.db, clerk, one!, TODAY))!
  assert.deepEqual(
    [record.cameFrom, record.became],
    [[{ basicCode: whole, name: '示例整' }], [{ basicCode: merged[2], name: '示例合' }]],
  )
})

test('suspended, resumed, cancelled: each a version, and only where the state allows it', async () => {
  const code = await added()
  refused(await ask({ operation: 'resume', codes: [code] }), 'not-now')
  await carried({ operation: 'suspend', codes: [code] })
  refused(
    await ask({ operation: 'split', codes: [code], results: [entryNamed('甲一'), entryNamed('乙一')] }),
    'not-now',
  )
  await carried({ operation: 'resume', codes: [code] })
  await carried({ operation: 'cancel', codes: [code] })
  refused(
    await ask({ operation: 'change', codes: [code], results: [entryNamed('又改')] }, registrar),
    'not-now',
  )
  const { versions } = (await entryRecord(world.deps.db, clerk, code, TODAY))!
  assert.deepEqual(
    versions.map((v) => v.operation),
    ['cancel', 'resume', 'suspend', 'add'],
  )
})

test('what the law does not allow of an entry is refused, with the place', async () => {
  const field = async (result: ProposedEntry, command: Partial<ProposeCommand> = {}) =>
    refused(await ask({ results: [result], ...command }), 'invalid').field
  const { elements } = entryNamed('示例错')
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, legalBasis: [] } }),
    'results.0.legalBasis',
  )
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, itemType: '02' } }),
    'results.0.itemType',
  )
  assert.equal(
    await field({ ...entryNamed('示例错'), elements: { ...elements, levels: ['3'] } }),
    'results.0.bodies',
  )
  assert.equal(await field(entryNamed('示例错', { bodies: ['nobody'] })), 'results.0.bodies')
  const code = await added('示例占名')
  assert.equal(await field(entryNamed('示例占名')), 'results.0.name')
  const typed = { ...entryNamed('示例改型'), elements: { ...elements, itemType: '20' } }
  assert.equal(await field(typed, { operation: 'change', codes: [code] }), 'results.0.itemType')
  refused(await ask({ operation: 'cancel', codes: [code], reason: '' }), 'invalid')
  refused(await ask({ operation: 'cancel', codes: ['350199999000'] }), 'not-found')
  refused(await ask({ operation: 'cancel', codes: [code] }, otherClerk), 'not-allowed')
  value(await ask({ operation: 'cancel', codes: [code] }, registrar))
})

test('a main item with living sub-items is not cancelled over their heads', async () => {
  const main = await added()
  const sub = await added(undefined, { parent: main })
  refused(await ask({ operation: 'cancel', codes: [main] }), 'has-sub-items')
  await carried({ operation: 'cancel', codes: [sub] })
  await carried({ operation: 'cancel', codes: [main] })
})

test('an item is added from the directory under its codes, and a second needs the name of its variant', async () => {
  const code = await added('示例可加')
  const made = value(await createItem(world.deps, clerk, { basicCode: code }, NOW))
  assert.deepEqual(made.implCode, `${ORGAN.creditCode}4${code}`)
  assert.equal(made.handleItemCode, `${made.implCode}01`)
  const { content } = (await itemVersion(world.deps.db, made.itemId, 1))!
  assert.deepEqual(
    [
      content.directoryName,
      content.directoryVersion,
      content.basicCode,
      content.legalBasis[0]?.name,
      content.organId,
    ],
    ['示例可加', 1, code, '示例法', ORGAN.organId],
  )
  assert.equal(
    refused(await createItem(world.deps, clerk, { basicCode: code }, NOW), 'exists').field,
    'variantName',
  )
  const second = value(await createItem(world.deps, clerk, { basicCode: code, variantName: '变更' }, NOW))
  assert.equal(second.handleItemCode, `${made.implCode}02`)
  refused(await createItem(world.deps, clerk, { basicCode: code, variantName: '变更' }, NOW), 'exists')
  refused(
    await createItem(world.deps, newClerk, { basicCode: code, variantName: '补办' }, NOW),
    'not-allowed',
  )
  refused(await createItem(world.deps, clerk, { basicCode: '350199999000' }, NOW), 'not-found')
  assert.deepEqual(
    (await readStream(world.deps.db, `item:${made.itemId}`)).map((e) => e.type),
    ['item.created'],
  )
})

test('an item is not added twice: neither by the same press nor by two clerks at once', async () => {
  const basicCode = await added()
  const itemId = randomUUID()
  const once = value(await createItem(world.deps, clerk, { basicCode, itemId }, NOW))
  assert.deepEqual(
    value(await createItem(world.deps, clerk, { basicCode, itemId }, NOW)).implCode,
    once.implCode,
  )
  const other = await added()
  const both = await Promise.all([
    createItem(world.deps, clerk, { basicCode: other }, NOW),
    createItem(world.deps, secondClerk, { basicCode: other }, NOW),
  ])
  assert.equal(both.filter((r) => r.ok).length, 1)
})

test('an entry that other bodies implement, or that is out of force, gives no item', async () => {
  const theirs = await added(undefined, { bodies: [OTHER_ORGAN.organId] })
  refused(await createItem(world.deps, clerk, { basicCode: theirs }, NOW), 'not-ours')
  const code = await added()
  await carried({ operation: 'suspend', codes: [code] })
  refused(await createItem(world.deps, clerk, { basicCode: code }, NOW), 'not-now')
})

test('what a body should have and lacks is offered first', async () => {
  const [have, lack] = [await added('示例已有的'), await added('示例该有的')]
  value(await createItem(world.deps, clerk, { basicCode: have }, NOW))
  const offered = await addable(world.deps.db, clerk, '示例')
  const at = (code: string) => offered.findIndex((o) => o.basicCode === code)
  assert.equal(offered[at(lack)]?.expected, true)
  assert.equal(offered[at(have)]?.expected, false)
  assert.ok(at(lack) < at(have))
})

test('the basic elements of a bound item are read-only, its other parts are not', async () => {
  const basicCode = await added()
  const { itemId } = value(await createItem(world.deps, clerk, { basicCode }, NOW))
  for (const patch of [
    { legalBasis: [{ name: '另一部法', clause: '第二条' }] },
    { itemType: '20' },
    { basicCode: '350100001000' },
    { directoryName: '别名' },
    { directoryVersion: 9 },
  ]) {
    const { field } = refused(
      await saveDraft(world.deps, clerk, itemId, { patch, revision: 1 }, NOW),
      'set-by-directory',
    )
    assert.equal(field, Object.keys(patch)[0])
  }
  value(await saveDraft(world.deps, clerk, itemId, { patch: { summary: '一句话' }, revision: 1 }, NOW))
})

test('a change of the entry marks every copy for review, and the clerk takes it over into the draft', async () => {
  const code = await added('示例旧名', { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const mine = value(await createItem(world.deps, clerk, { basicCode: code }, NOW)).itemId
  const theirs = value(await createItem(world.deps, otherClerk, { basicCode: code }, NOW)).itemId
  assert.deepEqual(await directoryTodos(world.deps.db, { basicCode: code }), [])
  const bodies = [ORGAN.organId, OTHER_ORGAN.organId]
  await carried({ operation: 'change', codes: [code], results: [entryNamed('示例新名', { bodies })] })
  const todos = await directoryTodos(world.deps.db, { basicCode: code })
  assert.deepEqual(new Set(todos.map((t) => t.itemId)), new Set([mine, theirs]))
  assert.deepEqual(todos[0]?.differences, [
    { key: 'directoryName', label: '事项名称', here: '示例旧名', directory: '示例新名' },
  ])
  refused(await takeOverBasics(world.deps, otherClerk, mine, { revision: 1 }, NOW), 'not-found')
  refused(await takeOverBasics(world.deps, clerk, mine, { revision: 0 }, NOW), 'conflict')
  assert.equal(value(await takeOverBasics(world.deps, clerk, mine, { revision: 1 }, NOW)).revision, 2)
  refused(await takeOverBasics(world.deps, clerk, mine, { revision: 2 }, NOW), 'nothing-new')
  const { content } = (await itemVersion(world.deps.db, mine, 1))!
  assert.deepEqual(
    [content.name, content.directoryName, content.directoryVersion],
    ['示例新名', '示例新名', 2],
  )
  assert.deepEqual(
    (await directoryTodos(world.deps.db, { basicCode: code })).map((t) => t.itemId),
    [theirs],
  )
})

test('items of a suspended, cancelled or split entry are named to their clerks with what came in its place', async () => {
  const code = await added('示例要拆的')
  const { itemId } = value(await createItem(world.deps, clerk, { basicCode: code }, NOW))
  const kinds = async () =>
    (await directoryTodos(world.deps.db, { organId: ORGAN.organId, itemId })).map((t) => t.kind)
  await carried({ operation: 'suspend', codes: [code] })
  assert.deepEqual(await kinds(), ['suspended'])
  await carried({ operation: 'resume', codes: [code] })
  assert.deepEqual(await kinds(), [])
  const results = [entryNamed('示例拆甲'), entryNamed('示例拆乙')]
  await carried({ operation: 'split', codes: [code], results })
  const [todo] = await directoryTodos(world.deps.db, { itemId })
  assert.equal(todo?.kind, 'cancelled')
  assert.deepEqual(
    todo?.became.map((b) => b.name),
    ['示例拆甲', '示例拆乙'],
  )
  assert.match(todo!.sentence, /示例拆甲”“示例拆乙/)
})

test('[Art. 5.1(2)] a body without a guide is missing until an approved exception makes it exempt', async () => {
  const basicCode = await added()
  const standing = async () => (await placements(world.deps.db, { basicCode }, TODAY)).map((p) => p.placement)
  assert.deepEqual(await standing(), ['missing'])
  const exception = {
    basicCode,
    organId: ORGAN.organId,
    kind: 'public-safety',
    reason: '场所须隔开',
    government: '示例区人民政府',
    document: '示政〔2026〕1 号',
    approvedOn: '2026-05-01',
  } as const
  const record = (change: object, staff = registrar) =>
    recordException(world.deps, staff, { ...exception, ...change }, NOW)
  refused(await record({}, clerk), 'not-allowed')
  for (const field of ['government', 'document', 'approvedOn'])
    assert.equal(refused(await record({ [field]: '' }), 'invalid').field, field)
  assert.equal(refused(await record({ organId: OTHER_ORGAN.organId }), 'invalid').field, 'organId')
  const { exceptionId } = value(await record({}))
  refused(await record({}), 'exists')
  assert.deepEqual(await standing(), ['exempt'])
  assert.deepEqual((await directoryBasics(world.deps.db, basicCode))?.exempt, [ORGAN.organId])
  refused(await endException(world.deps, registrar, exceptionId, { reason: '' }, NOW), 'invalid')
  value(await endException(world.deps, registrar, exceptionId, { reason: '场所已经改造' }, NOW))
  assert.deepEqual(await standing(), ['missing'])
})

test('[Art. 5.1(2)] what a state secret’s exception says is not told to other bodies, only that it is there', async () => {
  const basicCode = await added(undefined, { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const secret = {
    basicCode,
    organId: ORGAN.organId,
    kind: 'state-secret',
    reason: '内容不公开',
    government: '示例区人民政府',
    document: '示密〔2026〕1 号',
    approvedOn: '2026-05-01',
  } as const
  value(await recordException(world.deps, registrar, secret, NOW))
  const seenBy = async (staff: Staff) =>
    JSON.stringify(await entryRecord(world.deps.db, staff, basicCode, TODAY))
  assert.match(await seenBy(clerk), /示密/)
  assert.match(await seenBy(registrar), /示密/)
  assert.doesNotMatch(await seenBy(otherClerk), /示密|内容不公开"/)
  const { placed } = (await entryRecord(world.deps.db, otherClerk, basicCode, TODAY))!
  assert.deepEqual(
    placed.map((p) => p.placement),
    ['exempt', 'missing'],
  )
})

test('the figure counts every body of every entry in force once, by department and by district', async () => {
  const basicCode = await added(undefined, { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const placed = await placements(world.deps.db, { basicCode }, TODAY)
  const { all, byOrgan, byArea } = figureOf(placed)
  assert.deepEqual(all, { in: 0, exempt: 0, missing: 2 })
  assert.deepEqual(
    byOrgan.map((o) => o.missing),
    [1, 1],
  )
  assert.deepEqual(
    byArea.map((a) => [a.areaCode, a.missing]),
    [[ORGAN.areaCode, 2]],
  )
  await carried({ operation: 'suspend', codes: [basicCode] }, registrar)
  assert.deepEqual(await placements(world.deps.db, { basicCode }, TODAY), [])
})

test('a directory is loaded once; what changed in the source is its next version, what was decided here stands', async () => {
  const { db, history } = world.deps
  const { elements, bodies } = entryNamed('示例载入')
  const entry = { basicCode: '350190001000', sample: true, elements, bodies }
  const source = {
    document: '示例目录',
    effectiveOn: '2026-03-02',
    entries: [entry],
    exceptions: [],
    centres: [],
  }
  const load = (name: string) =>
    loadDirectory(db, history, { ...source, entries: [{ ...entry, elements: { ...elements, name } }] }, NOW)
  assert.deepEqual(await load('示例载入'), { loaded: 1, unchanged: 0 })
  assert.deepEqual(await load('示例载入'), { loaded: 0, unchanged: 1 })
  assert.deepEqual(await load('示例再载入'), { loaded: 1, unchanged: 0 })
  await carried({ operation: 'change', codes: [entry.basicCode], results: [entryNamed('示例决定过')] })
  assert.deepEqual(await load('示例又载入'), { loaded: 0, unchanged: 1 })
  const basics = await directoryBasics(db, entry.basicCode)
  assert.deepEqual([basics?.name, basics?.version], ['示例决定过', 3])
})

test('handed down, an entry is implemented by the new bodies; the old one stays while it has another item of it', async () => {
  const { db, history } = world.deps
  const basicCode = await added()
  const hand = () =>
    db.transaction((tx) =>
      handDownBodies(tx, history, { basicCode, from: ORGAN.organId, to: [OTHER_ORGAN.organId] }, NOW),
    )
  const bodies = async () => (await placements(db, { basicCode }, TODAY)).map((p) => p.organ.organId)
  value(await createItem(world.deps, clerk, { basicCode }, NOW))
  await hand()
  assert.deepEqual(await bodies(), [ORGAN.organId, OTHER_ORGAN.organId])
  await db.query("update catalogue.item set life = 'devolved' where right(impl_code, 12) = $1", [basicCode])
  await hand()
  assert.deepEqual(await bodies(), [OTHER_ORGAN.organId])
})
