/** What a linter cannot see: whose table a statement touches, what a rule may ask the machine, how the tree is cut. */
import assert from 'node:assert/strict'
import test from 'node:test'
import { type Code, isTest, moduleOf, read, sqlOf } from './tree.ts'

const code = read('{src,desk,sandbox,seeds,scripts,test,bench}/**/*.{ts,tsx}')
const product = code.filter(({ path }) => path.startsWith('src/') && !isTest(path))

/** Runs a check over the tree, after it has shown on a made-up file that it can fail. */
function holds(name: string, against: Code[], check: (files: Code[]) => string[], files = product): void {
  test(name, () => {
    for (const bad of against) assert.notDeepEqual(check([bad]), [], `${bad.text} was let through`)
    assert.deepEqual(check(files), [])
  })
}

/** Every schema of the database; a module has the one of its own name, the queues are the platform's. */
const SCHEMAS = [
  ...new Set(read('migrations/*.sql').flatMap(({ text }) => text.match(/(?<=create schema )\w+/g) ?? [])),
  'jobs',
  'platform',
]
const TABLE = new RegExp(`\\b(${SCHEMAS.join('|')})\\s*\\.\\s*"?([a-z_]+)`, 'g')

holds(
  'a module touches only its own tables',
  [
    { path: 'src/hall/x.ts', text: "db.query('select 1 from casework.dossier')" },
    { path: 'src/hall/x.ts', text: 'db.query(`delete from hall.draft d using catalogue.item i where true`)' },
    { path: 'src/hall/x.ts', text: 'db.query(`select 1 from hall.draft, identity.account a`)' },
    { path: 'src/casework/x.ts', text: 'db.query(`update jobs.job set state = 1`)' },
  ],
  (files) =>
    files.flatMap((file) => {
      const own = moduleOf(file.path)
      return sqlOf(file).flatMap((sql) =>
        [...sql.matchAll(TABLE)]
          .filter(([, schema]) => schema !== own && !(own === 'platform' && schema === 'jobs'))
          // One statement writes a new dossier with the first link of its chain.
          .filter(([, schema]) => !(file.path === 'src/casework/store.ts' && schema === 'history'))
          .map(([, schema, table]) => `${file.path}: ${schema}.${table}: only ${schema} touches its tables`),
      )
    }),
)

holds(
  'what was recorded is only ever added to',
  [
    { path: 'src/history/x.ts', text: 'tx.query(`update history.event set data = $1`)' },
    { path: 'src/history/x.ts', text: "tx.query('delete from history.event')" },
  ],
  (files) =>
    files.flatMap((file) =>
      sqlOf(file)
        .flatMap((sql) => sql.match(/\b(update|delete from|truncate( table)?)\s+history\.event\b/gi) ?? [])
        .map((found) => `${file.path}: ${found}`),
    ),
)

holds(
  'pages hold no SQL',
  [{ path: 'src/hall/x.tsx', text: 'db.query(`select name from hall.draft`)' }],
  (files) =>
    files
      .filter((file) => file.path.endsWith('.tsx'))
      .filter((file) => sqlOf(file).some((sql) => sql.search(TABLE) >= 0))
      .map((file) => file.path),
)

/** Files in which something stands that only some places may do. */
const onlyIn = (allowed: RegExp, what: RegExp) => (files: Code[]) =>
  files.filter(({ path, text }) => !allowed.test(path) && what.test(text)).map(({ path }) => path)

holds(
  'only the clock and the composition root read the time; rules and decisions get it as an argument',
  [
    { path: 'src/casework/x.ts', text: 'const now = new Date()' },
    { path: 'src/regulation/x.ts', text: 'Date.now()' },
  ],
  onlyIn(
    /^src\/(platform|adapters|main\.ts|timetable\.ts|hall\/elements)/,
    /\bDate\.now\(\)|new Date\(\)|performance\.now\(\)|Temporal\.Now/,
  ),
)

holds(
  'the same facts get the same ruling: the law draws no lots and asks no environment',
  [
    { path: 'src/regulation/x.ts', text: 'Math.random() < 0.5' },
    { path: 'src/regulation/x.ts', text: "process.env['LIMIT']" },
  ],
  onlyIn(/^src\/(?!regulation\/)/, /Math\.random|random(UUID|Bytes|Int)|process\.|fetch\(/),
)

holds(
  'settings are read once, at the start',
  [{ path: 'src/hall/x.ts', text: "process.env['PORT']" }],
  onlyIn(/^src\/(main\.ts|platform\/one-off\.ts)$/, /process\.env/),
)

holds(
  'only an adapter calls a neighbour',
  [{ path: 'src/licences/x.ts', text: 'await fetch(url)' }],
  onlyIn(/^src\/(adapters|hall\/elements)\//, /\bfetch\(|from 'node:https?'|from 'undici'/),
)

holds(
  'there are no drawers',
  ['src/platform/utils.ts', 'desk/shared/x.ts', 'test/helpers.ts'].map((path) => ({ path, text: '' })),
  (files) =>
    files
      .map(({ path }) => path)
      .filter((path) => /(^|\/)(utils?|common|helpers?|lib|misc|shared)(\/|\.tsx?$)/.test(path)),
  code,
)

holds(
  'a file of more than 400 lines has two subjects in it',
  [{ path: 'src/x.ts', text: '\n'.repeat(401) }],
  (files) =>
    files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines}`),
  [...code, ...read('desk/**/*.css'), ...read('src/**/*.{css,typ}')],
)

// Written in parts, so that this file does not name what it looks for.
const MACHINE = [`/work/${'main'}`, `/work/${'shared'}`, `registry.npmjs${'.org'}`, `/root/${'.'}`]
holds(
  'no path of a machine and no registry host is written in the project',
  MACHINE.map((text) => ({ path: 'docs/x.md', text })),
  (files) => files.filter(({ text }) => MACHINE.some((word) => text.includes(word))).map(({ path }) => path),
  [
    ...code,
    ...read('{.,docs,docs/decisions,sandbox}/*.md'),
    ...read('{src,desk,docs,migrations}/**/*.{sql,css,json,typ}'),
  ],
)
