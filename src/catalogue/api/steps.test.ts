import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { loadStaff, type Staff } from '../../identity/index.ts'
import { testWeb } from '../../platform/testing.ts'
import type { Web } from '../../platform/web.ts'
import { step } from '../step.ts'
import { type CatalogueWorld, catalogueWorld, clerk, NOW, ORGAN, otherClerk } from '../testing.ts'
import type { CatalogueApiDeps } from './routes.ts'
import type { StepHolders, TimelineAnswer } from './steps-contract.ts'
import { registerStepsApi } from './steps-routes.ts'

const POLICE = { ...ORGAN, organId: 'test-police', name: '示例区公安分局', creditCode: '' }

let world: CatalogueWorld
let web: Web
let session: Staff | null = null

before(async () => {
  world = await catalogueWorld()
  web = await testWeb()
  registerStepsApi(web, {
    ...world.deps,
    clock: { now: () => NOW },
    deskSession: async () => session && { staff: session },
  } as CatalogueApiDeps)
})
after(async () => {
  await web.close()
  await world.close()
})

const made = (key: string, phase: 'accept' | 'examine' | 'decide', days: number, parallel = '') =>
  step.parse({ key, name: key, phase, post: 'examiner', limit: { days, unit: 'G' }, parallel })
const steps = [
  made('受理', 'accept', 1),
  made('审查', 'examine', 3, 'p'),
  made('踏勘', 'examine', 2, 'p'),
  made('决定', 'decide', 1),
]

async function drawn(counterSteps: string[]): Promise<TimelineAnswer> {
  const payload = { steps, counterSteps, promiseLimit: { days: 5, unit: 'G' } }
  const answer = await web.inject({ method: 'POST', url: '/api/procedure-timelines', payload })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}

test('[Art. 23.1] while the clerk sets the steps, they are held against those at the counter', async () => {
  session = clerk
  const within = await drawn(['取号', '受理', '审查', '踏勘', '决定'])
  assert.deepEqual([within.counter?.met, within.days, within.promise], [true, 4, 5])
  const over = await drawn(['受理', ' ', '审查', '决定'])
  assert.deepEqual(
    [over.counter?.met, over.counter?.clause, over.counter?.onlyOnline],
    [false, '23.1', ['踏勘']],
  )
  assert.equal((await drawn([' '])).counter, null, 'nothing to hold against')
})

test('[Art. 5.1(4)] the clerk sees who could do a step, in the own department and in those that may be asked', async () => {
  session = clerk
  const officer = (staffId: string, post: 'window' | 'examiner', trainedOn: string | null) => ({
    staffId,
    subject: staffId,
    name: staffId,
    organId: POLICE.organId,
    posts: [{ post, trainedOn }],
    sample: true,
  })
  const staff = [officer('p1', 'examiner', '2026-03-02'), officer('p2', 'window', null)]
  await world.deps.db.transaction((tx) => loadStaff(tx, { organs: [POLICE], staff }))
  const itemId = await world.draft()
  const answer = await web.inject({ method: 'GET', url: `/api/items/${itemId}/step-holders` })
  const { own, departments } = answer.json() as StepHolders
  assert.equal(own.examiner, 1)
  assert.deepEqual(
    departments.find((d) => d.organId === POLICE.organId),
    { organId: POLICE.organId, name: POLICE.name, holders: { window: 0, examiner: 1, approver: 0 } },
    'who is not trained yet does not count',
  )
  assert.ok(!departments.some((d) => d.organId === ORGAN.organId), 'its own department is not another one')
})

test('nobody asks without a session, and not about the items of another department', async () => {
  const itemId = await world.draft()
  const url = `/api/items/${itemId}/step-holders`
  session = null
  assert.equal((await web.inject({ method: 'GET', url })).statusCode, 401)
  const blind = { method: 'POST', url: '/api/procedure-timelines', payload: { steps } } as const
  assert.equal((await web.inject(blind)).statusCode, 401)
  session = otherClerk
  assert.equal((await web.inject({ method: 'GET', url })).statusCode, 404)
})
