import { type ItemContent, type ReadableGroup, readable } from '../../catalogue/index.ts'
import type { DossierRecord } from '../api/contract.ts'

type Answers = Record<string, unknown>

/**
 * The filed form in the words and order of the item version that it was filed under, with what stood there before a correction. A full
 * number is never shown without a reason; reading one is an act of its own.
 */
export function formGroups(
  content: ItemContent,
  answers: Answers,
  earlier: Answers | null,
): DossierRecord['form']['groups'] {
  if (!content.form) return []
  const now = readable(content.form, answers, { lang: 'zh', hide: true })
  const then = earlier && valuesIn(readable(content.form, earlier, { lang: 'zh', hide: true }))
  return now.map((group) => ({
    title: group.title,
    fields: group.fields.map((f) => {
      const before = then ? (then.get(f.key) ?? '') : f.value
      return {
        key: f.key,
        label: f.label,
        // The unit stands beside the value, so that a value can be held against a register.
        value: bare(f),
        unit: f.field.unit,
        before: before === f.value ? null : before,
      }
    }),
  }))
}

const bare = ({ field, value }: ReadableGroup['fields'][number]): string =>
  field.unit && value.endsWith(` ${field.unit}`) ? value.slice(0, -field.unit.length - 1) : value

const valuesIn = (groups: ReadableGroup[]): Map<string, string> =>
  new Map(groups.flatMap((g) => g.fields.map((f) => [f.key, f.value] as const)))
