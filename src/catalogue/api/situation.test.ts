import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Staff } from '../../identity/index.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { type CatalogueWorld, catalogueWorld, clerk, guide, NOW, otherClerk } from '../testing.ts'
import type { CatalogueApiDeps } from './routes.ts'
import type { Trial, Variants } from './situation-contract.ts'
import { registerSituationApi } from './situation-routes.ts'

let world: CatalogueWorld
let web: Web
let session: Staff | null = null

before(async () => {
  world = await catalogueWorld()
  web = await testWeb()
  registerSituationApi(web, {
    ...world.deps,
    clock: { now: () => NOW },
    deskSession: async () => session && { staff: session },
  } as CatalogueApiDeps)
})
after(async () => {
  await web.close()
  await world.close()
})

const { materials, steps, fee } = guide()
const situations = {
  questions: [
    {
      key: 'q1',
      text: '布局变了吗？',
      options: [
        { value: 'y', label: '变了' },
        { value: 'n', label: '没有变' },
      ],
    },
  ],
  effects: [{ when: { q1: ['n'] }, leavesOut: ['m1'], leavesOutSteps: ['examine'], why: '按原来的图。' }],
  examples: [
    {
      name: '变了',
      answers: { q1: 'y' },
      expects: { materials: ['m1'], steps: ['accept', 'examine', 'decide'] },
    },
    { name: '没有变', answers: { q1: 'n' }, expects: { materials: ['m1'], steps: ['accept', 'decide'] } },
  ],
}
const tried = (answers: Record<string, string>, guided: object = { situations, materials, steps, fee }) =>
  web.inject({ method: 'POST', url: '/api/situation-trials', payload: { guided, answers } })

test('tables under the clerk’s hands are tried out unsaved, and their examples run along', async () => {
  session = clerk
  const open: Trial = (await tried({})).json()
  assert.deepEqual([open.paths, open.next, open.outcome], [{ count: 2, least: 1, most: 1 }, 'q1', null])
  assert.deepEqual(open.examples, [
    { pass: true, differences: [] },
    { pass: false, differences: ['材料少了「平面布局图」。'] },
  ])
  const whole: Trial = (await tried({ q1: 'n' })).json()
  assert.deepEqual(whole.outcome?.materialsLeftOut, [{ name: '平面布局图', why: '按原来的图。' }])
  assert.deepEqual(whole.outcome?.steps, ['受理', '决定'])
  assert.deepEqual(whole.expects, {
    eligible: true,
    materials: [],
    steps: ['accept', 'decide'],
    fees: [],
    variant: '',
  })
})

test('tables that are not finished yet are answered too, never with an error', async () => {
  session = clerk
  const bare = { key: 'q1', text: '', options: [] }
  const unfinished: Trial = (
    await tried({}, { situations: { questions: [bare] }, materials, steps, fee })
  ).json()
  assert.deepEqual([unfinished.paths.count, unfinished.next, unfinished.outcome], [0, 'q1', null])
  const none: Trial = (await tried({}, { situations: null, materials, steps, fee })).json()
  assert.deepEqual([none.paths.count, none.next, none.examples], [0, null, []])
})

test('a clerk chooses from the department’s other published items, those of the same code first', async () => {
  const own = await world.draft({ name: '甲事项' }, 501)
  const [{ impl_code: implCode }] = (await world.deps.db.query<{ impl_code: string }>(
    'select impl_code from catalogue.item where item_id = $1',
    [own],
  )) as [{ impl_code: string }]
  const published = async (changes: Parameters<typeof world.draft>[0], serial: number) => {
    const id = await world.draft(changes, serial)
    await world.deps.db.query(
      'update catalogue.item set published_version = 1, draft_version = null where item_id = $1',
      [id],
    )
  }
  await published({ name: '乙事项' }, 502)
  await published({ name: '丙事项（另一情形）', implCode, handleItemCode: `${implCode}02` }, 503)
  await world.draft({ name: '没有公布的事项' }, 504)
  session = clerk
  const { rows }: Variants = (await web.inject({ url: `/api/items/${own}/variants` })).json()
  assert.deepEqual(
    rows.map((r) => r.name),
    ['丙事项（另一情形）', '乙事项'],
  )
  assert.equal(rows[0]?.code, `${implCode}02`)
  session = otherClerk
  assert.equal((await web.inject({ url: `/api/items/${own}/variants` })).statusCode, 404)
})

test('nobody who is not signed in to the desk tries anything out', async () => {
  session = null
  assert.equal((await tried({})).statusCode, 401)
  const url = '/api/items/00000000-0000-4000-8000-000000000000/variants'
  assert.equal((await web.inject({ url })).statusCode, 401)
})
