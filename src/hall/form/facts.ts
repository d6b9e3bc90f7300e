import type { Form, FormField, FormValue } from '../../catalogue/index.ts'
import { askedFields } from '../../catalogue/index.ts'
import type { Fact, Known } from '../../exchange/index.ts'
import { type Answers, fieldsOf } from './answers.ts'

/** What is known of a field, in the form that the field files. */
export interface FieldFact extends Omit<Fact, 'value'> {
  value: FormValue
}

/** What registers and the sign-in know of a field (Art. 13.1). Only fields outside repeatable groups are prefilled. */
export function factOf(field: FormField, known: Known | null): FieldFact | undefined {
  if (!field.prefill || !known) return undefined
  if (field.prefill === 'person') {
    const name = known.facts['person.name']
    const number = known.facts['person.idNumber']
    // Other documents than the resident identity card have numbers of other lengths.
    const idKind = number?.value.length === 18 ? 'resident-id' : 'passport'
    return (
      name &&
      number && {
        ...name,
        firm: name.firm && number.firm,
        value: { name: name.value, idKind, idNumber: number.value },
      }
    )
  }
  if (field.prefill === 'body') {
    const name = known.facts['body.name']
    const code = known.facts['body.creditCode']
    return (
      name &&
      code && { ...name, firm: name.firm && code.firm, value: { name: name.value, creditCode: code.value } }
    )
  }
  const fact = known.facts[field.prefill]
  if (!fact) return undefined
  // Registers know an address as one text; which district it lies in is chosen by hand.
  if (field.type === 'region-address') return { ...fact, firm: false, value: { detail: fact.value } }
  return fact
}

/** What is judged and filed: firm facts stand above what was typed; other known values stand where nothing was typed. */
export function effectiveAnswers(form: Form, answers: Answers, known: Known | null): Answers {
  const whole: Answers = { ...answers }
  for (const field of fieldsOf(form)) {
    const fact = factOf(field, known)
    if (fact && (fact.firm || whole[field.key] === undefined)) whole[field.key] = fact.value
  }
  return whole
}

/** Fields that are asked and shown as text because their value is proved, with that value. */
export function firmFacts(
  form: Form,
  answers: Answers,
  known: Known | null,
): [key: string, value: FormValue][] {
  return askedFields(form, answers).flatMap((field): [string, FormValue][] => {
    const fact = factOf(field, known)
    return fact?.firm ? [[field.key, fact.value]] : []
  })
}
