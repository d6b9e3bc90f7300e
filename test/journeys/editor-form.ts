/** What a clerk does in the form designer: structure left, properties of what is chosen beside it. */
import type { Locator } from '@playwright/test'
import { type Entries, write } from './editor.ts'

const properties = (pane: Locator): Locator => pane.getByRole('region', { name: '属性' })

/** Chooses a line of the structure by its name. */
export const chooseLine = (pane: Locator, name: string): Promise<void> =>
  pane.getByRole('treeitem', { name: new RegExp(`^${name}`) }).click()

/** Adds a field of this kind after the chosen line and sets it; it stays chosen. */
export async function addField(pane: Locator, kind: string, entries: Entries): Promise<void> {
  await pane.getByRole('button', { name: '加字段' }).click()
  await takeKind(pane, kind, entries)
}

/** Adds a column to a table and sets it; the table is chosen afterwards. */
export async function addColumn(pane: Locator, table: string, kind: string, entries: Entries): Promise<void> {
  await properties(pane).getByRole('button', { name: '加一列' }).click()
  await takeKind(pane, kind, entries)
  await chooseLine(pane, table)
}

/** The chosen field is asked only after one of these answers to another. */
export async function askOnlyWhen(pane: Locator, field: string, answers: string[]): Promise<void> {
  const condition = properties(pane).getByRole('group', { name: '什么时候问' })
  await condition.getByRole('button', { name: '只在某种回答时问' }).click()
  await condition.getByLabel('第 1 个条件看哪个字段').selectOption({ label: field })
  for (const answer of answers) await condition.getByRole('checkbox', { name: answer, exact: true }).check()
}

async function takeKind(pane: Locator, kind: string, entries: Entries): Promise<void> {
  const palette = properties(pane)
  await palette.getByRole('button', { name: new RegExp(`^${kind}`) }).click()
  await palette.getByRole('heading', { name: /^新/ }).waitFor()
  await write(palette, entries)
}
