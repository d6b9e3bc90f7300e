import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  createFileStore,
  diskBlobs,
  type FileStore,
  renderPaper,
  samplePapers,
} from '../../documents/index.ts'
import type { Staff } from '../../identity/index.ts'
import { saveDraft } from '../acts/save-draft.ts'
import { gateContextOf } from '../gate/context.ts'
import { publishFindings } from '../gate/gate.ts'
import { batchGate } from '../import/gate-batch.ts'
import { type ItemContent, material } from '../item.ts'
import { findItem, readVersion } from '../store.ts'
import {
  type CatalogueWorld,
  catalogueWorld,
  clerk,
  NOW,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
} from '../testing.ts'
import { keepItemFile } from './keep.ts'
import { filesOfItem } from './store.ts'
import { sweepItemFiles, UNNAMED_KEPT_DAYS } from './sweep.ts'

let world: CatalogueWorld
let files: FileStore
let folder: string
let pdf: Buffer
before(async () => {
  world = await catalogueWorld()
  folder = mkdtempSync(join(tmpdir(), 'rongban-files-'))
  files = createFileStore(world.deps.db, diskBlobs(folder))
  pdf = await renderPaper(samplePapers[0]!)
})
after(async () => {
  await world?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function keep(staff: Staff, itemId: string, at = NOW): Promise<string> {
  const fileId = randomUUID()
  const kept = await keepItemFile(
    { ...world.deps, files },
    staff,
    itemId,
    { fileId, name: '申请表.pdf', content: pdf },
    at,
  )
  assert.ok(kept.ok)
  return fileId
}

const asking = (blankFile: string): Pick<ItemContent, 'materials'> => ({
  materials: [material.parse({ key: 'm1', name: '平面布局图', basis: '示例法第一条', blankFile })],
})

async function contentNaming(itemId: string, blankFile: string): Promise<ItemContent> {
  return { ...(await readVersion(world.deps.db, itemId, 1))!.content, ...asking(blankFile) }
}

async function fileFindings(itemId: string, blankFile: string) {
  const { db } = world.deps
  const item = (await findItem(db, itemId))!
  const content = await contentNaming(itemId, blankFile)
  const found = publishFindings(content, await gateContextOf(db, item.organId, content))
  return found.filter((f) => f.path === 'materials.0.blankFile').map((f) => `${f.severity} ${f.id}`)
}

test('a guide names only files that are there and are its own department’s; the import asks the same', async () => {
  const itemId = await world.draft()
  const sister = await world.draft()
  const own = await keep(clerk, sister)
  assert.deepEqual(await fileFindings(itemId, `file:${own}`), [], 'of another item of the department')
  assert.deepEqual(await fileFindings(itemId, `file:${randomUUID()}`), ['blocks material-file'])
  assert.deepEqual(await fileFindings(itemId, 'file:../etc'), ['blocks material-file'])
  assert.deepEqual(await fileFindings(itemId, '表 3'), ['warns material-file-elsewhere'])

  const theirs = await world.draft({ organId: OTHER_ORGAN.organId, organName: OTHER_ORGAN.name })
  const foreign = await keep(otherClerk, theirs)
  assert.deepEqual(await fileFindings(itemId, `file:${foreign}`), ['blocks material-file'])
  const content = await contentNaming(itemId, `file:${foreign}`)
  const imported = await (await batchGate(world.deps.db, [content]))(content)
  assert.ok(imported.some((f) => f.id === 'material-file' && f.severity === 'blocks'))
})

test('a draft that names a file of another department does not open it to its clerk', async () => {
  const theirs = await world.draft({ organId: OTHER_ORGAN.organId, organName: OTHER_ORGAN.name })
  const foreign = await keep(otherClerk, theirs)
  const itemId = await world.draft()
  const saved = await saveDraft(
    world.deps,
    clerk,
    itemId,
    { patch: asking(`file:${foreign}`), revision: 1 },
    NOW,
  )
  assert.ok(saved.ok)
  assert.deepEqual(await filesOfItem(world.deps.db, { itemId, organId: ORGAN.organId }), [])
})

test('a file that nothing names is forgotten after its days, one that a draft took up again is not', async () => {
  const { db } = world.deps
  const later = (days: number) => new Date(NOW.getTime() + days * 24 * 3600_000)
  const sweep = (at: Date) => sweepItemFiles({ ...world.deps, files }, at)
  const itemId = await world.draft()
  const loose = await keep(clerk, itemId)
  const named = await keep(clerk, itemId)
  const patch = { patch: asking(`file:${named}`), revision: 1 }
  assert.ok((await saveDraft(world.deps, clerk, itemId, patch, NOW)).ok)

  await sweep(later(1))
  await sweep(later(UNNAMED_KEPT_DAYS))
  assert.ok(await files.find(loose), 'its days are not over')
  // Taken up on the last day, let go again: the days begin anew.
  const taken = { patch: asking(`file:${loose}`), revision: 2 }
  assert.ok((await saveDraft(world.deps, clerk, itemId, taken, NOW)).ok)
  await sweep(later(UNNAMED_KEPT_DAYS + 1))
  await sweep(later(UNNAMED_KEPT_DAYS * 2))
  assert.ok(await files.find(loose))
  assert.ok(await files.find(named))

  await sweep(later(UNNAMED_KEPT_DAYS * 2 + 2))
  assert.equal(await files.find(named), null)
  assert.deepEqual(
    (await filesOfItem(db, { itemId, organId: ORGAN.organId })).map((f) => f.fileId),
    [loose],
  )
  assert.deepEqual(await fileFindings(itemId, `file:${named}`), ['blocks material-file'])
})
