import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { unzipSync } from 'fflate'
import { packageOf } from '../../src/archive/index.ts'
import { papersOf, withdraw } from '../../src/casework/index.ts'
import {
  createFileStore,
  diskBlobs,
  loadOrCreateSealAuthority,
  verifySealedPdf,
} from '../../src/documents/index.ts'
import { noReader, textOfPdf } from '../../src/documents/testing.ts'
import { verifyAll } from '../../src/history/index.ts'
import { licenceOf } from '../../src/licences/index.ts'
import { remedies } from '../../src/regulation/index.ts'
import { secondHands } from './hands.ts'
import { LifeWorld } from './world.ts'

let world: LifeWorld
before(async () => {
  world = await LifeWorld.begin()
})
after(() => world.end())

/** The bytes of a paper of the dossier. */
async function paperOf(dossierId: string, kind: string): Promise<Buffer> {
  const paper = (await papersOf(world.database.db, dossierId)).find((p) => p.kind === kind)
  assert.ok(paper, `there is a ${kind}`)
  return read(paper.fileId)
}

const read = (fileId: string) =>
  createFileStore(world.database.db, diskBlobs(join(world.dataDir, 'files'))).read(fileId)

async function sealOf(pdf: Buffer) {
  return verifySealedPdf(await loadOrCreateSealAuthority(join(world.dataDir, 'seals')), pdf)
}

/** What a reader sees, without blanks; null on a machine without a reader. */
const wordsOf = (pdf: Buffer): string | null => (noReader ? null : textOfPdf(pdf))

const dayWords = (day: string) => {
  const [y, m, d] = day.split('-').map(Number)
  return `${y}年${m}月${d}日`
}

test('a granted dossier leaves every paper, its licence, the SMS and a receipt of the archive [Art. 15.2, 16.1, 19.1, 20.1, 21.1]', async (t) => {
  const dossierId = await world.file()
  await world.untilPaper(dossierId, 'receipt')
  const receipt = wordsOf(await paperOf(dossierId, 'receipt'))
  const received = (await world.textsOnPhoneWhen(dossierId, 1))[0]!
  const code = /查询码 ([2-9A-Z]{8})/.exec(received)?.[1]
  assert.ok(code, received)
  if (receipt === null) t.diagnostic('no pdftotext here: the words of the papers were not read')
  else assert.ok(receipt.includes(code), 'the receipt shows the query code')

  await world.untilEvent(dossierId, 'dossier.verified')
  const rows = await world.database.db.query<{ field: string; outcome: string }>(
    'select field, outcome from casework.verification where dossier_id = $1 order by field',
    [dossierId],
  )
  assert.deepEqual(
    rows.map((r) => `${r.field} ${r.outcome}`),
    ['contactPhone match', 'manager match', 'managerId match', 'operatorName match', 'siteAddress match'],
  )

  await world.accept(dossierId)
  await world.untilPaper(dossierId, 'acceptance-slip')
  const slip = await sealOf(await paperOf(dossierId, 'acceptance-slip'))
  assert.deepEqual([slip.valid, slip.wholeDocument], [true, true])
  assert.match(slip.signer, /^鼓楼区市场监督管理局/)

  await world.giveOpinions(dossierId)
  await world.dial('licence-platform', 'down')
  await world.decide(dossierId)
  await world.untilEvent(dossierId, 'dossier.licence-made')
  const early = await world.act('window', dossierId, 'closing')
  assert.equal(early.ok ? null : early.refusal.name, 'licence-first')
  await world.dial('licence-platform', 'ok')
  await world.untilEvent(dossierId, 'dossier.licence-pushed')
  const licence = (await licenceOf(world.database.db, dossierId))!
  assert.equal((await sealOf(await read(licence.fileId))).valid, true)
  const held = await world.heldLicences(licence.identifier)
  assert.equal(held.length, 1)
  assert.equal(held[0]!.metadata.ZZMC, '食品经营许可证')
  await world.untilPaper(dossierId, 'decision-grant')
  assert.equal((await sealOf(await paperOf(dossierId, 'decision-grant'))).valid, true)

  await world.close(dossierId)
  await world.untilEvent(dossierId, 'dossier.archived')
  const texts = await world.textsOnPhoneWhen(dossierId, 3)
  assert.equal(texts.filter((text) => text.includes('结果：准予')).length, 1)
  const kept = (await packageOf(world.database.db, dossierId))!
  assert.ok(kept.receipt?.receiptNumber)
  assert.equal(kept.receipt.digest, kept.sha256)
  assert.equal(await world.archiveReceipts(kept.fileNumber), 1)
  const kinds = (await papersOf(world.database.db, dossierId)).map((p) => p.kind).sort()
  assert.deepEqual(kinds, [
    'acceptance-slip',
    'application-form',
    'decision-grant',
    'receipt',
    'service-receipt',
  ])
  assert.equal((await world.dossier(dossierId)).status, 'archived')
  assert.equal((await verifyAll(world.database.db)).broken, null)
})

