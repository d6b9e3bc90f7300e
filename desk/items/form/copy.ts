import { type Column, type Field, type Form, type Group, newKey } from './model.ts'

const isNumeral = (ref: string): boolean => /^-?\d+(\.\d+)?$/.test(ref)

/**
 * A group of another form (or of this one) for this form, with keys of its own. What its conditions, sums and checks name within the group
 * comes along; what they name outside it is not here and is left out.
 */
export function groupForForm(form: Form, group: Group): Group {
  const keys = new Map<string, string>()
  let known = form
  const draw = (old: string, letter: string) => {
    const key = newKey(known, letter)
    keys.set(old, key)
    // Keys that were drawn already count as used.
    known = { groups: [...known.groups, { ...group, key, fields: [] }] }
    return key
  }
  const key = draw(group.key, 'group')
  for (const f of group.fields) {
    draw(f.key, 'field')
    for (const c of f.columns) draw(`${f.key}.${c.key}`, 'field')
  }
  const fields = group.fields.map((f) => withKeys(f, keys, f.key))
  return { ...group, key, when: [], whenMode: 'all', fields }
}

/** One field for this form; it stands alone, so it is asked always. */
export function fieldForForm(form: Form, field: Field): Field {
  const [copied] = groupForForm(form, {
    key: 'group',
    title: '',
    titleEn: '',
    hint: '',
    hintEn: '',
    when: [],
    whenMode: 'all',
    fields: [field],
  }).fields
  return copied!
}

/** One more column of a table, computed and checked from its neighbours like the one that it copies. */
export const columnForForm = (form: Form, table: Field, column: Column): Column => ({
  ...plainWithKeys(column, new Map(table.columns.map((c) => [c.key, c.key]))),
  key: newKey(form),
})

function withKeys(field: Field, keys: Map<string, string>, own: string): Field {
  const columnKey = (c: Column) => keys.get(`${own}.${c.key}`)!
  const inRow = new Map([...keys, ...field.columns.map((c) => [c.key, columnKey(c)] as const)])
  return {
    ...plainWithKeys(field, keys),
    key: keys.get(own)!,
    columns: field.columns.map((c) => ({ ...plainWithKeys(c, inRow), key: columnKey(c) })),
  }
}

function plainWithKeys<F extends Column>(field: F, keys: Map<string, string>): F {
  const { compute, ...rest } = field
  const of = compute?.of.map((ref) => renamed(ref, keys))
  const checks = field.checks.flatMap((c) => {
    if (c.test === 'shape' || c.against === 'today' || !keys.has(c.against))
      return isFixed(c.test, c.against) ? [c] : []
    return [{ ...c, against: keys.get(c.against)! }]
  })
  return {
    ...rest,
    when: field.when.flatMap((c) => {
      const to = renamed(c.field, keys)
      return to === null ? [] : [{ ...c, field: to }]
    }),
    checks,
    ...(compute && of?.every((ref) => ref !== null) ? { compute: { ...compute, of } } : {}),
  } as F
}

const isFixed = (test: string, against: string): boolean =>
  test === 'shape' || against === 'today' || isNumeral(against) || /^\d{4}-\d{2}-\d{2}$/.test(against)

/** `key`, `table.column`, `group.field`, or a plain number, by their new keys; null for what did not come along. */
function renamed(ref: string, keys: Map<string, string>): string | null {
  if (isNumeral(ref)) return ref
  const [key, part] = ref.split('.') as [string, string | undefined]
  const to = keys.get(key)
  if (to === undefined) return null
  if (part === undefined) return to
  return `${to}.${keys.get(`${key}.${part}`) ?? keys.get(part) ?? part}`
}
