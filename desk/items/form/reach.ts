import type { Column, Field, Form, Group, Place } from './model.ts'

/** What a field or group may name: in a group that repeats only its own entry, else everything outside such groups. */

const open = (form: Form): Group[] => form.groups.filter((g) => !g.repeat)

/** Kinds on whose answer another question can hang. */
const ASKABLE: readonly Column['type'][] = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'choice',
  'multiple',
  'person-name',
  'resident-id',
  'body',
  'credit-code',
  'phone',
  'address',
  'region-address',
]

/** Fields that a condition at this place may look at: those that stand before it. */
export function conditionFields(form: Form, { group: g, field: f }: Place): Field[] {
  const group = form.groups[g]!
  const before = open({ groups: form.groups.slice(0, g) }).flatMap((x) => x.fields)
  const own = f === undefined ? [] : group.fields.slice(0, f)
  const near = f !== undefined && group.repeat ? own : [...before, ...own]
  return near.filter((x) => ASKABLE.includes(x.type) && !x.compute)
}

/** Something to count with, by the name under which a computation finds it. */
export interface Term {
  ref: string
  label: string
  type: Column['type'] | 'group'
}

const named = (f: { label: string }): string => f.label || '没有名称的字段'
const term = (f: Column, ref = f.key, label = named(f)): Term => ({ ref, label, type: f.type })

/** Fields, columns and entries of repeated groups that a computed value here may name. */
export function computeTerms(form: Form, place: Place): Term[] {
  const { group: g, field: f, column: c } = place
  const group = form.groups[g]!
  const self = c === undefined ? group.fields[f!]! : group.fields[f!]!.columns[c]!
  if (c !== undefined)
    return group.fields[f!]!.columns.filter((x) => x !== self).map((x) =>
      term(x, x.key, `这一行的${named(x)}`),
    )
  if (group.repeat) return group.fields.slice(0, f).map((x) => term(x))
  return form.groups.flatMap((other): Term[] => {
    if (other.repeat)
      return [
        { ref: other.key, label: `${other.title}有几个`, type: 'group' },
        ...other.fields.map((x) =>
          term(x, `${other.key}.${x.key}`, `每个${other.repeat!.each}的${named(x)}`),
        ),
      ]
    return other.fields
      .filter((x) => x !== self)
      .flatMap((x) => [
        term(x),
        ...x.columns.map((col) => term(col, `${x.key}.${col.key}`, `${named(x)}每一行的${named(col)}`)),
      ])
  })
}

/** Other fields of the same kind that a check here may compare with. */
export function checkFields(form: Form, { group: g, field: f, column: c }: Place): Column[] {
  const group = form.groups[g]!
  if (c !== undefined) {
    const { columns } = group.fields[f!]!
    return columns.filter((x) => x.type === columns[c]!.type && x !== columns[c])
  }
  const self = group.fields[f!]!
  const near = group.repeat ? group.fields.slice(0, f) : open(form).flatMap((x) => x.fields)
  const number = (t: Column['type']) => t === 'number' || t === 'money'
  return near.filter((x) => x !== self && (x.type === self.type || (number(x.type) && number(self.type))))
}
