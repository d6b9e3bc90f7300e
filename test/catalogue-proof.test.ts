/**
 * From the directory to the guide, over the whole sample city: what the law's directory has, what people read, what hangs at
 * the counter and what other systems take over are held against one another, item by item.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ItemContent, publicDirectory, registerOpenApi } from '../src/catalogue/index.ts'
import { publicHall, textOf } from '../src/hall/public/testing.ts'
import { testWeb } from '../src/platform/testing.ts'
import type { Web } from '../src/platform/web.ts'
import { dayOf } from '../src/regulation/index.ts'

interface OpenItem {
  itemId: string
  implCode: string
  organId: string
  version: number
  content: ItemContent
}

interface OpenPage {
  items: { itemId: string }[]
  next: string | null
}

let hall: Awaited<ReturnType<typeof publicHall>>
/** The door of other systems. */
let api: Web
let items: OpenItem[]
let directory: Awaited<ReturnType<typeof publicDirectory>>

before(async () => {
  hall = await publicHall()
  api = await testWeb()
  registerOpenApi(api, { db: hall.world.db })
  await api.ready()
  items = await published()
  directory = await publicDirectory(hall.world.db, dayOf(hall.now))
})
after(async () => {
  await api?.close()
  await hall?.close()
})

/** Every item in force, read as another system reads them: page by page, then one by one. */
async function published(): Promise<OpenItem[]> {
  const found: OpenItem[] = []
  let next: string | null = ''
  while (next !== null) {
    const url: string = `/api/catalogue/items?limit=10${next && `&after=${next}`}`
    const list: OpenPage = (await api.inject(url)).json()
    for (const { itemId } of list.items)
      found.push((await api.inject(`/api/catalogue/items/${itemId}`)).json<OpenItem>())
    next = list.next
  }
  return found
}

const bare = (text: string): string => text.replace(/\s/g, '')
const nameOf = ({ content }: OpenItem): string => `${content.name} (${content.organName})`

test('[Art. 5.1(2)] every guide in force stands in the directory under its code and says of name, type and law what it says', () => {
  const entries = new Map(directory.entries.map((entry) => [entry.basicCode, entry]))
  assert.ok(items.length >= 30)
  for (const item of items) {
    const { content } = item
    const entry = entries.get(content.basicCode)
    assert.ok(entry, nameOf(item))
    assert.equal(item.implCode.slice(-12), entry.basicCode, nameOf(item))
    assert.deepEqual(
      [content.directoryName, content.itemType, content.legalBasis],
      [entry.elements.name, entry.elements.itemType, entry.elements.legalBasis],
      nameOf(item),
    )
    assert.ok(
      entry.bodies.some(({ organ }) => organ.organId === item.organId),
      nameOf(item),
    )
  }
})

test('[Art. 5.1(2)] of each body of each entry the public figure says that it is in, exempt or missing, and it is so', () => {
  const counted = { in: 0, exempt: 0, missing: 0 }
  for (const { basicCode, bodies } of directory.entries)
    for (const { organ, placement } of bodies) {
      counted[placement] += 1
      const guides = items.filter((i) => i.content.basicCode === basicCode && i.organId === organ.organId)
      const inCentre = guides.length > 0 && guides.every((i) => i.content.place?.centreId)
      const approved = directory.exceptions.some(
        (e) => e.basicCode === basicCode && e.organ.organId === organ.organId && e.exception.document !== '',
      )
      const is = inCentre ? 'in' : approved ? 'exempt' : 'missing'
      assert.equal(placement, is, `${basicCode} ${organ.name}`)
    }
  counted.exempt += directory.secrets
  assert.deepEqual(counted, directory.figure.all)
  assert.ok(counted.in > 0 && counted.exempt > 0 && counted.missing > 0, 'the sample city has all three')
})

test('[Art. 3.1(2)] every guide reads the same on its page and on the screen of its centre, as the API has it, element by element', async () => {
  for (const item of items) {
    const { itemId, version, content } = item
    const page = await hall.get(`/items/${itemId}`)
    const screen = await hall.get(`/counter/${content.place!.centreId}/items/${itemId}`)
    for (const [where, answer] of Object.entries({ page, screen })) {
      assert.equal(answer.statusCode, 200, `${where}: ${nameOf(item)}`)
      const text = bare(textOf(answer.body))
      for (const words of [`第 ${version} 版`, ...elementsOf(content)])
        assert.ok(text.includes(bare(words)), `${where}: ${nameOf(item)} lacks ${words}`)
    }
  }
})

/** What a guide must write of each element of Art. 7. */
function elementsOf(c: ItemContent): string[] {
  const limit = (l: ItemContent['legalLimit']) =>
    l === null || l.days === 0 ? '当场' : `${l.days} 个${l.unit === 'G' ? '工作日' : '自然日'}`
  return [
    c.name,
    c.basicCode,
    c.implCode,
    ...c.legalBasis.flatMap((b) => [b.name, b.clause]),
    ...c.conditions,
    ...c.materials.map((m) => m.name),
    ...c.steps.map((s) => s.name),
    limit(c.legalLimit),
    limit(c.promiseLimit),
    ...(c.fee?.charged ? c.fee.items.flatMap((f) => [f.name, f.standard]) : ['不收费']),
    c.result!.name,
    c.consultPhone,
    c.complaintPhone,
  ]
}
