import { after, before, test } from 'node:test'
import { applyOnline } from './licence/applying.ts'
import { handle } from './licence/handling.ts'
import { enjoy } from './licence/result.ts'
import { openScene, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('林晚, on a phone of 390 px, gets her food licence, from the search to the archive', async (t) => {
  const step = tellSteps(t, scene.pages)
  const filed = await applyOnline(scene, step)
  const handled = await handle(scene, step, filed)
  await enjoy(scene, step, { ...filed, ...handled })
})
