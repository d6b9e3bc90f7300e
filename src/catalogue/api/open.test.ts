import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { enterChange } from '../store.ts'
import { type CatalogueWorld, catalogueWorld, guide, NOW, ORGAN } from '../testing.ts'
import { registerOpenApi } from './open-routes.ts'

let world: CatalogueWorld
let web: Web
before(async () => {
  world = await catalogueWorld()
  web = await testWeb()
  registerOpenApi(web, world.deps)
  await web.ready()
})
after(async () => {
  await web.close()
  await world.close()
})

/** Puts a draft in force behind the acts' back: which signatures that takes is not this test's matter. */
async function inForce(changes: Parameters<typeof guide>[0] = {}): Promise<string> {
  const itemId = await world.draft(changes)
  await world.deps.db.query(
    `update catalogue.item_version set status = 'published', published_at = $2, effective_on = '2026-11-23' where item_id = $1`,
    [itemId, NOW],
  )
  await world.deps.db.query(
    'update catalogue.item set published_version = 1, draft_version = null where item_id = $1',
    [itemId],
  )
  return itemId
}

const get = (url: string, headers: Record<string, string> = {}) => web.inject({ method: 'GET', url, headers })

interface Listed {
  items: { itemId: string; implCode: string; name: string }[]
  next: string | null
}

test('other systems read the items in force page by page, each once, and never a draft', async () => {
  const ids = new Set([await inForce(), await inForce(), await inForce()])
  const draft = await world.draft()
  const seen: string[] = []
  let after = ''
  for (;;) {
    const page = (await get(`/api/catalogue/items?limit=2${after}`)).json<Listed>()
    seen.push(...page.items.map((i) => i.itemId))
    if (page.next === null) break
    after = `&after=${page.next}`
  }
  assert.deepEqual([seen.length, new Set(seen)], [3, ids])
  assert.ok(!seen.includes(draft))
  assert.equal((await get(`/api/catalogue/items/${draft}`)).statusCode, 404)
  const none = (await get('/api/catalogue/items?type=20')).json<Listed>()
  assert.deepEqual(none, { items: [], next: null })
  const area = (await get(`/api/catalogue/items?area=3501&organ=${ORGAN.organId}&subject=1`)).json<Listed>()
  assert.equal(area.items.length, 3)
})

test('an item is read whole under its code, without the clerk’s notes, and costs no body when it has not changed', async () => {
  const itemId = await inForce({ origin: '导入：某处', sourceNotes: ['请核对'] })
  const [row] = await world.deps.db.query<{ code: string }>(
    'select impl_code as code from catalogue.item where item_id = $1',
    [itemId],
  )
  const answer = await get(`/api/catalogue/items/${row?.code}`)
  const item = answer.json<{ itemId: string; content: Record<string, unknown> }>()
  assert.deepEqual([item.itemId, item.content['name']], [itemId, '食品经营许可（新办）'])
  assert.ok(!('sourceNotes' in item.content) && !('origin' in item.content))
  assert.doesNotMatch(answer.body, /请核对|某处/)
  const etag = String(answer.headers['etag'])
  const again = await get(`/api/catalogue/items/${row?.code}`, { 'if-none-match': etag })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
  await world.deps.db.query("update catalogue.item set life = 'suspended' where item_id = $1", [itemId])
  assert.equal((await get(`/api/catalogue/items/${row?.code}`, { 'if-none-match': etag })).statusCode, 200)
  await world.deps.db.query("update catalogue.item set life = 'cancelled' where item_id = $1", [itemId])
  assert.equal((await get(`/api/catalogue/items/${row?.code}`)).statusCode, 404)
})

interface Changes {
  changes: { seq: number; name: string }[]
  next: number
  more: boolean
}

