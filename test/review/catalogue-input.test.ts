/** What a clerk or a file may bring that is meant to break, stop or take over the platform or whoever opens its files. */
import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { withComputed } from '../../src/catalogue/form/compute.ts'
import { shapeOf } from '../../src/catalogue/form/own-check.ts'
import { openSource } from '../../src/catalogue/import/source.ts'
import { heldFile } from '../../src/catalogue/import/source-file.ts'
import { form, itemContent, type Situations } from '../../src/catalogue/item.ts'
import { chosenSituation } from '../../src/catalogue/situations/chosen.ts'
import { walk } from '../../src/catalogue/situations/path.ts'
import { type CatalogueWorld, catalogueWorld, guide, NOW } from '../../src/catalogue/testing.ts'
import { fromCsv, toCsv } from '../../src/catalogue/transfer/csv-cell.ts'
import { type ExportFormat, exportItems } from '../../src/catalogue/transfer/export.ts'
import { Refused } from '../../src/platform/refusal.ts'

let world: CatalogueWorld
before(async () => {
  world = await catalogueWorld()
})
after(() => world.close())

const HEAD = 'task_code,task_name\r\n'

/** The rows that a file gives, or the name of its refusal. */
async function read(bytes: Uint8Array): Promise<Record<string, string>[] | string> {
  try {
    const source = await openSource(heldFile('x', bytes))
    if (!source.ok) return source.refusal.name
    const rows: Record<string, string>[] = []
    for await (const row of source.value.rows) rows.push(row.data as Record<string, string>)
    return rows
  } catch (error) {
    if (error instanceof Refused) return error.refusal.name
    throw error
  }
}

test('products of products end, and leave out what nobody can read', () => {
  const product = (key: string, of: string) => ({
    key,
    label: key,
    type: 'number',
    compute: { kind: 'product', of: [of, of] },
  })
  const fields = Array.from({ length: 60 }, (_, i) => product(`c${i}`, i === 0 ? 'a' : `c${i - 1}`))
  const typed = { key: 'a', label: 'a', type: 'number' }
  const asked = form.parse({ groups: [{ key: 'g', title: '示例', fields: [typed, ...fields] }] })
  const values = withComputed(asked, { a: '99999' })
  assert.equal(values['c0'], '9999800001')
  assert.equal(values['c59'], undefined)
  assert.equal(withComputed(asked, { a: '9'.repeat(20_000) })['c0'], undefined)
})

test('sums that refer to one another or to themselves end', () => {
  const sum = (key: string, ...of: string[]) => ({
    key,
    label: key,
    type: 'number',
    compute: { kind: 'sum', of },
  })
  const circle = [sum('a', 'b', '1'), sum('b', 'c', '1'), sum('c', 'a', '1'), sum('d', 'd', '1')]
  const asked = form.parse({ groups: [{ key: 'g', title: '示例', fields: circle }] })
  assert.equal(typeof withComputed(asked, {}), 'object')
})

test('a shape that a clerk writes matches what it says and is no pattern that can run away', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (shape) => {
      const literal = shape.replace(/[0A*]/g, '')
      assert.ok(shapeOf(literal).test(literal))
    }),
  )
  const shape = shapeOf('(a+)+$'.repeat(20))
  assert.ok(!shape.test(`${'a'.repeat(20_000)}!`))
})

test('answers under names that every object has choose nothing', () => {
  const questions: Situations['questions'] = ['constructor', '__proto__', 'toString'].map((key) => ({
    key,
    text: key,
    textEn: '',
    hint: '',
    hintEn: '',
    when: {},
    options: [
      { value: 'y', label: '是', labelEn: '' },
      { value: 'n', label: '否', labelEn: '' },
    ],
  }))
  const content = itemContent.parse({ ...guide(), situations: { questions } })
  assert.equal(walk(content.situations!, {}).next?.key, 'constructor')
  assert.equal(chosenSituation(content, {}), null)
  assert.equal(({} as Record<string, unknown>)['y'], undefined)
  const groups = (key: string) => [{ key, title: '示例', fields: [] }]
  for (const key of ['__proto__', 'constructor', 'hasOwnProperty'])
    assert.ok(!itemContent.safeParse({ ...guide(), form: { groups: groups(key) } }).success, key)
})

test('a file that never ends a quote, a row or its nesting is refused and not held in memory', async () => {
  assert.equal(await read(strToU8(`${HEAD}a,"${'x'.repeat(9_000_000)}`)), 'not-csv')
  assert.equal(await read(strToU8(`${HEAD}a,${'x'.repeat(9_000_000)}`)), 'not-csv')
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  assert.equal(await read(strToU8(`[{"impl_code":"x","name":"y","a":${nested}}]`)), 'unknown-shape')
})

