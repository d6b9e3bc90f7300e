import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import * as officer from './officer.ts'
import { DESK, openScene, PHONE, phoneSays, type Scene, until } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '食品经营许可（新办）'
const EATERY = '鼓楼区榕荫小馆（示例）'
const CHEN_PHONE = '15400000001'
const UPLOADED = ['经营场所平面图和设备布局图', '食品安全管理制度目录', '从业人员健康证明']
const QUESTION = '餐厨垃圾清运单位'
const REASON = '餐厨垃圾要有单位清运（示例）'
const TOLD = `新的问题「${QUESTION}」，请填。`
const NEW_PHONE = '0591-0000 0699'

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('a published item changes while dossiers are open and drafts are unfinished: nobody is surprised [Art. 3.1(2), 5.1(3), 7.1]', async (t) => {
  const step = tellSteps(t, () => scene.pages())
  let itemId: string
  let eatery: Page
  let receipt: citizen.Receipt
  let chen: Page
  let clerk: Page
  let window: Page

  await step('an eatery has handed in; its owner has a draft of another one', async () => {
    eatery = await scene.someone(DESK)
    await citizen.search(eatery, '食品经营')
    await eatery.getByRole('main').getByRole('link', { name: ITEM }).first().click()
    await eatery.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    itemId = new URL(eatery.url()).pathname.split('/').at(-1)!
    await eatery.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(eatery, EATERY)
    await eatery.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    const {
      经营者名称: _name,
      '法定代表人（负责人）': _person,
      经营场所地址: _place,
      ...asked
    } = citizen.SMALL_RESTAURANT
    await citizen.fillIn(eatery, asked)
    const { floorPlan, rules, healthProof } = scene.materials
    for (const [i, file] of [floorPlan, rules, healthProof].entries())
      await citizen.upload(eatery, UPLOADED[i]!, file)
    await citizen.goToReview(eatery)
    await eatery.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    receipt = await citizen.declareAndSubmit(eatery)

    chen = await scene.someone(PHONE)
    await chen.goto(`/apply/${itemId}`)
    await citizen.signInAs(chen, '陈榕生')
    await chen.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    await citizen.fillIn(chen, { 经营者名称: '榕荫二店（示例）', 经营场所面积: '40' })
    await chen.getByRole('button', { name: '存草稿，下次再填' }).click()
    await chen.getByRole('heading', { level: 1, name: '我的' }).waitFor()
  })

  await step('whoever prints the guide now holds its first version', async () => {
    const print = await chen.request.get(`/items/${itemId}/guide.pdf`)
    assert.equal(print.headers()['content-type'], 'application/pdf')
    await chen.goto(`/g/${itemId}/1`)
    await chen.getByRole('heading', { level: 1, name: ITEM }).waitFor()
  })

  await step(
    'before handing the change in, the clerk reads whom it meets and what they will be told',
    async () => {
      clerk = await scene.someone(DESK)
      await editor.signIn(clerk, '潘清册')
      await editor.openItem(clerk, ITEM)
      await editor.openSection(clerk, '申请表')
      await editor.chooseInForm(clerk, '餐具清洗消毒方式')
      await editor.addField(clerk, '一行字', { 名称: QUESTION })
      const contact = await editor.openSection(clerk, '联系与救济')
      await editor.write(contact, { 咨询电话: NEW_PHONE })
      await editor.save(clerk)
      await clerk.getByRole('button', { name: /^提交审核…/ }).click()
      const drawer = clerk.getByRole('dialog')
      await drawer.getByText('1 件，按收件时的版本办完（第 1 版 1 件）').waitFor()
      await drawer.getByText('1 份转到新版本后申请人要看').waitFor()
      await drawer.getByText(`告知 1 份：${TOLD}`).waitFor()
      await isAccessible(clerk, 'change before it is handed in')
      await drawer.getByRole('button', { name: '不提交了' }).click()
      await editor.submit(clerk, { '为什么改（公开）': `${REASON}。` })
    },
  )

  await step('checked by the department and filed, it is in force [Art. 5.1(3)]', async () => {
    const checker = await scene.someone(DESK)
    await editor.signInToChanges(checker, '潘复核')
    await editor.openChange(checker, ITEM)
    await checker.getByText(NEW_PHONE).first().waitFor()
    await checker.getByText(TOLD).waitFor()
    await editor.sign(checker, '审核通过', '待备案')
    await checker.context().close()
    const registrar = await scene.someone(DESK)
    await editor.signInToChanges(registrar, '严立册')
    await editor.openChange(registrar, ITEM)
    await isAccessible(registrar, 'change of an item, to be filed')
    await editor.sign(registrar, '接收备案', '已生效')
    await registrar.context().close()
  })

  await step(
    'the QR code of the old print says since when it is outdated and what changed [Art. 3.1(2)]',
    async () => {
      await chen.goto(`/g/${itemId}/1`)
      await chen.getByRole('heading', { level: 1, name: /2026年10月13日起不再是现行的/ }).waitFor()
      await chen.getByText(NEW_PHONE).first().waitFor()
      await isAccessible(chen, 'old print')
      await chen.getByRole('link', { name: '看现行的指南' }).click()
      await chen.getByRole('heading', { level: 1, name: ITEM }).waitFor()
      await chen.getByText(NEW_PHONE).first().waitFor()
    },
  )

  await step('the public register and its feeds tell the change with its reason [Art. 5.1(3)]', async () => {
    await chen.goto('/changes')
    await isAccessible(chen, 'register of changes')
    const newest = chen.locator('#in-force').getByRole('listitem').first()
    assert.ok((await newest.innerText()).includes(REASON))
    await newest.getByRole('link', { name: ITEM }).click()
    await chen.getByText(NEW_PHONE).first().waitFor()
    await isAccessible(chen, 'one change')
    const atom = await (await chen.request.get('/changes.atom')).text()
    assert.ok(atom.slice(atom.indexOf('<entry>')).split('</title>')[0]!.includes(`变更：${ITEM}`), atom)
    const json = (await (await chen.request.get('/changes.json')).json()) as { items: { title: string }[] }
    assert.ok(json.items[0]!.title.startsWith(`变更：${ITEM}`), json.items[0]!.title)
  })

  await step(
    'the draft went along: its owner is told the sentence that the clerk read, and nothing is lost',
    async () => {
      await phoneSays(scene, CHEN_PHONE, new RegExp(TOLD))
      await chen.goto('/my')
      await chen.getByText('办事指南更新了，有 1 处要看').waitFor()
      await isAccessible(chen, 'my space, draft that moved')
      await chen.getByRole('link', { name: ITEM }).first().click()
      await chen.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
      await chen.getByRole('link', { name: TOLD }).waitFor()
      assert.equal(await citizen.field(chen, '经营者名称').inputValue(), '榕荫二店（示例）')
      assert.equal(await citizen.field(chen, '经营场所面积').inputValue(), '40')
      await isAccessible(chen, 'draft that moved')
      await citizen.fillIn(chen, { [QUESTION]: '示例清运公司（示例）' })
      await chen.getByRole('button', { name: '存草稿，下次再填' }).click()
      await chen.getByRole('heading', { level: 1, name: '我的' }).waitFor()
      await chen.getByText('办事指南更新了，有 1 处要看').waitFor({ state: 'hidden' })
    },
  )

  await step('the open dossier stays with its version, from acceptance to the end', async () => {
    window = await scene.someone(DESK)
    await officer.signIn(window, '潘小榕')
    await officer.openDossier(window, EATERY)
    for (const material of ['营业执照', '经营者（法定代表人、负责人）身份证', ...UPLOADED])
      await officer.findGood(window, material)
    await officer.accept(window, '现场核查')
    const examiner = await scene.someone(DESK)
    await officer.signIn(examiner, '潘审言')
    await officer.openDossier(examiner, EATERY)
    await officer.giveOpinion(examiner, {
      verdict: '不符合',
      text: '冷食专间没有单独设置。',
      visit: {
        day: '2026-10-13',
        time: '09:10',
        visitors: ['潘审言', '陈核查（示例）'],
        findings: '冷食和热食共用一间（示例）。',
      },
    })
    await officer.atStep(examiner, '审查')
    await officer.giveOpinion(examiner, { verdict: '不符合', text: '不符合经营条件。' })
    await officer.atStep(examiner, '决定')
    await examiner.context().close()
    const approver = await scene.someone(DESK)
    await officer.signIn(approver, '潘致远')
    await officer.openDossier(approver, EATERY)
    await officer.refuse(approver, '冷食专间没有单独设置（示例）。', '食品经营许可和备案管理办法第二章')
    await approver.getByRole('button', { name: /^办结/ }).click()
    await eatery.goto(`/my/dossiers/${receipt.dossierId}`)
    await until(eatery, eatery.getByText('部门决定不予许可').first())
    const record = await window.request.get(`/api/dossiers/${receipt.dossierId}`)
    const { item, result } = (await record.json()) as DossierRecord
    assert.deepEqual([item.itemId, item.version, result], [itemId, 1, 'refused'])
    assert.equal((await eatery.getByRole('main').innerText()).includes(QUESTION), false)
    await approver.context().close()
  })
})
