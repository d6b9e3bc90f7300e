import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as officer from './officer.ts'
import { DESK, openScene, phoneSays, type Scene, sealedPaper, until } from './scene.ts'
import { keepBothWidths, keepScreen } from './screens.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'
const EATERY = '鼓楼区榕荫小馆（示例）'
/** The eatery shares the phone of its legal representative, 陈榕生. */
const EATERY_PHONE = '15400000001'
const MATERIALS = ['经营场所平面图和设备布局图', '食品安全管理制度目录', '从业人员健康证明']

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('a small eatery, at 1440 px, is refused with reasons and remedies', async (t) => {
  const { platform, materials } = scene
  const step = tellSteps(t, scene.pages)
  let eatery: Page
  let receipt: citizen.Receipt

  await step('it signs in from the guide and finds what the enterprise register knows', async () => {
    await keepBothWidths(scene, '/', 'home')
    eatery = await scene.someone(DESK)
    await citizen.search(eatery, '食品经营')
    await isAccessible(eatery, 'search')
    await eatery.getByRole('main').getByRole('link', { name: ITEM }).first().click()
    await eatery.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    await isAccessible(eatery, 'guide')
    await eatery.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(eatery, EATERY)
    await eatery.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    assert.equal(await citizen.term(eatery, '经营者名称'), EATERY)
    assert.equal(
      await citizen.field(eatery, '经营场所地址').inputValue(),
      '福州市鼓楼区示例路 12 号 1 层（示例）',
    )
    await eatery
      .getByText(/来自企业库/)
      .first()
      .waitFor()
    await isAccessible(eatery, 'draft')
  })

  await step('it applies with an address that differs from the register', async () => {
    const { 经营者名称: _name, '法定代表人（负责人）': _person, ...asked } = citizen.SMALL_RESTAURANT
    await citizen.fillIn(eatery, {
      ...asked,
      经营场所地址: '福州市鼓楼区示例路 28 号 1 层（示例）',
      食品安全员姓名: '陈榕生',
    })
    await citizen.upload(eatery, MATERIALS[0]!, materials.floorPlan)
    await citizen.upload(eatery, MATERIALS[1]!, materials.rules)
    await citizen.upload(eatery, MATERIALS[2]!, materials.healthProof)
    await citizen.goToReview(eatery)
    await eatery.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    await isAccessible(eatery, 'review')
    receipt = await citizen.declareAndSubmit(eatery)
    await isAccessible(eatery, 'receipt')
    await eatery.goto(`/my/dossiers/${receipt.dossierId}`)
    await isAccessible(eatery, 'dossier')
  })

  await step(
    'the window officer sees the difference marked, and nobody of another organ sees the dossier',
    async () => {
      const desk = await scene.someone(DESK)
      await officer.signIn(desk, '潘小榕')
      await officer.openDossier(desk, EATERY)
      const difference = desk.getByRole('row').filter({ hasText: '经营场所地址' })
      await until(desk, difference)
      assert.match(await difference.innerText(), /示例路 28 号 1 层（示例）[\s\S]*示例路 12 号 1 层（示例）/)
      assert.deepEqual(await difference.locator('mark, ins, del, em, b, strong').allInnerTexts(), ['8', '1'])
      await isAccessible(desk, 'record with a difference')
      await officer.lookAt(desk, MATERIALS[0]!)
      await keepScreen(desk, 'desk')
      await officer.conclude(desk, '经营场所地址', '以登记为准')
      await desk.getByRole('button', { name: '申请表' }).click()
      for (const material of ['营业执照', '经营者（法定代表人、负责人）身份证', ...MATERIALS])
        await officer.findGood(desk, material)
      await officer.accept(desk, '现场核查')
      const stranger = await scene.someone(DESK)
      await officer.signIn(stranger, '余审言')
      assert.equal((await stranger.request.get(`/api/dossiers/${receipt.dossierId}`)).status(), 404)
      await stranger.goto(`/desk/dossiers/${receipt.dossierId}`)
      await stranger.getByText(/没有/).first().waitFor()
      await isAccessible(stranger, 'record of another organ')
      await stranger.context().close()
      await desk.context().close()
    },
  )

  await step('the examiner finds it against the standard and sends it on', async () => {
    const examiner = await scene.someone(DESK)
    await officer.signIn(examiner, '潘审言')
    await officer.openDossier(examiner, EATERY)
    await officer.giveOpinion(examiner, {
      verdict: '不符合',
      text: '冷食专间没有单独设置，现场不能整改。',
      visit: {
        day: '2026-10-13',
        time: '09:10',
        visitors: ['潘审言', '陈核查（示例）'],
        findings: '冷食和热食共用一间，没有二次更衣。',
      },
    })
    await officer.atStep(examiner, '审查')
    await officer.giveOpinion(examiner, { verdict: '不符合', text: '不符合经营条件。' })
    await officer.atStep(examiner, '决定')
    await examiner.context().close()
  })

  await step('the approver refuses: a reason and its basis are compulsory', async () => {
    const approver = await scene.someone(DESK)
    await officer.signIn(approver, '潘致远')
    await officer.openDossier(approver, EATERY)
    await approver.getByRole('button', { name: /^不予许可/ }).click()
    const drawer = approver.getByRole('dialog', { name: '不予许可' })
    await drawer.getByText(/鼓楼区人民政府（示例）/).waitFor()
    await isAccessible(approver, 'refusal being written')
    assert.equal(
      await drawer.getByRole('button', { name: '决定：不予许可' }).getAttribute('aria-disabled'),
      'true',
    )
    await drawer.getByRole('button', { name: '不办了' }).click()
    await officer.refuse(
      approver,
      '现场核查发现冷食专间没有单独设置，不符合食品安全标准要求的经营条件。',
      '食品经营许可和备案管理办法第二章',
    )
    await eatery.getByText('决定：不予许可').waitFor()
    await approver.getByRole('button', { name: /^办结/ }).click()
    await eatery.getByText(/^已完成：\s*办结$/).waitFor()
    await isAccessible(approver, 'record, refused and closed')
    await approver.context().close()
  })

  await step('it reads the decision with both remedies, and has a message; there is no licence', async () => {
    await phoneSays(scene, EATERY_PHONE, /结果：不予许可。理由、复议（60 日内）和诉讼（6 个月内）/)
    await eatery.reload()
    await eatery.getByText('部门决定不予许可').first().waitFor()
    await sealedPaper(scene, eatery, '不予行政许可决定书')
    await isAccessible(eatery, 'dossier, refused')
    await eatery.goto('/my/licences')
    assert.equal(await eatery.getByRole('main').getByText('食品经营许可证').count(), 0)
    await isAccessible(eatery, 'licences')
    await eatery.goto('/my/messages')
    await eatery.getByText(/结果：不予许可/).waitFor()
    await isAccessible(eatery, 'messages')
    await eatery.goto('/my/reads')
    await isAccessible(eatery, 'who looked at my data')
  })

  await step('another applicant finds nothing of it by its address', async () => {
    const other = await scene.someone(DESK)
    await other.goto('/sign-in?to=/my')
    await citizen.signInAs(other, '陈榕生')
    await other.getByRole('heading', { level: 1, name: '我的' }).waitFor()
    for (const path of ['', '/receipt', '/papers/1', '/rating', '/timeline'])
      assert.equal(
        (await other.request.get(`/my/dossiers/${receipt.dossierId}${path}`)).status(),
        404,
        `${platform.url}${path}`,
      )
    assert.equal(await other.getByText(ITEM).count(), 0)
  })
})