/** A workbook of one sheet with this XML in front and these cells. */
const workbook = (front: string, code: string, name: string): Record<string, Uint8Array> => ({
  '[Content_Types].xml': strToU8('<?xml version="1.0"?><Types/>'),
  'xl/workbook.xml': strToU8(
    `<?xml version="1.0"?>${front}<workbook xmlns:r="r"><sheets><sheet name="up_task_general_basic" sheetId="1" r:id="r1"/></sheets></workbook>`,
  ),
  'xl/_rels/workbook.xml.rels': strToU8(
    '<?xml version="1.0"?><Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  ),
  'xl/worksheets/sheet1.xml': strToU8(
    `<?xml version="1.0"?>${front}<worksheet><sheetData>${[
      ['task_code', 'task_name'],
      [code, name],
    ]
      .map(
        ([a, b], i) =>
          `<row r="${i + 1}"><c r="A${i + 1}" t="inlineStr"><is><t>${a}</t></is></c><c r="B${i + 1}" t="inlineStr"><is><t>${b}</t></is></c></row>`,
      )
      .join('')}</sheetData></worksheet>`,
  ),
})

test('entities of a workbook name no file of ours and multiply nothing', async () => {
  const front = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;&a;&a;">]>`
  const rows = await read(zipSync(workbook(front, '&f;', '&b;')))
  assert.ok(Array.isArray(rows))
  assert.deepEqual(rows[0], { task_code: '&f;', task_name: '&b;' })
})

test('a workbook that states a small size and unpacks to a huge one is refused before its cells are read', async () => {
  const huge = 160_000_000
  const bytes = zipSync({ ...workbook('', 'a', 'b'), 'xl/media/x.xml': new Uint8Array(huge) })
  const view = new DataView(bytes.buffer)
  let lies = 0
  for (let at = 0; at + 28 < bytes.length; at++)
    for (const [mark, place] of [
      [0x02014b50, 24],
      [0x04034b50, 22],
    ] as const)
      if (view.getUint32(at, true) === mark && view.getUint32(at + place, true) === huge) {
        view.setUint32(at + place, 10, true)
        lies += 1
      }
  assert.equal(lies, 2)
  assert.equal(await read(bytes), 'damaged')
})

test('names of files in a ZIP lead nowhere: a table is known by its name alone', async () => {
  const rows = await read(zipSync({ '../../etc/up_task_general_basic.csv': strToU8(`${HEAD}a,b\r\n`) }))
  assert.deepEqual(rows, [{ task_code: 'a', task_name: 'b' }])
  const odd = await read(strToU8('task_code,task_name,__proto__,constructor\r\na,b,c,d\r\n'))
  assert.ok(Array.isArray(odd) && ({} as Record<string, unknown>)['c'] === undefined)
})

test('no cell of an export runs as a formula, and import reads each text back as it was', async () => {
  const bad = ['=cmd|calc', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', "'=1", "''@x"]
  const itemId = await world.draft({
    name: bad[0]!,
    faq: bad.map((q) => ({ q, a: q })),
  })
  assert.ok(itemId)
  const query = { organId: null, which: 'newest', itemType: null, q: '' } as const
  const file = async (format: ExportFormat) => {
    const made = await exportItems(world.deps.db, query, format, NOW)
    assert.ok(made.ok)
    return buffer(made.value.stream)
  }
  const zip = await file('csv')
  for (const [name, bytes] of Object.entries(unzipSync(zip)))
    for (const cell of strFromU8(bytes).split(/[\r\n]+|,(?=[^"]*$)/))
      assert.doesNotMatch(cell.replace(/^"/, ''), /^[=+@\t＝＋＠]|^-/, name)
  const sheets = Object.entries(unzipSync(await file('xlsx'))).filter(([name]) =>
    name.includes('worksheets/'),
  )
  assert.ok(sheets.length > 5)
  for (const [name, bytes] of sheets) assert.doesNotMatch(strFromU8(bytes), /<f[ >]/, name)
  const rows = await read(zip)
  assert.ok(Array.isArray(rows) && rows.some((r) => r['task_name'] === bad[0]))
  for (const text of bad)
    assert.ok(
      rows.some((r) => r['question'] === text),
      text,
    )
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("'", '=', '-', 'a', '＝', '"') }),
      (s) => fromCsv(toCsv(s)) === s,
    ),
  )
})
