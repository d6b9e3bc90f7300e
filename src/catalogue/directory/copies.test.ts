import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { readStream } from '../../history/index.ts'
import { createItem } from '../acts/create-item.ts'
import { saveDraft } from '../acts/save-draft.ts'
import { clerk, NOW, newClerk, ORGAN, OTHER_ORGAN, otherClerk, secondClerk } from '../testing.ts'
import { itemVersion } from '../views/guide.ts'
import { addable } from './addable.ts'
import { takeOverBasics } from './take-over.ts'
import { directoryWorld, entryNamed, refused, value } from './testing.ts'
import { directoryTodos } from './todos.ts'

let world: Awaited<ReturnType<typeof directoryWorld>>
before(async () => {
  world = await directoryWorld()
})
after(() => world.close())
const carried: typeof world.carried = (...asked) => world.carried(...asked)
const added: typeof world.added = (...asked) => world.added(...asked)

test('an item is added from the directory under its codes, and a second needs the name of its variant', async () => {
  const code = await added('示例可加')
  const made = value(await createItem(world.deps, clerk, { basicCode: code }, NOW))
  assert.deepEqual(made.implCode, `${ORGAN.creditCode}4${code}`)
  assert.equal(made.handleItemCode, `${made.implCode}01`)
  const { content } = (await itemVersion(world.deps.db, made.itemId, 1))!
  assert.deepEqual(
    [
      content.directoryName,
      content.directoryVersion,
      content.basicCode,
      content.legalBasis[0]?.name,
      content.organId,
    ],
    ['示例可加', 1, code, '示例法', ORGAN.organId],
  )
  assert.equal(
    refused(await createItem(world.deps, clerk, { basicCode: code }, NOW), 'exists').field,
    'variantName',
  )
  const second = value(await createItem(world.deps, clerk, { basicCode: code, variantName: '变更' }, NOW))
  assert.equal(second.handleItemCode, `${made.implCode}02`)
  refused(await createItem(world.deps, clerk, { basicCode: code, variantName: '变更' }, NOW), 'exists')
  refused(
    await createItem(world.deps, newClerk, { basicCode: code, variantName: '补办' }, NOW),
    'not-allowed',
  )
  refused(await createItem(world.deps, clerk, { basicCode: '350199999000' }, NOW), 'not-found')
  assert.deepEqual(
    (await readStream(world.deps.db, `item:${made.itemId}`)).map((e) => e.type),
    ['item.created'],
  )
})

test('an item is not added twice: neither by the same press nor by two clerks at once', async () => {
  const basicCode = await added()
  const itemId = randomUUID()
  const once = value(await createItem(world.deps, clerk, { basicCode, itemId }, NOW))
  assert.deepEqual(
    value(await createItem(world.deps, clerk, { basicCode, itemId }, NOW)).implCode,
    once.implCode,
  )
  const other = await added()
  const both = await Promise.all([
    createItem(world.deps, clerk, { basicCode: other }, NOW),
    createItem(world.deps, secondClerk, { basicCode: other }, NOW),
  ])
  assert.equal(both.filter((r) => r.ok).length, 1)
})

test('an entry that other bodies implement, or that is out of force, gives no item', async () => {
  const theirs = await added(undefined, { bodies: [OTHER_ORGAN.organId] })
  refused(await createItem(world.deps, clerk, { basicCode: theirs }, NOW), 'not-ours')
  const code = await added()
  await carried({ operation: 'suspend', codes: [code] })
  refused(await createItem(world.deps, clerk, { basicCode: code }, NOW), 'not-now')
})

test('what a body should have and lacks is offered first', async () => {
  const [have, lack] = [await added('示例已有的'), await added('示例该有的')]
  value(await createItem(world.deps, clerk, { basicCode: have }, NOW))
  const offered = await addable(world.deps.db, clerk, '示例')
  const at = (code: string) => offered.findIndex((o) => o.basicCode === code)
  assert.equal(offered[at(lack)]?.expected, true)
  assert.equal(offered[at(have)]?.expected, false)
  assert.ok(at(lack) < at(have))
})

