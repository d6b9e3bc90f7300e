import {
  type Form,
  type FormField,
  type FormValue,
  formField,
  isEmpty,
  isParts,
  isRows,
  PARTS,
  type PlainField,
} from '../../catalogue/index.ts'

/** Where an answer lies: a field, or rows with their columns (a table, a repeatable group). */
export interface Place {
  label: string
  labelEn: string
  /** For reading an answer; a repeatable group reads like a table of its fields. */
  field: FormField | PlainField
  columns: Map<string, Place> | null
  computed: boolean
}

const placeOf = (field: FormField | PlainField): Place => ({
  label: field.label,
  labelEn: field.labelEn,
  field,
  columns:
    field.type === 'table' && 'columns' in field
      ? new Map(field.columns.map((c) => [c.key, placeOf(c)]))
      : null,
  computed: field.compute !== undefined,
})

/** Every place of a form that holds an answer, by its key. */
export function placesOf(form: Form): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const group of form.groups) {
    if (!group.repeat) {
      for (const field of group.fields) places.set(field.key, placeOf(field))
      continue
    }
    const label = group.repeat.each || group.title
    const rows = formField.parse({ key: group.key, label, type: 'table', columns: [] })
    places.set(group.key, {
      label,
      labelEn: group.repeat.eachEn || group.titleEn,
      field: { ...rows, columns: group.fields },
      columns: new Map(group.fields.map((f) => [f.key, placeOf(f)])),
      computed: false,
    })
  }
  return places
}

/** Kinds whose control shows any text that was typed, right or wrong. */
const FREE_TEXT = new Set<PlainField['type']>([
  'text',
  'long-text',
  'number',
  'money',
  'address',
  'person-name',
  'resident-id',
  'credit-code',
  'phone',
])

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Whether the page of this question shows the whole answer, so that saving the page loses nothing of it. */
export function fits(place: Place, value: FormValue): boolean {
  const { field } = place
  if (isEmpty(value)) return true
  if (place.computed) return false
  if (place.columns)
    return (
      isRows(value) &&
      value.every((row) =>
        Object.entries(row).every(([key, cell]) => {
          const column = place.columns!.get(key)
          return isEmpty(cell) || (column !== undefined && fits(column, cell))
        }),
      )
    )
  const listed = (one: unknown) => field.options.some((o) => o.value === one)
  if (FREE_TEXT.has(field.type)) return typeof value === 'string'
  if (field.type === 'date') return typeof value === 'string' && DAY.test(value)
  if (field.type === 'choice') return typeof value === 'string' && listed(value)
  if (field.type === 'multiple') return Array.isArray(value) && value.every(listed)
  return isParts(value) && partsFit(field, value)
}

function partsFit(field: FormField | PlainField, parts: Record<string, string>): boolean {
  if (!(field.type in PARTS)) return false
  const known: readonly string[] = PARTS[field.type as keyof typeof PARTS]
  if (!Object.entries(parts).every(([part, text]) => text === '' || known.includes(part))) return false
  const { idKind } = parts
  return !idKind || field.idKinds.length === 0 || (field.idKinds as string[]).includes(idKind)
}
