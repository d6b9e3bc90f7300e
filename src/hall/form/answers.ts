import {
  type AreaTree,
  deepest,
  type Form,
  type FormField,
  type FormValue,
  type FormValues,
  PARTS,
  type PlainField,
  type Row,
} from '../../catalogue/index.ts'
import { indexes } from './row-names.ts'

/** What was typed or ticked, by field key, exactly as it was given: a draft keeps it even where it is not right yet. */
export type Answers = FormValues

export const fieldsOf = (form: Form): FormField[] => form.groups.flatMap((g) => (g.repeat ? [] : g.fields))

const PREFIX = 'f-'

/**
 * Name of a control; also its id, so that an error summary can link to it. `path` is `key`, `key.part`, or in rows
 * `table.0.column`, `group.0.field.part`.
 */
export const controlName = (path: string): string => PREFIX + path

const MOST_TYPED = 20_000
const MOST_ROWS = 200

/**
 * Reads the answers from a posted form. Only fields of the item are read; text is kept as typed. A body that holds no
 * control of a ticked list means that nothing is ticked, so the list becomes empty; one that holds no mark of rows says nothing of them.
 */
export function readAnswers(form: Form, body: Record<string, unknown>, areas: AreaTree): Answers {
  const answers: Answers = {}
  const put = (key: string, value: FormValue | undefined) => {
    if (value !== undefined) answers[key] = value
  }
  for (const group of form.groups) {
    if (group.repeat) put(group.key, readRows(group.key, group.fields, body, areas))
    else
      for (const field of group.fields)
        if (field.type === 'table') put(field.key, readRows(field.key, field.columns, body, areas))
        else put(field.key, readField(field, field.key, body, areas))
  }
  return answers
}

/** Rows that lost their place to a removed one move up. */
function readRows(
  key: string,
  fields: readonly PlainField[],
  body: Record<string, unknown>,
  areas: AreaTree,
): Row[] | undefined {
  if (body[controlName(key)] === undefined) return undefined
  return indexes(Object.keys(body), controlName(key))
    .slice(0, MOST_ROWS)
    .map((i) => {
      const row: Row = {}
      for (const field of fields) {
        const value = readField(field, `${key}.${i}.${field.key}`, body, areas)
        if (value !== undefined) row[field.key] = value as Row[string]
      }
      return row
    })
}

function readField(
  field: PlainField,
  path: string,
  body: Record<string, unknown>,
  areas: AreaTree,
): FormValue | undefined {
  if (field.compute || field.type === 'file') return undefined
  const given = (name: string): unknown => body[controlName(name)]
  if (field.type === 'multiple') {
    const ticked = given(path)
    return (Array.isArray(ticked) ? ticked : ticked === undefined ? [] : [ticked]).map(asText)
  }
  if (field.type in PARTS) return readParts(field.type as keyof typeof PARTS, path, given, areas)
  const one = given(path)
  return one === undefined ? undefined : lastText(one)
}

function readParts(
  type: keyof typeof PARTS,
  path: string,
  given: (name: string) => unknown,
  areas: AreaTree,
): FormValue | undefined {
  const parts: Record<string, string> = {}
  if (type === 'region-address') {
    const steps = [0, 1, 2, 3, 4].map((i) => given(`${path}.region.${i}`)).filter((v) => v !== undefined)
    if (steps.length > 0) parts['region'] = deepest(areas, steps.map(lastText))
  }
  for (const part of PARTS[type]) {
    const one = given(`${path}.${part}`)
    if (one !== undefined) parts[part] = lastText(one)
  }
  // An unticked box is not sent: its field is on the page when the name is.
  return Object.keys(parts).length > 0 ? parts : undefined
}

const lastText = (value: unknown): string => asText(Array.isArray(value) ? value.at(-1) : value)

const asText = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, MOST_TYPED).replaceAll('\r\n', '\n') : ''

/** A button of the form that changes its shape: one more row, a row less, or the next step of a region. */
export type FormAct =
  | { act: 'add'; key: string }
  | { act: 'remove'; key: string; row: number }
  | { act: 'refresh'; key: string }

/** Reads 「row-add:owners」; null for what is no act on the form. */
export function formAct(form: Form, pressed: unknown): FormAct | null {
  const found =
    typeof pressed === 'string' ? /^(row-add|row-remove|refresh):([A-Za-z0-9.]+)$/.exec(pressed) : null
  if (!found) return null
  const [key, row] = found[2]!.split('.') as [string, string | undefined]
  if (found[1] === 'refresh') return { act: 'refresh', key: found[2]! }
  const known = form.groups.some(
    (g) =>
      (g.repeat && g.key === key) || (!g.repeat && g.fields.some((f) => f.key === key && f.type === 'table')),
  )
  if (!known) return null
  if (found[1] === 'row-add') return { act: 'add', key }
  return /^\d+$/.test(row ?? '') ? { act: 'remove', key, row: Number(row) } : null
}

/** The answers after a button that adds or takes away a row. `row` counts as the page showed the rows. */
export function afterAct(answers: Answers, act: FormAct, shown: readonly number[]): Answers {
  if (act.act === 'refresh') return answers
  const rows = (answers[act.key] as Row[] | undefined) ?? []
  if (act.act === 'add') return { ...answers, [act.key]: rows.length < MOST_ROWS ? [...rows, {}] : rows }
  const at = shown.indexOf(act.row)
  return { ...answers, [act.key]: rows.filter((_, i) => i !== at) }
}
