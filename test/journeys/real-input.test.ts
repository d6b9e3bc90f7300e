import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import type { ItemRecord } from '../../src/catalogue/api/contract.ts'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import { drawSheet } from './materials.ts'
import * as officer from './officer.ts'
import { DAY_OF_JOURNEY } from './platform.ts'
import { DESK, openScene, PHONE, type Scene, sealedPaper, until } from './scene.ts'
import { guidesToImport, importGuides, NAME, type SourceGuide } from './source-guide.ts'
import { tellSteps } from './steps.ts'

/** A social organisation that builds: one of the kinds of applicants that the guide names. */
const APPLICANT = '仓山区晚晴示例养老服务中心（示例）'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('a guide that is imported, completed at the desk and brought into force is applied for, decided and archived [Art. 5.1(3), 5.1(4), 7.1, 17.1, 19.1, 23.1]', async (t) => {
  const step = tellSteps(t, () => scene.pages())
  let source: SourceGuide
  let itemId: string
  let clerk: Page
  let checker: Page
  let registrar: Page
  let applicant: Page
  let window: Page
  let receipt: citizen.Receipt

  await step(
    'the command takes the guides as drafts of the department and says what each still lacks [Art. 7.1]',
    async () => {
      const { file, real } = guidesToImport(scene.platform.dataDir)
      if (!real)
        t.diagnostic('no real guides lie beside this checkout: an invented one of the same shape is used')
      const { guides } = JSON.parse(readFileSync(file, 'utf8')) as { guides: SourceGuide[] }
      source = guides.find((g) => g.name === NAME)!
      const report = await importGuides(scene.platform, file)
      assert.equal(report.outcomes.imported, guides.length)
      const record = report.records.find((r) => r.name === NAME)!
      assert.deepEqual(
        record.todos
          .filter((f) => f.severity === 'blocks')
          .map((f) => f.id)
          .sort(),
        ['art7.legalBasis', 'art7.procedure', 'art7.resultSample', 'form', 'remedy'],
      )
      itemId = record.itemId!
      assert.equal((await importGuides(scene.platform, file)).changed, 0)
      const public_ = await fetch(`${scene.platform.url}/items/${itemId}`)
      assert.equal(public_.status, 404)
    },
  )

  await step('the clerk finds the draft in 事项目录 with the number of its gaps', async () => {
    clerk = await scene.someone(DESK)
    await editor.signIn(clerk, '曾清册')
    const row = clerk.getByRole('row').filter({ hasText: NAME })
    await row.getByText('没发布').waitFor()
    assert.equal(await row.getByRole('cell').nth(2).innerText(), '5')
    await isAccessible(clerk, 'catalogue')
    await editor.openItem(clerk, NAME)
    assert.deepEqual(await editor.shortStops(clerk), [
      '填写设定依据',
      '列出办理环节',
      '上传结果样本',
      '网上能办的事项要有申请表',
      '写明向哪个机关申请复议、向哪个法院起诉',
    ])
    await isAccessible(clerk, 'editor of a draft with gaps')
  })

  await step('as long as Art. 7 is not satisfied, the gate refuses publication [Art. 7.1]', async () => {
    const button = clerk.getByRole('button', { name: /^提交审核（还差 \d+ 项）/ })
    assert.equal(await button.getAttribute('aria-disabled'), 'true')
    const refused = await clerk.request.post(`/api/items/${itemId}/changes`, {
      headers: { origin: scene.platform.url },
      data: {
        changeId: randomUUID(),
        kind: 'text',
        revision: 1,
        effectiveOn: DAY_OF_JOURNEY.slice(0, 10),
      },
    })
    assert.equal(refused.status(), 422)
    assert.match(await refused.text(), /guide-incomplete.*art7\.procedure/)
  })

  await step(
    'a finding leads to its field; the clerk sets the steps and their posts [Art. 5.1(4), 23.1]',
    async () => {
      await editor.follow(clerk, '列出办理环节')
      const pane = clerk.getByRole('region', { name: '办理环节', exact: true })
      await pane.locator('#f-steps:focus').waitFor()
      await editor.add(pane, '个环节', {
        环节名称: '受理',
        阶段: { pick: '受理' },
        岗位: { pick: '受理岗' },
        时限: '1',
        审查标准: '材料齐全、符合形式（示例）',
      })
      await editor.add(pane, '个环节', {
        环节名称: '节能评审',
        阶段: { pick: '审查' },
        岗位: { pick: '审查岗' },
        时限: '3',
        怎样办: { pick: '专家评审' },
        审查标准: '用能分析准确，节能措施可行（示例）',
      })
      await editor.add(pane, '个环节', {
        环节名称: '决定',
        阶段: { pick: '决定' },
        岗位: { pick: '决定岗' },
        时限: '1',
      })
      await editor.save(clerk)
      await clerk.getByText('列出窗口办理的环节').first().waitFor()
      await editor.write(pane, { 窗口办理的环节: '受理\n节能评审' })
      await editor.save(clerk)
      await clerk.getByText('网上 3 个环节，多于窗口的 2 个，须减少：决定。').first().waitFor()
      await editor.write(pane, { 窗口办理的环节: '受理\n节能评审\n决定\n送达' })
      await editor.save(clerk)
      assert.equal((await editor.stops(clerk)).length, 4)
      await isAccessible(clerk, 'editor, steps')
    },
  )

  await step('the clerk designs the form: what the register knows is not asked for', async () => {
    const pane = await editor.openSection(clerk, '申请表')
    await pane.getByRole('button', { name: '设计申请表' }).click()
    await editor.addField(clerk, '一行字', { 名称: '单位名称', 从哪里来: { pick: '实名认证：单位名称' } })
    await editor.addField(clerk, '统一社会信用代码', {
      名称: '统一社会信用代码',
      从哪里来: { pick: '实名认证：信用代码' },
    })
    await editor.addField(clerk, '一行字', { 名称: '项目名称', 最多字数: '60' })
    await editor.addField(clerk, '地址', { 名称: '建设地点' })
    await editor.addField(clerk, '数', { 名称: '年综合能源消费量', 单位: '吨标准煤' })
    await editor.addField(clerk, '日期', { 名称: '计划开工日期', 日期限制: { pick: '不早于今天' } })
    await editor.save(clerk)
    await isAccessible(clerk, 'editor, form')
  })

  await step(
    'the clerk completes the law’s clause, the sample of the result and the remedies [Art. 7.1, 27.1]',
    async () => {
      const basis = await editor.openSection(clerk, '依据与条件')
      const gap = source.laws.find((l) => l.clause === '')!
      await editor.write(await editor.unfold(basis, gap.name), {
        条款: '对《中华人民共和国节约能源法》第十五条的修改',
      })
      const result = await editor.openSection(clerk, '结果与样本')
      await editor.write(result, { 结果名称: '固定资产投资项目节能审查意见（示例）' })
      await editor.add(result, '行照面', {
        名称: '建设单位',
        取值: '{holder.name}',
        样本上印什么: '示例单位',
      })
      const record = (await (await clerk.request.get(`/api/items/${itemId}`)).json()) as ItemRecord
      const project = record.draft!.content.form!.groups[0]!.fields.find((f) => f.label === '项目名称')!
      await editor.add(result, '行照面', {
        名称: '项目名称',
        取值: `{form.${project.key}}`,
        样本上印什么: '示例项目',
      })
      await editor.add(result, '行照面', { 名称: '审查机关', 取值: '{organ.name}', 样本上印什么: '示例机关' })
      const contact = await editor.openSection(clerk, '联系与救济')
      await editor.write(contact, {
        咨询电话: '0591-0000 0601',
        投诉电话: '0591-0000 0602',
        行政复议机关: '福州市人民政府（示例）',
        行政诉讼法院: '福州市鼓楼区人民法院（示例）',
      })
      await editor.save(clerk)
      await clerk.getByText('没有拦住的，可以提交审核。').waitFor()
    },
  )

  await step('the clerk makes the rest the department’s own and strikes out what is settled', async () => {
    const handling = await editor.openSection(clerk, '办理形式与地点')
    await editor.write(handling, {
      名称: '市政务服务中心综合窗口（示例）',
      地址: '福州市示例路 1 号（示例）',
      办公时间: '工作日 9:00–17:00',
      怎样去: '',
    })
    const limits = await editor.openSection(clerk, '时限')
    await editor.write(await editor.unfold(limits, '特别程序'), { 名称: '节能报告评审' })
    const fee = await editor.openSection(clerk, '收费')
    await editor.write(fee, { 不收费的依据: '没有收费的法律依据（示例）' })
    const basics = await editor.openSection(clerk, '基本信息')
    await editor.write(basics, {
      一句话说明: '新建、扩建项目开工以前，先做节能审查（示例）。',
      导入时的疑点: '',
    })
    await editor.save(clerk)
    await isAccessible(clerk, 'editor of a complete draft')
  })

  await step('the clerk hands it in; from then on the draft stays as it is', async () => {
    await editor.submit(clerk, { '给审核人的话（不公开）': '导入的指南，已逐项改成本部门的。' })
    await isAccessible(clerk, 'editor, change under way')
    const guide = await fetch(`${scene.platform.url}/items/${itemId}`)
    assert.equal(guide.status, 404, 'not public before its hands are through')
  })

  await step(
    'a first reading sends it back with reasons; the clerk mends and hands it in again',
    async () => {
      checker = await scene.someone(DESK)
      await editor.signInToChanges(checker, '曾复核')
      await isAccessible(checker, 'changes')
      await editor.openChange(checker, NAME)
      await editor.sendBack(checker, '退回', '一句话说明写得像公文，改成办事人看得懂的话。')
      await clerk.reload()
      await clerk.getByText('改成办事人看得懂的话').waitFor()
      const basics = await editor.openSection(clerk, '基本信息')
      await editor.write(basics, { 一句话说明: '要建或扩建用能多的项目，开工以前先办这个（示例）。' })
      await editor.save(clerk)
      await editor.submit(clerk)
    },
  )

  await step('the department’s checker passes it, not the clerk who wrote it [Art. 5.1(4)]', async () => {
    await editor.openChange(checker, NAME)
    await editor.sign(checker, '审核通过', '待备案')
    await isAccessible(checker, 'change, waiting for its filing')
  })

  await step(
    'the service authority takes the filing, the reform body decides: it is in force [Art. 5.1(3)]',
    async () => {
      registrar = await scene.someone(DESK)
      await editor.signInToChanges(registrar, '严立册')
      await editor.openChange(registrar, NAME)
      await editor.sign(registrar, '接收备案', '待决定')
      const reformer = await scene.someone(DESK)
      await editor.signInToChanges(reformer, '程从简')
      await editor.openChange(reformer, NAME)
      await editor.sign(reformer, '同意', '已生效', '示审改〔2026〕1 号（示例）')
      await isAccessible(reformer, 'change, in force')
      await reformer.context().close()
      const filings = await registrar.request.get('/api/filings')
      const filed = ((await filings.json()) as { rows: { itemId: string; kind: string }[] }).rows
      assert.equal(filed.find((f) => f.itemId === itemId)?.kind, 'new')
      await clerk.reload()
      await clerk.getByText('没有改动，一改就起草新版', { exact: true }).waitFor()
      await isAccessible(clerk, 'editor, in force')
    },
  )

  await step(
    'the public guide, found by its name, shows what was imported and what was completed [Art. 7.1]',
    async () => {
      applicant = await scene.someone(PHONE)
      await citizen.search(applicant, '节能审查')
      await applicant.getByRole('main').getByRole('link', { name: NAME }).first().click()
      await applicant.getByRole('heading', { level: 1, name: NAME }).waitFor()
      const shown = (await applicant.getByRole('main').innerText()).replaceAll(/\s+/g, '')
      const folded = (await applicant.getByRole('main').textContent())!.replaceAll(/\s+/g, '')
      const expected = [
        ...source.materials.map((m) => m.name),
        ...source.conditions.split('\n'),
        `${source.promise_limit.days}个工作日`,
        `${source.legal_limit.days}个工作日`,
        source.basic_code,
        '受理',
        '节能评审',
        '固定资产投资项目节能审查意见（示例）',
        '0591-00000601',
        '福州市示例路1号（示例）',
        '福州市人民政府（示例）',
        '示例',
      ]
      for (const text of expected) assert.ok(shown.includes(text.replaceAll(/\s+/g, '')), text)
      for (const text of [...source.laws.map((l) => l.content), ...source.faq.map((f) => f.q)])
        assert.ok(folded.includes(text.replaceAll(/\s+/g, '')), text)
      assert.ok(!folded.includes(source.dept), 'the department of the source is not the one that acts')
      await isAccessible(applicant, 'guide')
    },
  )

  await step('a social organisation applies with it: form, materials, declaration', async () => {
    await applicant.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(applicant, APPLICANT)
    await applicant.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    assert.equal(await citizen.term(applicant, '单位名称'), APPLICANT)
    await citizen.fillIn(applicant, {
      项目名称: '晚晴养老楼扩建（示例）',
      建设地点: '福州市仓山区示例新村 3 座（示例）',
      年综合能源消费量: '1200',
      计划开工日期: '2026-12-01',
    })
    for (const { name } of source.materials)
      await citizen.upload(applicant, name, await drawSheet(scene.browser, name, APPLICANT))
    await isAccessible(applicant, 'draft')
    await citizen.goToReview(applicant)
    await applicant.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    receipt = await citizen.declareAndSubmit(applicant)
    await isAccessible(applicant, 'receipt')
  })

  await step(
    'a newer version of the guide leaves the dossier with the one that it was submitted under',
    async () => {
      await clerk.getByRole('navigation', { name: '主导航' }).getByRole('link').first().click()
      await clerk.getByRole('heading', { level: 1, name: '事项目录' }).waitFor()
      await editor.openItem(clerk, NAME)
      const contact = await editor.openSection(clerk, '联系与救济')
      await editor.write(contact, { 咨询电话: '0591-0000 0699' })
      await editor.save(clerk)
      await editor.submit(clerk)
      await editor.openChange(checker, NAME)
      await checker.getByText('0591-0000 0699').waitFor()
      await editor.sign(checker, '审核通过', '待备案')
      await editor.openChange(registrar, NAME)
      await editor.sign(registrar, '接收备案', '已生效')
      const guide = await (await fetch(`${scene.platform.url}/items/${itemId}`)).text()
      assert.match(guide, /0591-0000 0699/)
      window = await scene.someone(DESK)
      await officer.signIn(window, '曾小榕')
      const record = await recordOf(receipt)
      assert.deepEqual([record.item.itemId, record.item.version], [itemId, 1])
    },
  )

  await step('the window officer accepts', async () => {
    await officer.openDossier(window, APPLICANT)
    for (const { name } of source.materials) await officer.findGood(window, name)
    await officer.accept(window, '节能评审')
    await sealedOf('受理承诺单')
  })

  await step('the examiner records the review of the experts, with its result [Art. 17.1]', async () => {
    const examiner = await scene.someone(DESK)
    await officer.signIn(examiner, '曾审言')
    await officer.openDossier(examiner, APPLICANT)
    await examiner.getByLabel('哪天').fill('2026-10-13')
    await examiner.getByLabel('几点').fill('09:20')
    await examiner.getByRole('textbox', { name: '专家 1' }).fill('陈专家（示例）')
    await examiner.getByRole('textbox', { name: '评审结论' }).fill('用能分析准确，节能措施可行。')
    await officer.giveOpinion(examiner, { verdict: '符合', text: '评审通过，符合条件。' })
    await officer.atStep(examiner, '决定')
    await examiner.context().close()
  })

  await step(
    'the approver grants; the sealed result is pushed, then the dossier is closed [Art. 19.1]',
    async () => {
      const approver = await scene.someone(DESK)
      await officer.signIn(approver, '曾致远')
      await officer.openDossier(approver, APPLICANT)
      await officer.grant(approver)
      await window.goto(`/desk/dossiers/${receipt.dossierId}`)
      await window
        .getByText(/推送到电子证照共享服务平台/)
        .and(window.getByText(/^\d/))
        .waitFor({ timeout: 60_000 })
      await window.getByRole('button', { name: /^办结/ }).click()
      await approver.context().close()
    },
  )

  await step('the applicant has the decision, and the archive has the package', async () => {
    await applicant.goto(`/my/dossiers/${receipt.dossierId}`)
    await until(applicant, applicant.getByText('办好了'))
    await sealedOf('准予行政许可决定书')
    await until(applicant, applicant.getByRole('listitem').filter({ hasText: /归档/ }))
    await isAccessible(applicant, 'dossier, archived')
    const record = await recordOf(receipt)
    assert.deepEqual([record.status, record.result, record.item.version], ['archived', 'granted', 1])
  })

  /** The dossier as the desk's API tells it to the window officer. */
  async function recordOf({ dossierId }: citizen.Receipt): Promise<DossierRecord> {
    const answer = await window.request.get(`/api/dossiers/${dossierId}`)
    assert.equal(answer.status(), 200, await answer.text())
    return (await answer.json()) as DossierRecord
  }
  /** The paper of this title is among the applicant's, and its seal holds. */
  async function sealedOf(title: string): Promise<void> {
    await applicant.goto(`/my/dossiers/${receipt.dossierId}`)
    await sealedPaper(scene, applicant, title)
  }
})
