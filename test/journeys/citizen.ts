/** What an applicant does in the hall, in the words of the hall: found by role and label, as a person or a screen reader finds it. */
import assert from 'node:assert/strict'
import type { Locator, Page } from '@playwright/test'
import type { GivenFile } from './materials.ts'

/** Types what one looks for into the search box of the home page and presses Enter. */
export async function search(page: Page, words: string): Promise<void> {
  await page.goto('/')
  const box = page
    .getByRole('search')
    .getByRole('combobox')
    .or(page.getByRole('search').getByRole('searchbox'))
  await box.fill(words)
  await box.press('Enter')
  await page.waitForURL(/\/search\?/)
}

/** One tap on a sample account of the sign-in page; comes back to where the sign-in was asked for. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '登录' }).waitFor()
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click()
}

/** Proves the 中级 level by the end of a bank card. */
export async function stepUpByBankCard(page: Page, tail: string): Promise<void> {
  await page.getByRole('radio', { name: /银行卡/ }).check()
  await page.getByRole('textbox', { name: /银行卡后四位/ }).fill(tail)
  await page.getByRole('button', { name: '核对' }).click()
}

/** Answers by label: a text is typed, an option is chosen, a list is ticked. */
export type Answers = Record<string, string | { choose: string } | { tick: string[] }>

export async function fillIn(page: Page, answers: Answers): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    if (typeof answer === 'string') await field(page, label).fill(answer)
    else if ('choose' in answer)
      await page
        .getByRole('group', { name: label })
        .getByRole('radio', { name: starts(answer.choose) })
        .check()
    else
      for (const option of answer.tick)
        await page
          .getByRole('group', { name: label })
          .getByRole('checkbox', { name: starts(option) })
          .check()
  }
}

const starts = (text: string): RegExp => new RegExp(`^${text}`)

export const field = (page: Page, label: string): Locator =>
  page.getByRole('textbox', { name: label, exact: true })

/** The row of one material on the draft or correction page. */
export const row = (page: Page, material: string): Locator =>
  page.locator('.material').filter({ has: page.getByRole('heading', { name: material }) })

const chooser = (page: Page, material: string): Locator => row(page, material).getByLabel(/^选文件/)

/** Chooses a file; the page's own element sends it and draws the row anew. */
export async function upload(page: Page, material: string, file: GivenFile): Promise<void> {
  await chooser(page, material).setInputFiles(file)
  await row(page, material).getByText('已上传').waitFor()
}

/** Chooses a file that the platform must not take; answers with the sentence at the row. */
export async function uploadRefused(page: Page, material: string, file: GivenFile): Promise<string> {
  const before = await row(page, material).innerText()
  await chooser(page, material).setInputFiles(file)
  await row(page, material).getByText(file.name, { exact: true }).waitFor()
  const said = await row(page, material).innerText()
  assert.notEqual(said, before)
  return said
}

/** Without scripts: the file goes with the form, by the row's own button. */
export async function uploadByForm(page: Page, material: string, file: GivenFile): Promise<void> {
  await chooser(page, material).setInputFiles(file)
  await row(page, material).getByRole('button', { name: /^上传/ }).click()
  await row(page, material).getByText('已上传').waitFor()
}

export async function sendByCourier(page: Page, material: string): Promise<void> {
  await row(page, material)
    .getByRole('button', { name: /^改为快递/ })
    .click()
  await row(page, material).getByText('快递寄送').waitFor()
}

export const goToReview = (page: Page): Promise<void> =>
  page.getByRole('button', { name: '保存，去核对' }).click()

/** Declares the application true, agrees to the look-ups, and submits. Answers with the dossier's number and query code. */
export async function declareAndSubmit(page: Page): Promise<Receipt> {
  await page.getByRole('checkbox', { name: /真实、有效/ }).check()
  await page.getByRole('checkbox', { name: /我同意/ }).check()
  await page.getByRole('button', { name: '确认并提交' }).click()
  return readReceipt(page)
}

export interface Receipt {
  number: string
  queryCode: string
  dossierId: string
}

export async function readReceipt(page: Page): Promise<Receipt> {
  await page.waitForURL(/\/my\/dossiers\/[^/]+\/receipt/)
  return {
    number: await term(page, '办件编号'),
    queryCode: await term(page, '查询码'),
    dossierId: /dossiers\/([^/]+)/.exec(page.url())![1]!,
  }
}

/** What a summary list says under a term. */
export async function term(page: Page, name: string): Promise<string> {
  const said = await page
    .getByRole('term')
    .filter({ hasText: name })
    .first()
    .locator('xpath=following-sibling::dd[1]')
    .innerText()
  return said.split('\n')[0]!.trim()
}

/** Waits for the page's list of faults; its sentences. */
export async function faults(page: Page): Promise<string[]> {
  await page.getByRole('alert').getByRole('heading').waitFor()
  return page.getByRole('alert').getByRole('link').allInnerTexts()
}

/** Answers that fit the sample item 食品经营许可 for a person who opens a small restaurant. */
export const SMALL_RESTAURANT: Answers = {
  经营者名称: '晚风小馆（示例）',
  '法定代表人（负责人）': '林晚',
  经营场所地址: '福州市鼓楼区示例路 7 号 1 层（示例）',
  经营场所面积: '86.5',
  主体业态: { choose: '餐饮服务经营者' },
  经营项目: { tick: ['热食类食品制售', '自制饮品制售'] },
  是否做网络外卖: { choose: '否' },
  计划开业日期: '2026-11-20',
  食品安全员姓名: '林晚',
  食品安全员身份证号: '999999199211050227',
  餐具清洗消毒方式: '洗碗机高温消毒，消毒柜存放',
}
