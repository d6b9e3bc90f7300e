import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import * as editor from './editor.ts'
import { DESK, openScene, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'
const CLERK = '潘清册'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

const saved = (page: Page) => page.getByRole('status').getByText('已自动保存').waitFor()

test('the same draft open in two windows loses nothing: changes are put together, a clash is chosen place by place', async (t) => {
  const step = tellSteps(t, scene.pages)
  let one: Page
  let other: Page

  await step('two windows open the same item', async () => {
    one = await scene.someone(DESK)
    other = await scene.someone(DESK)
    await editor.signIn(one, CLERK)
    await editor.signIn(other, CLERK)
    await editor.openItem(one, ITEM)
    await editor.openItem(other, ITEM)
  })

  await step('each writes in another place, and both find both', async () => {
    await one.getByLabel('一句话说明').fill('一边写的说明。')
    await saved(one)
    const basis = await editor.openSection(other, '依据与条件')
    await basis.getByLabel('受理条件').fill('另一边写的条件')
    await other.getByText('并入了别人的修改').waitFor()
    await editor.openSection(other, '基本信息')
    assert.equal(await other.getByLabel('一句话说明').inputValue(), '一边写的说明。')
  })

  await step(
    'both write the same place: the second reads both texts and chooses; nothing typed is lost',
    async () => {
      await other.getByLabel('一句话说明').fill('另一边也写说明。')
      await saved(other)
      await one.getByLabel('英文说明').fill('Typed beside the clash.')
      await one.getByLabel('一句话说明').fill('一边再写说明。')
      const clash = one.getByRole('group', { name: '一句话说明' })
      await clash.getByText('另一边也写说明。').waitFor()
      await isAccessible(one, 'clash of two clerks')
      await clash.getByRole('radio', { name: /用这里写的/ }).check()
      await one.getByRole('button', { name: '按选的保存' }).click()
      await saved(one)
      assert.equal(await one.getByLabel('英文说明').inputValue(), 'Typed beside the clash.')
      const basis = await editor.openSection(one, '依据与条件')
      assert.equal(await basis.getByLabel('受理条件').inputValue(), '另一边写的条件')
    },
  )

  await step('the versions stand side by side, and the field history tells who wrote what', async () => {
    await one.getByRole('link', { name: '各版对照', exact: true }).click()
    const table = one.getByRole('table')
    await table.getByText('一边再写说明。').or(table.getByText('一边')).first().waitFor()
    await table.getByRole('row').filter({ hasText: '受理条件' }).getByText(CLERK).waitFor()
    await isAccessible(one, 'versions side by side')
    await one.getByRole('link', { name: '字段留痕' }).click()
    await one.getByRole('table').getByText('Typed beside the clash.').waitFor()
    await isAccessible(one, 'field history')
  })
})

test('what was typed without a network comes back and is put together with what others saved; what was taken out comes back; a draft can be thrown away', async (t) => {
  const step = tellSteps(t, scene.pages)
  const other = '个体工商户设立登记'
  let one: Page
  let two: Page

  await step('typed without a network, and the window closed: the next look brings it back', async () => {
    one = await scene.someone(DESK)
    two = await scene.someone(DESK)
    await editor.signIn(one, CLERK)
    await editor.signIn(two, CLERK)
    await editor.openItem(one, other)
    await editor.openItem(two, other)
    await one.context().setOffline(true)
    await one.getByLabel('一句话说明').fill('断网时写的说明（示例）。')
    await one.getByText('没有存上，写的还在这一页').waitFor()
    await two.getByLabel('英文说明').fill('Saved by another meanwhile.')
    await saved(two)
    const address = one.url()
    const context = one.context()
    await one.close({ runBeforeUnload: false })
    await context.setOffline(false)
    one = await context.newPage()
    await one.goto(address)
    await one.getByText('没存上的修改（基本信息）放回来了').waitFor()
    await saved(one)
    assert.equal(await one.getByLabel('一句话说明').inputValue(), '断网时写的说明（示例）。')
    assert.equal(await one.getByLabel('英文说明').inputValue(), 'Saved by another meanwhile.')
    await isAccessible(one, 'what was not saved came back')
  })

  await step('once the network is back, it is saved without another keystroke', async () => {
    await one.context().setOffline(true)
    await one.getByLabel('英文名称').fill('Typed before the network was back')
    await one.getByText('没有存上，写的还在这一页').waitFor()
    await one.context().setOffline(false)
    await saved(one)
    await one.getByText('没有存上').waitFor({ state: 'hidden' })
  })

  await step('a material taken out by mistake comes back by 撤销', async () => {
    const pane = await editor.openSection(one, '申请材料')
    const summaries = pane.locator('summary').filter({ hasText: /改$|自备|核发/ })
    const before = await summaries.count()
    await summaries.first().click()
    await pane.getByRole('button', { name: '去掉这份材料' }).first().click()
    await editor.save(one)
    assert.equal(await summaries.count(), before - 1)
    await one.getByRole('button', { name: '撤销刚才改的：申请材料' }).click()
    await editor.save(one)
    assert.equal(await summaries.count(), before)
  })

  await step(
    'the draft is thrown away: the version in force is there again, and it says so first',
    async () => {
      await one.getByRole('button', { name: '丢掉草稿…' }).click()
      await one.getByText('改的都不要了，回到现行第 1 版').waitFor()
      await isAccessible(one, 'throwing a draft away')
      await one.getByRole('button', { name: '丢掉草稿', exact: true }).click()
      await one.getByText('没有改动，一改就起草新版').waitFor()
      await editor.openSection(one, '基本信息')
      assert.notEqual(await one.getByLabel('一句话说明').inputValue(), '断网时写的说明（示例）。')
    },
  )
})
