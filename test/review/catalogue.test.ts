/** What somebody who knows every address of the catalogue tries, against the whole platform over HTTP. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { verifyAll } from '../../src/history/index.ts'
import { LifeWorld } from '../life/world.ts'
import { type Asking, asking } from './asking.ts'

/** Written into a draft: nobody but its department and those who look at all may ever read it. */
const MARK = '未公布的字样戊戌'
const OWN = 'gl-scjg'

let world: LifeWorld
let itemId: string
let implCode: string
let published: number
let changeId: string
let importId: string
let other: string
let ask: Asking['ask']
let cookieOf: Asking['cookieOf']

before(async () => {
  world = await LifeWorld.begin()
  ;({ ask, cookieOf } = asking(world, OWN))
  implCode = world.item.implCode
  const [item] = await rows<{ item_id: string; published_version: number }>(
    'select item_id, published_version from catalogue.item where impl_code = $1',
    [implCode],
  )
  itemId = item!.item_id
  published = item!.published_version
  const [foreign] = await rows<{ subject: string }>(
    `select s.subject from identity.staff s join identity.post_holding p using (staff_id)
      where p.post = 'clerk' and s.organ_id <> $1 and s.subject not like '%xzfw%' order by 1 limit 1`,
    [OWN],
  )
  other = foreign!.subject.replace(/^staff-|-clerk$/g, '')
  const patch = {
    summary: `${MARK}概要`,
    sourceNotes: [`${MARK}备注`],
    faq: [{ q: `${MARK}问`, a: `${MARK}答` }],
  }
  const saved = await ask('clerk', `/api/items/${itemId}/draft`, {
    method: 'PUT',
    json: { patch, revision: 0 },
  })
  assert.equal(saved.status, 200, saved.text)
  changeId = randomUUID()
  // Its day never comes while this test runs, so it stays with the checker.
  const change = {
    changeId,
    kind: 'cancel',
    revision: 0,
    effectiveOn: '2099-01-01',
    reason: `${MARK}原因`,
    note: MARK,
  }
  assert.equal((await ask('clerk', `/api/items/${itemId}/changes`, { json: change })).status, 200)
  const begun = await ask('clerk', `/api/imports?name=${encodeURIComponent(`${MARK}.json`)}`, { bytes: '[]' })
  assert.equal(begun.status, 201, begun.text)
  importId = JSON.parse(begun.text).jobId
})
after(() => world?.end())

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  world.database.db.query<T>(sql, values)

/** The catalogue's doors that are open to everybody; each new door is closed or stands here. */
const OPEN = [
  'GET /api/areas',
  'GET /api/catalogue/changes',
  'GET /api/catalogue/items',
  'GET /api/catalogue/items/{code}',
  'GET /api/centres',
  'GET /api/directory/figure',
  'GET /api/items/{id}/form-schema',
]
const OURS = ['catalogue', 'directory', 'transfer', 'open catalogue']

async function doors(): Promise<{ name: string; method: string; path: string }[]> {
  const { paths } = JSON.parse((await ask('', '/api')).text) as {
    paths: Record<string, Record<string, { tags?: string[] }>>
  }
  return Object.entries(paths).flatMap(([path, acts]) =>
    Object.entries(acts)
      .filter(([, door]) => door.tags?.some((tag) => OURS.includes(tag)))
      .map(([verb, { tags }]) => {
        const method = verb.toUpperCase()
        const id = path.includes('/changes/{id}') ? changeId : path.includes('/imports/') ? importId : itemId
        const code = tags!.includes('directory') ? implCode.slice(-12) : implCode
        const filled = path
          .replace('{id}', id)
          .replace('{code}', code)
          .replace('{v}', String(published + 1))
          .replace(/\{\w+\}/, itemId)
        return { name: `${method} ${path}`, method, path: filled }
      }),
  )
}

test('every door of the catalogue is closed to who is not signed in, but for those of the public', async () => {
  const all = await doors()
  assert.ok(all.length > 40, `${all.length} doors`)
  const open: string[] = []
  for (const { name, method, path } of all) {
    const { status, text } = await ask('', path, method === 'GET' ? {} : { method, json: {} })
    if (status < 300) open.push(name)
    else assert.ok([400, 401, 415, 422].includes(status), `${name} ${status}`)
    assert.ok(!text.includes(MARK), name)
  }
  assert.deepEqual(open.sort(), OPEN)
})

