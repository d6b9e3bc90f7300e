/** What officers do at the desk, in its own words; each verb ends when the desk shows that it is done. */
import type { Locator, Page } from '@playwright/test'
import { signInAs } from './citizen.ts'

/** Signs an officer in; the worklist is what they see first. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/desk/worklist')
  await signInAs(page, name)
  await page.getByRole('heading', { level: 1, name: '我的待办' }).waitFor()
}

/** The row of an applicant's dossier in the worklist. */
export const inWorklist = (page: Page, applicant: string): Locator =>
  page.getByRole('row').filter({ hasText: applicant })

/** Opens an applicant's dossier from a fresh worklist. */
export async function openDossier(page: Page, applicant: string): Promise<void> {
  await page.goto('/desk/worklist')
  await inWorklist(page, applicant).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: applicant }).waitFor()
}

const index = (page: Page): Locator => page.getByRole('navigation', { name: '材料' })

/** Brings a material into view. */
export async function lookAt(page: Page, material: string): Promise<void> {
  await index(page).getByRole('button', { name: material }).click()
  await page.getByRole('heading', { level: 2, name: material, exact: true }).waitFor()
}

const verdict = (page: Page, material: string, word: string): Locator =>
  page.getByRole('radiogroup', { name: `${material}的结论` }).getByText(word, { exact: true })

/** Finds a material good. */
export async function findGood(page: Page, material: string): Promise<void> {
  await lookAt(page, material)
  await verdict(page, material, '合格').click()
  await index(page).getByRole('button', { name: material }).getByText('合格').waitFor()
}

/** Finds a fault in a material: what is wrong and how to cure it. */
export async function findFault(page: Page, material: string, problem: string, cure: string): Promise<void> {
  await lookAt(page, material)
  await verdict(page, material, '须补正').click()
  await page.getByRole('textbox', { name: '问题是什么' }).fill(problem)
  await page.getByRole('textbox', { name: '改成怎样就合格' }).fill(cure)
  await page.getByRole('button', { name: /^记下问题/ }).click()
  await index(page).getByRole('button', { name: material }).getByText('须补正').waitFor()
}

/** Says of a difference between form and register what holds. */
export async function conclude(page: Page, field: string, word: string): Promise<void> {
  const row = page.getByRole('row').filter({ has: page.getByRole('radiogroup', { name: `${field}的结论` }) })
  await row.getByText(word, { exact: true }).click()
  await row.getByRole('radio', { name: word, checked: true }).waitFor({ state: 'attached' })
}

/** The dossier is accepted; the record shows the step after it. */
export async function accept(page: Page, nextStep: string): Promise<void> {
  await page.getByRole('button', { name: /^受理/ }).click()
  await atStep(page, nextStep)
}

/** The strip of steps says that this one is under way. */
export const atStep = (page: Page, step: string): Promise<void> =>
  page
    .getByRole('list', { name: '环节' })
    .getByRole('listitem')
    .filter({ hasText: `${step}，正在办` })
    .waitFor()

export interface SiteVisit {
  day: string
  time: string
  visitors: string[]
  findings: string
}

/** Gives the opinion of the step under way; a visit to the premises with its record. */
export async function giveOpinion(
  page: Page,
  opinion: { verdict: '符合' | '不符合'; text: string; visit?: SiteVisit },
): Promise<void> {
  const { visit } = opinion
  if (visit) {
    await page.getByLabel('哪天').fill(visit.day)
    await page.getByLabel('几点').fill(visit.time)
    for (const [i, visitor] of visit.visitors.entries())
      await page.getByRole('textbox', { name: `踏勘人 ${i + 1}` }).fill(visitor)
    await page.getByRole('textbox', { name: '看到的情况' }).fill(visit.findings)
  }
  await page.getByRole('radiogroup', { name: '意见' }).getByText(opinion.verdict, { exact: true }).click()
  await page.getByRole('textbox', { name: '意见和理由' }).fill(opinion.text)
  await page.getByRole('button', { name: /送下一环节/ }).click()
}

export async function grant(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^准予/ }).click()
}

export async function refuse(page: Page, reason: string, basis: string): Promise<void> {
  await page.getByRole('button', { name: /^不予许可/ }).click()
  const drawer = page.getByRole('dialog', { name: '不予许可' })
  await drawer.getByRole('textbox', { name: /理由/ }).fill(reason)
  await drawer.getByLabel('依据的法律条款').fill(basis)
  await drawer.getByRole('button', { name: '决定：不予许可' }).click()
}
