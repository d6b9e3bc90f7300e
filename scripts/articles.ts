/**
 * `npm run articles`: what proves each clause of the regulation, found in the code and the tests.
 *
 *   node scripts/articles.ts          writes docs/articles.md and docs/articles-proven.json
 *   node scripts/articles.ts --json   prints the same findings and writes nothing
 *
 * A test names the clauses it proves in its name: `[Art. 15.3]`, `[Art. 15.3, 16.1]`. A rule clause also needs every
 * one of its deciding functions to be called by the product. Exits 1 when a clause that was proven once no longer is.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ArticleKind, articles, type Clause } from '../src/regulation/index.ts'

export type ClauseState = 'proven' | 'open' | 'duty'

export interface Finding {
  id: string
  article: number
  zh: string
  en: string
  kind: ArticleKind
  state: ClauseState
  /** Files with a test that names the clause. */
  tests: string[]
  /** Rule clauses: product files that call each deciding function. */
  callers: Record<string, string[]>
  /** What the platform does not do yet; empty where nothing is known to lack. */
  lacks: string
}

export interface Report {
  findings: Finding[]
  /** Ids in test names that are no clause of the regulation, with the file. */
  strays: { id: string; file: string }[]
}

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MARKDOWN = 'docs/articles.md'
const RATCHET = 'docs/articles-proven.json'

function filesUnder(root: string, folder: string): string[] {
  const start = join(root, folder)
  if (!existsSync(start)) return []
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.includes('node_modules/'))
    .sort()
}

