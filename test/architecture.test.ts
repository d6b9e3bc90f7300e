/**
 * Who may import whom (design: "Layout and arrows"). An arrow against the rule fails with the sentence that says why.
 */
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import test from 'node:test'

const root = join(import.meta.dirname, '..')

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

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const files = globSync('{src,desk,sandbox,seeds}/**/*.{ts,tsx}', { cwd: root }).filter(
  (f) => !f.includes('node_modules'),
)

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = text.matchAll(
    /^\s*(import|export)\s+(type\s)?[^'"]*?from\s+['"](\.[^'"]+)['"]|import\(\s*['"](\.[^'"]+)['"]\s*\)/gm,
  )
  return [...found].map((m) => ({
    from: file,
    to: relative(root, join(root, dirname(file), (m[3] ?? m[4])!)),
    typeOnly: m[2] !== undefined,
  }))
}

/** Tests, and the worlds that tests are played in. */
const isTest = (file: string) => /\.test\.tsx?$|\/testing\.ts$/.test(file)
const moduleOf = (file: string): string | null => /^src\/([^/]+)\//.exec(file)?.[1] ?? null
const all = files.flatMap(importsOf)
const product = all.filter((i) => !isTest(i.from))

/** Why this import may not be, or null. */
function fault(i: Import): string | null {
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
  if (from === null || from === to) return null
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
  if (i.to !== `src/${to}/index.ts`) return `${line}: a module is entered through its door, index.ts`
  return null
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
    ['desk/x.ts', 'src/casework/index.ts'],
  ]
  for (const [from, to] of against)
    assert.ok(fault({ from, to, typeOnly: false }), `${from} → ${to} was let through`)
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
  for (const file of files) visit(file, [])
  assert.deepEqual(circles, [])
})

test('a module touches only its own tables, and history is only ever appended to', () => {
  const schemas = [...rank.keys()]
  const faults: string[] = []
  for (const file of files.filter((f) => f.startsWith('src/') && !isTest(f))) {
    const text = readFileSync(join(root, file), 'utf8')
    const own = moduleOf(file)
    for (const [, verb, schema, table] of text.matchAll(
      /\b(from|into|update|join|delete from)\s+(\w+)\.(\w+)/gi,
    )) {
      if (!schema || !schemas.includes(schema) || schema === own) continue
      // One statement may write a new dossier with its first link, see casework/store.ts.
      if (file === 'src/casework/store.ts' && schema === 'history' && verb === 'into') continue
      faults.push(`${file}: ${verb} ${schema}.${table}: only ${schema} touches its tables`)
    }
  }
  assert.deepEqual(faults, [])
})

test('only the clock and the composition root read the time; rules and decisions get it as an argument', () => {
  const allowed = /^src\/(platform|adapters|main\.ts|timetable\.ts|hall\/elements)/
  const faults = files
    .filter((f) => f.startsWith('src/') && !isTest(f) && !allowed.test(f))
    .filter((f) =>
      /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)/.test(readFileSync(join(root, f), 'utf8')),
    )
  assert.deepEqual(faults, [])
})

test('there are no drawers', () => {
  const drawers = files.filter((f) => /(^|\/)(utils?|common|helpers?|lib|misc|shared)(\/|\.tsx?$)/.test(f))
  assert.deepEqual(drawers, [])
})

test('no path of a machine and no registry host is written in the project', () => {
  const everything = globSync(
    '{src,desk,sandbox,seeds,scripts,test,bench,docs,migrations}/**/*.{ts,tsx,md,sql,css,json,typ}',
    { cwd: root },
  )
  const words = [`/work/${'main'}`, `/work/${'shared'}`, `registry.npmjs${'.org'}`, `/root/${'.'}`]
  const faults = everything.filter((f) => words.some((w) => readFileSync(join(root, f), 'utf8').includes(w)))
  assert.deepEqual(faults, [])
})
