import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import { isAccessible } from '../accessible.ts'
import * as citizen from '../citizen.ts'
import { PHONE, type Scene, sealedPaper, until } from '../scene.ts'
import type { Step } from '../steps.ts'

interface Known {
  lin: Page
  approver: Page
  receipt: citizen.Receipt
}

/** What she has of it: the licence, what a stranger may see, her rating, the archive's receipt. */
export async function enjoy(scene: Scene, step: Step, { lin, approver, receipt }: Known): Promise<void> {
  await step('she opens the licence; a stranger scans its code and sees that it is genuine', async () => {
    await lin.reload()
    await lin.getByText('办好了').first().waitFor()
    await isAccessible(lin, 'dossier, closed')
    await sealedPaper(scene, lin, '准予行政许可决定书')
    await lin.getByRole('link', { name: '看食品经营许可证' }).click()
    await lin.getByRole('heading', { level: 1 }).waitFor()
    await lin.getByText('福州市鼓楼区示例路 7 号 1 层（示例）').first().waitFor()
    await isAccessible(lin, 'licence')
    const code = await lin.getByRole('img', { name: /查验二维码/ }).getAttribute('aria-label')
    const address = /https?:\S+/.exec(code!)![0]
    const stranger = await scene.someone(PHONE)
    await stranger.goto(address)
    await stranger.getByText('证照是真的，现在有效').first().waitFor()
    assert.doesNotMatch(await stranger.getByRole('main').innerText(), /林晚|999999199211050227/)
    await isAccessible(stranger, 'licence check')
    await stranger.context().close()
  })

  await step('without signing in, number and query code tell the progress', async () => {
    const stranger = await scene.someone(PHONE)
    await stranger.goto('/progress')
    await isAccessible(stranger, 'progress, asked')
    await stranger.getByRole('textbox', { name: '办件编号' }).fill(receipt.number)
    await stranger.getByRole('textbox', { name: /查询码/ }).fill(receipt.queryCode)
    await stranger.getByRole('main').getByRole('button', { name: '查进度' }).click()
    await stranger.getByText('办结').first().waitFor()
    const told = await stranger.getByRole('main').innerText()
    assert.doesNotMatch(told, /林晚|平面图/)
    await isAccessible(stranger, 'progress, told')
    await stranger.context().close()
  })

  await step('she is not satisfied: a reason is asked for, then her rating is taken', async () => {
    await lin.goto(`/my/dossiers/${receipt.dossierId}/rating`)
    await isAccessible(lin, 'rating')
    await lin.getByRole('radio', { name: /^不满意/ }).check()
    await lin.getByRole('button', { name: '提交评价' }).click()
    assert.match((await citizen.faults(lin)).join(), /原因/)
    assert.ok(await lin.getByRole('radio', { name: /^不满意/ }).isChecked())
    await isAccessible(lin, 'rating, reason missing')
    await lin.getByRole('textbox', { name: /具体说说/ }).fill('现场核查改了一次时间，没有提前告诉我。')
    await lin.getByRole('button', { name: '提交评价' }).click()
    await lin.waitForURL(new RegExp(`/my/dossiers/${receipt.dossierId}`))
    await until(lin, lin.getByText('您评价了这次办事'))
  })

  await step('the archive took the package and gave its receipt', async () => {
    const archive = await lin.context().newPage()
    await archive.goto(`${scene.platform.sandboxUrl}/archive`)
    const taken = archive.getByRole('link', { name: /下载 \d{6}-\d{4}-350190001000-2026-/ })
    await until(archive, taken)
    assert.equal(await taken.count(), 1)
    const zip = await archive.request.get(
      new URL((await taken.getAttribute('href'))!, scene.platform.sandboxUrl).href,
    )
    assert.equal((await zip.body()).subarray(0, 2).toString(), 'PK')
    await archive.close()
    await until(lin, lin.getByRole('listitem').filter({ hasText: /归档/ }))
    await isAccessible(lin, 'dossier, archived')
    await approver.reload()
    await approver.getByText('归档').first().waitFor()
    await isAccessible(approver, 'record, archived')
  })
}
