import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { sampleOrgan } from '../../../sandbox/register/people.ts'
import { FOOD_ANSWERS, PDF, type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import { readStream } from '../../history/index.ts'
import { latestMaterials } from '../material-store.ts'
import { streamOf } from '../store.ts'
import { type ReactionDeps, sceneOf } from './deps.ts'
import { fetchPendingLicences } from './pending-licences.ts'

let hall: PersonalHall
before(async () => {
  hall = await personalHall()
})
after(() => hall.close())

test('[Art. 13.1, 13.2] licences that could not be fetched at filing are fetched once the platform is back, once', async () => {
  const { itemId } = await hall.foodLicence()
  const who = await hall.signIn('body-rongyin-eatery')
  await hall.sandbox.dial('licence-platform', 'down')
  const begun = await hall.get(`/apply/${itemId}`, who)
  const draft = String(begun.headers.location)
  await hall.get(draft, who)
  await hall.multipart(
    draft,
    who,
    { ...FOOD_ANSWERS, do: 'review' },
    {
      'm-m3': { name: 'a.pdf', bytes: PDF },
      'm-m4': { name: 'b.pdf', bytes: PDF },
      'm-m5': { name: 'c.pdf', bytes: PDF },
    },
  )
  const sent = await hall.post(`${draft}/submission`, who, { declared: 'yes', consented: 'yes' })
  const dossierId = /dossiers\/([0-9a-f-]{36})/.exec(String(sent.headers.location))![1]!

  const deps = { ...hall.deps, now: hall.now } as unknown as ReactionDeps
  const [submitted] = await readStream(hall.deps.db, streamOf(dossierId))
  const scene = await sceneOf(deps, { ...submitted! })
  await assert.rejects(fetchPendingLicences(deps, scene), /later/)

  await hall.sandbox.dial('licence-platform', 'ok')
  hall.pass(1)
  await fetchPendingLicences(deps, scene)
  await fetchPendingLicences(deps, scene)
  const materials = await latestMaterials(hall.deps.db, dossierId)
  const licence = materials.find((m) => m.materialKey === 'm1')!.licence!
  assert.equal(licence['name'], '营业执照')
  assert.equal(licence['organ'], sampleOrgan('fz-scjg').name)
  const fetched = (await readStream(hall.deps.db, streamOf(dossierId))).filter(
    (e) => e.type === 'dossier.licence-fetched',
  )
  assert.deepEqual(fetched.map((e) => e.data['material']).sort(), ['m1', 'm2'])
})
