import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { type Finding, itemForGuide, itemVersion, loadSampleItems, search, todoOf } from '../index.ts'
import { publish as publishAs } from '../life/testing.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  clerk,
  examiner,
  guide,
  NOW,
  newClerk,
  ORGAN,
  otherClerk,
  secondClerk,
  supervisor,
} from '../testing.ts'
import { listForOrgan } from '../views/desk.ts'
import { saveDraft } from './save-draft.ts'

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

function refused(result: Result<unknown>, name: string) {
  assert.ok(!result.ok, 'was allowed')
  assert.equal(result.refusal.name, name)
  assert.ok(result.refusal.sentence.length > 8)
  return result.refusal
}
function allowed<T>(result: Result<T>): T {
  assert.ok(result.ok, result.ok ? '' : result.refusal.sentence)
  return result.value
}
const save = (id: string, patch: object, revision: number, staff = clerk) =>
  saveDraft(world.deps, staff, id, { patch: { ...patch }, revision }, NOW)
const publish = (id: string, revision: number, staff = clerk) =>
  publishAs(world.deps, staff, id, { revision }, NOW)

test('[Art. 7.1] a guide with a missing element cannot be published; with it filled in it can', async () => {
  const id = await world.draft({ legalBasis: [], complaintPhone: '' })
  const { detail } = refused(await publish(id, 1), 'guide-incomplete')
  const { findings } = detail as { findings: Finding[] }
  assert.deepEqual(
    findings.filter((f) => f.severity === 'blocks').map((f) => f.id),
    ['art7.legalBasis', 'art7.phones'],
  )
  assert.equal(await itemForGuide(world.deps.db, id), null, 'nothing of it is public')

  const patch = { legalBasis: [{ name: '示例法', clause: '第一条' }], complaintPhone: '0591-00000102' }
  const saved = allowed(await save(id, patch, 1))
  assert.deepEqual([saved.revision, saved.findings.filter((f) => f.severity === 'blocks')], [2, []])
  assert.equal(allowed(await publish(id, 2)).version, 1)
  const open = await itemForGuide(world.deps.db, id)
  assert.deepEqual(
    [open?.version, open?.status, open?.content.complaintPhone],
    [1, 'published', '0591-00000102'],
  )
  assert.deepEqual((await itemForGuide(world.deps.db, open!.content.implCode))?.itemId, id)
})

test('[Art. 23.1] a procedure with more steps online than at the counter is not put in force', async () => {
  const id = await world.draft({ counterSteps: ['受理', '决定'] })
  const { sentence } = refused(await publish(id, 1), 'guide-incomplete')
  assert.match(sentence, /网上 3 个环节/)
})

test('[Art. 5.1(3)] every version that takes effect is filed with it, naming what changed, and the guide changes', async () => {
  const { db } = world.deps
  const id = await world.draft()
  allowed(await publish(id, 1))
  allowed(await save(id, { promiseLimit: { days: 4, unit: 'G' }, conditions: ['一条新条件'] }, 0))
  assert.equal((await itemForGuide(db, id))?.version, 1, 'a draft changes nothing for applicants')
  allowed(await publish(id, 1))
  const filed = await db.query<{ version: number; kind: string; sections: string[]; by: string }>(
    `select version, kind, sections, filed_by->>'name' as by from catalogue.filing where item_id = $1 order by version`,
    [id],
  )
  assert.deepEqual(
    filed.map((f) => [f.version, f.kind, f.by]),
    [
      [1, 'new', '施册'],
      [2, 'change', '施册'],
    ],
  )
  assert.deepEqual(filed[1]?.sections, ['basis', 'limits'])
  assert.deepEqual((await itemForGuide(db, id))?.content.conditions, ['一条新条件'])
  const types = (await readStream(db, `item:${id}`)).map((e) => e.type)
  const inForce = ['item.published', 'change.in-force']
  assert.deepEqual(types, [
    ...['change.submitted', 'change.checked', 'item.filed', 'change.decided', ...inForce],
    ...['item.draft-saved', 'change.submitted', 'change.checked', 'item.filed', ...inForce],
  ])
  await assert.rejects(db.query('delete from catalogue.filing where item_id = $1', [id]), /permission denied/)
})

test('a published version stays as it was, whatever is published after it', async () => {
  const id = await world.draft()
  allowed(await publish(id, 1))
  const first = structuredClone((await itemVersion(world.deps.db, id, 1))?.content)
  allowed(await save(id, { summary: '改过的一句话' }, 0))
  allowed(await publish(id, 1))
  const [row] = await world.deps.db.query<{ status: string; content: unknown }>(
    'select status, content from catalogue.item_version where item_id = $1 and version = 1',
    [id],
  )
  assert.equal(row?.status, 'replaced')
  assert.deepEqual(row?.content, first)
  assert.deepEqual((await itemVersion(world.deps.db, id, 1))?.content, first)
  refused(await publish(id, 1), 'no-draft')
  await assert.rejects(
    world.deps.db.query(
      `update catalogue.item_version set content = content || '{"name": "改名"}' where item_id = $1 and version = 1`,
      [id],
    ),
    /was published and stays/,
  )
  await assert.rejects(
    world.deps.db.query('delete from catalogue.item_version where item_id = $1 and version = 1', [id]),
    /was published and stays/,
  )
})

