import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, afterEach, before, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { sandboxArchive } from '../../src/adapters/archive/index.ts'
import { buildArchivePackage } from '../../src/archive/package.ts'
import { type RunningSandbox, startSandboxProcess } from './sandbox-process.ts'

let sandbox: RunningSandbox
before(async () => {
  sandbox = await startSandboxProcess()
})
after(() => sandbox.stop())
afterEach(() => sandbox.dial('archive', 'ok'))

const numbered = (serial: number) => `350102-0059-000100019000-2026-D30-${String(serial).padStart(6, '0')}`

interface Change {
  files?: Record<string, string>
  listed?: [name: string, size: number][]
  number?: string
  metadata?: string
}

/** A package as the Fuzhou archive takes it, with one thing changed. */
function deposit(number: string, change: Change = {}) {
  const files = change.files ?? {
    '申报文件/A001_申请表.pdf': '%PDF-1.7 申请表',
    '过程文件/B8_受理承诺单.pdf': '%PDF-1.7 受理',
  }
  const listed =
    change.listed ??
    Object.entries(files).map(
      ([path, text]) => [path.split('/')[1]!, strToU8(text).length] as [string, number],
    )
  const metadata =
    change.metadata ??
    `<?xml version="1.0" encoding="UTF-8"?>\n<base_info><electronic_record_code>${change.number ?? number}</electronic_record_code><fileset>${listed
      .map(
        ([name, size]) =>
          `<file><computer_file_name>${name}</computer_file_name><computer_file_size>${size}</computer_file_size></file>`,
      )
      .join('')}</fileset></base_info>`
  const zip = Buffer.from(
    zipSync(
      Object.fromEntries([
        ['基本信息元数据.xml', strToU8(metadata)],
        ...Object.entries(files).map(([p, t]) => [p, strToU8(t)]),
      ]),
    ),
  )
  const digest = createHash('sha256').update(zip).digest('hex')
  return {
    electronicFileNumber: number,
    zip,
    transferList: `<transfer_info><unique_identifier>${number}</unique_identifier><digital_summary>${digest}</digital_summary></transfer_info>`,
  }
}

async function findings(serial: number, change: Change) {
  const answer = await sandboxArchive(sandbox.signed).deposit(deposit(numbered(serial), change))
  assert.ok(answer.ok)
  assert.ok(answer.value.result === 'returned', 'the archive took what it should return')
  return answer.value.findings.map((f) => f.code)
}

test('[Art. 21] a whole package is taken, with a receipt over exactly these bytes', async () => {
  const given = deposit(numbered(1))
  const answer = await sandboxArchive(sandbox.signed).deposit(given)
  assert.ok(answer.ok && answer.value.result === 'accepted')
  assert.equal(answer.value.digest, createHash('sha256').update(given.zip).digest('hex'))
  assert.match(answer.value.receiptNumber, /^SLHZ-\d{8}$/)
  const kept = await fetch(`${sandbox.url}/archive/${given.electronicFileNumber}/zip`)
  assert.ok(Buffer.from(await kept.arrayBuffer()).equals(given.zip))
})

test('[Art. 21] the archive takes the packages that the product builds, with awkward names and texts', async () => {
  const at = new Date('2026-11-23T08:00:00Z')
  const content = (text: string) => Buffer.from(`%PDF-1.7 ${text}`)
  const built = buildArchivePackage({
    number: {
      regionCode: '350102',
      fonds: '0059',
      taskCode: '000131002000',
      year: 2026,
      retention: 'D30',
      serial: 77,
    },
    base: {
      systemDescription: '政务服务管理平台',
      archives: { identifier: '示例', name: '示例档案馆' },
      fondsUnitName: '鼓楼区市场监督管理局',
      leadDepartment: '鼓楼区市场监督管理局',
      socialCode: '示例',
      securityClassification: '公开',
      dossierNumber: '示例',
      taskName: '食品经营许可（新办）',
      taskVersion: '1',
      taskType: '行政许可',
      projectName: '榕荫小馆 <A&B> "堂食"',
      serviceType: '承诺件',
      applicant: { name: '鼓楼区榕荫小馆（示例）', type: '企业', cardType: '001', card: '示例', address: '' },
      receiveDepartment: '鼓楼区市场监督管理局',
      receivedAt: at,
      closedAt: at,
      archivedAt: at,
      result: '准予',
      resultCode: '示例',
      acceptNumber: '示例',
    },
    files: [
      {
        code: 'A1',
        standardName: '平面图 1/2 & <草>',
        actualName: '图.pdf',
        content: content('图'),
        createdAt: at,
      },
      {
        code: 'A1',
        standardName: '平面图',
        actualName: '图.pdf',
        content: content('另一张图'),
        createdAt: at,
      },
      { code: 'B8', standardName: '受理承诺单', actualName: '单.pdf', content: content('单'), createdAt: at },
      {
        code: 'C1',
        standardName: '食品经营许可证',
        actualName: '证.pdf',
        content: content('证'),
        createdAt: at,
      },
    ],
    transfer: { systemCode: 'RB', transactor: '榕办', sentAt: at, sendNumber: '1', downloadUrl: '' },
  })
  const answer = await sandboxArchive(sandbox.signed).deposit({
    electronicFileNumber: built.fileNumber,
    zip: built.zip,
    transferList: built.transferList,
  })
  assert.ok(answer.ok)
  assert.deepEqual(answer.value.result === 'returned' ? answer.value.findings : [], [])
})

