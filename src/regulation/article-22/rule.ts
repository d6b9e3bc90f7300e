/** Art. 22: four grades of evaluation; dissatisfaction is given with its reason. */
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

export type Grade = 1 | 2 | 3 | 4

/** Codes 1–4 of GB/T 39046-2020 table A.8; this city has no fifth grade. */
export const GRADES: readonly { grade: Grade; zh: string; en: string; needsReason: boolean }[] = [
  { grade: 1, zh: '非常满意', en: 'Very satisfied', needsReason: false },
  { grade: 2, zh: '满意', en: 'Satisfied', needsReason: false },
  { grade: 3, zh: '基本满意', en: 'Fairly satisfied', needsReason: false },
  { grade: 4, zh: '不满意', en: 'Dissatisfied', needsReason: true },
]

/** May this evaluation be taken? Without a grade there is none: no answer never counts as praise. */
export function ratingIsComplete({ grade, reason }: { grade: Grade | null; reason: string }): Ruling {
  const chosen = GRADES.find((g) => g.grade === grade)
  const facts = { grade, hasReason: !saysNothing(reason) }
  if (!chosen)
    return ruling('22.1', 'not-met', facts, {
      zh: '请选择满意程度。未评价的不计为好评。',
      en: 'Choose a grade. No answer is not counted as praise.',
    })
  if (chosen.needsReason && !facts.hasReason)
    return ruling('22.1', 'not-met', facts, {
      zh: '评价为不满意的，请写明原因，以便核实处理。',
      en: 'Please say why you are dissatisfied, so that it can be looked into.',
    })
  return ruling('22.1', 'met', facts, { zh: `评价：${chosen.zh}。`, en: `Evaluation: ${chosen.en}.` })
}
