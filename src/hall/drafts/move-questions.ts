import {
  askedOf,
  type FormContext,
  type ItemContent,
  isEmpty,
  rightAnswers,
  validate,
  withUploads,
} from '../../catalogue/index.ts'
import type { Answers } from '../form/answers.ts'
import { effectiveAnswers } from '../form/facts.ts'
import { placesOf } from './fitting.ts'
import type { DraftWork, MoveNote } from './move.ts'

/** What the questions of the later version ask of somebody who answered those of the earlier one. */
export function questionNotes(
  before: ItemContent,
  after: ItemContent,
  work: DraftWork,
  context: FormContext,
): MoveNote[] {
  const [was, is] = [standing(before, work, context), standing(after, work, context)]
  const keptKeys = new Set(work.kept.map((k) => k.key))
  const gone = [...was.places]
    .filter(([key]) => keptKeys.has(key) && !is.places.has(key))
    .map(([, { label, labelEn }]) => ({
      zh: `不再问「${label}」。您填的留在草稿最后面，提交时不交给部门。`,
      en: `“${labelEn || label}” is no longer asked. Your answer stays at the end of the draft and is not handed in.`,
    }))
  const open = [...is.places].flatMap(([key, place]): MoveNote[] => {
    const { label, labelEn } = place
    const en = labelEn || label
    const say = (zh: string, english: string): MoveNote[] => [{ zh, en: english, field: key }]
    if (keptKeys.has(key)) {
      if (is.empty(key) || is.wrong.has(key))
        return say(
          `「${label}」的填法变了，请重新填。您原来填的留在草稿最后面。`,
          `“${en}” takes another kind of answer now. What you had entered stays at the end of the draft.`,
        )
      if (place.columns)
        return say(
          `「${label}」有的栏改了，请看一遍。您原来填的留在草稿最后面。`,
          `Some columns of “${en}” have changed. What you had entered stays at the end of the draft.`,
        )
    }
    if (!is.asked(key) || !is.wrong.has(key)) return []
    if (!was.places.has(key)) return say(`新的问题「${label}」，请填。`, `A new question: “${en}”.`)
    // What was wrong or empty before is the applicant's own business still.
    if (was.asked(key) && was.wrong.has(key)) return []
    if (is.empty(key)) return say(`「${label}」现在要填。`, `“${en}” must be answered now.`)
    return say(
      `「${label}」的要求变了，您填的不再合适，请改一改。`,
      `What “${en}” asks for has changed; your answer does not fit any more.`,
    )
  })
  return [...gone, ...open]
}

/** How the answers stand in the form of one version. */
function standing(content: ItemContent, { answers, known, materials }: DraftWork, context: FormContext) {
  const form = content.form ?? { groups: [] }
  const whole = withUploads(content, effectiveAnswers(form, answers, known), materials) as Answers
  const asked = askedOf(form, rightAnswers(form, whole, context))
  const groups = new Map(form.groups.filter((g) => g.repeat).map((g) => [g.key, g]))
  return {
    places: placesOf(form),
    wrong: new Set(validate(form, whole, context).errors.map((e) => e.field.split('.')[0]!)),
    empty: (key: string) => isEmpty(whole[key]),
    asked: (key: string) => (groups.has(key) ? asked.group(groups.get(key)!) : asked.field(key)),
  }
}
