/** 所选情形: a dossier is judged and run in the situation that its applicant chose. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { chosenSituation, itemContent, itemIn } from '../catalogue/index.ts'
import { readStream } from '../history/index.ts'
import { accept } from './acts/acceptance.ts'
import { judgeMaterial } from './acts/examine-materials.ts'
import { drawDossierNumber, submit } from './acts/submit.ts'
import { readDossier, streamOf } from './store.ts'
import { type ActWorld, actWorld, sampleContent } from './testing.ts'
import { dossierRecord } from './views/record.ts'

const monday = new Date('2026-10-12T10:00:00+08:00')
const plain = sampleContent()
const visit = plain.steps.find((s) => s.kind === 'site-visit')!
const content = itemContent.parse({
  ...plain,
  situations: {
    questions: [
      {
        key: 'changed',
        text: '布局变了吗？',
        options: [
          { value: 'yes', label: '变了' },
          { value: 'no', label: '没有变' },
        ],
      },
    ],
    effects: [
      {
        when: { changed: ['no'] },
        leavesOut: ['m2'],
        leavesOutSteps: [visit.key],
        why: '布局没有变，不用再看现场。',
      },
    ],
  },
})

let world: ActWorld
before(async () => {
  world = await actWorld(content)
})
after(() => world.close())

async function file(answers: Record<string, string>) {
  const chosen = chosenSituation(content, answers)
  const item = itemIn(world.item, chosen)
  const dossierId = randomUUID()
  const application = {
    dossierId,
    number: await drawDossierNumber(world.deps, item, monday),
    item,
    applicant: world.applicant,
    answers: {},
    materials: item.content.materials.map((m) => ({
      materialKey: m.key,
      name: m.name,
      source: 'upload' as const,
      fileId: randomUUID(),
      fileName: `${m.name}.pdf`,
      licence: null,
    })),
    channel: 'web' as const,
    delivery: {},
    situation: chosen,
  }
  await world.deps.db.transaction((tx) => submit(world.deps, tx, application, monday))
  return { dossierId, keys: application.materials.map((m) => m.materialKey) }
}

async function acceptIt({ dossierId, keys }: { dossierId: string; keys: string[] }) {
  const command = async (key: string) => ({
    key,
    version: (await readDossier(world.deps.db, dossierId))!.version,
  })
  for (const materialKey of keys) {
    const verdict = { materialKey, verdict: 'ok' as const, problem: '', cure: '' }
    const judged = { ...(await command(`judge-${materialKey}`)), ...verdict }
    assert.equal((await judgeMaterial(world.deps, world.window, dossierId, judged, monday)).ok, true)
  }
  const accepted = await accept(world.deps, world.window, dossierId, await command('accept'), monday)
  assert.equal(accepted.ok, true)
  return (await readDossier(world.deps.db, dossierId))!
}

test('a step that the situation leaves out is not run; in another situation it is', async () => {
  const short = await acceptIt(await file({ changed: 'no' }))
  assert.notEqual(short.stepKey, visit.key)
  const long = await acceptIt(await file({ changed: 'yes' }))
  assert.equal(long.stepKey, visit.key)
})

test('the dossier keeps answers and outcome in the words of that day, in its row and in its history', async () => {
  const { dossierId } = await file({ changed: 'no' })
  const { situation } = (await readDossier(world.deps.db, dossierId))!
  assert.deepEqual(situation?.told, [{ question: '布局变了吗？', answer: '没有变' }])
  assert.deepEqual(
    situation?.outcome.stepsLeftOut.map((s) => s.name),
    [visit.name],
  )
  const [first] = await readStream(world.deps.db, streamOf(dossierId))
  assert.deepEqual(first?.data['situation'], situation?.told)
})

test('the officer reads the answers and what was left out because of them, and no step that is not run', async () => {
  const { dossierId } = await file({ changed: 'no' })
  const reach = { organId: world.window.organId, posts: ['window' as const], staff: world.window }
  const record = await dossierRecord(
    world.deps.db,
    async () => new Map(),
    reach,
    dossierId,
    monday,
    world.deps.calendar,
  )
  assert.deepEqual(record?.situation?.answers, [{ question: '布局变了吗？', answer: '没有变' }])
  assert.deepEqual(
    record?.situation?.materialsLeftOut.map((m) => [m.name, m.why]),
    [[content.materials.find((m) => m.key === 'm2')!.name, '布局没有变，不用再看现场。']],
  )
  assert.ok(!record?.steps.some((s) => s.key === visit.key))
})
