import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { dayInWords, dayText, momentText } from './days.ts'
import type { CorrectionNoticePaper, DecisionRefusePaper, LicencePaper, Paper, PaperKind } from './paper.ts'
import { paperNames } from './paper.ts'
import { renderPaper, sealImage } from './render.ts'
import { samplePapers } from './samples.ts'
import { noReader, textOfPdf } from './testing.ts'
import { typesetterPid } from './typesetter.ts'

const folder = mkdtempSync(join(tmpdir(), 'rongban-papers-'))
after(() => rmSync(folder, { recursive: true }))

const sample = <K extends PaperKind>(kind: K) =>
  samplePapers.find((paper) => paper.kind === kind) as Extract<Paper, { kind: K }>

const textOf = async (paper: Paper): Promise<string> => textOfPdf(await renderPaper(paper))

const pagesOf = (pdf: Buffer) => [...pdf.toString('latin1').matchAll(/\/Type \/Page\b(?!s)/g)].length

test('there is a sample of every kind of paper', () => {
  assert.deepEqual(samplePapers.map(({ kind }) => kind).sort(), Object.keys(paperNames).sort())
})

for (const paper of samplePapers) {
  test(`${paperNames[paper.kind]} is a tagged PDF/A-2a on one page`, async () => {
    const pdf = await renderPaper(paper)
    const text = pdf.toString('latin1')
    assert.equal(pagesOf(pdf), 1)
    assert.match(text, /pdfaid:part>2</)
    assert.match(text, /pdfaid:conformance>A</)
    assert.match(text, /\/StructTreeRoot/)
  })
}

test('the same paper gives the same bytes', async () => {
  assert.ok((await renderPaper(sample('decision-grant'))).equals(await renderPaper(sample('decision-grant'))))
})

test('a refusal shows its reasons, both ways to object with body and last day, and the sample mark', {
  skip: noReader,
}, async () => {
  const text = await textOf(sample('decision-refuse'))
  assert.match(text, /凉菜间没有独立隔间/)
  assert.match(text, /六十日内向福州市鼓楼区人民政府申请行政复议（在网上收到的，2027年1月31日前）/)
  assert.match(text, /六个月内向福州市鼓楼区人民法院提起行政诉讼（在网上收到的，2027年6月2日前）/)
  assert.match(text, /示例/)
})

test('the receipt shows number and query code, the slip its promised day, the notice every point', {
  skip: noReader,
}, async () => {
  const receipt = await textOf(sample('receipt'))
  assert.match(receipt, /办件编号11999999MB00000011437000000000202611190012/)
  assert.match(receipt, /查询密码7K3M9X/)
  assert.match(await textOf(sample('acceptance-slip')), /承诺办结日2026年11月27日/)
  const notice = await textOf(sample('correction-notice'))
  for (const { problem } of sample('correction-notice').points) assert.ok(notice.includes(problem), problem)
  assert.match(notice, /2026年12月4日前/)
})

test('[Art. 16.1] what is missing, what has to be put right and what a window refused each have their model document', {
  skip: noReader,
}, async () => {
  const missing = await textOf(sample('missing-notice'))
  for (const { material } of sample('missing-notice').missing) assert.ok(missing.includes(material), material)
  assert.match(missing, /已经收到、不用再交的：食品经营许可申请表、营业执照/)
  const faults = await textOf(sample('rectification-notice'))
  for (const { found, demand } of sample('rectification-notice').faults)
    assert.ok(faults.includes(found) && faults.includes(demand), found)
  for (const who of sample('rectification-notice').visitors)
    assert.ok(faults.includes(who.replace(/\s/g, '')), who)
  const report = await textOf(sample('window-refusal'))
  assert.match(report, /报备对象福州市行政服务中心管理委员会/)
  assert.match(report, /已一次书面告知/)
})

test('outside of a sample world no paper says 示例 of itself', { skip: noReader }, async () => {
  const paper: CorrectionNoticePaper = { ...sample('correction-notice'), sample: false }
  assert.doesNotMatch(await textOf(paper), /不产生法律效力/)
})

test('what a person typed is text and never markup', { skip: noReader }, async () => {
  const typed = '#panic("x") *粗* $x$ \\ @ref <label> "引" #import "secret" `code` = 标题'
  const paper: LicencePaper = { ...sample('licence'), fields: [{ label: '名称', value: typed }] }
  assert.ok((await textOf(paper)).includes('#panic("x")*粗*$x$\\@ref<label>"引"#import"secret"`code`=标题'))
})

test('a character that no face holds does not stop the paper', async () => {
  const paper: LicencePaper = { ...sample('licence'), fields: [{ label: '名称', value: '好店 🍜 𪚥' }] }
  assert.ok((await renderPaper(paper)).length > 10_000)
})

test('papers in work when the typesetter dies are set by the next one', async () => {
  await renderPaper(sample('receipt'))
  const papers = samplePapers.map((paper) => renderPaper({ ...paper, number: '再来一次' }))
  await new Promise((resolve) => setImmediate(resolve))
  process.kill(typesetterPid()!, 'SIGKILL')
  for (const pdf of await Promise.all(papers)) assert.equal(pdf.toString('latin1', 0, 5), '%PDF-')
})

test('a thousand papers later the typesetter is another process', async () => {
  await renderPaper(sample('receipt'))
  const first = typesetterPid()
  for (let count = 0; count < 1000; count += 1) await sealImageAnew(count)
  assert.notEqual(typesetterPid(), first)
})

/** The cheapest thing to set; each name is new, so that none is remembered. */
const sealImageAnew = (count: number) => sealImage(`局${count}`)

test('long reasons flow on to numbered pages', { skip: noReader }, async () => {
  const reasons = Array.from({ length: 40 }, (_, index) => ({
    fact: `第 ${index + 1} 项：${'经营场所与申报材料不一致。'.repeat(6)}`,
    basis: '本事项审查标准（示例）',
  }))
  const paper: DecisionRefusePaper = { ...sample('decision-refuse'), reasons }
  const text = await textOf(paper)
  assert.match(text, /第2页，共\d页/)
  assert.match(text, /第40项/)
})

test('a licence with a very long scope still shows identifier and validity', { skip: noReader }, async () => {
  const paper: LicencePaper = {
    ...sample('licence'),
    fields: [...sample('licence').fields, { label: '经营范围', value: '预包装食品销售；'.repeat(220) }],
  }
  const text = await textOf(paper)
  assert.match(text, /2031年12月1日/)
  assert.ok(text.includes(paper.identifier))
})

test('the seal picture needs no font and names itself to nobody as text', async () => {
  const svg = await sealImage('鼓楼区市场监督管理局')
  assert.match(svg, /<svg/)
  assert.doesNotMatch(svg, /<text/)
})

test('days are written as papers write them', () => {
  assert.equal(dayText('2026-12-02'), '2026年12月2日')
  assert.equal(dayInWords('2026-12-02'), '二〇二六年十二月二日')
  assert.equal(dayInWords('2026-10-10'), '二〇二六年十月十日')
  assert.equal(dayInWords('2030-01-31'), '二〇三〇年一月三十一日')
  assert.equal(momentText(new Date('2026-12-01T16:05:00Z')), '2026年12月2日 00:05')
  assert.throws(() => dayText('2.12.2026'))
})

test('the application form shows what was answered before it, question by question', {
  skip: noReader,
}, async () => {
  const text = await textOf(sample('application-form'))
  assert.match(text, /办理情形做哪种生意？餐饮，有堂食/)
  const paper = { ...sample('application-form'), situation: [] } as Paper
  assert.doesNotMatch(await textOf(paper), /办理情形/)
})