test('a department’s draft, changes, history and imports are not there for officers of other departments', async () => {
  const all = (await doors()).filter((d) => d.method === 'GET')
  let seen = 0
  for (const { path } of all) if ((await ask('clerk', path)).text.includes(MARK)) seen += 1
  assert.ok(seen >= 7, `the own clerk reads it at ${seen} doors`)
  for (const who of [`clerk@${other}`, `checker@${other}`, `window@${other}`, 'reformer@fz-sgb'])
    for (const { name, path } of all) {
      const { status, text } = await ask(who, path)
      assert.ok(status < 500, `${who} ${name} ${status}`)
      if (who.startsWith('reformer')) continue
      assert.ok(!text.includes(MARK), `${who} ${name}`)
      const closed = path.includes(itemId) || path.includes(changeId) || path.includes(importId)
      if (closed && !OPEN.includes(name))
        assert.ok([403, 404, 422].includes(status), `${who} ${name} ${status}`)
    }
  for (const path of [`/desk-preview/items/${itemId}`, `/desk-preview/items/${itemId}?filled=1`])
    assert.equal((await ask(`clerk@${other}`, path)).status, 404)
  const query = `organ=${OWN}&which=newest&format=json`
  for (const path of [`/api/exports/file?${query}`, `/api/exports/size?${query}`])
    assert.equal((await ask(`clerk@${other}`, path)).status, 403, path)
  const whole = await ask(`clerk@${other}`, '/api/exports/file?which=newest&format=json')
  assert.ok(!whole.text.includes(MARK) && whole.status < 300)
})

test('who reads an item may not therefore write it, submit it, sign it or import over it', async () => {
  const draft = async () =>
    rows(
      'select version, revision, content from catalogue.item_version where item_id = $1 order by version',
      [itemId],
    )
  const before = JSON.stringify(await draft())
  const turn = { turn: 1, words: '同意' }
  const change = { changeId: randomUUID(), kind: 'text', revision: 1, effectiveOn: '2026-12-01' }
  const tries: [string, string, unknown, string?][] = []
  for (const who of [
    'window',
    'checker',
    `clerk@${other}`,
    'supervisor@fz-xzfw',
    'registrar@fz-xzfw',
    'reformer@fz-sgb',
  ])
    tries.push(
      [who, `/api/items/${itemId}/draft`, { patch: { summary: 'x' }, revision: 1 }, 'PUT'],
      [who, `/api/items/${itemId}/changes`, change],
      [who, `/api/items/${itemId}/basics`, { revision: 1 }],
      [who, `/api/changes/${changeId}/withdrawal`, turn],
    )
  for (const who of [
    'clerk',
    'window',
    `clerk@${other}`,
    `checker@${other}`,
    'registrar@fz-xzfw',
    'reformer@fz-sgb',
  ])
    for (const act of ['check', 'filing', 'decision', 'return'])
      tries.push([who, `/api/changes/${changeId}/${act}`, turn])
  for (const who of ['window', 'checker', `clerk@${other}`])
    for (const act of ['run', 'cancellation']) tries.push([who, `/api/imports/${importId}/${act}`, {}])
  const file = `/api/items/${itemId}/files?file=${randomUUID()}&name=x.pdf`
  assert.equal((await ask('', file, { bytes: '%PDF-'.repeat(1_000_000) })).status, 401)
  for (const who of ['window', 'checker', `clerk@${other}`, 'registrar@fz-xzfw'])
    assert.ok([403, 404].includes((await ask(who, file, { bytes: '%PDF-1.7' })).status), who)
  for (const [who, path, json, method] of tries) {
    const { status, text } = await ask(who, path, { json, ...(method ? { method } : {}) })
    assert.ok(status >= 400 && status < 500, `${who} ${path} ${status} ${text}`)
  }
  assert.equal(JSON.stringify(await draft()), before)
  const [row] = await rows<{ state: string; turn: number }>(
    'select state, turn from catalogue.change where change_id = $1',
    [changeId],
  )
  assert.deepEqual(row, { state: 'checking', turn: 1 })
})