test('of two clerks who change the same place at once one wins; the other reads who, and loses nothing of the first', async () => {
  const id = await world.draft()
  const [a, b] = await Promise.all([
    save(id, { summary: '甲' }, 1),
    save(id, { summary: '乙' }, 1, secondClerk),
  ])
  const [won, lost] = a.ok ? [a, b] : [b, a]
  assert.ok(won.ok)
  const refusal = refused(lost, 'conflict')
  assert.match(refusal.sentence, /(许文|高敬)也改了“一句话说明”/)
  assert.equal((refusal.detail as { revision: number }).revision, 2)
  refused(await publish(id, 1), 'conflict')
})

test('saving the same again changes neither revision nor history', async () => {
  const id = await world.draft()
  assert.equal(allowed(await save(id, { summary: '一句' }, 1)).revision, 2)
  assert.equal(allowed(await save(id, { summary: '一句' }, 2)).revision, 2)
  assert.equal((await readStream(world.deps.db, `item:${id}`)).length, 1)
})

test('[Art. 5.1(4)] the procedure of an item is set by a clerk of its own organ and nobody else', async () => {
  const id = await world.draft()
  const [accept, examine, decide] = guide().steps
  const steps = [accept, { ...examine, limit: { days: 2, unit: 'G' } }, decide]
  refused(await save(id, { steps }, 1, examiner), 'not-allowed')
  refused(await save(id, { steps }, 1, otherClerk), 'not-found')
  refused(await save(id, { steps }, 1, supervisor), 'not-allowed')
  allowed(await save(id, { steps }, 1))
  refused(await publish(id, 2, examiner), 'not-allowed')
  assert.equal(allowed(await publish(id, 2)).version, 1)
  assert.equal((await itemForGuide(world.deps.db, id))?.content.steps[1]?.limit.days, 2)
})

test('[Art. 5.1(1)] a clerk who was not trained yet neither edits nor publishes', async () => {
  const id = await world.draft()
  const { sentence } = refused(await save(id, { summary: '早了' }, 1, newClerk), 'not-allowed')
  assert.match(sentence, /先培训再上岗/)
  refused(await publish(id, 1, newClerk), 'not-allowed')
})

test('a value that the content cannot hold is refused with its place, and nothing is saved', async () => {
  const id = await world.draft()
  assert.equal(
    refused(await save(id, { promiseLimit: { days: -1, unit: 'G' } }, 1), 'invalid').field,
    'promiseLimit.days',
  )
  assert.equal(refused(await save(id, { organId: 'test-health' }, 1), 'invalid').field, 'organId')
  const taken = await itemVersion(world.deps.db, await world.draft(), 1)
  const { implCode, basicCode } = taken!.content
  assert.equal(refused(await save(id, { implCode, basicCode }, 1), 'code-taken').field, 'implCode')
  assert.deepEqual(
    (await todoOf(world.deps.db, id)).filter((f) => f.severity === 'blocks'),
    [],
  )
  assert.equal(allowed(await save(id, { summary: '好' }, 1)).revision, 2)
})

test('a list holds the organ’s items with what each still lacks', async () => {
  const id = await world.draft({ name: '独一无二的名称许可' })
  allowed(await save(id, { conditions: [] }, 1))
  const of = (q: object) => listForOrgan(world.deps.db, { organ: ORGAN.organId, page: 1, ...q })
  const found = await of({ q: '独一无二' })
  assert.deepEqual(
    [found.total, found.rows[0]?.status, found.rows[0]?.blocks, found.rows[0]?.savedBy],
    [1, 'draft', 1, '许文'],
  )
  assert.equal((await of({ q: '独一无二', status: 'ready' })).total, 0)
  assert.equal((await of({ q: '100%_' })).total, 0)
  assert.equal((await of({ organ: 'test-health' })).total, 0)
})

test('the sample world is published through the same gate, once, and a clerk’s later change to it stays', async () => {
  const { db, history } = { ...world.deps }
  const basicCode = '350188888000'
  const sample = guide({ basicCode, implCode: `${ORGAN.creditCode}4${basicCode}`, name: '示例独件' })
  assert.deepEqual(await loadSampleItems(db, history, [sample], NOW), { published: 1, unchanged: 0 })
  assert.deepEqual(await loadSampleItems(db, history, [sample], NOW), { published: 0, unchanged: 1 })
  const next = { ...sample, summary: '改版' }
  assert.deepEqual(await loadSampleItems(db, history, [next], NOW), { published: 1, unchanged: 0 })
  const item = (await itemForGuide(db, sample.implCode))!
  assert.deepEqual([item.version, item.content.summary], [2, '改版'])

  allowed(await save(item.itemId, { summary: '部门自己改的' }, 0))
  allowed(await publish(item.itemId, 1))
  assert.deepEqual(await loadSampleItems(db, history, [{ ...sample, summary: '再改' }], NOW), {
    published: 0,
    unchanged: 1,
  })
  assert.equal((await search(db, { q: '示例独件' })).hits[0]?.summary, '部门自己改的')
  await assert.rejects(
    loadSampleItems(db, history, [guide({ name: '', basicCode: '350188889000', implCode: '' })], NOW),
    /sample item/,
  )
})
