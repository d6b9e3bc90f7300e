import {
  chosenSituation,
  type Form,
  type FormContext,
  type FormValue,
  type FormValues,
  type ItemContent,
  type ItemVersion,
  isEmpty,
  isRows,
  itemIn,
  type SituationAnswers,
  valueText,
} from '../../catalogue/index.ts'
import type { Known } from '../../exchange/index.ts'
import type { Answers } from '../form/answers.ts'
import type { GivenMaterial } from './draft.ts'
import { fits, type Place, placesOf } from './fitting.ts'
import { materialNotes } from './move-materials.ts'
import { questionNotes } from './move-questions.ts'

/**
 * What becomes of a draft when the guide changes: pure, so that the clerk reads before filing the very sentences that applicants
 * will be told (Art. 5.1(3)).
 */

/** What an applicant has done so far. */
export interface DraftWork {
  answers: Answers
  situation: SituationAnswers | null
  materials: readonly GivenMaterial[]
  known: Known | null
  kept: readonly KeptAnswer[]
}

/** An answer that no question takes any more, as it read; the applicant sees it until they hand in. */
export interface KeptAnswer {
  key: string
  label: string
  text: string
}

/** Something that the applicant should look at, in a sentence that quotes nothing they typed: clerks read it too. */
export interface MoveNote {
  zh: string
  en: string
  /** Where on the draft's page it is put right: a field's key, or a material's; empty: nowhere. */
  field?: string
  material?: string
}

export interface Move {
  /** Answers that must be stored otherwise; undefined: taken away, because the question takes another kind of answer. */
  changed: Record<string, FormValue | undefined>
  /** What was kept before and what comes to it. */
  kept: KeptAnswer[]
  /** Empty: the draft goes over as it is. */
  notes: MoveNote[]
}

/** Moves from one version to another. `since` is the version that the applicant last saw all of; default: the one before. */
export function moveDraft(
  before: ItemContent,
  after: ItemContent,
  work: DraftWork,
  context: FormContext,
  since: ItemContent = before,
): Move {
  const { changed, kept } = settleAnswers(formOf(before), formOf(after), work.answers)
  const whole = { ...work, answers: afterwards(work.answers, changed), kept: union(work.kept, kept) }
  return { changed, kept: whole.kept, notes: notesOf(since, after, whole, context) }
}

/** What is still to be looked at between two versions. What has been put right meanwhile is not in it any more. */
export function notesOf(
  before: ItemContent,
  after: ItemContent,
  work: DraftWork,
  context: FormContext,
): MoveNote[] {
  const [was, is] = [inSituation(before, work), inSituation(after, work)]
  return [
    ...(isOnline(before) && !isOnline(after) ? [NOT_ONLINE] : []),
    ...questionNotes(was.content, is.content, work, context),
    ...(was.chosen && !is.chosen ? [SITUATION_ANEW] : []),
    ...materialNotes(was.content, is.content, work.materials),
  ]
}

/** Answers whose place is gone are kept as text; those whose place takes other answers are taken out of it and kept as text. */
export function settleAnswers(
  before: Form,
  after: Form,
  answers: Answers,
): { changed: Move['changed']; kept: KeptAnswer[] } {
  const changed: Move['changed'] = {}
  const kept: KeptAnswer[] = []
  const now = placesOf(after)
  for (const [key, place] of placesOf(before)) {
    const value = answers[key]
    if (isEmpty(value) || place.computed) continue
    const next = now.get(key)
    if (next && fits(next, value!)) continue
    kept.push({ key, label: place.label, text: textOf(place, value!) })
    // Under a key that nobody asks for the answer lies where it lay: it comes back should the question.
    if (next) changed[key] = fittingPart(next, value!)
  }
  return { changed, kept }
}

const formOf = (content: ItemContent): Form => content.form ?? { groups: [] }

const textOf = (place: Place, value: FormValue): string => valueText(place.field, value, { lang: 'zh' })

/** Of rows, the cells that fit; of everything else nothing. */
function fittingPart(place: Place, value: FormValue): FormValue | undefined {
  if (!place.columns || !isRows(value)) return undefined
  return value.map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([column, cell]) => {
        const next = place.columns!.get(column)
        return next !== undefined && fits(next, cell)
      }),
    ),
  )
}

function afterwards(answers: Answers, changed: Move['changed']): FormValues {
  const next: FormValues = { ...answers }
  for (const [key, value] of Object.entries(changed))
    if (value === undefined) delete next[key]
    else next[key] = value
  return next
}

function union(before: readonly KeptAnswer[], more: readonly KeptAnswer[]): KeptAnswer[] {
  const known = new Set(before.map((k) => `${k.key}\n${k.text}`))
  return [...before, ...more.filter((k) => !known.has(`${k.key}\n${k.text}`))]
}

function inSituation(content: ItemContent, { situation }: DraftWork) {
  const chosen = chosenSituation(content, situation)
  return { chosen, content: itemIn({ content } as ItemVersion, chosen).content }
}

/** 办理形式 2 and 3: by computer or phone. */
export const isOnline = ({ handlingForms }: Pick<ItemContent, 'handlingForms'>): boolean =>
  handlingForms.some((f) => f === '2' || f === '3')

const NOT_ONLINE: MoveNote = {
  zh: '这个事项改为不在网上办了，要到指南写的窗口办。您填的都留着看。',
  en: 'This service is no longer done online; go to the counter that its guide names. What you filled in is kept.',
}

const SITUATION_ANEW: MoveNote = {
  zh: '情形的问题改了，请重新回答；没有回答以前，按整张材料清单交。',
  en: 'The questions about your situation have changed; please answer them again. Until then the whole list of documents holds.',
}
