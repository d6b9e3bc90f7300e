import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import { DESK, openScene, PHONE, phoneSays, type Scene, until } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'
const CHEN_PHONE = '15400000001'
const EFFECT = '2026-10-19'
const VISIT = '2026-10-20'
const MATERIAL = '从业人员健康证明'
const TOLD = `「${MATERIAL}」的要求变了。`

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

/** Chooses a day and a time on the page of times. */
async function choose(page: Page, day: string, time: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${day}`) }).click()
  await page.getByRole('radio', { name: new RegExp(`^${time}`) }).check()
  await page.getByRole('button', { name: '下一步' }).click()
}

test('a visit is booked from the guide, outlives a change of the item, and is served [Art. 2.1, 8.1(2), 10.1]', async (t) => {
  const step = tellSteps(t, () => scene.pages())
  let chen: Page
  let own: string
  let number: string

  await step(
    'from the guide 陈榕生 comes to the days that are free, and a full one is named so',
    async () => {
      chen = await scene.someone(PHONE)
      await citizen.search(chen, '食品经营')
      await chen.getByRole('main').getByRole('link', { name: ITEM }).first().click()
      await chen.getByRole('link', { name: '预约窗口' }).first().click()
      await chen.getByRole('heading', { level: 1, name: '预约窗口' }).waitFor()
      await chen.getByRole('cell', { name: '10月14日（周三） 约满' }).waitFor()
      await isAccessible(chen, 'days and times')
    },
  )

  await step('he chooses, signs in, sees what to bring, and has a number', async () => {
    await choose(chen, '10月20日', '9:30')
    await citizen.signInAs(chen, '陈榕生')
    await chen.getByRole('heading', { level: 1, name: '核对一遍，再约' }).waitFor()
    await chen.getByText('10月20日（周二）9:30–10:00').waitFor()
    await chen.getByText('经营场所平面图和设备布局图').waitFor()
    await isAccessible(chen, 'check before booking')
    await chen.getByRole('button', { name: '确认预约' }).click()
    await chen.getByText('约好了').waitFor()
    own = new URL(chen.url()).pathname
    number = await chen.locator('.booking-number').innerText()
    assert.match(number, /^[0-9A-Z]{4} [0-9A-Z]{4}$/)
    await isAccessible(chen, 'own booking')
    await phoneSays(scene, CHEN_PHONE, new RegExp(`已约好：10月20日（周二）9:30.*预约号 ${number}`))
  })

  await step('without scripts 何乌山 books, moves and cancels', async () => {
    const page = await scene.someone(PHONE, { javaScriptEnabled: false })
    await page.goto('/booking')
    await page.getByRole('searchbox').fill('食品经营')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('main').getByRole('link', { name: ITEM }).click()
    await choose(page, '10月15日', '15:00')
    await citizen.signInAs(page, '何乌山')
    await page.getByRole('button', { name: '确认预约' }).click()
    await page.getByRole('link', { name: '改时间' }).click()
    await choose(page, '10月16日', '14:00')
    await page.getByRole('button', { name: '改到这个时间' }).click()
    await page.getByRole('heading', { level: 1, name: '10月16日（周五）14:00–14:30' }).waitFor()
    await page.getByRole('link', { name: '取消预约' }).click()
    await page.getByRole('button', { name: '取消预约' }).click()
    await page.getByText('这个预约取消了，不用来').waitFor()
    await page.context().close()
  })

  await step('before filing a change the clerk reads that a visit is booked after its day', async () => {
    const clerk = await scene.someone(DESK)
    await editor.signIn(clerk, '潘清册')
    await editor.openItem(clerk, ITEM)
    const pane = await editor.openSection(clerk, '申请材料')
    const material = await editor.unfold(pane, MATERIAL)
    await editor.write(material, { 受理标准: '每名接触直接入口食品的人员一份，满六个月要换（示例）' })
    await editor.save(clerk)
    await clerk.getByRole('button', { name: /^提交审核…/ }).click()
    const drawer = clerk.getByRole('dialog')
    await editor.write(drawer, { 生效日期: EFFECT })
    await drawer.getByText('生效日期以后 1 个（10-20 周二 1 个）').waitFor()
    await drawer.getByText(`告知 1 个：${TOLD}`).waitFor()
    await isAccessible(clerk, 'impact on bookings')
    await editor.write(drawer, { '为什么改（公开）': '健康证明要更近（示例）。' })
    await drawer.getByRole('button', { name: '提交审核', exact: true }).click()
    await clerk.getByRole('status').filter({ hasText: '待审核' }).waitFor()
    await clerk.context().close()
  })

  await step('the change is decided: the booking already shows what to bring on its day', async () => {
    for (const [name, act, then] of [
      ['潘复核', '审核通过', '待备案'],
      ['严立册', '接收备案', '待生效'],
    ] as const) {
      const hand = await scene.someone(DESK)
      await editor.signInToChanges(hand, name)
      await editor.openChange(hand, ITEM)
      await hand.getByText(`告知 1 个：${TOLD}`).waitFor()
      await editor.sign(hand, act, then)
      await hand.context().close()
    }
    await chen.goto(own)
    await chen.getByText('10月19日（周一）起办事指南更新，下面是您来的那天要带的。').waitFor()
    await chen.getByText('满六个月要换').waitFor()
    await isAccessible(chen, 'own booking with a change on its way')
  })

  await step(
    'on the day of effect his phone says what to bring; on his own day the window serves him',
    async () => {
      await scene.platform.wakeAt(`${VISIT}T09:20:00+08:00`)
      await phoneSays(scene, CHEN_PHONE, new RegExp(TOLD))
      const window = await scene.someone(DESK)
      await window.goto('/desk/bookings')
      await citizen.signInAs(window, '潘小榕')
      await window.getByLabel('预约号').fill(number.toLowerCase())
      await window.getByRole('button', { name: '找', exact: true }).click()
      const row = window.getByRole('row').filter({ hasText: '陈榕生' })
      await row.getByRole('button', { name: /^到场/ }).click()
      await row.getByText('已到场').waitFor()
      await row.getByRole('button', { name: /^没办成/ }).click()
      const drawer = window.getByRole('dialog')
      await drawer.getByRole('radio', { name: /^别的原因/ }).check()
      await drawer.getByRole('button', { name: '记为没有办' }).click()
      await drawer.getByText('别的原因不得拒办').waitFor()
      await isAccessible(window, 'turning a booked visit away')
      await drawer.getByRole('button', { name: '不记了' }).click()
      await row.getByRole('button', { name: /^办了/ }).click()
      await row.getByText('已办理').waitFor()
      await isAccessible(window, 'bookings of the day')
      await window.context().close()

      const again = await scene.someone(PHONE)
      await again.goto('/my/bookings')
      await citizen.signInAs(again, '陈榕生')
      await until(again, again.getByText('已办理'))
      await isAccessible(again, 'own bookings')
    },
  )
})