test('what is not in force shows on no public page, screen, feed, print or open answer', async () => {
  const [place] = await rows<{ centre: string }>(
    `select content->'place'->>'centreId' as centre from catalogue.item_version where item_id = $1 and version = $2`,
    [itemId, published],
  )
  const { centre } = place!
  const name = encodeURIComponent(MARK)
  const pages = [
    '/',
    `/items/${itemId}`,
    `/items/${implCode}`,
    `/items/${itemId}/situation`,
    `/items/${itemId}/guide.pdf`,
    `/g/${itemId}/${published}`,
    `/g/${itemId}/${published + 1}`,
    `/search?q=${name}`,
    `/suggest?q=${name}`,
    '/directory',
    '/changes',
    '/changes.atom',
    '/changes.json',
    '/topics',
    '/forms',
    `/items/${itemId}/form.pdf`,
    '/counter',
    `/counter/${centre}`,
    `/counter/${centre}/now?q=${name}`,
    `/counter/${centre}/items/${itemId}`,
    `/counter/${centre}/items/${itemId}/now`,
    `/desk-preview/items/${itemId}`,
    `/api/items/${itemId}/form-schema`,
    `/api/catalogue/items/${itemId}`,
    '/api/catalogue/items?limit=500',
    '/api/catalogue/changes?limit=1000',
  ]
  let shown = 0
  const officers = await rows<{ name: string }>('select name from identity.staff where organ_id = $1', [OWN])
  for (const path of pages) {
    const { status, text } = await ask('', path)
    assert.ok(status < 500, `${path} ${status}`)
    if (status === 200) shown += 1
    const said = path.includes('?q=') ? text.replaceAll(MARK, '') : text
    assert.ok(!/字样戊戌/.test(said), path)
    for (const officer of officers) assert.ok(!said.includes(officer.name), `${path} names ${officer.name}`)
  }
  assert.equal((await ask('', `/g/${itemId}/${published + 1}`)).status, 404)
  assert.ok(shown >= 18, `${shown} pages there`)
})

test('of an exception for a state secret others learn nothing: not the reason, the government nor the document', async () => {
  const basicCode = implCode.slice(-12)
  const facts = {
    reason: `${MARK}事由`,
    government: `${MARK}政府`,
    document: `${MARK}文号`,
    approvedOn: '2026-10-01',
  }
  const [held] = await rows<{ exception_id: string }>(
    'select exception_id from catalogue.directory_exception where basic_code = $1 and organ_id = $2 and ended_at is null',
    [basicCode, OWN],
  )
  assert.equal(held, undefined)
  const exception = { basicCode, organId: OWN, kind: 'state-secret', ...facts }
  for (const who of ['clerk', 'checker', `clerk@${other}`, 'supervisor@fz-xzfw', 'reformer@fz-sgb'])
    assert.equal((await ask(who, '/api/directory/exceptions', { json: exception })).status, 403, who)
  const made = await ask('registrar@fz-xzfw', '/api/directory/exceptions', { json: exception })
  assert.equal(made.status, 200, made.text)
  const reads = [
    `/api/directory/entries/${basicCode}`,
    '/api/directory',
    '/api/directory/todos',
    '/api/directory/proposals',
    `/api/items/${itemId}`,
    '/api/directory/figure',
  ]
  for (const path of reads) assert.ok(!(await ask(`clerk@${other}`, path)).text.includes(MARK), path)
  for (const path of [
    '/directory',
    `/directory?organ=${OWN}`,
    `/directory?q=${basicCode}`,
    '/directory?only=exempt',
  ])
    assert.ok(!/戊戌/.test((await ask('', path)).text), path)
  assert.match((await ask('clerk', `/api/directory/entries/${basicCode}`)).text, /戊戌/)
})

