import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from '@playwright/test'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { isAccessible } from './accessible.ts'
import * as citizen from './citizen.ts'
import * as editor from './editor.ts'
import * as officer from './officer.ts'
import { DESK, openScene, PHONE, type Scene } from './scene.ts'
import { tellSteps } from './steps.ts'

const ITEM = '就业登记'
const CITY = '福州市人力资源和社会保障局'
/** Two departments of districts; the sample city has few, and what they do otherwise matters nothing here. */
const TAIJIANG = { organ: '台江区卫生健康局', family: '余', centre: '台江区行政服务中心（示例）' }
const CANGSHAN = { organ: '仓山区民政局', family: '高', centre: '仓山区行政服务中心（示例）' }

let scene: Scene
before(async () => {
  scene = await openScene()
})
after(() => scene?.close())

test('an item of the city is handed down to two districts: both begin on the day on which the city ends, and nothing that is open moves [Art. 5.1(2), 5.1(3)]', async (t) => {
  const step = tellSteps(t, () => scene.pages())
  let itemId: string
  let he: Page
  let receipt: citizen.Receipt
  let clerk: Page
  let registrar: Page

  await step('somebody has handed in with the city', async () => {
    he = await scene.someone(PHONE)
    await citizen.search(he, ITEM)
    await he.getByRole('main').getByRole('link', { name: ITEM, exact: true }).first().click()
    await he.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    itemId = new URL(he.url()).pathname.split('/').at(-1)!
    await he.getByRole('link', { name: '在线办理' }).first().click()
    await citizen.signInAs(he, '何乌山')
    await he.getByRole('heading', { level: 1, name: '填写和上传' }).waitFor()
    await citizen.fillIn(he, {
      就业方式: { choose: '灵活就业' },
      从哪天开始: '2026-10-08',
      最高学历: { choose: '大专' },
    })
    await citizen.goToReview(he)
    await he.getByRole('heading', { level: 1, name: '核对一遍，再提交' }).waitFor()
    receipt = await citizen.declareAndSubmit(he)
  })

  await step('the city’s clerk hands the item down to two districts', async () => {
    clerk = await scene.someone(DESK)
    await editor.signIn(clerk, '傅清册')
    await editor.openItem(clerk, ITEM)
    await editor.end(
      clerk,
      '下放',
      {
        '原因（公开）': '就近办理（示例）。',
        '要办的人去哪里、怎么办（公开）': '到所在区的服务中心办（示例）。',
      },
      [TAIJIANG.organ, CANGSHAN.organ],
    )
    await isAccessible(clerk, 'item that is being handed down')
  })

  await step(
    'checked, filed, decided: the districts have drafts, and the city goes on [Art. 5.1(3)]',
    async () => {
      const checker = await scene.someone(DESK)
      await editor.signInToChanges(checker, '傅复核')
      await editor.openChange(checker, ITEM)
      await isAccessible(checker, 'devolution, to be checked')
      await editor.sign(checker, '审核通过', '待备案')
      await checker.context().close()
      registrar = await scene.someone(DESK)
      await editor.signInToChanges(registrar, '严立册')
      await editor.openChange(registrar, ITEM)
      await editor.sign(registrar, '接收备案', '待决定')
      const reformer = await scene.someone(DESK)
      await editor.signInToChanges(reformer, '程从简')
      await editor.openChange(reformer, ITEM)
      await editor.sign(reformer, '同意', '待生效', '示审改〔2026〕3 号（示例）')
      await reformer.getByText('还等 2 个部门').waitFor()
      await isAccessible(reformer, 'devolution, waiting for the districts')
      await reformer.context().close()
      await he.goto(`/items/${itemId}`)
      await he.getByRole('link', { name: '在线办理' }).first().waitFor()
    },
  )

  await step('the first district completes its own part; it waits for the other', async () => {
    await takeOver(TAIJIANG, '待生效')
    await he.goto(`/items/${itemId}`)
    await he.getByRole('link', { name: '在线办理' }).first().waitFor()
  })

  await step('with the second both are in force, and the guide of the city leads there', async () => {
    await takeOver(CANGSHAN, '已生效')
    await he.goto(`/items/${itemId}`)
    await he.getByText(/下放/).first().waitFor()
    await isAccessible(he, 'guide of what was handed down')
    await he.getByRole('link', { name: new RegExp(TAIJIANG.organ) }).click()
    await he.getByRole('heading', { level: 1, name: ITEM }).waitFor()
    await he.getByText(TAIJIANG.centre).first().waitFor()
    await isAccessible(he, 'guide of a district')
  })

  await step('the search finds the two districts and not the city any more', async () => {
    await citizen.search(he, ITEM)
    const found = he.getByRole('main').getByRole('link', { name: ITEM, exact: true })
    const addresses = await found.evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    assert.equal(new Set(addresses).size, 2, addresses.join(' '))
    assert.equal(addresses.includes(`/items/${itemId}`), false)
  })

  await step('the register tells all three with the document of the decision', async () => {
    await he.goto('/changes')
    const newest = he.locator('#in-force').getByRole('listitem')
    const told = (await newest.allInnerTexts()).slice(0, 3).join('\n')
    assert.match(told, /下放/)
    assert.match(told, /示审改〔2026〕3 号/)
    assert.ok(told.includes(TAIJIANG.organ) && told.includes(CANGSHAN.organ), told)
  })

  await step('what was handed in with the city is decided by the city, under its version', async () => {
    const window = await scene.someone(DESK)
    await officer.signIn(window, '傅小榕')
    await officer.openDossier(window, '何乌山')
    await officer.findGood(window, '居民身份证')
    await officer.accept(window, '审查')
    const record = await window.request.get(`/api/dossiers/${receipt.dossierId}`)
    const { item, organName } = (await record.json()) as DossierRecord & { organName?: string }
    assert.deepEqual([item.itemId, item.version], [itemId, 1], String(organName))
    await he.goto(`/my/dossiers/${receipt.dossierId}`)
    await he.getByText(CITY).first().waitFor()
  })

  /** A district's clerk sets what is its own, its checker passes it, the registrar files it; then its change is at `state`. */
  async function takeOver(district: typeof TAIJIANG, state: string): Promise<void> {
    const own = await scene.someone(DESK)
    await editor.signIn(own, `${district.family}清册`)
    await editor.openItem(own, ITEM)
    await own.getByText('下放').first().waitFor()
    const place = await editor.openSection(own, '办理形式与地点')
    await editor.write(place, { 进驻的服务中心: { pick: district.centre } })
    const contact = await editor.openSection(own, '联系与救济')
    await editor.write(contact, {
      咨询电话: '0591-0000 0621',
      投诉电话: '0591-0000 0622',
      行政复议机关: '区人民政府（示例）',
      行政诉讼法院: '区人民法院（示例）',
    })
    await editor.save(own)
    await isAccessible(own, 'draft of a district')
    await editor.submit(own)
    const checker = await scene.someone(DESK)
    await editor.signInToChanges(checker, `${district.family}复核`)
    await editor.openChange(checker, ITEM)
    await editor.sign(checker, '审核通过', '待备案')
    await editor.openChange(registrar, ITEM)
    await editor.sign(registrar, '接收备案', state)
    await checker.context().close()
    await own.context().close()
  }
})
