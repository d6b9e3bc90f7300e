/**
 * Who may import whom (design: "Layout and arrows"). An arrow against the rule fails with the sentence that says why.
 */
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Code, type Import, importsOf, isTest, moduleOf, read } from './tree.ts'

/** Modules from left to right: each may import only what stands to its right, through the other's door. */
const ORDER: string[][] = [
  ['hall'],
  ['supervision', 'feedback', 'appointments'],
  ['casework'],
  ['exchange'],
  ['catalogue'],
  ['licences', 'archive', 'payments', 'delivery', 'messages'],
  ['documents'],
  ['identity'],
  ['history'],
]
const rank = new Map(ORDER.flatMap((names, i) => names.map((name) => [name, i] as const)))

const files = read('{src,desk,sandbox,seeds,scripts}/**/*.{ts,tsx}')
const product = files
  .filter(({ path }) => !isTest(path))
  .flatMap(importsOf)
  .filter((i) => i.ours)

/** Why this import of a file of ours may not be, or null. */
function fault(i: Pick<Import, 'from' | 'to' | 'typeOnly'>): string | null {
  const from = moduleOf(i.from)
  const to = moduleOf(i.to)
  const line = `${i.from} → ${i.to}`
  if (i.from.startsWith('desk/')) {
    if (i.to.startsWith('desk/')) return null
    return i.typeOnly && /\/api\/([a-z]+-)*contract\.ts$/.test(i.to)
      ? null
      : `${line}: the desk is a client of the HTTP API; it may import only types of an api/contract.ts`
  }
  if (i.from.startsWith('sandbox/')) {
    return i.to.startsWith('sandbox/') || i.to.startsWith('src/platform/')
      ? null
      : `${line}: a neighbour knows nothing of the platform's insides`
  }
  if (from === to) return null
  // Who wires and who fills the world names modules too, but enters them by their doors.
  if (from === null) return roomOf(i)
  if (i.to.startsWith('sandbox/') || i.to.startsWith('desk/'))
    return `${line}: the product does not import its neighbours or its client`
  if (from === 'regulation') return `${line}: the law is pure, it imports nothing of this tree`
  if (to === 'regulation')
    return i.to === 'src/regulation/index.ts' ? null : `${line}: the law is read through its door, index.ts`
  if (from === 'platform') return `${line}: the platform holds no domain word, it imports no module`
  if (to === 'platform') return null
  if (to === 'adapters') {
    return i.to.endsWith('/port.ts') || i.to.endsWith('/neighbour.ts')
      ? null
      : `${line}: a module knows the port; only main.ts picks the adapter`
  }
  if (from === 'adapters') return `${line}: an adapter speaks to the outside, it imports no module`
  if (to === 'ui') return null
  if (from === 'ui') return `${line}: page furniture knows no module`
  const a = rank.get(from)
  const b = rank.get(to ?? '')
  if (a === undefined || b === undefined)
    return `${line}: ${a === undefined ? from : to} has no place in the order of modules`
  if (b <= a)
    return `${line}: a module imports only what stands to its right (${ORDER.map((n) => n.join(', ')).join(' → ')})`
  // What scripts in the browser use of a module stands behind a door of its own, without Node behind it.
  if (from === 'hall' && i.to === `src/${to}/browser.ts`) return null
  return roomOf(i)
}

/** A module is entered through its door; the platform and adapters have no single one. */
function roomOf({ from, to }: Pick<Import, 'from' | 'to'>): string | null {
  const room = moduleOf(to)
  if (room === null || room === 'platform' || to === `src/${room}/index.ts`) return null
  if (room === 'adapters' && /^src\/adapters\/[^/]+\/(index|port)\.ts$/.test(to)) return null
  return `${from} → ${to}: a module is entered through its door, index.ts`
}

test('every arrow follows the design, and each that does not says why', () => {
  assert.deepEqual(product.map(fault).filter(Boolean), [])
})

