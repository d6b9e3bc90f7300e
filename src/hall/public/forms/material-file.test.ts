import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { registerItemFileApi, saveDraft } from '../../../catalogue/index.ts'
import { renderPaper, samplePapers } from '../../../documents/index.ts'
import type { Staff } from '../../../identity/index.ts'
import { testWeb } from '../../../platform/testing.ts'
import type { Web } from '../../../platform/web.ts'
import { changeItem, officer } from '../../counter/testing.ts'
import { publicHall } from '../testing.ts'

let hall: Awaited<ReturnType<typeof publicHall>>
let desk: Web
let session: Staff | null = null
let pdf: Buffer
before(async () => {
  hall = await publicHall()
  desk = await testWeb()
  registerItemFileApi(desk, {
    db: hall.world.db,
    history: hall.casework.history,
    files: hall.documents.files,
    clock: hall.clock,
    deskSession: async () => session && { staff: session },
  })
  pdf = await renderPaper(samplePapers[0]!)
})
after(async () => {
  await desk?.close()
  await hall?.close()
})

const keep = (itemId: string, content: Buffer, name = '平面图示例.pdf', file = randomUUID()) =>
  desk.inject({
    method: 'POST',
    url: `/api/items/${itemId}/files?${new URLSearchParams({ file, name })}`,
    headers: { 'content-type': 'application/octet-stream' },
    payload: content,
  })

test('[Art. 16.1] a blank form and a filled sample that the clerk kept for a material are fetched by anybody once published, not before', async () => {
  const { itemId, content } = await hall.item('食品经营许可')
  const clerk = officer(content.organId, 'clerk')
  session = clerk
  const fileId = randomUUID()
  const kept = await keep(itemId, pdf, '平面图示例.pdf', fileId)
  assert.equal(kept.statusCode, 201, kept.body)
  assert.equal((await keep(itemId, pdf, '平面图示例.pdf', fileId)).json().fileId, fileId, 'kept once')
  const { key } = content.materials[0]!
  const address = `/items/${itemId}/materials/${key}/filled`
  const materials = content.materials.map((m) => (m.key === key ? { ...m, filledFile: `file:${fileId}` } : m))

  const deps = { db: hall.world.db, history: hall.casework.history }
  const draft = await saveDraft(deps, clerk, itemId, { patch: { materials }, revision: 0 }, hall.now)
  assert.ok(draft.ok)
  assert.equal((await hall.get(address)).statusCode, 404, 'a draft is nobody’s')
  assert.ok(!(await hall.get(`/items/${itemId}`)).body.includes(address))

  await changeItem(hall, itemId, content.organId, { materials }, draft.value.revision)
  const fetched = await hall.get(address)
  assert.equal(fetched.statusCode, 200)
  assert.equal(fetched.headers['content-type'], 'application/pdf')
  assert.ok(fetched.rawPayload.equals(pdf))
  assert.ok((await hall.get(`/items/${itemId}`)).body.includes(address))
  assert.equal((await hall.get(`/items/${itemId}/materials/${key}/blank`)).statusCode, 404)
  assert.ok((await desk.inject(`/api/items/${itemId}/files/${fileId}`)).rawPayload.equals(pdf))
  const { content: others } = await hall.item('护士执业注册')
  session = officer(others.organId, 'clerk')
  assert.equal(
    (await desk.inject(`/api/items/${itemId}/files/${fileId}`)).statusCode,
    404,
    'of another department',
  )
})

test('a guide gives out nothing that was not kept for a guide: one that names it is not published', async () => {
  const { itemId, content } = await hall.item('公共场所卫生许可')
  const applicants = await hall.documents.files.put(pdf, {
    mediaType: 'application/pdf',
    name: '申请人的材料.pdf',
    at: hall.now,
    ownerAccount: randomUUID(),
  })
  const [first, ...rest] = content.materials
  const materials = [{ ...first!, blankFile: `file:${applicants.fileId}` }, ...rest]
  await assert.rejects(changeItem(hall, itemId, content.organId, { materials }), /material-file/)
  assert.equal((await hall.get(`/items/${itemId}/materials/${first!.key}/blank`)).statusCode, 404)
})

test('only the trained clerk of the department keeps files, and a file must be what it says', async () => {
  const { itemId, content } = await hall.item('护士执业注册')
  session = null
  assert.equal((await keep(itemId, pdf)).statusCode, 401)
  session = officer('gl-scjg', 'clerk')
  assert.equal((await keep(itemId, pdf)).statusCode, 404, 'not of this department')
  session = officer(content.organId, 'examiner')
  assert.equal((await keep(itemId, pdf)).statusCode, 403)
  session = officer(content.organId, 'clerk')
  assert.equal((await keep(itemId, pdf, '平面图.docx')).json().refusal.name, 'wrong-type')
  assert.equal((await keep(itemId, Buffer.from('MZ not a document'), 'form.pdf')).statusCode, 422)
  assert.equal((await keep(itemId, Buffer.alloc(0))).json().refusal.name, 'empty')
  assert.equal((await keep(randomUUID(), pdf)).statusCode, 404)
  const { files } = (await desk.inject(`/api/items/${itemId}/files`)).json()
  assert.deepEqual(files, [])
})
