import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FrameLocator, Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import { askOnlyWhen } from './editor-steps.ts'
import { DESK, openScene, PHONE, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('a clerk designs a form beside its preview; once in force applicants are asked exactly that', async (t) => {
  const step = tellSteps(t, scene.pages)
  let clerk: Page
  let preview: FrameLocator

  await step('the clerk adds a group with a choice, and a field that hangs on it', async () => {
    clerk = await scene.someone(DESK)
    await editor.signIn(clerk, '潘清册')
    await editor.openItem(clerk, ITEM)
    await editor.openSection(clerk, '申请表')
    preview = editor.formPreview(clerk)
    await preview.getByRole('heading', { name: '食品安全员', exact: true }).waitFor()
    await editor.chooseInForm(clerk, '食品安全员')
    await clerk.getByRole('button', { name: '加组', exact: true }).click()
    await editor.write(editor.properties(clerk), { 组名: '设备和投入' })
    await editor.addField(clerk, '单选', {
      名称: '有没有冷藏设备',
      '第 1 个选项': '有',
      '第 2 个选项': '没有',
    })
    await editor.addField(clerk, '一行字', { 名称: '冷藏设备放在哪里' })
    // What a condition looks at first is what stands right before it.
    await editor.properties(clerk).getByRole('button', { name: '只在某种回答时问' }).click()
    await editor.properties(clerk).getByRole('checkbox', { name: '有', exact: true }).check()
  })

  await step(
    'a field hangs on which document somebody has; on a laptop the phone stands beside it',
    async () => {
      await editor.addField(clerk, '人', { 名称: '设备保养人' })
      await editor.addField(clerk, '一行字', { 名称: '设备保养人的国籍' })
      await askOnlyWhen(clerk, '设备保养人的证件类型', ['护照'])
      await editor.save(clerk)
      await clerk.setViewportSize({ width: 1280, height: 720 })
      await clerk.getByText('选中的这一项有条件，照现在填的不问').waitFor()
      const nationality = preview.getByRole('textbox', { name: '设备保养人的国籍' })
      assert.ok(await nationality.isHidden())
      await preview.getByRole('group', { name: '设备保养人' }).getByRole('combobox').selectOption('护照')
      await nationality.waitFor()
      await isAccessible(clerk, 'form designer on a laptop')
      await clerk.setViewportSize(DESK)
    },
  )

  await step('a table with an amount, its sum, and an address chosen down to the street', async () => {
    await editor.addField(clerk, '表格', { 名称: '设备清单' })
    await editor.addColumn(clerk, '设备清单', '一行字', { 名称: '设备' })
    await editor.addColumn(clerk, '设备清单', '金额', { 名称: '价格' })
    await editor.chooseInForm(clerk, '设备清单')
    await editor.addField(clerk, '金额', { 名称: '投入合计', 谁来填: { pick: '自动算：加起来' } })
    await editor.write(editor.properties(clerk), { '用来算的第 1 个': { pick: '设备清单每一行的价格' } })
    await editor.addField(clerk, '选到街道的地址', { 名称: '仓库地址' })
    await editor.save(clerk)
    assert.deepEqual(await editor.stops(clerk), [])
    await isAccessible(clerk, 'form designer')
  })

  await step('a field that was deleted comes back, and moves by the keyboard', async () => {
    await editor.inForm(clerk, '仓库地址').press('Delete')
    await clerk.getByText('已删“仓库地址”').waitFor()
    await editor.inForm(clerk, '仓库地址').waitFor({ state: 'detached' })
    await editor.inForm(clerk, '投入合计').press('Delete')
    await editor.inForm(clerk, '投入合计').waitFor({ state: 'detached' })
    // The last first: by the button beside it, and by the keys.
    await clerk.getByRole('button', { name: '撤销', exact: true }).click()
    await editor.inForm(clerk, '投入合计').waitFor()
    assert.equal(await editor.inForm(clerk, '仓库地址').count(), 0)
    await clerk.getByRole('treeitem').first().press('Control+z')
    await editor.inForm(clerk, '仓库地址').press('Alt+ArrowUp')
    await clerk.getByText('“仓库地址”已上移').waitFor()
    const names = await clerk.getByRole('treeitem').allInnerTexts()
    const at = (name: string) => names.findIndex((n) => n.startsWith(name))
    assert.ok(at('仓库地址') === at('投入合计') - 1, names.join('|'))
    await editor.save(clerk)
  })

  await step('a field is copied from another item of the department, and as quickly gone', async () => {
    await clerk.getByRole('button', { name: '抄别的事项', exact: true }).click()
    const drawer = clerk.getByRole('dialog')
    await drawer.getByRole('button', { name: '仅销售预包装食品备案', exact: true }).click()
    await drawer.getByRole('button', { name: '抄“网店名称和平台”', exact: true }).click()
    await drawer
      .getByRole('button', { name: 'Close' })
      .or(drawer.getByRole('button', { name: '关闭' }))
      .click()
    await editor.inForm(clerk, '网店名称和平台').waitFor()
    await preview.getByRole('textbox', { name: '网店名称和平台' }).waitFor()
    await editor.chooseInForm(clerk, '网店名称和平台')
    await editor.properties(clerk).getByRole('button', { name: '删除', exact: true }).click()
    await preview.getByRole('textbox', { name: '网店名称和平台' }).waitFor({ state: 'detached' })
  })

  await step('in the preview the form behaves as in the hall, and keeps nothing', async () => {
    await preview.getByRole('group', { name: '有没有冷藏设备' }).getByRole('radio', { name: '没有' }).check()
    assert.ok(await preview.getByRole('textbox', { name: '冷藏设备放在哪里' }).isHidden())
    await preview
      .getByRole('group', { name: '有没有冷藏设备' })
      .getByRole('radio', { name: '有', exact: true })
      .check()
    await preview.getByRole('textbox', { name: '冷藏设备放在哪里' }).waitFor()
    const table = preview.getByRole('group', { name: '设备清单' })
    await table.getByRole('textbox', { name: '价格' }).first().fill('12000.5')
    await preview.getByText('12000.5', { exact: true }).waitFor()
    await preview.getByRole('button', { name: '保存，去核对' }).click()
    const faults = preview.getByRole('alert').getByRole('link')
    await faults.filter({ hasText: '请填冷藏设备放在哪里' }).waitFor()
    await faults.filter({ hasText: '仓库地址' }).first().waitFor()
    assert.equal(await table.getByRole('textbox', { name: '价格' }).first().inputValue(), '12000.5')
    // A change in the editor comes into the preview, with what was tried there.
    await editor.chooseInForm(clerk, '冷藏设备放在哪里')
    await editor.write(editor.properties(clerk), { 填写说明: '写到房间，例如：后厨东侧。' })
    await preview.getByText('写到房间，例如：后厨东侧。').waitFor()
    const hint = editor.properties(clerk).getByLabel(/^填写说明/)
    assert.ok(
      await hint.evaluate((control) => control === document.activeElement),
      'the hand stays where it types',
    )
    assert.equal(await table.getByRole('textbox', { name: '价格' }).first().inputValue(), '12000.5')
    await editor.save(clerk)
  })

  await step('the change goes through its hands', async () => {
    await editor.submit(clerk)
    const checker = await scene.someone(DESK)
    await editor.signInToChanges(checker, '潘复核')
    await editor.openChange(checker, ITEM)
    await editor.sign(checker, '审核通过', '待备案')
    const registrar = await scene.someone(DESK)
    await editor.signInToChanges(registrar, '严立册')
    await editor.openChange(registrar, ITEM)
    await editor.sign(registrar, '接收备案', '已生效')
  })

  await step('an applicant is asked what the preview asked', async () => {
    const applicant = await scene.someone(PHONE)
    await applicant.goto('/search?q=食品经营许可')
    await applicant.getByRole('main').getByRole('link', { name: ITEM }).first().click()
    await applicant.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(applicant, '陈榕生')
    await applicant.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    await applicant
      .getByRole('group', { name: '有没有冷藏设备' })
      .getByRole('radio', { name: '有', exact: true })
      .check()
    await citizen.field(applicant, '冷藏设备放在哪里').fill('后厨东侧')
    const table = applicant.getByRole('group', { name: '设备清单' })
    await table.getByRole('textbox', { name: '价格' }).first().fill('800')
    await applicant.getByText('800', { exact: true }).first().waitFor()
    await citizen.goToReview(applicant)
    const faults = await citizen.faults(applicant)
    assert.ok(
      faults.some((f) => f.includes('设备清单') && f.includes('设备')),
      faults.join('|'),
    )
    assert.ok(!faults.some((f) => f.includes('冷藏')), faults.join('|'))
  })
})
