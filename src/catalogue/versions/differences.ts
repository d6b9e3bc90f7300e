import type { ItemContent } from '../item.ts'
import { ORDER } from './merge.ts'
import {
  FIELD_NAMES,
  GROUP_NAMES,
  INNER_NAMES,
  MATERIAL_NAMES,
  PART_NAMES,
  QUESTION_NAMES,
  STEP_NAMES,
} from './names.ts'
import { bothKeyed, byKey, type Fields, isFields, isKeyedList, type Keyed, same, under } from './shape.ts'
import { textOf } from './text.ts'

/** One place in which two contents differ, in words. */
export interface Difference {
  /** Place in the content; elements of lists by key, `#order` at the end for the order of a list. */
  path: string
  /** 「平面布局图 · 受理标准」 */
  label: string
  /** added, removed: a whole element of a list. */
  kind: 'changed' | 'added' | 'removed' | 'order'
  before: string
  after: string
}

/** What the elements of a keyed list are called, and their fields. Column: a field in a row of a table. */
const LISTS: Record<string, { name: string; fields: Record<string, string> }> = {
  materials: { name: 'name', fields: MATERIAL_NAMES },
  steps: { name: 'name', fields: STEP_NAMES },
  groups: { name: 'title', fields: GROUP_NAMES },
  fields: { name: 'label', fields: FIELD_NAMES },
  columns: { name: 'label', fields: FIELD_NAMES },
  questions: { name: 'text', fields: QUESTION_NAMES },
}

interface At {
  path: string
  /** Names from the outside in. */
  trail: string[]
  /** The field under which the value stands, for its words. */
  field: string
  /** Names of the fields that an object here has. */
  names: Record<string, string>
}

/** Every difference between two contents, in the order of the content's parts; elements of lists are matched by key. */
export function differences(before: ItemContent, after: ItemContent): Difference[] {
  const found: Difference[] = []
  const root: At = { path: '', trail: [], field: '', names: PART_NAMES }
  for (const part of Object.keys(PART_NAMES))
    compare(inside(root, part), before[part as keyof ItemContent], after[part as keyof ItemContent])
  return found

  function compare(at: At, b: unknown, a: unknown): void {
    if (same(b, a)) return
    const absent = (value: unknown) => value === null || value === undefined
    const [x, y] = [b ?? [], a ?? []]
    if (at.field in LISTS && bothKeyed(x, y)) compareLists(at, x as Keyed[], y as Keyed[])
    else if ((isFields(b) || absent(b)) && (isFields(a) || absent(a))) compareFields(at, b ?? {}, a ?? {})
    else say(at, 'changed', textOf(at.field, b), textOf(at.field, a))
  }

  function compareFields(at: At, b: Fields, a: Fields): void {
    for (const field of new Set([...Object.keys(b), ...Object.keys(a)]))
      compare(inside(at, field), b[field], a[field])
  }

  function compareLists(at: At, b: Keyed[], a: Keyed[]): void {
    const [inBefore, inAfter] = [byKey(b), byKey(a)]
    for (const key of new Set([...inAfter.keys(), ...inBefore.keys()])) {
      const [x, y] = [inBefore.get(key), inAfter.get(key)]
      const here = element(at, (y ?? x)!)
      if (x && y) compare(here, x, y)
      else if (y) say(here, 'added', '', whole(here, y))
      else say(here, 'removed', whole(here, x!), '')
    }
    const common = (list: Keyed[], other: Map<string, Keyed>) => list.filter((one) => other.has(one.key))
    const [wasOrder, isOrder] = [common(b, inAfter), common(a, inBefore)]
    if (
      same(
        wasOrder.map((one) => one.key),
        isOrder.map((one) => one.key),
      )
    )
      return
    const titles = (list: Keyed[]) => list.map((one) => titleOf(at.field, one)).join('、')
    const order = { ...at, path: under(at.path, ORDER), trail: [...at.trail, '顺序'] }
    say(order, 'order', titles(wasOrder), titles(isOrder))
  }

  function say(at: At, kind: Difference['kind'], before: string, after: string): void {
    // Nothing and an empty text, or 否 and nothing, read the same.
    if (kind === 'changed' && before === after) return
    found.push({ path: at.path, label: at.trail.join(' · '), kind, before, after })
  }
}

/** The same field is called by other words in a result than in a form. */
const wordField = (at: At, field: string): string =>
  at.field === 'result' && field === 'type' ? 'resultType' : field

const inside = (at: At, field: string): At => ({
  path: under(at.path, field),
  trail: [...at.trail, at.names[field] ?? field],
  field: wordField(at, field),
  names: INNER_NAMES[field] ?? {},
})

const element = (at: At, one: Keyed): At => {
  const list = LISTS[at.field]
  return {
    path: under(at.path, one.key),
    trail: [...at.trail, titleOf(at.field, one)],
    field: at.field,
    names: list?.fields ?? {},
  }
}

function titleOf(list: string, one: Keyed): string {
  const title = one[LISTS[list]?.name ?? 'name']
  return typeof title === 'string' && title.trim() !== '' ? title : one.key
}

/** An element as a whole, one field a line, without what it leaves at nothing. */
function whole(at: At, one: Fields): string {
  return Object.entries(one)
    .flatMap(([field, value]) => {
      if (field === 'key' || value === false || value === 0) return []
      const text =
        isKeyedList(value) && value.length > 0
          ? value.map((inner) => titleOf(field, inner)).join('、')
          : textOf(wordField(at, field), value)
      return text === '' ? [] : [`${at.names[field] ?? field}：${text.replaceAll('\n', '；')}`]
    })
    .join('\n')
}