test('the basic elements of a bound item are read-only, its other parts are not', async () => {
  const basicCode = await added()
  const { itemId } = value(await createItem(world.deps, clerk, { basicCode }, NOW))
  for (const patch of [
    { legalBasis: [{ name: '另一部法', clause: '第二条' }] },
    { itemType: '20' },
    { basicCode: '350100001000' },
    { directoryName: '别名' },
    { directoryVersion: 9 },
  ]) {
    const { field } = refused(
      await saveDraft(world.deps, clerk, itemId, { patch, revision: 1 }, NOW),
      'set-by-directory',
    )
    assert.equal(field, Object.keys(patch)[0])
  }
  value(await saveDraft(world.deps, clerk, itemId, { patch: { summary: '一句话' }, revision: 1 }, NOW))
})

test('a change of the entry marks every copy for review, and the clerk takes it over into the draft', async () => {
  const code = await added('示例旧名', { bodies: [ORGAN.organId, OTHER_ORGAN.organId] })
  const mine = value(await createItem(world.deps, clerk, { basicCode: code }, NOW)).itemId
  const theirs = value(await createItem(world.deps, otherClerk, { basicCode: code }, NOW)).itemId
  assert.deepEqual(await directoryTodos(world.deps.db, { basicCode: code }), [])
  const bodies = [ORGAN.organId, OTHER_ORGAN.organId]
  await carried({ operation: 'change', codes: [code], results: [entryNamed('示例新名', { bodies })] })
  const todos = await directoryTodos(world.deps.db, { basicCode: code })
  assert.deepEqual(new Set(todos.map((t) => t.itemId)), new Set([mine, theirs]))
  assert.deepEqual(todos[0]?.differences, [
    { key: 'directoryName', label: '事项名称', here: '示例旧名', directory: '示例新名' },
  ])
  refused(await takeOverBasics(world.deps, otherClerk, mine, { revision: 1 }, NOW), 'not-found')
  refused(await takeOverBasics(world.deps, clerk, mine, { revision: 0 }, NOW), 'conflict')
  assert.equal(value(await takeOverBasics(world.deps, clerk, mine, { revision: 1 }, NOW)).revision, 2)
  refused(await takeOverBasics(world.deps, clerk, mine, { revision: 2 }, NOW), 'nothing-new')
  const { content } = (await itemVersion(world.deps.db, mine, 1))!
  assert.deepEqual(
    [content.name, content.directoryName, content.directoryVersion],
    ['示例新名', '示例新名', 2],
  )
  assert.deepEqual(
    (await directoryTodos(world.deps.db, { basicCode: code })).map((t) => t.itemId),
    [theirs],
  )
})

test('items of a suspended, cancelled or split entry are named to their clerks with what came in its place', async () => {
  const code = await added('示例要拆的')
  const { itemId } = value(await createItem(world.deps, clerk, { basicCode: code }, NOW))
  const kinds = async () =>
    (await directoryTodos(world.deps.db, { organId: ORGAN.organId, itemId })).map((t) => t.kind)
  await carried({ operation: 'suspend', codes: [code] })
  assert.deepEqual(await kinds(), ['suspended'])
  await carried({ operation: 'resume', codes: [code] })
  assert.deepEqual(await kinds(), [])
  const results = [entryNamed('示例拆甲'), entryNamed('示例拆乙')]
  await carried({ operation: 'split', codes: [code], results })
  const [todo] = await directoryTodos(world.deps.db, { itemId })
  assert.equal(todo?.kind, 'cancelled')
  assert.deepEqual(
    todo?.became.map((b) => b.name),
    ['示例拆甲', '示例拆乙'],
  )
  assert.match(todo!.sentence, /示例拆甲”“示例拆乙/)
})
