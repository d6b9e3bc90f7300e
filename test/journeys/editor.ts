/** What the clerk of a department's catalogue does in the item editor of the desk; controls are found by their labels. */
import type { FrameLocator, Locator, Page } from '@playwright/test'
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

/** Ticks boxes of a group that has a name. */
export async function tick(where: Locator, group: string, boxes: string[]): Promise<void> {
  const named = where.getByRole('group', { name: group, exact: true })
  for (const box of boxes) await named.getByRole('checkbox', { name: box, exact: true }).check()
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

/** Adds a field of this kind (「单选」) to the form that is being designed, after the one that is chosen, and writes it. */
export async function addField(page: Page, kind: string, entries: Entries): Promise<void> {
  await page.getByRole('button', { name: '加字段', exact: true }).click()
  await pickKind(page, kind)
  await write(properties(page), entries)
}

/** Adds a column of this kind to the table that is chosen, or whose column is. */
export async function addColumn(page: Page, table: string, kind: string, entries: Entries): Promise<void> {
  await chooseInForm(page, table)
  await properties(page).getByRole('button', { name: '加一列', exact: true }).click()
  await pickKind(page, kind)
  await write(properties(page), entries)
}

const pickKind = (page: Page, kind: string): Promise<void> =>
  properties(page)
    .getByRole('button')
    .filter({ has: page.getByText(kind, { exact: true }) })
    .click()

/** The properties of what is chosen in the form. */
export const properties = (page: Page): Locator => page.getByRole('region', { name: '属性', exact: true })

/** A line of the form's structure, by the name of its group, field or column. */
export const inForm = (page: Page, name: string): Locator =>
  page.getByRole('treeitem').filter({ has: page.getByText(name, { exact: true }) })

export async function chooseInForm(page: Page, name: string): Promise<void> {
  await inForm(page, name).click()
  await properties(page).getByRole('heading', { name, exact: true }).waitFor()
}

/** The application form as the hall shows it, beside the editor. */
export const formPreview = (page: Page): FrameLocator => page.frameLocator('iframe[title="申请表预览"]')

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

/** The same up to the first stop of each sentence. */
export const shortStops = async (page: Page): Promise<string[]> =>
  (await stops(page)).map((sentence) => sentence.split(/[，。；]/)[0]!)

/** Stores the draft; the head says so. */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^存草稿/ }).click()
  await page.getByRole('status').filter({ hasText: '已自动保存' }).waitFor()
}

/** Hands the draft in to be checked, in force as soon as its hands are through; the desk says where it lies. */
export async function submit(page: Page, entries: Entries = {}): Promise<void> {
  await page.getByRole('button', { name: /^提交审核…/ }).click()
  await submitOpened(page, entries)
}

/** 暂停, 恢复, 取消, 下放 from the item: the drawer is filled in and handed in. `targets` are who takes over. */
export async function end(
  page: Page,
  kind: '暂停' | '恢复' | '取消' | '下放',
  entries: Entries,
  targets: string[] = [],
): Promise<void> {
  await page.getByRole('button', { name: `${kind}…`, exact: true }).click()
  const drawer = page.getByRole('dialog')
  for (const name of targets) {
    await drawer.getByLabel('查别的区县部门').fill(name)
    await drawer.getByRole('checkbox', { name }).check()
  }
  await submitOpened(page, entries)
}

async function submitOpened(page: Page, entries: Entries): Promise<void> {
  const drawer = page.getByRole('dialog')
  await drawer.getByText('手续办完当天生效。').waitFor()
  await write(drawer, entries)
  await drawer.getByRole('button', { name: '提交审核', exact: true }).click()
  await page.getByRole('status').filter({ hasText: '待审核' }).waitFor()
}

/** Signs in somebody who signs changes; their first page is what lies before them. */
export async function signInToChanges(page: Page, name: string): Promise<void> {
  await page.goto('/desk')
  await signInAs(page, name)
  await page.getByRole('heading', { level: 1, name: '变更' }).waitFor()
}

/** Opens what lies before this officer under this name. */
export async function openChange(page: Page, name: string): Promise<void> {
  await page.goto('/desk/changes?filter=mine')
  await page.getByRole('row').filter({ hasText: name }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: new RegExp(name.replace(/[（）()]/g, '.')) }).waitFor()
}

/** Signs the opened change: 审核通过, 接收备案, or 同意 with the document of the decision. Answers when it says where it lies now. */
export async function sign(
  page: Page,
  act: '审核通过' | '接收备案' | '同意',
  then: string,
  document?: string,
): Promise<void> {
  const acts = page.getByRole('region', { name: '操作', exact: true })
  if (document) await acts.getByLabel('决定的文件和文号').fill(document)
  await acts.getByRole('button', { name: new RegExp(`^${act}`) }).click()
  await page.getByRole('main').getByText(then, { exact: true }).first().waitFor()
}

/** Sends the opened change back, or takes it back, with words. */
export async function sendBack(page: Page, act: '退回' | '撤回', words: string): Promise<void> {
  const acts = page.getByRole('region', { name: '操作', exact: true })
  await acts.getByRole('button', { name: `${act}…` }).click()
  await acts.getByRole('textbox').last().fill(words)
  await acts.getByRole('button', { name: act, exact: true }).click()
  await page.getByRole('main').getByText(`已${act}`, { exact: true }).first().waitFor()
}
