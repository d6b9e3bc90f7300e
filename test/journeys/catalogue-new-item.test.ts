import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Locator, Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import { addStep, ask, askOnlyWhen, choose } from './editor-steps.ts'
import { DESK, openScene, PHONE, type Scene, until } from './scene.ts'
import { tellSteps } from './steps.ts'

/** In the directory the water department has to implement it, and has no item of it yet. */
const NAME = '河道管理范围内建设项目工程建设方案审批'
const CROSSES = '工程跨河、穿河吗？'
const INSIDE = '工程在河道管理范围内'
const WITHIN = '工程在河道管理范围内吗？'

const DAY_OF_EFFECT = '2026-10-14'
/** What the page must say of each element of Art. 7. */
const ELEMENTS = [
  NAME,
  '行政许可',
  '中华人民共和国水法',
  INSIDE,
  '工程建设方案',
  '现场核查',
  '航道意见',
  '20 个工作日',
  '8 个工作日',
  '不收费',
  '福州市行政服务中心（示例）',
  '工程建设方案准予许可决定书（示例）',
  '0591-0000 0611',
  '0591-0000 0612',
]

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('a clerk who never saw the system adds an item, completes its guide and brings it into force; a citizen finds it and prints the checklist [Art. 3.1(2), 5.1(2), 5.1(3), 5.1(4), 7.1, 23.1]', async (t) => {
  const step = tellSteps(t, () => scene.pages())
  let clerk: Page
  let checker: Page
  let itemId: string
  let phone: Page

  /** Writes a section; afterwards so many findings stop publication, and the button says the same number. */
  async function complete(section: string, stops: number, write: (pane: Locator) => Promise<void>) {
    const pane = await editor.openSection(clerk, section)
    await write(pane)
    await editor.save(clerk)
    const button = stops > 0 ? `提交审核（还差 ${stops} 项）` : /^提交审核…/
    await clerk.getByRole('button', { name: button }).waitFor()
    assert.equal((await editor.stops(clerk)).length, stops, section)
    await isAccessible(clerk, `editor, ${section}`)
  }

  await step(
    'from 事项目录 the clerk chooses what the directory gives the department [Art. 5.1(2)]',
    async () => {
      clerk = await scene.someone(DESK)
      await editor.signIn(clerk, '俞清册')
      await clerk.getByRole('link', { name: '新增事项' }).click()
      await clerk.getByRole('heading', { name: /本部门应当有、还没有的/ }).waitFor()
      await isAccessible(clerk, 'new item')
      await clerk.getByRole('button', { name: `新增 ${NAME}` }).click()
      await clerk.getByRole('heading', { level: 1, name: NAME }).waitFor()
      itemId = new URL(clerk.url()).pathname.split('/').at(-1)!
      const basis = await editor.openSection(clerk, '依据与条件')
      await basis.getByText('中华人民共和国水法').waitFor()
      assert.deepEqual(await editor.shortStops(clerk), [
        '选择服务对象：谁可以申请',
        '填写受理条件',
        '列出申请材料',
        '列出办理环节',
        '填写法定时限的天数和单位（工作日或自然日）',
        '填写承诺时限的天数和单位（工作日或自然日）',
        '写明是否收费',
        '至少选择一种办理形式',
        '上传结果样本',
        '填写咨询电话和投诉电话',
        '写明向哪个机关申请复议、向哪个法院起诉',
      ])
      await clerk.getByText('过了 2/11 节').waitFor()
      await isAccessible(clerk, 'editor of a new item')
    },
  )

  await step('each finding leads to its field; the next section is one click away', async () => {
    await editor.follow(clerk, '列出申请材料')
    await clerk.getByRole('region', { name: '申请材料', exact: true }).waitFor()
    await editor.follow(clerk, '写明向哪个机关申请复议')
    const field = clerk.getByLabel('行政复议机关')
    await field.waitFor()
    assert.ok(await field.evaluate((e) => e === document.activeElement))
    await editor.openSection(clerk, '收费')
    await clerk.getByRole('button', { name: '下一节：办理形式与地点' }).click()
    await clerk.getByRole('group', { name: '办理形式', exact: true }).waitFor()
  })

  await step('the gate tells what is missing, and nothing can be handed in', async () => {
    const button = clerk.getByRole('button', { name: /^提交审核（还差 \d+ 项）/ })
    assert.equal(await button.getAttribute('aria-disabled'), 'true')
    const guide = await fetch(`${scene.platform.url}/items/${itemId}`)
    assert.equal(guide.status, 404)
  })

  await step('section by section fewer findings stop it [Art. 7.1]', async () => {
    await complete('基本信息', 10, async (pane) => {
      await editor.write(pane, {
        一句话说明: '在河道管理范围内建桥、建码头，开工前办这个（示例）。',
        日常叫法: '河边建桥\n建码头',
        办件类型: { pick: '承诺件' },
      })
      await editor.tick(pane, '服务对象', ['企业法人', '事业法人'])
    })
    await complete('依据与条件', 9, (pane) =>
      editor.write(pane, { 受理条件: `${INSIDE}\n符合防洪标准、岸线规划和其他技术要求` }),
    )
    await complete('申请材料', 8, async (pane) => {
      await editor.add(pane, '份材料', {})
      await editor.write(pane, {
        材料名称: '工程建设方案',
        受理标准: '写明工程与河道的关系，图纸齐全（示例）',
        要求提供的依据: '《中华人民共和国水法》第三十八条',
      })
    })
    await complete('时限', 6, (pane) => editor.write(pane, { 法定时限: '20', 承诺时限: '8' }))
    await complete('收费', 5, (pane) => editor.write(pane, { 是否收费: { pick: '不收费' } }))
    await complete('联系与救济', 3, (pane) =>
      editor.write(pane, {
        咨询电话: '0591-0000 0611',
        投诉电话: '0591-0000 0612',
        行政复议机关: '福州市人民政府（示例）',
        行政诉讼法院: '福州市鼓楼区人民法院（示例）',
      }),
    )
    await complete('结果与样本', 2, async (pane) => {
      await editor.write(pane, { 结果: { pick: '批文' }, 结果名称: '工程建设方案准予许可决定书（示例）' })
      await editor.add(pane, '行照面', { 名称: '建设单位', 取值: '{holder.name}', 样本上印什么: '示例单位' })
    })
    // What can be applied for online wants a form: one finding goes, another comes.
    await complete('办理形式与地点', 2, async (pane) => {
      await editor.tick(pane, '办理形式', ['窗口办理', '电脑端网上办理', '移动端网上申请'])
      await editor.write(pane, { 进驻的服务中心: { pick: '福州市行政服务中心（示例）' } })
    })
  })

  await step('steps with two branches at the same time, drawn beside the counter’s [Art. 5.1(4), 23.1]', () =>
    complete('办理环节', 1, async (pane) => {
      await addStep(pane, {
        name: '受理',
        entries: { 时限: '1', 审查标准: '材料齐全、符合形式（示例）' },
      })
      await addStep(pane, {
        name: '现场核查',
        entries: { 怎样办: { pick: '现场踏勘' }, 时限: '4', 审查标准: '与方案一致（示例）' },
      })
      await addStep(pane, {
        name: '航道意见',
        entries: {
          怎样办: { pick: '会签' },
          会签部门: { pick: '福州市交通运输局' },
          时限: '5',
          审查标准: '不影响通航（示例）',
        },
        besides: true,
      })
      await addStep(pane, {
        name: '决定',
        entries: {
          阶段: { pick: '决定' },
          岗位: { pick: '决定岗' },
          时限: '2',
          审查标准: '符合条件（示例）',
        },
      })
      await editor.write(pane, { 窗口办理的环节: '受理\n现场核查\n航道意见\n决定' })
    }),
  )

  await step('the form, with a field that is asked only after one answer and a table', () =>
    complete('申请表', 0, async (pane) => {
      await pane.getByRole('button', { name: '设计申请表' }).click()
      await editor.addField(clerk, '一行字', { 名称: '建设单位', 从哪里来: { pick: '实名认证：单位名称' } })
      await editor.addField(clerk, '一行字', { 名称: '工程名称', 最多字数: '60' })
      await editor.addField(clerk, '单选', {
        名称: '有没有临时工程',
        '第 1 个选项': '有',
        '第 2 个选项': '没有',
      })
      await editor.addField(clerk, '日期', { 名称: '临时工程拆除日期', 日期限制: { pick: '不早于今天' } })
      await askOnlyWhen(clerk, '有没有临时工程', ['有'])
      await editor.addField(clerk, '表格', { 名称: '占用河道的部位' })
      await editor.addColumn(clerk, '占用河道的部位', '一行字', { 名称: '部位' })
      await editor.addColumn(clerk, '占用河道的部位', '数', { 名称: '面积', 单位: '平方米' })
    }),
  )

  await step('a situation: who need not apply, and which step falls away; an example holds it', () =>
    complete('情形引导', 0, async (pane) => {
      await pane.getByRole('button', { name: '建情形引导' }).click()
      await ask(pane, WITHIN)
      await ask(pane, CROSSES)
      await choose(clerk, `第 2 题：${WITHIN}`, '是')
      await pane.getByRole('button', { name: '加一行条件' }).click()
      await choose(clerk, `条件表第 1 行，${WITHIN}`, '否')
      await choose(clerk, '条件表第 1 行，不符合哪一条', INSIDE)
      await editor.write(pane, {
        '条件表第 1 行，为什么': '不在河道管理范围内的工程不用办这个（示例）。',
        '条件表第 1 行，怎样就符合': '拿不准范围线的，先打咨询电话（示例）。',
      })
      await pane.getByRole('button', { name: '加一行清单' }).click()
      await choose(clerk, `清单表第 1 行，${CROSSES}`, '否')
      await editor.write(pane, { 清单表加一列: { pick: '省去环节' } })
      await choose(clerk, '清单表第 1 行，省去环节', '航道意见')
      await editor.write(pane, { '清单表第 1 行，告诉申请人': '不跨河、不穿河的，不送交通部门（示例）。' })
      await pane.getByLabel(WITHIN, { exact: true }).selectOption('是')
      await pane.getByLabel(CROSSES, { exact: true }).selectOption('否')
      await pane.getByRole('button', { name: '存为例子' }).click()
      await pane.getByText('✓ 通过').waitFor()
    }),
  )

  await step('handed in for a day of effect; sent back once with a reason, mended, passed', async () => {
    await editor.submit(clerk, { 生效日期: DAY_OF_EFFECT })
    checker = await scene.someone(DESK)
    await editor.signInToChanges(checker, '俞复核')
    await editor.openChange(checker, NAME)
    await isAccessible(checker, 'change, to be checked')
    await checker.getByRole('button', { name: '按申请人样子看' }).click()
    const guide = checker.frameLocator('iframe[title="指南预览"]')
    await guide.getByRole('heading', { level: 1, name: NAME }).waitFor()
    await guide.getByText('写明工程与河道的关系').first().waitFor()
    await checker.keyboard.press('Escape')
    await editor.sendBack(checker, '退回', '办理流程少写了送达，窗口要送达。')
    await clerk.reload()
    await clerk.getByText('办理流程少写了送达').waitFor()
    await isAccessible(clerk, 'editor, sent back')
    await complete('办理环节', 0, (pane) =>
      editor.write(pane, { 窗口办理的环节: '受理\n现场核查\n航道意见\n决定\n送达' }),
    )
    await editor.submit(clerk, { 生效日期: DAY_OF_EFFECT })
    await editor.openChange(checker, NAME)
    await editor.sign(checker, '审核通过', '待备案')
  })

  await step(
    'the registrar files, the reform body decides; then it waits for its day [Art. 5.1(3)]',
    async () => {
      const registrar = await scene.someone(DESK)
      await editor.signInToChanges(registrar, '严立册')
      await editor.openChange(registrar, NAME)
      await editor.sign(registrar, '接收备案', '待决定')
      const reformer = await scene.someone(DESK)
      await editor.signInToChanges(reformer, '程从简')
      await editor.openChange(reformer, NAME)
      await editor.sign(reformer, '同意', '待生效', '示审改〔2026〕2 号（示例）')
      await isAccessible(reformer, 'change, waiting for its day')
      assert.equal((await fetch(`${scene.platform.url}/items/${itemId}`)).status, 404)
    },
  )

  await step(
    'its day has come: a citizen finds it by an everyday name and reads the guide [Art. 7.1]',
    async () => {
      await scene.platform.wakeAt(`${DAY_OF_EFFECT}T08:30:00+08:00`)
      phone = await scene.someone(PHONE)
      await phone.goto(`/items/${itemId}`)
      await until(phone, phone.getByRole('heading', { level: 1, name: NAME }))
      await citizen.search(phone, '河边建桥')
      await isAccessible(phone, 'search')
      await phone.getByRole('main').getByRole('link', { name: NAME }).first().click()
      await phone.getByRole('heading', { level: 1, name: NAME }).waitFor()
      await isAccessible(phone, 'guide')
      const folded = (await phone.getByRole('main').textContent())!.replaceAll(/\s+/g, '')
      for (const said of ELEMENTS) assert.ok(folded.includes(said.replaceAll(/\s+/g, '')), said)
    },
  )

  await step('two answers say that the condition is met and which step falls away; it prints', async () => {
    await phone.getByRole('link', { name: '开始回答' }).click()
    await answer(phone, '否')
    await phone.getByRole('heading', { level: 1, name: '有 1 个条件还不符合' }).waitFor()
    await phone.getByText('先打咨询电话').waitFor()
    await isAccessible(phone, 'condition that is not met')
    await phone.getByRole('link', { name: /^改\s*工程在河道管理范围内吗/ }).click()
    await answer(phone, '是')
    await phone.getByRole('heading', { level: 1, name: CROSSES }).waitFor()
    await isAccessible(phone, 'question')
    await answer(phone, '否')
    await phone.getByRole('heading', { level: 1, name: '按您的回答，符合条件' }).waitFor()
    await phone.getByRole('table', { name: '您的材料清单' }).getByText('工程建设方案').waitFor()
    await phone.getByText('不送交通部门').waitFor()
    await isAccessible(phone, 'checklist')
    const onScreen = phone.getByText('要带着走，用浏览器的打印')
    await onScreen.waitFor()
    await phone.emulateMedia({ media: 'print' })
    await onScreen.waitFor({ state: 'hidden' })
    await phone.getByRole('table', { name: '您的材料清单' }).waitFor()
    assert.ok(await phone.locator('.tick-box').first().isVisible())
    await phone.getByText('问福州市水利局，0591-0000 0611').waitFor()
    await phone.emulateMedia({ media: 'screen' })
  })

  await step('the print for the counter comes from the same version [Art. 3.1(2)]', async () => {
    const print = await phone.request.get(`/items/${itemId}/guide.pdf`)
    assert.equal(print.headers()['content-type'], 'application/pdf')
    await phone.goto(`/g/${itemId}/1`)
    await phone.getByRole('heading', { level: 1 }).waitFor()
    await isAccessible(phone, 'what the QR code of the print opens')
  })
})

async function answer(page: Page, choice: string): Promise<void> {
  await page.getByRole('radio', { name: choice, exact: true }).check()
  await page.getByRole('button', { name: '下一步' }).click()
}