test('odd, huge and unfinished input is refused in words and never a failure of ours', async () => {
  const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`
  const [free] = await rows<{ item_id: string }>(
    `select item_id from catalogue.item where organ_id = $1 and item_id <> $2 and life = 'active' and draft_version is null`,
    [OWN, itemId],
  )
  const put = async (patch: string) =>
    fetch(`${world.url}/api/items/${free!.item_id}/draft`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', cookie: await cookieOf('clerk') },
      body: `{"revision":0,"patch":${patch}}`,
    })
  const step = { name: '步', phase: 'examine', post: 'examiner', limit: { days: 1, unit: 'G' } }
  const many = Array.from({ length: 10_000 }, (_, i) => ({ ...step, key: `s${i}` }))
  const patches = [
    deep,
    `{"faq":${deep}}`,
    '{"__proto__":{"sample":false}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"summary":{"a\\u0000b":1}}',
    '{"organId":"fz-xzfw"}',
    '{"origin":"x"}',
    '{"directoryVersion":99}',
    '{"visits":-1}',
    '{"visits":1e999}',
    '{"form":{"groups":[{"key":"__proto__","title":"x","fields":[]}]}}',
    '{"form":{"groups":[{"key":"g","title":"x","fields":[{"key":"constructor","label":"x","type":"text"}]}]}}',
    JSON.stringify({ steps: many }),
    JSON.stringify({ summary: 'x'.repeat(3_000_000) }),
  ]
  for (const patch of patches) {
    const answer = await put(patch)
    const text = await answer.text()
    assert.ok(
      answer.status >= 400 && answer.status < 500,
      `${patch.slice(0, 80)} ${answer.status} ${text.slice(0, 200)}`,
    )
  }
  const reads = [
    `/items/${itemId}/situation?__proto__=x&constructor=y&q1=%00&q1=a&q1=b`,
    `/search?q=${encodeURIComponent('\\%_"\'()|&!:*<->')}&page=999999999999&subject=__proto__`,
    `/search?q=${'%F0%9F%92%A9'.repeat(600)}`,
    '/g/x/1',
    `/g/${itemId}/99999999999`,
    '/directory?page=-1&only=__proto__&q=%00',
    '/changes?page=99999999999&kind=__proto__&month=9999-99&organ=%00',
    '/changes?month=0000-01',
    '/changes.atom?month=9999-12',
    '/changes/999999999999999999999',
    '/forms?page=__proto__&q=%00',
    '/forms/__proto__.pdf',
    '/changes/-1',
    '/api/catalogue/changes?after=9007199254740991',
    '/api/catalogue/changes?after=99999999999999999999',
    '/api/catalogue/items/%00',
    `/api/catalogue/items/${'x'.repeat(150)}`,
    '/api/areas?below=__proto__',
    '/counter/__proto__',
    '/counter/%00',
  ]
  for (const path of reads) assert.ok((await ask('', path)).status < 500, path)
  const desk = [
    `/api/items/${itemId}/diff?from=999999&to=__proto__`,
    `/api/items/${itemId}/field-history?path=__proto__.constructor`,
    `/api/items/${itemId}/impact?kind=cancel&effectiveOn=0000-01-01`,
    `/api/imports/${importId}/rows?after=10000000&fault=__proto__`,
    '/api/directory/addable?q=%25%00',
    '/api/items?page=10000&q=%25_%5C',
  ]
  for (const path of desk) assert.ok((await ask('clerk', path)).status < 500, path)
})

test('an open dossier stays with its version when its item ends: it is accepted, and nobody applies anew', async () => {
  const dossierId = await world.file()
  const pinned = async () => {
    const [row] = await rows<{ item_version: number }>(
      'select item_version from casework.dossier where dossier_id = $1',
      [dossierId],
    )
    return row!.item_version
  }
  assert.equal(await pinned(), published)
  const back = await ask('clerk', `/api/changes/${changeId}/withdrawal`, { json: { turn: 1, words: '' } })
  assert.equal(back.status, 200, back.text)
  const id = randomUUID()
  const end = {
    changeId: id,
    kind: 'cancel',
    revision: 0,
    effectiveOn: '2026-10-13',
    reason: '示例：依据已经废止。',
  }
  let said = await ask('clerk', `/api/items/${itemId}/changes`, { json: end })
  for (const [who, act, words] of [
    ['checker', 'check', ''],
    ['registrar@fz-xzfw', 'filing', ''],
    ['reformer@fz-sgb', 'decision', '示审改〔2026〕11 号（示例）'],
  ] as const) {
    assert.equal(said.status, 200, said.text)
    const { turn } = JSON.parse(said.text) as { turn: number }
    said = await ask(who, `/api/changes/${id}/${act}`, { json: { turn, words } })
  }
  assert.equal(JSON.parse(said.text).state, 'in-force')
  assert.match((await ask('', `/items/${itemId}`)).text, /取消/)
  assert.equal((await ask('', `/api/items/${itemId}/form-schema`)).status, 404)
  await assert.rejects(world.file())
  await world.accept(dossierId)
  assert.equal(await pinned(), published)
  const { broken } = await verifyAll(world.database.db)
  assert.equal(broken, null)
})
