/** What the clerk of a department's catalogue does in the item editor of the desk; controls are found by their labels. */
import type { Locator, Page } from '@playwright/test'
import { signInAs } from './citizen.ts'

/** Signs in a clerk, whose first page is 事项目录. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.goto('/desk')
  await signInAs(page, name)
  await page.getByRole('heading', { level: 1, name: '事项目录' }).waitFor()
}

/** Opens 事项目录 and from it the item of this name. */
export async function openItem(page: Page, name: string): Promise<void> {
  await page.goto('/desk/items')
  await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Brings a section into the middle; answers with its pane. */
export async function openSection(page: Page, name: string): Promise<Locator> {
  await page.getByRole('navigation', { name: '各节' }).getByRole('button', { name }).click()
  const pane = page.getByRole('region', { name, exact: true })
  await pane.getByRole('heading', { level: 2, name, exact: true }).waitFor()
  return pane
}

/** What one writes (a text) or picks from a list, by label. */
export type Entries = Record<string, string | { pick: string }>

export async function write(where: Locator, entries: Entries): Promise<void> {
  for (const [label, entry] of Object.entries(entries)) {
    const control = where.getByLabel(labelled(label))
    if (typeof entry === 'string') await control.fill(entry)
    else await control.selectOption({ label: entry.pick })
  }
}

/** A label as it is read, whether or not 选填 stands behind it. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(\\s*选填)?$`)

/** Adds an entry to a list of the section (「加个环节」) and writes it. */
export async function add(where: Locator, what: string, entries: Entries): Promise<void> {
  await where
    .getByRole('button', { name: `加${what}`, exact: true })
    .last()
    .click()
  await write(lastOf(where), entries)
}

/** Unfolds an entry that is there already, known by what its line says. */
export async function unfold(where: Locator, line: string): Promise<Locator> {
  await where.locator('summary').filter({ hasText: line }).click()
  const named = where.page().locator('summary', { hasText: line })
  return where.getByRole('group').filter({ has: named }).last()
}

/** Entries stand one inside the other in a form: the last one that was added is the innermost. */
const lastOf = (where: Locator): Locator => where.getByRole('group').last()

const findingsOf = (page: Page): Locator => page.getByRole('region', { name: '发布检查', exact: true })

/** Follows a finding of the publish gate to the field that it means. */
export async function follow(page: Page, finding: string): Promise<void> {
  await findingsOf(page)
    .getByRole('button', { name: new RegExp(finding) })
    .click()
}

/** The findings that stop publication, as the gate's list shows them. */
export const stops = (page: Page): Promise<string[]> =>
  findingsOf(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /拦住/ }) })
    .getByRole('button')
    .allInnerTexts()

/** Stores the draft; the head says so. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^存草稿/ }).click()
  await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor()
}

/** Publishes the draft as this version. */
export async function publish(page: Page, version: number): Promise<void> {
  await page.getByRole('button', { name: '发布', exact: true }).click()
  await page.getByText(`第 ${version} 版已发布并备案`).waitFor()
}
