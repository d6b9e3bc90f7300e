import type { SituationExample } from '../situation.ts'
import { decideSituation, type Guided, type Outcome } from './decide.ts'

export interface ExampleResult {
  pass: boolean
  /** What is otherwise than expected, in sentences for the clerk. */
  differences: string[]
}

/** What an outcome says in the words of an example, so that the present result can be kept as the expected one. */
export const expectationOf = (outcome: Outcome): SituationExample['expects'] => ({
  eligible: outcome.eligible,
  materials: outcome.materials.map((m) => m.key),
  steps: outcome.steps,
  fees: outcome.fees,
  variant: outcome.variant,
})

/** Runs one saved example against the tables as they are. */
export function runExample(content: Guided, { answers, expects }: SituationExample): ExampleResult {
  const decision = decideSituation(content, answers)
  if (!decision?.outcome) {
    const at = decision?.next ? `停在「${decision.next.text}」` : '没有问题可答'
    return { pass: false, differences: [`答案走不到结果：${at}。`] }
  }
  const got = expectationOf(decision.outcome)
  const nameOf = (list: { key: string; name: string }[]) => (key: string) =>
    list.find((x) => x.key === key)?.name ?? key
  const word = (eligible: boolean) => (eligible ? '符合条件' : '不符合条件')
  const differences = [
    ...(got.eligible === expects.eligible
      ? []
      : [`应为${word(expects.eligible)}，结果是${word(got.eligible)}。`]),
    ...listDifferences('材料', expects.materials, got.materials, nameOf(content.materials)),
    ...listDifferences('环节', expects.steps, got.steps, nameOf(content.steps)),
    ...listDifferences('收费', expects.fees, got.fees, (name) => name),
    ...(got.variant === expects.variant
      ? []
      : [`应转到${expects.variant || '本办理项'}，结果是${got.variant || '本办理项'}。`]),
  ]
  return { pass: differences.length === 0, differences }
}

function listDifferences(
  what: string,
  expected: string[],
  got: string[],
  nameOf: (key: string) => string,
): string[] {
  const quoted = (keys: string[]) => keys.map((k) => `「${nameOf(k)}」`).join('')
  const lacking = expected.filter((k) => !got.includes(k))
  const surplus = got.filter((k) => !expected.includes(k))
  return [
    ...(lacking.length > 0 ? [`${what}少了${quoted(lacking)}。`] : []),
    ...(surplus.length > 0 ? [`${what}多了${quoted(surplus)}。`] : []),
  ]
}
