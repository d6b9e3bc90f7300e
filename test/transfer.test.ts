/** Items out into the national exchange tables and in again, in every file format, on the sample items. */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { sampleItems, sampleOrgans } from '../seeds/index.ts'
import { importGuides } from '../src/catalogue/import/import-guides.ts'
import { readNational } from '../src/catalogue/import/national.ts'
import { type ItemContent, itemContent } from '../src/catalogue/index.ts'
import { insertItem, saveDraftRow } from '../src/catalogue/store.ts'
import { type CatalogueWorld, catalogueWorld, NOW } from '../src/catalogue/testing.ts'
import { type ExportFormat, exportItems } from '../src/catalogue/transfer/export.ts'
import { itemsToExport } from '../src/catalogue/transfer/items.ts'
import { BASIC, type ItemTables, TABLE_NAMES, type TableRow } from '../src/catalogue/transfer/tables.ts'
import { toTables } from '../src/catalogue/transfer/to-tables.ts'
import { loadStaff } from '../src/identity/index.ts'

const samples = sampleItems.map((item) => itemContent.parse(item))
const ALL = { organId: null, which: 'newest', itemType: null, q: '' } as const

let home: CatalogueWorld
before(async () => {
  home = await worldWithOrgans()
  for (const content of samples) await enter(home, content)
})
after(() => home.close())

async function worldWithOrgans(): Promise<CatalogueWorld> {
  const world = await catalogueWorld()
  await world.deps.db.transaction((tx) => loadStaff(tx, { organs: [...sampleOrgans], staff: [] }))
  return world
}

async function enter(world: CatalogueWorld, content: ItemContent): Promise<void> {
  const itemId = randomUUID()
  const { implCode, handleItemCode, organId } = content
  await world.deps.db.transaction(async (tx) => {
    await insertItem(tx, { itemId, implCode, handleItemCode, organId })
    const draft = { itemId, version: 1, revision: 1, content, blocks: 0, warns: 0 }
    await saveDraftRow(tx, draft, { kind: 'system', id: 'test', name: '测试' }, NOW)
  })
}

async function exported(world: CatalogueWorld, format: ExportFormat): Promise<Buffer> {
  const file = await exportItems(world.deps.db, ALL, format, NOW)
  assert.ok(file.ok, file.ok ? '' : file.refusal.sentence)
  return buffer(file.value.stream)
}

async function imported(world: CatalogueWorld, file: Buffer) {
  const report = await importGuides(world.deps, file, NOW)
  assert.ok(report.ok, report.ok ? '' : report.refusal.sentence)
  return report.value
}

async function contents(world: CatalogueWorld): Promise<ItemContent[]> {
  const found: ItemContent[] = []
  for await (const item of itemsToExport(world.deps.db, ALL)) found.push(item.content)
  return found
}

for (const format of ['json', 'csv', 'xlsx'] as const)
  test(`the sample items exported as ${format} and imported elsewhere are the same items, and a second import changes nothing`, async () => {
    const away = await worldWithOrgans()
    try {
      const file = await exported(home, format)
      const first = await imported(away, file)
      assert.deepEqual(
        first.records.filter((r) => r.outcome !== 'imported'),
        [],
      )
      assert.equal(first.records.length, samples.length)
      assert.deepEqual(await contents(away), await contents(home))
      const second = await imported(away, file)
      assert.deepEqual([second.summary.changed, second.summary.outcomes.unchanged], [0, samples.length])
    } finally {
      await away.close()
    }
  })

test('more items than one workbook takes come as several in a ZIP, and import reads each of them', async () => {
  const file = await exportItems(home.deps.db, ALL, 'xlsx', NOW, { inWorkbook: 15 })
  assert.ok(file.ok)
  assert.match(file.value.name, /\.zip$/)
  const books = Object.entries(unzipSync(await buffer(file.value.stream)))
  assert.equal(books.length, Math.ceil(samples.length / 15))
  const away = await worldWithOrgans()
  try {
    for (const [name, bytes] of books) {
      assert.match(name, /-0\d\.xlsx$/)
      const { summary } = await imported(away, Buffer.from(bytes))
      assert.equal(summary.changed, summary.total)
    }
    assert.deepEqual(await contents(away), await contents(home))
  } finally {
    await away.close()
  }
})

