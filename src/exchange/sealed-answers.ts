import { type Form, type FormField, isEmpty, isParts, type PlainField, rowsOf } from '../catalogue/index.ts'
import { bareNumber, type Vault } from '../identity/index.ts'

/**
 * Numbers of persons and of bank accounts in filed answers: the answer itself shows only the ends (999999********0011), so that lists,
 * papers and copies of the database hold no full number; the full answer lies sealed beside it under this key, bound to its dossier
 * and field.
 */
export const SEALED = '$sealed'

/** As long as the number, with the middle hidden, so that it still reads like one. */
export function hiddenNumber(number: string): string {
  const bare = bareNumber(number)
  if (bare.length < 10) return bare.slice(0, 1) + '*'.repeat(Math.max(bare.length - 2, 1)) + bare.slice(-1)
  return bare.slice(0, 6) + '*'.repeat(bare.length - 10) + bare.slice(-4)
}

export const isHidden = (value: unknown): boolean => typeof value === 'string' && value.includes('*')

const place = (owner: string, key: string): string => `answer:${owner}:${key}`

/** The answer with every number in it hidden. Rows and parts keep their shape. */
function hidden(field: PlainField | FormField, value: unknown): unknown {
  if (isEmpty(value)) return value
  if (field.type === 'resident-id' && typeof value === 'string')
    return isHidden(value) ? value : hiddenNumber(value)
  const part = field.type === 'person' ? 'idNumber' : field.type === 'account' ? 'number' : null
  if (part && isParts(value) && value[part]?.trim() && !isHidden(value[part]))
    return { ...value, [part]: hiddenNumber(value[part]) }
  if (field.type === 'table' && 'columns' in field) return hiddenRows(field.columns, value)
  return value
}

const hiddenRows = (fields: readonly PlainField[], value: unknown): unknown =>
  rowsOf(value).map((row) => {
    const shown: Record<string, unknown> = { ...row }
    for (const field of fields) if (field.key in row) shown[field.key] = hidden(field, row[field.key])
    return shown
  })

/**
 * Hides and seals every such number among the answers. `owner` is the draft or dossier that they belong to. Numbers that
 * are hidden already (they come from what we know) stay as they are.
 */
export function sealNumbers(
  vault: Vault,
  owner: string,
  form: Form,
  answers: Record<string, unknown>,
): Record<string, unknown> {
  const sealed: Record<string, string> = {}
  const open: Record<string, unknown> = { ...answers }
  const seal = (key: string, shown: unknown): void => {
    const value = answers[key]
    const whole = typeof value === 'string' ? value : JSON.stringify(value)
    if (whole === (typeof shown === 'string' ? shown : JSON.stringify(shown))) return
    sealed[key] = vault.seal(whole, place(owner, key)).toString('base64')
    open[key] = shown
  }
  for (const group of form.groups)
    if (group.repeat)
      seal(
        group.key,
        isEmpty(answers[group.key]) ? answers[group.key] : hiddenRows(group.fields, answers[group.key]),
      )
    else for (const field of group.fields) seal(field.key, hidden(field, answers[field.key]))
  delete open[SEALED]
  return Object.keys(sealed).length > 0 ? { ...open, [SEALED]: sealed } : open
}

/**
 * The full number behind a hidden answer, or null when none was typed (it came from a register). For an answer of parts or rows it is
 * the whole answer as JSON.
 */
export function openNumber(
  vault: Vault,
  owner: string,
  answers: Record<string, unknown>,
  key: string,
): string | null {
  const sealed = answers[SEALED] as Record<string, string> | undefined
  const one = sealed?.[key]
  return one ? vault.open(Buffer.from(one, 'base64'), place(owner, key)) : null
}

/** All answers as they were typed; for the owner's own draft. */
export function openNumbers(
  vault: Vault,
  owner: string,
  answers: Record<string, unknown>,
): Record<string, unknown> {
  const { [SEALED]: sealed, ...open } = answers
  for (const key of Object.keys((sealed as Record<string, string> | undefined) ?? {}))
    open[key] = whole(open[key], openNumber(vault, owner, answers, key)!)
  return open
}

const whole = (shown: unknown, opened: string): unknown =>
  typeof shown === 'string' ? opened : JSON.parse(opened)
