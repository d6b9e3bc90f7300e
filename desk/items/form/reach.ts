import { ID_KINDS } from './kinds.ts'
import type { Column, Field, Form, Group, Place } from './model.ts'

/** What a field or group may name: in a group that repeats only its own entry, else everything outside such groups. */

const named = (f: { label: string }): string => f.label || '没有名称的字段'

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

/** What a condition can look at, by the name under which it finds it: a field, or a part of one. */
export interface Subject {
  /** `key` or `key.part`. */
  ref: string
  label: string
  type: Column['type']
  options: { value: string; label: string }[]
}

/** Answers that a condition at this place may look at: of fields that stand before it, whole or in part. */
export function conditionSubjects(form: Form, { group: g, field: f }: Place): Subject[] {
  const group = form.groups[g]!
  const before = open({ groups: form.groups.slice(0, g) }).flatMap((x) => x.fields)
  const own = f === undefined ? [] : group.fields.slice(0, f)
  const near = f !== undefined && group.repeat ? own : [...before, ...own]
  return near
    .filter((x) => !x.compute)
    .flatMap((x) => [
      ...(ASKABLE.includes(x.type)
        ? [{ ref: x.key, label: named(x), type: x.type, options: x.options }]
        : []),
      ...partsOf(x),
    ])
}

/** The kind of document of a person, begin and end of a period. A person as a whole is always begun: the list chooses a kind by itself. */
function partsOf(x: Field): Subject[] {
  if (x.type === 'person') {
    const options = ID_KINDS.filter((k) => x.idKinds.length === 0 || x.idKinds.includes(k.value))
    return [{ ref: `${x.key}.idKind`, label: `${named(x)}的证件类型`, type: 'choice', options }]
  }
  if (x.type !== 'period') return []
  const day = (part: string, word: string): Subject => ({
    ref: `${x.key}.${part}`,
    label: `${named(x)}的${word}`,
    type: 'date',
    options: [],
  })
  return [day('from', '开始日期'), day('to', '结束日期')]
}

/** Something to count with, by the name under which a computation finds it. */
export interface Term {
  ref: string
  label: string
  type: Column['type'] | 'group'
}

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

/** The same with what stands right before the computed value first, as it is most likely meant, and what follows it last. */
export function nearestFirst(form: Form, place: Place): Term[] {
  const { group: g, field: f, column: c } = place
  const all = computeTerms(form, place)
  if (c !== undefined) return all.toReversed()
  const group = form.groups[g]!
  const upTo = [...form.groups.slice(0, g), { ...group, fields: group.fields.slice(0, f! + 1) }]
  const before = computeTerms({ groups: upTo }, place).toReversed()
  return [...before, ...all.filter((t) => !before.some((b) => b.ref === t.ref))]
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