test('the same package again gets the same receipt', async () => {
  const archive = sandboxArchive(sandbox.signed)
  const given = deposit(numbered(2))
  const first = await archive.deposit(given)
  const second = await archive.deposit(given)
  assert.ok(first.ok && second.ok && first.value.result === 'accepted')
  assert.deepEqual(second.value, { ...first.value, repeated: true })
})

test('another package under an accepted number is refused', async () => {
  const archive = sandboxArchive(sandbox.signed)
  await archive.deposit(deposit(numbered(3)))
  const other = await archive.deposit(
    deposit(numbered(3), { files: { '申报文件/A001_另一份.pdf': '%PDF-1.7 另一份' } }),
  )
  assert.ok(!other.ok && other.failure.kind === 'refused')
  assert.equal(other.failure.name, 'number-used')
})

test('a package that lacks a listed file, or holds an unlisted one, is returned and can be mended', async () => {
  const files = { '申报文件/A001.pdf': '%PDF-1.7 a' }
  const size = strToU8(files['申报文件/A001.pdf']).length
  assert.deepEqual(
    await findings(4, {
      files,
      listed: [
        ['A001.pdf', size],
        ['A002.pdf', 9],
      ],
    }),
    ['2-2-2'],
  )
  assert.deepEqual(await findings(4, { files, listed: [] }), ['1-3-2'])
  assert.deepEqual(await findings(4, { files, listed: [['A001.pdf', size + 1]] }), ['1-3-2'])
  const mended = await sandboxArchive(sandbox.signed).deposit(deposit(numbered(4), { files }))
  assert.equal(mended.ok && mended.value.result, 'accepted')
})

test('an empty file, a stray folder, foreign metadata and metadata that is no XML are returned', async () => {
  assert.deepEqual(await findings(5, { files: { '申报文件/A001.pdf': '' } }), ['3-2-1'])
  assert.deepEqual(await findings(5, { files: { '申报文件/A001.pdf': 'a', '其他/x.pdf': 'b' } }), ['1-5-1'])
  assert.deepEqual(await findings(5, { number: numbered(6) }), ['1-2-1'])
  assert.deepEqual(await findings(5, { metadata: 'nothing', files: { '申报文件/A001.pdf': 'a' } }), [
    '3-1-1',
    '1-2-1',
    '1-3-2',
  ])
})

test('a zip bomb is returned without being unpacked', async () => {
  const zip = Buffer.from(zipSync({ '申报文件/A001.pdf': new Uint8Array(20 * 1024 * 1024) }))
  const number = numbered(7)
  const digest = createHash('sha256').update(zip).digest('hex')
  const answer = await sandboxArchive(sandbox.signed).deposit({
    electronicFileNumber: number,
    zip,
    transferList: `<transfer_info>${number} ${digest}</transfer_info>`,
  })
  assert.ok(answer.ok && answer.value.result === 'returned')
  assert.deepEqual(
    answer.value.findings.map((f) => f.code),
    ['3-4-1'],
  )
})

test('bytes that are no ZIP, and a transfer list about another package, are returned', async () => {
  const number = numbered(8)
  const zip = Buffer.from('no zip')
  const answer = await sandboxArchive(sandbox.signed).deposit({
    electronicFileNumber: number,
    zip,
    transferList: '<transfer_info/>',
  })
  assert.ok(answer.ok && answer.value.result === 'returned')
  assert.deepEqual(
    answer.value.findings.map((f) => f.code),
    ['1-2-1', '1-2-1', '1-1-2', '3-4-2'],
  )
})

test('a number of another form is refused', async () => {
  const answer = await sandboxArchive(sandbox.signed).deposit(deposit('350102-1'))
  assert.ok(!answer.ok && answer.failure.kind === 'refused')
  assert.equal(answer.failure.name, 'number')
})

for (const [i, mode, kind] of [
  [11, 'down', 'down'],
  [12, 'reset', 'down'],
  [13, 'slow', 'down'],
  [14, 'wrong', 'wrong'],
  [15, 'duplicate', 'down'],
] as const) {
  test(`an archive that is dialled to ${mode} gives a failure of kind ${kind}, and takes the same package afterwards`, async () => {
    await sandbox.dial('archive', mode, 1)
    const impatient = sandboxArchive({ ...sandbox.signed, timeoutMs: mode === 'slow' ? 300 : 5000 })
    const failure = await impatient.deposit(deposit(numbered(i)))
    assert.equal(!failure.ok && failure.failure.kind, kind)
    await sandbox.dial('archive', 'ok')
    const again = await sandboxArchive(sandbox.signed).deposit(deposit(numbered(i)))
    assert.ok(again.ok && again.value.result === 'accepted')
    if (mode === 'duplicate') assert.equal(again.value.repeated, true)
  })
}
