/** Number that stands for the row's own in the template of a row. */
const BLANK = '9999'

const listOf = (root: ParentNode, key: string): HTMLOListElement | null =>
  root.querySelector(`[data-rows="${key}"] > ol`)

const indexOf = (row: Element): number => Number(/\.(\d+)-row$/.exec(row.id)?.[1] ?? 0)

/** Numbers of the rows on the page, in their order. */
export const rowsIn = (root: ParentNode, key: string): number[] =>
  [...(listOf(root, key)?.children ?? [])].map(indexOf)

/** Puts an empty row at the end. */
export function addRow(root: ParentNode, key: string): HTMLElement | null {
  const list = listOf(root, key)
  const template = root.querySelector<HTMLTemplateElement>(`template[data-row="${key}"]`)
  if (!list || !template) return null
  const index = Math.max(-1, ...rowsIn(root, key)) + 1
  const made = document.createElement('template')
  made.innerHTML = template.innerHTML.replaceAll(`.${BLANK}`, `.${index}`)
  const row = made.content.firstElementChild as HTMLElement
  list.append(row)
  number(list)
  return row
}

/** Takes the row of the pressed button away; the last one is emptied instead. */
export function removeRow(root: ParentNode, key: string, pressed: Element): void {
  const list = listOf(root, key)
  pressed.closest('li')?.remove()
  if (!list) return
  if (list.children.length === 0) addRow(root, key)
  number(list)
  root.querySelector<HTMLElement>(`button[value="row-add:${key}"]`)?.focus()
}

/** 「股东 1」, 「股东 2」: titles follow the places. */
function number(list: HTMLOListElement): void {
  ;[...list.children].forEach((row, i) => {
    for (const title of row.querySelectorAll('[data-row-title], button[value^="row-remove:"] .unseen'))
      title.textContent = (title.textContent ?? '').replace(/\d+/, String(i + 1))
  })
}