test('an export brought back to where it came from changes nothing, although no import had made those items', async () => {
  const report = await imported(home, await exported(home, 'json'))
  assert.deepEqual(
    [report.summary.changed, report.summary.outcomes.unchanged],
    [0, samples.length],
    JSON.stringify(report.records.find((r) => r.outcome !== 'unchanged')),
  )
})

/** The rows of one item as a file gives them back. */
const recordOf = (tables: ItemTables) => ({ ...tables, main: tables[BASIC][0]! })

const plain = fc
  .string({ unit: 'grapheme', maxLength: 40 })
  .map((t) => t.replace(/[\p{Cc}\p{Cs}]/gu, '').trim())
const nasty = fc.constantFrom(
  '=1+1',
  '"引号", 逗号',
  "'",
  '^',
  '0012',
  '2026-01-02',
  '𠮷野家',
  'x'.repeat(70_000),
)
const words = fc.oneof(plain, nasty)

test('whatever is written in the parts of an item comes back from the tables as it was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), words, words, words, (sample, a, b, c) => {
      const content: ItemContent = {
        ...sample,
        summary: a,
        everydayNames: [b, c],
        legalBasis: sample.legalBasis.map((l) => ({ ...l, content: b })),
        materials: sample.materials.map((m) => ({ ...m, standard: a, namedList: [c] })),
        steps: sample.steps.map((s) => ({ ...s, note: c, standard: b })),
        faq: [{ q: a, a: b }],
        place: sample.place && { ...sample.place, traffic: c, address: a },
        situations: sample.situations,
        remedy: { reviewOrgan: a, court: b },
      }
      const item = { itemId: randomUUID(), version: 3, state: '1', effectiveOn: null, content } as const
      const reading = readNational(recordOf(toTables(item, 'test', NOW)))
      assert.ok(reading.ok, reading.ok ? '' : JSON.stringify(reading.faults))
      const { organId: _, ...back } = reading.record.content
      const { organId: __, ...was } = content
      assert.deepEqual(back, was)
    }),
    { numRuns: 200 },
  )
})

test('no cell of an export is longer than a workbook holds', async () => {
  const [sample] = samples
  const content = { ...sample!, summary: '长'.repeat(100_000) }
  const item = { itemId: randomUUID(), version: 1, state: '1', effectiveOn: null, content } as const
  const tables = toTables(item, 'test', NOW)
  for (const table of TABLE_NAMES)
    for (const row of tables[table])
      for (const value of Object.values(row)) assert.ok(value.length <= 32_767, table)
})

/** One item's tables as a JSON file, changed by hand. */
async function fileOf(
  content: ItemContent,
  change: (tables: Record<string, TableRow[]>) => void,
): Promise<Buffer> {
  const item = { itemId: randomUUID(), version: 1, state: '1', effectiveOn: null, content } as const
  const tables: Record<string, TableRow[]> = toTables(item, 'test', NOW)
  change(tables)
  return Buffer.from(JSON.stringify(tables))
}

test('a file that has the basic table alone changes what it names and keeps the rest', async () => {
  const [sample] = samples
  const away = await worldWithOrgans()
  try {
    await imported(away, await fileOf(sample!, () => {}))
    const part = await fileOf(sample!, (tables) => {
      for (const table of TABLE_NAMES) if (table !== BASIC) delete tables[table]
      tables[BASIC] = tables[BASIC]!.map(({ task_code, task_handle_item, task_name, dept_name }) => ({
        task_code: task_code!,
        task_handle_item: task_handle_item!,
        task_name: `${task_name}（改）`,
        dept_name: dept_name!,
      }))
    })
    const report = await imported(away, part)
    assert.deepEqual(report.records[0]?.outcome, 'updated', JSON.stringify(report.records[0]))
    assert.deepEqual(await contents(away), [{ ...sample!, name: `${sample!.name}（改）` }])
  } finally {
    await away.close()
  }
})

