import type { Form } from '../catalogue/index.ts'
import { bareNumber, type Vault } from '../identity/index.ts'

/**
 * Identity numbers in filed answers: the answer itself shows only the ends (999999********0011), so that lists, papers and copies
 * of the database hold no full number; the full one lies sealed beside it under this key, bound to its dossier and field.
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

/**
 * Hides and seals every identity number among the answers. `owner` is the draft or dossier that they belong to. Numbers that
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
  for (const field of form.groups.flatMap((g) => g.fields)) {
    const value = answers[field.key]
    if (field.type !== 'resident-id' || typeof value !== 'string' || value.trim() === '' || isHidden(value))
      continue
    sealed[field.key] = vault.seal(value, place(owner, field.key)).toString('base64')
    open[field.key] = hiddenNumber(value)
  }
  delete open[SEALED]
  return Object.keys(sealed).length > 0 ? { ...open, [SEALED]: sealed } : open
}

/** The full number behind a hidden answer, or null when none was typed (it came from a register). */
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
    open[key] = openNumber(vault, owner, answers, key)
  return open
}