test('who reads on from the cursor misses no change and gets none twice, also while changes are being written side by side', async () => {
  const itemId = await inForce()
  const content = guide()
  const enter = (name: string) =>
    world.deps.db.transaction((tx) =>
      enterChange(
        tx,
        {
          itemId,
          version: 1,
          kind: 'change',
          content: { ...content, name },
          sections: [],
          reason: '',
          effectiveOn: '2026-11-23',
        },
        NOW,
      ),
    )
  const read: string[] = []
  let after = 0
  const readOn = async () => {
    const page = (await get(`/api/catalogue/changes?after=${after}&limit=3`)).json<Changes>()
    read.push(...page.changes.map((c) => c.name))
    assert.ok(page.next >= after)
    after = page.next
    return page.more
  }
  const names = Array.from({ length: 40 }, (_, i) => `变更 ${i}`)
  const writing = Promise.all(names.map(enter))
  let written = false
  void writing.then(() => {
    written = true
  })
  while (!written) await readOn()
  while (await readOn());
  assert.deepEqual(read.toSorted(), names.toSorted())
  const still = await get(`/api/catalogue/changes?after=${after}`)
  assert.deepEqual(still.json<Changes>(), { changes: [], next: after, more: false })
  const known = await get(`/api/catalogue/changes?after=${after}`, {
    'if-none-match': String(still.headers['etag']),
  })
  assert.equal(known.statusCode, 304)
})

test('the description of the API names the three ways of reading the catalogue', () => {
  const { paths } = web.swagger() as { paths: Record<string, { get?: { description?: string } }> }
  for (const path of ['/api/catalogue/items', '/api/catalogue/items/{code}', '/api/catalogue/changes'])
    assert.ok((paths[path]?.get?.description ?? '').length > 40, path)
})

interface Schema {
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
}
interface Operation {
  operationId?: string
  parameters?: { name: string; description?: string; schema: Schema }[]
  responses: Record<string, { description: string; content: Record<string, { schema: Schema }> }>
}
const OPEN = ['/api/catalogue/items', '/api/catalogue/items/{code}', '/api/catalogue/changes'] as const
const operation = (path: string) =>
  (web.swagger() as { paths: Record<string, { get: Operation }> }).paths[path]!.get
const answerOf = (path: string, status = '200') =>
  operation(path).responses[status]!.content['application/json']!.schema

function* fieldsOf(schema: Schema, path: string): Generator<[path: string, field: Schema]> {
  for (const [key, field] of Object.entries(schema.properties ?? {})) {
    yield [`${path}.${key}`, field]
    yield* fieldsOf(field, `${path}.${key}`)
  }
  for (const inner of [schema.items, ...(schema.anyOf ?? [])]) if (inner) yield* fieldsOf(inner, path)
}

test('the description of the API says of every field and every parameter what it means', () => {
  const silent: string[] = []
  let fields = 0
  for (const path of OPEN) {
    const { operationId, parameters = [], responses } = operation(path)
    if (!operationId) silent.push(`${path} has no name`)
    for (const one of parameters) if (!one.description) silent.push(`${path}?${one.name}`)
    for (const status of Object.keys(responses))
      for (const [name, { description }] of fieldsOf(answerOf(path, status), `${path} ${status} `)) {
        fields++
        if (!description) silent.push(name)
      }
  }
  assert.deepEqual(silent, [])
  assert.ok(fields > 200, `${fields} fields`)
})

test('what the API answers is what its description promises: a client made from the description alone understands it', async () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  const itemId = await inForce({
    situations: {
      questions: [{ key: 'q1', text: '卖什么？', options: [{ value: 'a', label: '熟食' }] }],
      barriers: [{ when: { q1: ['a'] }, condition: '有固定的经营场所', why: '例子', remedy: '例子' }],
    } as never,
  })
  for (const [path, url] of [
    ['/api/catalogue/items', '/api/catalogue/items?limit=1'],
    ['/api/catalogue/items/{code}', `/api/catalogue/items/${itemId}`],
    ['/api/catalogue/changes', '/api/catalogue/changes'],
  ] as const) {
    const fits = ajv.compile(answerOf(path))
    const answer = await get(url)
    assert.equal(answer.statusCode, 200)
    assert.ok(fits(answer.json()), `${path}: ${ajv.errorsText(fits.errors)}`)
  }
  const fits = ajv.compile(answerOf('/api/catalogue/items/{code}', '4XX'))
  assert.ok(fits((await get('/api/catalogue/items/none')).json()), ajv.errorsText(fits.errors))
  const broken = { ...(await get(`/api/catalogue/items/${itemId}`)).json(), version: 'two' }
  assert.equal(
    ajv.compile(answerOf('/api/catalogue/items/{code}'))(broken),
    false,
    'the description does not take anything',
  )
})