const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file) || file.startsWith('test/')

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** Names of the tests in a source text, those that are skipped or only planned left out. */
export function testNames(source: string): string[] {
  const call = /\b(?:test|it|describe|suite)(\.\w+)?\(\s*(['"`])((?:\\.|(?!\2)[^\\])*)\2/gs
  return [...withoutComments(source).matchAll(call)]
    .filter(([, modifier]) => !['.skip', '.todo', '.fixme', '.fail'].includes(modifier ?? ''))
    .map((match) => match[3] ?? '')
}

/** The clause ids that a test name claims: '[Art. 15.3, 16.1] …' gives ['15.3', '16.1']. */
export function clausesNamed(name: string): string[] {
  return [...name.matchAll(/\[Art\.\s*([^\]]+)\]/g)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((id) => id.replace(/Art\./, '').trim())
    .filter((id) => id !== '' && !/^\d+$/.test(id))
}

/** Functions of the regulation that a source imports from its door and really uses. */
export function regulationCalls(source: string): string[] {
  const named = /import\s*\{([^}]*)\}\s*from\s*['"][^'"]*regulation\/index\.ts['"]/g
  const rest = withoutComments(source).replace(/\bimport\s[\w\s{},*]*\bfrom\s*['"][^'"]*['"]/g, '')
  const uses = (name: string): boolean => new RegExp(`(?<![\\w.])${name}\\b`).test(rest)
  const direct = [...source.matchAll(named)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '' && !entry.startsWith('type '))
    .map((entry) => entry.split(/\s+as\s+/))
    .filter(([name, alias]) => uses(alias ?? name ?? ''))
    .map(([name]) => name ?? '')
  const whole = /import\s*\*\s*as\s+(\w+)\s+from\s*['"][^'"]*regulation\/index\.ts['"]/.exec(source)
  const through = whole ? [...rest.matchAll(new RegExp(`\\b${whole[1]}\\.(\\w+)`, 'g'))] : []
  return [...new Set([...direct, ...through.map((match) => match[1] ?? '')])]
}

function stateOf(
  kind: ArticleKind,
  clause: Clause,
  tests: string[],
  callers: Finding['callers'],
): ClauseState {
  if (kind === 'duty') return 'duty'
  if (tests.length === 0) return 'open'
  if (clause.lacks) return 'open'
  if (kind === 'promise' || clause.state === 'definition') return 'proven'
  const lists = Object.values(callers)
  return lists.length > 0 && lists.every((list) => list.length > 0) ? 'proven' : 'open'
}

/** Reads the tree under `root` and finds what proves each clause. */
export function collect(root: string): Report {
  const files = ['src', 'desk', 'sandbox', 'test'].flatMap((folder) => filesUnder(root, folder))
  const tests = new Map<string, Set<string>>()
  const calls = new Map<string, string[]>()
  for (const file of files) {
    const source = readFileSync(join(root, file), 'utf8')
    if (isTest(file))
      for (const id of testNames(source).flatMap(clausesNamed)) {
        tests.set(id, (tests.get(id) ?? new Set()).add(file))
      }
    else if (!file.startsWith('src/regulation/'))
      for (const name of regulationCalls(source)) calls.set(name, [...(calls.get(name) ?? []), file])
  }
  const findings = articles.flatMap((article) =>
    article.clauses.map((clause): Finding => {
      const kind = clause.kind ?? article.kind
      const proof = [...(tests.get(clause.id) ?? [])].sort()
      const callers = Object.fromEntries((clause.rules ?? []).map((name) => [name, calls.get(name) ?? []]))
      return {
        id: clause.id,
        article: article.number,
        ...clause.text,
        kind,
        state: stateOf(kind, clause, proof, callers),
        tests: proof,
        callers,
        lacks: clause.lacks?.zh ?? '',
      }
    }),
  )
  const known = new Set(findings.map((f) => f.id))
  const strays = [...tests].flatMap(([id, where]) =>
    known.has(id) ? [] : [...where].sort().map((file) => ({ id, file })),
  )
  return { findings, strays: strays.sort((a, b) => a.id.localeCompare(b.id)) }
}

function proofCell(f: Finding): string {
  const tests = f.tests.map((file) => `\`${file}\``)
  const calls = Object.entries(f.callers).map(([name, list]) =>
    list.length > 0 ? `${name} ← ${list.map((file) => `\`${file}\``).join(', ')}` : `${name}: not called yet`,
  )
  const lacks = f.lacks ? [`lacks: ${f.lacks}`] : []
  return [...tests, ...(f.state === 'open' || f.kind === 'rule' ? calls : []), ...lacks].join('<br>')
}

/** docs/articles.md as text; the same tree gives the same bytes. */
export function markdown({ findings }: Report): string {
  const count = (state: ClauseState): number => findings.filter((f) => f.state === state).length
  const lines = [
    '# The regulation, clause by clause',
    '',
    '<!-- Written by `npm run articles`; do not edit. -->',
    '',
    '福州市网上办事管理办法（试行）, 榕政办〔2018〕212号, restated in our own words. A clause is **proven** when a test',
    'names it and, for a rule, the product calls every function that decides it; **open** when that is still missing;',
    'a **duty** is done by people outside the software.',
    '',
    `${findings.length} clauses of ${articles.length} articles: ${count('proven')} proven, ${count('open')} open, ${count('duty')} duties.`,
  ]
  for (const article of articles) {
    lines.push(
      '',
      `## 第 ${article.number} 条 ${article.title.zh} (Art. ${article.number}, ${article.title.en})`,
      '',
      '| clause | in our words | kind | proof | state |',
      '| --- | --- | --- | --- | --- |',
    )
    for (const f of findings.filter((finding) => finding.article === article.number))
      lines.push(`| ${f.id} | ${f.zh} | ${f.kind} | ${proofCell(f)} | ${f.state} |`)
  }
  return `${lines.join('\n')}\n`
}

/** Clauses that were proven at some commit; the list only grows. */
export function onceProven(root: string): string[] {
  const file = join(root, RATCHET)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as string[]) : []
}

/** Clauses that were proven once and are not any more. */
export function fallenBack({ findings }: Report, before: readonly string[]): string[] {
  const proven = new Set(findings.filter((f) => f.state === 'proven').map((f) => f.id))
  return before.filter((id) => !proven.has(id))
}

function main(): void {
  const report = collect(ROOT)
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(report, null, 2))
    return
  }
  const before = onceProven(ROOT)
  const proven = report.findings.filter((f) => f.state === 'proven').map((f) => f.id)
  const order = report.findings.map((f) => f.id)
  const kept = order.filter((id) => proven.includes(id) || before.includes(id))
  writeFileSync(join(ROOT, MARKDOWN), markdown(report))
  writeFileSync(join(ROOT, RATCHET), `${JSON.stringify(kept, null, 2)}\n`)
  console.log(`${proven.length} of ${order.length} clauses proven. ${MARKDOWN} written.`)
  for (const { id, file } of report.strays) console.error(`${file} names ${id}, which is no clause.`)
  const lost = fallenBack(report, before)
  for (const id of lost) console.error(`${id} was proven and is not any more.`)
  if (lost.length > 0 || report.strays.length > 0) process.exitCode = 1
}

if (import.meta.main) main()
