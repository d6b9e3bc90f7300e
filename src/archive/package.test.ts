import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { unzipSync, type Zippable, zipSync } from 'fflate'
import { renderPaper } from '../documents/index.ts'
import { samplePapers } from '../documents/samples.ts'
import {
  type ArchiveBaseInfo,
  type ArchiveFile,
  buildArchivePackage,
  electronicFileNumber,
} from './package.ts'
import { checkArchivePackage } from './package-check.ts'
import { escapeXml, readXml, textOf } from './xml.ts'

const at = new Date('2026-12-02T03:20:00Z')

const base: ArchiveBaseInfo = {
  systemDescription: '榕办（示例）',
  archives: { identifier: '350100', name: '示例档案馆' },
  fondsUnitName: '鼓楼区市场监督管理局',
  leadDepartment: '食品科（示例）',
  socialCode: '11999999MB00000011',
  securityClassification: '公开',
  dossierNumber: '11999999MB00000011437000000000202611190012',
  taskName: '食品经营许可（新办）',
  taskVersion: '1',
  taskType: '01',
  projectName: '榕荫小馆 <一店> & 分部 的"食品经营许可"',
  serviceType: '2',
  applicant: {
    name: '榕荫小馆（示例）',
    type: '2',
    cardType: '001',
    card: '92999999MA00000017',
    address: '示例街道',
  },
  receiveDepartment: '鼓楼区市场监督管理局',
  receivedAt: new Date('2026-11-19T06:32:00Z'),
  closedAt: at,
  archivedAt: at,
  result: '准予',
  resultCode: 'JY示例350100000001',
  acceptNumber: '鼓示受〔2026〕88 号',
}
const number = {
  regionCode: '350102',
  fonds: '0059',
  taskCode: '000131002000',
  year: 2026,
  retention: 'D30',
  serial: 21,
} as const
const transfer = {
  systemCode: 'rongban',
  transactor: '林晓（示例）',
  sentAt: at,
  sendNumber: '20261202-1',
  downloadUrl: 'http://localhost/archive/21',
}
const required = [['B8', 'B4'], ['C1']]

let files: ArchiveFile[]
before(async () => {
  const paper = async (kind: string) => renderPaper(samplePapers.find((sample) => sample.kind === kind)!)
  const file = (code: string, standardName: string, content: Buffer): ArchiveFile => ({
    code,
    standardName,
    actualName: `${standardName}.pdf`,
    content,
    createdAt: at,
  })
  files = [
    file('A1', '申请表', await paper('application-form')),
    file('A2', '平面图/一层:大厅', await paper('receipt')),
    file('B8', '受理承诺单', await paper('acceptance-slip')),
    file('B19', '送达回执', await paper('service-receipt')),
    file('C1', '准予决定书', await paper('decision-grant')),
  ]
})

const build = (changed: Partial<Parameters<typeof buildArchivePackage>[0]> = {}) =>
  buildArchivePackage({ number, base, files, transfer, ...changed })

/** The package with its parts changed behind the builder's back. */
function altered(change: (parts: Record<string, Uint8Array>) => void): Buffer {
  const parts = { ...unzipSync(build().zip) }
  change(parts)
  return Buffer.from(zipSync(parts as Zippable, { level: 0 }))
}

async function codesOf(zip: Buffer, expected = {}): Promise<string[]> {
  return [...new Set((await checkArchivePackage(zip, expected)).map(({ code }) => code))].sort()
}

test('a package of a closed case passes all four-property checks', async () => {
  const { zip, transferList } = build()
  assert.deepEqual(await checkArchivePackage(zip, { transferList, required }), [])
})

test('it holds the metadata and the three folders, each file numbered within its class', () => {
  assert.deepEqual(Object.keys(unzipSync(build().zip)), [
    '基本信息元数据.xml',
    '申报文件/A001-申请表.pdf',
    '申报文件/A002-平面图_一层_大厅.pdf',
    '过程文件/B001-受理承诺单.pdf',
    '过程文件/B002-送达回执.pdf',
    '结果文件/C001-准予决定书.pdf',
  ])
})

test('the metadata reads back what was put in, marks and all', () => {
  const metadata = readXml(Buffer.from(unzipSync(build().zip)['基本信息元数据.xml']!).toString())!
  assert.equal(textOf(metadata, 'electronic_record_code'), '350102-0059-000131002000-2026-D30-000021')
  assert.equal(textOf(metadata, 'project_name'), base.projectName)
  assert.equal(textOf(metadata, 'receive_time'), '2026-11-19 14:32:00')
  const fileset = metadata.children.find(({ name }) => name === 'fileset')!
  assert.equal(fileset.children.length, 5)
  assert.equal(textOf(fileset.children[0]!, 'computer_file_size'), String(files[0]!.content.length))
})

