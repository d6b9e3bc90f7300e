import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import {
  clausesNamed,
  collect,
  fallenBack,
  markdown,
  onceProven,
  ROOT,
  regulationCalls,
  testNames,
} from '../scripts/articles.ts'
import * as regulation from '../src/regulation/index.ts'

const report = collect(ROOT)

/** How many items (项) each paragraph (款) of each article has, counted in the published text. */
const STRUCTURE: readonly (readonly number[])[] = [
  [0], // 1
  [0, 0], // 2
  [5], // 3
  [0, 0, 0, 0, 0], // 4
  [7], // 5
  [0], // 6
  [0], // 7
  [3], // 8
  [0], // 9
  [0], // 10
  [0], // 11
  [0], // 12
  [0, 0], // 13
  [0], // 14
  [0, 0, 0, 0], // 15
  [0], // 16
  [0], // 17
  [0], // 18
  [0], // 19
  [0], // 20
  [0], // 21
  [0], // 22
  [0], // 23
  [2], // 24
  [4], // 25
  [7], // 26
  [0], // 27
  [0], // 28
]

test('all 28 articles are there, with every paragraph and item in order', () => {
  const expected = STRUCTURE.flatMap((paragraphs, a) =>
    paragraphs.flatMap((items, p) => {
      const paragraph = `${a + 1}.${p + 1}`
      return [paragraph, ...Array.from({ length: items }, (_, i) => `${paragraph}(${i + 1})`)]
    }),
  )
  assert.deepEqual(
    report.findings.map((f) => f.id),
    expected,
  )
  assert.deepEqual(
    regulation.articles.map((a) => a.number),
    STRUCTURE.map((_, a) => a + 1),
  )
})

test('each clause is told in Chinese and English; a duty says whose it is, a rule which function decides it', () => {
  for (const article of regulation.articles)
    for (const clause of article.clauses) {
      assert.match(clause.text.zh, /\p{Script=Han}.*。$/u, clause.id)
      assert.match(clause.text.en, /^[A-Z].*\.$/, clause.id)
      const kind = clause.kind ?? article.kind
      if (kind === 'duty') assert.ok(clause.by, `${clause.id} names nobody`)
      if (kind === 'rule') assert.ok(clause.rules?.length, `${clause.id} names no rule`)
      for (const name of clause.rules ?? [])
        assert.equal(
          typeof (regulation as Record<string, unknown>)[name],
          'function',
          `${clause.id}: ${name}`,
        )
    }
})

test('no test claims a clause that does not exist', () => {
  assert.deepEqual(report.strays, [])
})

test('docs/articles.md is what `npm run articles` writes now', () => {
  assert.equal(
    readFileSync(join(ROOT, 'docs/articles.md'), 'utf8'),
    markdown(report),
    'run `npm run articles`',
  )
})

test('a clause that was proven once stays proven', () => {
  assert.deepEqual(fallenBack(report, onceProven(ROOT)), [])
})

test('the ratchet lists every clause that is proven now, so that the next loss is seen', () => {
  const kept = new Set(onceProven(ROOT))
  const unlisted = report.findings.filter((f) => f.state === 'proven' && !kept.has(f.id)).map((f) => f.id)
  assert.deepEqual(unlisted, [], 'run `npm run articles`')
})

test('a loss is seen: a clause without its test or its caller falls back', () => {
  const finding = report.findings.find((f) => f.id === '15.3')
  assert.ok(finding)
  const lost = { ...report, findings: [{ ...finding, state: 'open' as const }] }
  assert.deepEqual(fallenBack(lost, ['15.3']), ['15.3'])
})

/** A line of a test file, put together here so that this file itself claims no clause. */
const call = (fn: string, name: string): string => `${fn}("${name}", () => {})`

test('proof is read from the names of tests that run, not from skipped ones or from comments', () => {
  const claimed = (source: string): string[] => testNames(source).flatMap(clausesNamed)
  assert.deepEqual(claimed(call('test', '[Art. 8.1(2), 15.3] it’s \\"so\\"')), ['8.1(2)', '15.3'])
  assert.deepEqual(claimed(call('await t.test', '[Art. 6.1] and [Art. 9.1]')), ['6.1', '9.1'])
  assert.deepEqual(claimed(call('test', '[Art. 15] the article as a whole')), [])
  assert.deepEqual(claimed(call('test.skip', '[Art. 2.1] x')), [])
  assert.deepEqual(claimed(`  // ${call('test', '[Art. 1.1] x')}\n/* ${call('test', '[Art. 1.1] y')} */`), [])
})

test('a caller is a file that imports the function from the door of the regulation and uses it', () => {
  const door = "from '../../regulation/index.ts'"
  assert.deepEqual(regulationCalls(`import { mayClose, type Ruling } ${door}\nmayClose(facts)`), ['mayClose'])
  assert.deepEqual(regulationCalls(`import { mayClose as may } ${door}\nmay(facts)`), ['mayClose'])
  assert.deepEqual(regulationCalls(`import { mayClose } ${door}\n`), [], 'imported but unused')
  assert.deepEqual(regulationCalls(`import * as law ${door}\nlaw.remedies(x)`), ['remedies'])
  assert.deepEqual(regulationCalls("import { mayClose } from './own.ts'\nmayClose(facts)"), [])
})