test('what was filed is held against the registers: every field that they know has its row [Art. 11.1]', async () => {
  const dossierId = await world.file()
  const verified = await world.untilEvent(dossierId, 'dossier.verified')
  assert.deepEqual(verified.data, { checked: 5, differs: [] })
  const looked = await world.database.db.query<{ cause: string }>(
    'select distinct cause from exchange.look_up where dossier_id = $1',
    [dossierId],
  )
  const { number } = await world.dossier(dossierId)
  assert.deepEqual(looked, [{ cause: `办件 ${number}，核对申请表` }])
})

test('a refusal tells its reasons and both remedies with their days; no licence is made [Art. 27.1]', async (t) => {
  const dossierId = await world.file()
  await world.accept(dossierId)
  await world.giveOpinions(dossierId)
  await world.decide(dossierId, 'refused')
  await world.untilPaper(dossierId, 'decision-refuse')
  const paper = await paperOf(dossierId, 'decision-refuse')
  assert.equal((await sealOf(paper)).valid, true)
  const words = wordsOf(paper)
  if (words === null) t.diagnostic('no pdftotext here: the words of the refusal were not read')
  else {
    const told = remedies({ decisionDay: '2026-10-13', ...world.item.remedy })
    for (const part of [
      '冷食间没有单独设置',
      '食品经营许可和备案管理办法第十二条',
      world.item.remedy.reviewOrgan,
      dayWords(told.reviewUntil),
      world.item.remedy.court,
      dayWords(told.suitUntil),
    ])
      assert.ok(words.includes(part.replace(/\s/g, '')), `the refusal says ${part}`)
  }
  await world.close(dossierId)
  await world.untilEvent(dossierId, 'dossier.archived')
  const last = (await world.textsOnPhoneWhen(dossierId, 3)).filter((text) => text.includes('不予许可'))
  assert.equal(last.length, 1)
  assert.equal(await licenceOf(world.database.db, dossierId), null)
  assert.equal((await world.eventCounts(dossierId))['dossier.licence-made'], undefined)
})

test('an application that is not accepted gets a sealed notice, an SMS, and goes to the archive [Art. 16.1, 27.1]', async () => {
  const dossierId = await world.file()
  await world.does('window', dossierId, 'non-acceptance', {
    reasonClass: 'not-our-power',
    reason: '经营场所在台江区，不归本局管。',
    basis: '行政许可法第三十二条',
    otherOrgan: '台江区市场监督管理局',
  })
  await world.untilPaper(dossierId, 'non-acceptance')
  assert.equal((await sealOf(await paperOf(dossierId, 'non-acceptance'))).valid, true)
  await world.close(dossierId)
  await world.untilEvent(dossierId, 'dossier.archived')
  const texts = await world.textsOnPhoneWhen(dossierId, 2)
  assert.equal(texts.filter((text) => text.includes('不予受理')).length, 1)
  assert.equal(await licenceOf(world.database.db, dossierId), null)
})

test('an application that is taken back ends with one SMS; nobody can act on it any more', async () => {
  const dossierId = await world.file()
  const hands = await secondHands(world)
  const { accountId, applicant } = await world.dossier(dossierId)
  const actor = { kind: 'applicant' as const, id: accountId, name: applicant.name }
  const taken = await withdraw(
    hands.deps,
    actor,
    dossierId,
    { key: 'w1', reason: '暂时不开店了' },
    hands.deps.now(),
  )
  await hands.close()
  assert.equal(taken.ok, true)
  await world.untilEvent(dossierId, 'dossier.withdrawn')
  const texts = await world.textsOnPhoneWhen(dossierId, 2)
  assert.equal(texts.filter((text) => text.includes('已按您的要求撤回')).length, 1)
  const late = await world.act('window', dossierId, 'acceptance')
  assert.equal(late.ok ? null : late.refusal.name, 'not-possible-now')
  const dossier = await world.dossier(dossierId)
  assert.equal(dossier.result, 'withdrawn')
  await world.untilEvent(dossierId, 'dossier.archived')
})

test('the package waits for every paper of the dossier, however late one is made [Art. 21.1]', async () => {
  const letGo = await world.holdBack('acceptance-paper')
  const dossierId = await world.file()
  await world.accept(dossierId)
  await world.giveOpinions(dossierId)
  await world.decide(dossierId, 'refused')
  await world.untilPaper(dossierId, 'decision-refuse')
  await world.close(dossierId)
  await world.untilPutOff(dossierId, 'archive-package')
  assert.equal(await packageOf(world.database.db, dossierId), null)
  await letGo()
  await world.untilEvent(dossierId, 'dossier.archived')
  const kept = (await packageOf(world.database.db, dossierId))!
  const names = Object.keys(unzipSync(await read(kept.fileId)))
  assert.ok(
    names.some((name) => name.includes('受理')),
    `the acceptance slip is among ${names.join(', ')}`,
  )
})
