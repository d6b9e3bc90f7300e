/** What a clerk does in the parts of the item editor that are more than a list of fields: steps, conditions of the form, 情形引导. */
import type { Locator, Page } from '@playwright/test'
import { type Entries, properties, write } from './editor.ts'

/** A step as the clerk sets it; `besides`: runs at the same time as the one before it. */
export interface GivenStep {
  name: string
  entries: Entries
  besides?: boolean
}

/** Adds a step at the end of what is there and sets it; joint opinions are told their department by 会签部门. */
export async function addStep(pane: Locator, { name, entries, besides = false }: GivenStep): Promise<void> {
  await pane.getByRole('button', { name: '加个环节', exact: true }).click()
  await write(pane.locator('details[open]').filter({ hasText: '新环节' }), { 环节名称: name })
  const entry = pane.locator('details').filter({ has: pane.page().locator('summary', { hasText: name }) })
  await write(entry, entries)
  if (besides) await entry.getByRole('checkbox', { name: /同时办/ }).check()
  await entry.locator('summary').click()
}

/** Adds a question with 是 and 否 to 情形引导. */
export async function ask(pane: Locator, question: string): Promise<void> {
  await pane.getByRole('button', { name: '加个问题', exact: true }).click()
  await pane.getByRole('textbox', { name: '问什么' }).last().fill(question)
}

/** Chooses in a cell of a decision table, which is found by its row and column. */
export async function choose(page: Page, cell: string, choice: string): Promise<void> {
  const box = page.getByRole('combobox', { name: cell, exact: true })
  await box.click()
  // Another cell's list may still be fading away: only the one that belongs to this box counts.
  const own = page.locator(`#${await box.getAttribute('aria-controls')}`)
  await page.locator('.ant-select-dropdown').filter({ has: own }).getByTitle(choice, { exact: true }).click()
  await page.keyboard.press('Escape')
}

/** The field that is chosen in the form is asked only after one of these answers to another. */
export async function askOnlyWhen(page: Page, field: string, answers: string[]): Promise<void> {
  const condition = properties(page).getByRole('group', { name: '什么时候问' })
  await condition.getByRole('button', { name: '只在某种回答时问' }).click()
  await condition.getByLabel('第 1 个条件看哪个字段').selectOption({ label: field })
  for (const answer of answers) await condition.getByRole('checkbox', { name: answer, exact: true }).check()
}
