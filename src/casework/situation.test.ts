import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { chosenSituation, itemContent, itemIn, step } from '../catalogue/index.ts'
import { type EventNote, readStream } from '../history/index.ts'
import { drawDossierNumber, submit } from './acts/submit.ts'
import { itemOfDossier } from './dossier-item.ts'
import { type ReactionDeps, sceneOf } from './reactions/deps.ts'
import { applicationForm } from './reactions/papers.ts'
import { readDossier, streamOf } from './store.ts'
import { type ActWorld, actWorld, sampleContent } from './testing.ts'

const monday = new Date('2026-10-12T10:00:00+08:00')
const days = (n: number) => ({ days: n, unit: 'G' as const })
const content = sampleContent({
  promiseLimit: days(9),
  legalLimit: days(20),
  steps: [
    step.parse({ key: 's1', name: '受理', phase: 'accept', post: 'window', limit: days(1) }),
    step.parse({ key: 'visit', name: '现场核查', phase: 'examine', post: 'examiner', limit: days(4) }),
    step.parse({ key: 'check', name: '审查', phase: 'examine', post: 'examiner', limit: days(2) }),
    step.parse({ key: 'end', name: '决定', phase: 'decide', post: 'approver', limit: days(1) }),
  ],
  situations: itemContent.shape.situations.parse({
    questions: [
      {
        key: 'cook',
        text: '现场做吗？',
        options: [
          { value: 'y', label: '做' },
          { value: 'n', label: '不做' },
        ],
      },
    ],
    effects: [{ when: { cook: ['n'] }, leavesOutSteps: ['visit'], why: '不现场做，不用看现场。' }],
  }),
})

let world: ActWorld
before(async () => {
  world = await actWorld(content)
})
after(() => world.close())

async function filed(cook: 'y' | 'n') {
  const { deps, applicant } = world
  const situation = chosenSituation(content, { cook })!
  const item = itemIn(world.item, situation)
  const number = await drawDossierNumber(deps, item, monday)
  const dossierId = randomUUID()
  const application = { dossierId, number, item, applicant, answers: {}, materials: [], situation }
  await deps.db.transaction((tx) =>
    submit(deps, tx, { ...application, channel: 'web', delivery: {} }, monday),
  )
  return (await readDossier(deps.db, dossierId))!
}

test('a dossier in a situation is promised what its own steps need, and every paper says the same', async () => {
  const { db } = world.deps
  const [short, whole] = [await filed('n'), await filed('y')]
  assert.deepEqual([short.clock.promise.days, whole.clock.promise.days], [5, 9])
  const item = await itemOfDossier(db, short)
  assert.deepEqual(item.content.promiseLimit, days(5))
  // What was promised stays, whatever the item says of it later.
  const kept = await itemOfDossier(db, { ...short, clock: { ...short.clock, promise: days(6) } })
  assert.deepEqual(kept.content.promiseLimit, days(6))
})

test('the application form carries the questions that were answered before it', async () => {
  const dossier = await filed('n')
  const streamId = streamOf(dossier.dossierId)
  const [event] = await readStream(world.deps.db, streamId)
  const deps = { ...world.deps, publicUrl: 'http://localhost' } as ReactionDeps
  const scene = await sceneOf(deps, { type: event!.type, streamId, seq: event!.seq } as EventNote)
  const paper = applicationForm(deps, scene, {}, [])
  assert.deepEqual(paper.kind === 'application-form' && paper.situation, [
    { question: '现场做吗？', answer: '不做' },
  ])
})