test('the check itself refuses an arrow against the rule', () => {
  const against: [string, string][] = [
    ['src/regulation/x.ts', 'src/platform/y.ts'],
    ['src/platform/x.ts', 'src/history/index.ts'],
    ['src/history/x.ts', 'src/casework/index.ts'],
    ['src/casework/x.ts', 'src/catalogue/store.ts'],
    ['src/casework/x.ts', 'src/adapters/sms/sandbox.ts'],
    ['src/casework/x.ts', 'sandbox/server.ts'],
    ['src/ui/x.tsx', 'src/hall/index.ts'],
    ['src/adapters/sms/x.ts', 'src/messages/index.ts'],
    ['src/main.ts', 'src/casework/store.ts'],
    ['scripts/x.ts', 'src/history/record.ts'],
    ['seeds/x.ts', 'src/catalogue/item.ts'],
    ['sandbox/x.ts', 'src/identity/index.ts'],
    ['desk/x.ts', 'src/casework/index.ts'],
    ['desk/x.ts', 'src/casework/api/contract.ts'],
  ]
  for (const [from, to] of against)
    assert.ok(fault({ from, to, typeOnly: false }), `${from} → ${to} was let through`)
})

test('an import is seen however it is written', () => {
  const text = [
    "import { a } from './a.ts'",
    "import type { B } from './b.ts'",
    "import {\n  c,\n  type D,\n} from '../c.ts'",
    "export * from './d.ts'",
    "import './e.ts'",
    "const f = await import('./f.ts')",
    "import pg from 'pg'",
  ].join('\n')
  const found = importsOf({ path: 'src/x/y.ts', text }).map((i) => `${i.to}${i.typeOnly ? ' type' : ''}`)
  assert.deepEqual(found, [
    'src/x/a.ts',
    'src/x/b.ts type',
    'src/c.ts',
    'src/x/d.ts',
    'src/x/e.ts',
    'src/x/f.ts',
    'pg',
  ])
})

test('no import goes in a circle between files', () => {
  const graph = Map.groupBy(
    product.filter((i) => !i.typeOnly),
    (i) => i.from,
  )
  const state = new Map<string, 'open' | 'done'>()
  const circles: string[] = []
  const visit = (file: string, path: string[]): void => {
    if (state.get(file) === 'done') return
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      return
    }
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) visit(next.to, [...path, file])
    state.set(file, 'done')
  }
  for (const { path } of files) visit(path, [])
  assert.deepEqual(circles, [])
})

/** What a file and everything that it pulls in import from outside the tree, `import type` apart. */
function outsideOf(start: string, tree: Map<string, Code>, seen = new Set<string>()): Import[] {
  const file = tree.get(start)
  if (file === undefined || seen.has(start)) return []
  seen.add(start)
  return importsOf(file)
    .filter((i) => !i.typeOnly)
    .flatMap((i) => (i.ours ? outsideOf(i.to, tree, seen) : [i]))
}

test('what runs in a browser pulls in nothing of Node', () => {
  const tree = new Map(files.map((f) => [f.path, f]))
  const starts = ['src/hall/elements/index.ts', 'desk/main.tsx']
  for (const start of starts) {
    const outside = outsideOf(start, tree)
    assert.deepEqual(
      outside
        .filter(({ to }) => /^(node:|pg|fastify|react-dom\/server)/.test(to))
        .map((i) => `${i.from} → ${i.to}`),
      [],
    )
  }
  const server = outsideOf('src/main.ts', tree).map((i) => i.to)
  assert.ok(
    server.includes('node:crypto') && server.includes('pg'),
    'the walk does not reach what a server imports',
  )
})

test('the law imports no machinery: no clock, file, network or database', () => {
  // A calendar carries the digest of the notices that it was made of; to compute one needs nothing of the machine.
  const allowed = ['src/regulation/calendar.ts → node:crypto']
  const faults = files
    .filter(({ path }) => path.startsWith('src/regulation/') && !isTest(path))
    .flatMap(importsOf)
    .filter((i) => !i.ours && i.to !== 'temporal-polyfill')
    .map((i) => `${i.from} → ${i.to}`)
  assert.deepEqual(faults, allowed)
})
