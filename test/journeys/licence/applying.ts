import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import { isAccessible } from '../accessible.ts'
import * as citizen from '../citizen.ts'
import { PHONE, type Scene } from '../scene.ts'
import type { Step } from '../steps.ts'

const ITEM = '食品经营许可（新办）'
const TYPED_WRONG: citizen.Answers = {
  ...citizen.SMALL_RESTAURANT,
  经营场所面积: '八十六',
  计划开业日期: '2026-10-12',
  食品安全员身份证号: '999999199211050228',
  联系手机: '1540000',
  餐具清洗消毒方式: '',
}

/** 林晚 at 390 px, from the search to the receipt. */
export async function applyOnline(
  scene: Scene,
  step: Step,
): Promise<{ lin: Page; receipt: citizen.Receipt }> {
  let lin!: Page
  let receipt!: citizen.Receipt

  await step('she finds the item in Chinese, in pinyin and by initials', async () => {
    lin = await scene.someone(PHONE)
    await lin.goto('/')
    await isAccessible(lin, 'home')
    for (const words of ['开饭店', 'shipinjingying', 'spjy']) {
      await citizen.search(lin, words)
      await lin.getByRole('main').getByRole('link', { name: ITEM }).first().waitFor()
    }
    await isAccessible(lin, 'search')
  })

  await step('the guide tells every element of Article 7 and the steps with their days', async () => {
    await lin.getByRole('main').getByRole('link', { name: ITEM }).first().click()
    await lin.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    for (const element of [
      '受理条件',
      '申请材料',
      '办理流程',
      '时限',
      '收费',
      '办理形式',
      '办理结果',
      '设定依据',
      '咨询和投诉',
      '事项信息',
      '常见问题',
    ])
      await lin.getByRole('heading', { level: 2, name: element, exact: true }).waitFor()
    const steps = lin.getByRole('list', { name: '办理流程' }).getByRole('listitem')
    assert.deepEqual(await steps.getByRole('heading').allInnerTexts(), [
      '申请',
      '受理',
      '现场核查',
      '审查',
      '决定',
      '办结',
    ])
    assert.match(await steps.nth(2).innerText(), /第 1–2 个工作日/)
    await isAccessible(lin, 'guide')
  })

  await step('she is asked to sign in, then told why 初级 is not enough', async () => {
    await lin.getByRole('link', { name: '在线办理' }).first().click()
    await isAccessible(lin, 'sign-in')
    await citizen.signInAs(lin, '林晚')
    await lin.getByRole('heading', { level: 1, name: '还差一步：升到中级认证' }).waitFor()
    await lin.getByText(/需要中级认证，您现在是初级认证/).waitFor()
    await isAccessible(lin, 'level')
  })

  await step('she steps up with her bank card and is where she was', async () => {
    await lin.getByRole('link', { name: '去认证' }).click()
    await lin.getByRole('radio', { name: /银行卡/ }).waitFor()
    await isAccessible(lin, 'step-up')
    await citizen.stepUpByBankCard(lin, '9002')
    await lin.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    await lin.getByText(ITEM).first().waitFor()
    await isAccessible(lin, 'draft')
  })

  await step(
    'what is known is there with its source, and what is typed wrong is answered where it stands',
    async () => {
      assert.equal(await citizen.term(lin, '身份证号'), '999999********0227')
      await lin.getByText('来自实名认证').first().waitFor()
      assert.equal(await citizen.field(lin, '联系手机').inputValue(), '15400000002')
      await citizen.fillIn(lin, TYPED_WRONG)
      await citizen.goToReview(lin)
      const told = await citizen.faults(lin)
      for (const [label, sentence] of [
        ['经营场所面积', /请填数字/],
        ['计划开业日期', /不能早于今天/],
        ['食品安全员身份证号', /最后一位/],
        ['联系手机', /11 位，您填了 7 位/],
        ['请填餐具清洗消毒方式', /方式$/],
        ['经营场所平面图和设备布局图', /还没有交/],
      ] as const)
        assert.ok(
          told.some((f) => f.startsWith(label) && sentence.test(f)),
          `${label} in ${told.join(' | ')}`,
        )
      for (const [label, answer] of Object.entries(TYPED_WRONG))
        if (typeof answer === 'string')
          assert.equal(await citizen.field(lin, label).inputValue(), answer, label)
      await isAccessible(lin, 'draft with faults')
    },
  )

  await step('she closes the browser; another day the draft is there', async () => {
    await citizen.fillIn(lin, { 经营场所地址: '福州市鼓楼区示例路 7 号 2 层（示例）' })
    await lin.getByRole('button', { name: '存草稿，下次再填' }).click()
    await lin.getByRole('heading', { level: 1 }).waitFor()
    await isAccessible(lin, 'my space')
    await lin.context().close()
    lin = await scene.someone(PHONE)
    await lin.goto('/my')
    await citizen.signInAs(lin, '林晚')
    await lin.getByRole('link', { name: ITEM }).first().click()
    await lin.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    assert.equal(
      await citizen.field(lin, '经营场所地址').inputValue(),
      '福州市鼓楼区示例路 7 号 2 层（示例）',
    )
    assert.equal(await citizen.field(lin, '经营场所面积').inputValue(), '八十六')
  })

  await step(
    'a file whose content is not what its name says is refused, and the others are taken',
    async () => {
      const said = await citizen.uploadRefused(lin, '从业人员健康证明', scene.materials.noPhoto)
      assert.match(said, /不是|打不开|认不出/)
      await citizen.upload(lin, '营业执照', scene.materials.businessLicence)
      await citizen.upload(lin, '食品安全管理制度目录', scene.materials.rules)
      await citizen.row(lin, '身份证').getByText('已有电子证照，不用上传').waitFor()
      await citizen.sendByCourier(lin, '从业人员健康证明')
      await isAccessible(lin, 'draft with files')
    },
  )

  await step('a browser without JavaScript carries a file with the form', async () => {
    const plain = await scene.someone(PHONE, {
      storageState: await lin.context().storageState(),
      javaScriptEnabled: false,
    })
    await plain.goto(lin.url())
    await citizen.uploadByForm(plain, '经营场所平面图和设备布局图', scene.materials.floorPlan)
    await plain.context().close()
    await lin.reload()
    await citizen
      .row(lin, '经营场所平面图')
      .getByText(/平面图\.png/)
      .waitFor()
  })

  await step('she puts right what was wrong, checks, and cannot submit without declaring', async () => {
    await citizen.fillIn(lin, { ...citizen.SMALL_RESTAURANT, 联系手机: '15400000002' })
    await citizen.goToReview(lin)
    await lin.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    assert.equal(await citizen.term(lin, '经营场所面积'), '86.5 平方米')
    assert.match(await citizen.term(lin, '从业人员健康证明'), /快递/)
    await isAccessible(lin, 'review')
    await lin.getByRole('button', { name: '确认并提交' }).click()
    assert.equal((await citizen.faults(lin)).length, 1)
    await isAccessible(lin, 'review with a fault')
  })

  await step(
    'she submits, and again from a second window: one dossier, with number and query code',
    async () => {
      const review = lin.url().replace(/submission$/, 'review')
      const second = await lin.context().newPage()
      await second.goto(review)
      receipt = await citizen.declareAndSubmit(lin)
      assert.match(receipt.number, /^\S{20,}$/)
      assert.match(receipt.queryCode, /^[0-9A-Z ]{8,}$/)
      await isAccessible(lin, 'receipt')
      assert.deepEqual(await citizen.declareAndSubmit(second), receipt)
      await second.close()
      await lin.goto('/my/dossiers')
      assert.equal(await lin.getByRole('main').getByRole('link', { name: ITEM }).count(), 1)
      await isAccessible(lin, 'dossiers')
    },
  )

  return { lin, receipt }
}
