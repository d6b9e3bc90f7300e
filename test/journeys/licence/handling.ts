import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import { isAccessible } from '../accessible.ts'
import * as citizen from '../citizen.ts'
import * as officer from '../officer.ts'
import { DESK, phoneSays, type Scene, sealedPaper } from '../scene.ts'
import type { Step } from '../steps.ts'

export const LIN_PHONE = '15400000002'

/** The officers of 鼓楼区市场监督管理局 handle it, while she keeps the page of her dossier open. */
export async function handle(
  scene: Scene,
  step: Step,
  { lin, receipt }: { lin: Page; receipt: citizen.Receipt },
): Promise<{ approver: Page }> {
  let desk!: Page
  let approver!: Page
  const versionOf = async (page: Page): Promise<number> => {
    const record = await page.request.get(`/api/dossiers/${receipt.dossierId}`)
    return ((await record.json()) as { version: number }).version
  }

  await step('the window officer sees it with its clock and looks at the materials in place', async () => {
    desk = await scene.someone(DESK)
    await officer.signIn(desk, '潘小榕')
    await officer
      .inWorklist(desk, '林晚')
      .getByText(/绿 剩 \d 日/)
      .waitFor()
    await isAccessible(desk, 'worklist')
    await officer.openDossier(desk, '林晚')
    await officer.lookAt(desk, '经营场所平面图和设备布局图')
    const photo = desk.getByRole('img', { name: /平面图\.png/ })
    await photo.waitFor()
    // There before it is drawn: its width is known only once it is decoded.
    const width = await photo.evaluate((i: HTMLImageElement) => i.decode().then(() => i.naturalWidth))
    assert.ok(width > 800)
    await officer.lookAt(desk, '食品安全管理制度目录')
    const shown = desk.locator('iframe[title="食品安全管理制度目录 原件"]')
    const file = await desk.request.get((await shown.getAttribute('src'))!)
    assert.equal(file.headers()['content-type'], 'application/pdf')
    assert.deepEqual(await file.body(), scene.materials.rules.buffer)
    await isAccessible(desk, 'record')
    await desk.getByRole('button', { name: '申请表' }).click()
    await desk.getByText('晚风小馆（示例）').waitFor()
    await isAccessible(desk, 'record, form')
  })

  await step('he asks once for all that is to be corrected, from the preview of the notice', async () => {
    await lin.goto(`/my/dossiers/${receipt.dossierId}`)
    await isAccessible(lin, 'dossier, received')
    for (const good of ['营业执照', '经营者（法定代表人、负责人）身份证', '食品安全管理制度目录'])
      await officer.findGood(desk, good)
    await officer.findFault(
      desk,
      '经营场所平面图和设备布局图',
      '平面图没有标尺寸。',
      '标出各操作间的长和宽，重新上传。',
    )
    await officer.findFault(desk, '从业人员健康证明', '没有收到快递。', '上传健康证明的照片，一人一份。')
    await isAccessible(desk, 'record, faults noted')
    await desk.keyboard.press('Escape')
    await officer.openDossier(desk, '林晚')
    await desk.getByRole('button', { name: /^去写补正通知书|^告知补正/ }).click()
    await desk.getByRole('heading', { level: 1, name: '一次性告知补正' }).waitFor()
    const preview = desk.locator('iframe[title="补齐补正通知书预览"]')
    const notice = await desk.request.get((await preview.getAttribute('src'))!)
    assert.equal(notice.headers()['content-type'], 'application/pdf')
    await isAccessible(desk, 'correction')
    await desk.getByRole('button', { name: /^签章并发出/ }).click()
    await desk
      .getByText(/等申请人补正/)
      .first()
      .waitFor()
    await isAccessible(desk, 'record, correcting')
  })

  await step(
    'without reloading, her page says that it is her turn; her phone says what to correct',
    async () => {
      await lin.getByText('部门看完材料，请您补正 2 份').waitFor()
      await lin.getByRole('heading', { name: '请补正 2 份材料' }).waitFor()
      await isAccessible(lin, 'dossier, news come in')
      await phoneSays(scene, LIN_PHONE, /2 份材料要补正：经营场所平面图和设备布局图、从业人员健康证明/)
    },
  )

  await step('she corrects only what was asked, with the notice sealed among her papers', async () => {
    await lin.reload()
    await lin.getByText('平面图没有标尺寸。').waitFor()
    await sealedPaper(scene, lin, '补齐补正通知书')
    await isAccessible(lin, 'dossier, to be corrected')
    assert.equal(await lin.locator('.material').count(), 2)
    await citizen.upload(lin, '经营场所平面图和设备布局图', scene.materials.betterFloorPlan)
    await lin.getByRole('button', { name: '提交补正' }).click()
    assert.match((await citizen.faults(lin)).join(), /从业人员健康证明：还没有重传/)
    await isAccessible(lin, 'dossier, half corrected')
    await citizen.upload(lin, '从业人员健康证明', scene.materials.healthProof)
    await lin.getByRole('button', { name: '提交补正' }).click()
    await lin.getByText('您补正了 2 份材料').waitFor()
    await isAccessible(lin, 'dossier, corrected')
  })

  await step('he accepts; the 受理承诺单 is among her papers, sealed', async () => {
    await officer.openDossier(desk, '林晚')
    await officer.findGood(desk, '经营场所平面图和设备布局图')
    await officer.findGood(desk, '从业人员健康证明')
    await officer.accept(desk, '现场核查')
    await isAccessible(desk, 'record, accepted')
    await lin.getByText('受理，发受理承诺单').waitFor()
    await phoneSays(scene, LIN_PHONE, /已受理。部门承诺10月20日/)
    await sealedPaper(scene, lin, '受理承诺单')
  })

  await step('the examiner records the visit of two and finds the application in order', async () => {
    const examiner = await scene.someone(DESK)
    await officer.signIn(examiner, '潘审言')
    await officer.openDossier(examiner, '林晚')
    await isAccessible(examiner, 'record, site visit')
    await officer.giveOpinion(examiner, {
      verdict: '符合',
      text: '现场和平面图一致。',
      visit: {
        day: '2026-10-13',
        time: '09:20',
        visitors: ['潘审言', '陈核查（示例）'],
        findings: '专间单独设置，消毒柜能用。',
      },
    })
    await officer.atStep(examiner, '审查')
    await officer.giveOpinion(examiner, { verdict: '符合', text: '材料和现场互相印证，符合条件。' })
    await officer.atStep(examiner, '决定')
    await lin.getByText('审查办完，转决定').waitFor()
    await examiner.context().close()
  })

  await step(
    'the approver grants; nobody can close while the licence is not with the sharing platform',
    async () => {
      await scene.platform.dial('licence-platform', 'down')
      approver = await scene.someone(DESK)
      await officer.signIn(approver, '潘致远')
      await officer.openDossier(approver, '林晚')
      await isAccessible(approver, 'record, decision')
      await officer.grant(approver)
      await lin.getByText('电子证照做好了').waitFor()
      await approver.reload()
      const close = approver.getByRole('button', { name: /^办结/ })
      await approver.getByText('还没推送到电子证照共享服务平台').waitFor()
      assert.equal(await close.getAttribute('aria-disabled'), 'true')
      const refused = await approver.request.post(`/api/dossiers/${receipt.dossierId}/closing`, {
        headers: { origin: scene.platform.url },
        data: { key: crypto.randomUUID(), version: await versionOf(approver) },
      })
      assert.equal(refused.status(), 422)
      assert.match(await refused.text(), /licence-first/)
      await isAccessible(approver, 'record, granted')
    },
  )

  await step(
    'with the platform back the licence is pushed by itself, and the dossier can be closed',
    async () => {
      await scene.platform.dial('licence-platform', 'ok')
      await approver
        .getByText(/推送到电子证照共享服务平台/)
        .and(approver.getByText(/^\d/))
        .waitFor({ timeout: 60_000 })
      await approver.getByRole('button', { name: /^办结/ }).click()
      await lin.getByText(/^已完成：\s*办结$/).waitFor()
      await lin.getByRole('heading', { name: '办好了' }).waitFor()
      await phoneSays(scene, LIN_PHONE, /办结，结果：准予/)
      await isAccessible(approver, 'record, closed')
    },
  )

  return { approver }
}