test('the transfer list carries number, size and digest of the package', () => {
  const { zip, transferList, fileNumber, digest } = build()
  const [directory] = readXml(transferList)!.children.find(({ name }) => name === 'directories')!.children
  assert.equal(textOf(directory!, 'unique_identifier'), fileNumber)
  assert.equal(textOf(directory!, 'size'), String(zip.length))
  assert.equal(textOf(directory!, 'digital_summary'), digest)
})

test('one changed byte is found by the digest, a cut package by its bytes', async () => {
  const { zip, transferList } = build()
  const changed = Buffer.from(zip)
  changed[zip.length >> 1]! ^= 1
  assert.ok((await codesOf(changed, { transferList })).includes('1-1-2'))
  assert.ok((await codesOf(zip.subarray(0, zip.length - 1), { transferList })).includes('2-1-1'))
})

test('a missing file, a file too many, a changed size and an empty file are found', async () => {
  const first = '申报文件/A001-申请表.pdf'
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        delete parts[first]
      }),
    ),
    ['2-2-2'],
  )
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        parts['申报文件/A009-多余.pdf'] = files[0]!.content
      }),
    ),
    ['1-3-2'],
  )
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        parts[first] = Buffer.concat([files[0]!.content, Buffer.from('\n')])
      }),
    ),
    ['1-3-2'],
  )
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        parts[first] = new Uint8Array()
      }),
    ),
    ['1-3-2', '3-2-1'],
  )
})

test('a file outside of the folders and a package without metadata are found', async () => {
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        parts['其他/x.pdf'] = files[0]!.content
      }),
    ),
    ['1-3-2', '1-5-1'],
  )
  assert.deepEqual(
    await codesOf(
      altered((parts) => {
        delete parts['基本信息元数据.xml']
      }),
    ),
    ['1-5-1'],
  )
})

test('metadata that cannot be read, is incomplete, or skips a number is found', async () => {
  const rewritten = (change: (xml: string) => string) =>
    altered((parts) => {
      const name = '基本信息元数据.xml'
      parts[name] = Buffer.from(change(Buffer.from(parts[name]!).toString()))
    })
  assert.deepEqual(await codesOf(rewritten((xml) => xml.replace('</fileset>', ''))), ['3-1-1'])
  assert.deepEqual(await codesOf(rewritten((xml) => xml.replace(/<task_name>[^<]*/, '<task_name>'))), [
    '1-2-1',
  ])
  assert.deepEqual(await codesOf(rewritten((xml) => xml.replace('D30-000021', 'D99-21'))), ['1-2-1'])
  assert.ok((await codesOf(rewritten((xml) => xml.replace('A002-', 'A003-')))).includes('2-2-3'))
  assert.deepEqual(await codesOf(rewritten((xml) => xml.replace('>5</total_number>', '>6</total_number>'))), [
    '2-2-3',
  ])
})

test('a required paper that is missing is named', async () => {
  const { zip } = build({ files: files.filter(({ code }) => code !== 'B8') })
  const findings = await checkArchivePackage(zip, { required })
  assert.deepEqual(findings, [{ code: '2-2-2', sentence: '缺少 B8 或 B4' }])
})

test('a file that does not open, a bomb, and no ZIP at all are found', async () => {
  const spoilt = build({ files: [...files, { ...files[0]!, content: Buffer.from('%PDF-1.7 cut off') }] })
  assert.deepEqual(await codesOf(spoilt.zip), ['3-2-2'])
  const bomb = Buffer.from(zipSync({ 'a.txt': new Uint8Array(12_000_000) }))
  assert.deepEqual(await codesOf(bomb), ['3-4-1'])
  assert.deepEqual(await codesOf(Buffer.from('not a package')), ['3-4-2'])
})

test('numbers and codes of the wrong shape are our own mistake and throw', () => {
  assert.throws(() => electronicFileNumber({ ...number, regionCode: '3501' }))
  assert.throws(() => electronicFileNumber({ ...number, taskCode: 'x' }))
  assert.throws(() => build({ files: [{ ...files[0]!, code: 'D1' }] }))
})

test('what XML cannot carry is left out, and foreign XML is not half read', () => {
  assert.equal(escapeXml('甲\u0000乙\u0008<&>"\''), '甲乙&lt;&amp;&gt;&quot;&apos;')
  assert.equal(readXml('<a>&bomb;</a>'), null)
  assert.equal(readXml('<!DOCTYPE a []><a></a>'), null)
  assert.equal(readXml('<a><b></a></b>'), null)
  assert.equal(readXml('<a></a><b></b>'), null)
  assert.equal(readXml('<a>&lt;&amp;lt;</a>')?.text, '<&lt;')
})
