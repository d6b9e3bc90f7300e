import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import * as citizen from './citizen.ts'
import { openScene, PHONE, phoneSays, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('without JavaScript the hall does everything: 何乌山 searches, signs in, drafts, uploads and submits', async (t) => {
  const { materials } = scene
  const step = tellSteps(t, scene.pages)
  let page: Page

  await step('he finds the guide by initials and signs in from it', async () => {
    page = await scene.someone(PHONE, { javaScriptEnabled: false })
    await citizen.search(page, 'spjy')
    await page.getByRole('main').getByRole('link', { name: ITEM }).first().click()
    await page.getByRole('heading', { level: 2, name: '办理流程' }).waitFor()
    await page.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(page, '何乌山')
    await page.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
  })

  await step('every button of the page saves what he typed, the wrong with the right', async () => {
    await citizen.fillIn(page, { ...citizen.SMALL_RESTAURANT, 经营场所面积: '三十平' })
    await citizen.sendByCourier(page, '从业人员健康证明')
    assert.equal(await citizen.field(page, '经营场所面积').inputValue(), '三十平')
    await citizen.uploadByForm(page, '营业执照', materials.businessLicence)
    await citizen.uploadByForm(page, '经营场所平面图和设备布局图', materials.floorPlan)
  })

  await step('a wrong file is answered at its row, and one that was sent can be taken back', async () => {
    const rules = citizen.row(page, '食品安全管理制度目录')
    await rules.getByLabel(/^选文件/).setInputFiles(materials.noPhoto)
    await rules.getByRole('button', { name: /^上传/ }).click()
    await rules.getByText('没收下：').waitFor()
    await rules.getByLabel(/^选文件/).setInputFiles(materials.rules)
    await rules.getByRole('button', { name: /^上传/ }).click()
    await rules.getByText('已上传').waitFor()
    await rules.getByRole('button', { name: /^删除/ }).click()
    await rules.getByText('还没有上传').waitFor()
    await citizen.uploadByForm(page, '食品安全管理制度目录', materials.rules)
    await citizen.goToReview(page)
    assert.deepEqual(await citizen.faults(page), ['经营场所面积：请填数字，例如 86 或 86.5'])
  })

  await step('he puts it right, submits, and the phone has the query code', async () => {
    await citizen.fillIn(page, { 经营场所面积: '30' })
    await citizen.goToReview(page)
    const receipt = await citizen.declareAndSubmit(page)
    await phoneSays(scene, '15400000007', new RegExp(receipt.queryCode.replaceAll(' ', '')))
    await page.getByRole('link', { name: '看进度' }).click()
    await page.getByText('您提交了申请').waitFor()
  })

  await step('he sees the progress from the home page with number and code, and signs out', async () => {
    await page.goto('/my')
    await page.getByRole('link', { name: ITEM }).first().waitFor()
    await page.goto('/display?mode=elder&to=/')
    assert.equal(await page.locator('html').getAttribute('data-mode'), 'elder')
    await page.getByRole('heading', { level: 1 }).waitFor()
  })
})
