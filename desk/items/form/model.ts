import { freeKey } from '../free-key.ts'
import type { Content } from '../sections.ts'

export type Form = NonNullable<Content['form']>
export type Group = Form['groups'][number]
export type Field = Group['fields'][number]
export type Column = Field['columns'][number]
export type FieldType = Field['type']

/** Where something stands in the form; a column stands in the table that `field` names. */
export interface Place {
  group: number
  field?: number
  column?: number
}

/** One line of the form's outline: a group, a field in it, or a column of a table. */
export interface Line {
  /** Stays while the line is moved and renamed. */
  id: string
  place: Place
  /** In the content, as findings name it: `form.groups.0.fields.2`. */
  path: string
  label: string
  field: Column | null
  group: Group
}

export const pathOf = ({ group, field, column }: Place): string =>
  [
    `form.groups.${group}`,
    field === undefined ? '' : `.fields.${field}`,
    column === undefined ? '' : `.columns.${column}`,
  ].join('')

/** Every group, field and column, from top to bottom. */
export function outlineOf(form: Form): Line[] {
  return form.groups.flatMap((group, g) => {
    const line = (id: string, place: Place, label: string, field: Column | null): Line => ({
      id,
      place,
      path: pathOf(place),
      label,
      field,
      group,
    })
    return [
      line(`g.${group.key}`, { group: g }, group.title, null),
      ...group.fields.flatMap((field, f) => [
        line(`f.${field.key}`, { group: g, field: f }, field.label, field),
        ...(field.type === 'table'
          ? field.columns.map((c, k) =>
              line(`c.${field.key}.${c.key}`, { group: g, field: f, column: k }, c.label, c),
            )
          : []),
      ]),
    ]
  })
}

/** The line that one form has and the other had not, or had otherwise: of several the last, which lies deepest. */
export function changedLine(before: Form, now: Form): Line | undefined {
  const old = new Map(outlineOf(before).map((l) => [l.id, l]))
  const lines = outlineOf(now)
  const fresh = lines.find((l) => !old.has(l.id))
  return (
    fresh ?? lines.findLast((l) => (l.field ?? l.group) !== (old.get(l.id)!.field ?? old.get(l.id)!.group))
  )
}

/** Keys already used: answers lie by key, so no two fields or groups may share one. */
const keysOf = (form: Form): string[] =>
  form.groups.flatMap((g) => [g.key, ...g.fields.flatMap((f) => [f.key, ...f.columns.map((c) => c.key)])])

export const newKey = (form: Form, letter = 'field'): string => freeKey(letter, keysOf(form))

export function newColumn(form: Form, type: FieldType): Column {
  const choice = type === 'choice' || type === 'multiple'
  return {
    key: newKey(form),
    label: '',
    labelEn: '',
    hint: '',
    hintEn: '',
    type,
    required: true,
    unit: '',
    options: choice ? [newOption([]), newOption(['o1'])] : [],
    idKinds: [],
    regionDepth: 'street',
    accept: ['pdf', 'jpg', 'png'],
    maxMegabytes: 20,
    checks: [],
    when: [],
    whenMode: 'all',
  }
}

export const newField = (form: Form, type: FieldType): Field => ({ ...newColumn(form, type), columns: [] })

export const newOption = (used: string[]): Column['options'][number] => ({
  value: freeKey('o', used),
  label: '',
  labelEn: '',
  hint: '',
})

export const newGroup = (form: Form, title = ''): Group => ({
  key: newKey(form, 'group'),
  title,
  titleEn: '',
  hint: '',
  hintEn: '',
  when: [],
  whenMode: 'all',
  fields: [],
})

/** What changes when the same question becomes one of another kind: what belongs to the old kind alone goes. */
export function retyped(field: Column, type: FieldType): Partial<Field> {
  const both = (belongs: (t: FieldType) => boolean) => belongs(type) && belongs(field.type)
  const chooses = (t: FieldType) => t === 'choice' || t === 'multiple'
  const counts = (t: FieldType) => t === 'number' || t === 'money'
  const kept = <K extends keyof Column>(keeps: boolean, ...keys: K[]) =>
    Object.fromEntries(keys.map((k) => [k, keeps ? field[k] : undefined]))
  return {
    type,
    options: both(chooses) ? field.options : chooses(type) ? [newOption([]), newOption(['o1'])] : [],
    checks: [],
    unit: both(counts) ? field.unit : '',
    ...kept(both(counts), 'min', 'max', 'compute'),
    ...kept(both(isText), 'minLength', 'maxLength'),
    ...kept(both(isDay), 'dateRule'),
    prefill: undefined,
  }
}

export const isText = (type: FieldType): boolean => type === 'text' || type === 'long-text'
export const isDay = (type: FieldType): boolean => type === 'date' || type === 'period'

export const mapGroup = (form: Form, g: number, change: (group: Group) => Group): Form => ({
  groups: form.groups.map((group, i) => (i === g ? change(group) : group)),
})

export const mapField = (form: Form, g: number, f: number, change: (field: Field) => Field): Form =>
  mapGroup(form, g, (group) => ({
    ...group,
    fields: group.fields.map((field, i) => (i === f ? change(field) : field)),
  }))

/** Puts a change into the group, field or column at a place. */
export function change(form: Form, { group, field, column }: Place, part: Partial<Group & Field>): Form {
  if (field === undefined) return mapGroup(form, group, (g) => ({ ...g, ...part }))
  if (column === undefined) return mapField(form, group, field, (f) => ({ ...f, ...part }))
  return mapField(form, group, field, (f) => ({
    ...f,
    columns: f.columns.map((c, i) => (i === column ? ({ ...c, ...part } as Column) : c)),
  }))
}