test('what the tables say wrongly is refused with the column and the reason, in the words of the tables', async () => {
  const [sample] = samples
  const broken = async (change: (tables: Record<string, TableRow[]>) => void) => {
    const file = await fileOf(sample!, change)
    const report = await importGuides(home.deps, file, NOW, { dryRun: true })
    assert.ok(report.ok)
    return report.value.records[0]?.faults.map((f) => `${f.field} ${f.reason}`)
  }
  const basic = (tables: Record<string, TableRow[]>) => tables[BASIC]![0]!
  assert.deepEqual(await broken((t) => Object.assign(basic(t), { promise_type: '周' })), [
    'promise_type unknown-value',
  ])
  assert.deepEqual(await broken((t) => Object.assign(basic(t), { promise_day: '很快' })), [
    'promise_day bad-value',
  ])
  assert.deepEqual(await broken((t) => Object.assign(basic(t), { catalog_code: '12' })), [
    'catalog_code not-12-digits',
    'task_code parts-contradict',
  ])
  assert.deepEqual(await broken((t) => Object.assign(basic(t), { cd_operation: 'D' })), [
    'cd_operation deletion',
  ])
  assert.deepEqual(await broken((t) => Object.assign(basic(t), { server_type: '1^8' })), [
    'server_type.1 bad-value',
  ])
  assert.deepEqual(
    await broken((t) => {
      const [row] = t['rb_task_extend']!
      row!['extend_field'] = JSON.stringify({ organId: 'elsewhere' })
    }),
    ['rb_task_extend.organId unknown-value'],
  )
  assert.deepEqual(
    await broken((t) => Object.assign(t['up_task_general_material']?.[0] ?? {}, { extend_field: '{' })),
    sample!.materials.length > 0 ? ['up_task_general_material.0.extend_field not-json'] : [],
  )
})

test('rows that belong to no item of the file are counted, table by table', async () => {
  const [sample] = samples
  const file = await fileOf(sample!, (tables) => {
    const [row] = tables['rb_task_step']!
    tables['rb_task_step']!.push({ ...row!, task_code: 'elsewhere', task_handle_item: '' })
    tables['up_task_general_questions']!.push({ question: '谁的？', answer: '不知道。' })
  })
  const report = await importGuides(home.deps, file, NOW, { dryRun: true })
  assert.ok(report.ok)
  assert.deepEqual(
    report.value.summary.refusals.map((r) => `${r.field} ${r.reason} ${r.records}`),
    ['rb_task_step stray 1', 'up_task_general_questions stray 1'],
  )
})

test('a dry run says what would happen and writes nothing', async () => {
  const away = await worldWithOrgans()
  try {
    const file = await exported(home, 'json')
    const tried = await importGuides(away.deps, file, NOW, { dryRun: true })
    assert.ok(tried.ok)
    assert.equal(tried.value.summary.outcomes.imported, samples.length)
    assert.deepEqual(await contents(away), [])
    assert.deepEqual(await away.deps.db.query('select 1 from history.event'), [])
  } finally {
    await away.close()
  }
})

/** A command as a person runs it, on the test's database. */
function command(script: string, ...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const env = { ...process.env, DATABASE_URL: home.database.ownerUrl }
  const all = ['--import', './src/platform/tsx.ts', `scripts/${script}.ts`, ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, all, { cwd: join(import.meta.dirname, '..'), env }, (error, out, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, out, error: stderr }),
    )
  })
}

test('the command writes a file that the import command finds unchanged, and says in one sentence why it writes none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rongban-export-test-'))
  try {
    const file = join(folder, 'items.zip')
    const written = await command('export', '--format', 'csv', '--drafts', file)
    assert.deepEqual(
      [written.code, written.out],
      [0, `导出 ${samples.length} 个事项到 ${file}。\n`],
      written.error,
    )
    const tried = await command('import', '--dry-run', file)
    assert.match(tried.out, new RegExp(`没有变化 ${samples.length}，`))
    assert.match(tried.out, /试跑/)
    for (const args of [
      ['--format', 'pdf', file],
      ['--format', 'csv'],
      ['--format', 'csv', file],
    ]) {
      const { code, out, error } = await command('export', ...args)
      assert.deepEqual([code, out, error.trim().split('\n').length], [1, '', 1], args.join(' '))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
