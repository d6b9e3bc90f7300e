import { checkPhone, maskPhone, type Vault } from '../identity/index.ts'
import { done, type Refusal, type Result, refuse } from '../platform/refusal.ts'
import { saysNothing } from '../regulation/index.ts'
import { phonePlace } from './enquiry.ts'

/** How much is written, in characters. */
export const MOST = { question: 1000, answer: 2000, reason: 300 } as const

const tooLong = (text: string, most: number, field: string): Refusal | null => {
  const over = [...text].length - most
  if (over <= 0) return null
  return {
    name: 'too-long',
    sentence: `最多 ${most} 个字，请删去 ${over} 个。`,
    english: `At most ${most} characters; please cut ${over}.`,
    field,
  }
}

/** A question (or what is asked on) as it is kept. */
export function questionWords(typed: string): Result<string> {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  if (saysNothing(text))
    return refuse('text-needed', '写下您要问的事。', { english: 'Write your question.', field: 'text' })
  const long = tooLong(text, MOST.question, 'text')
  return long ? { ok: false, refusal: long } : done(text)
}

/** Everything that is wrong with a question as typed, each with its field, so that a form tells it all at once. */
export function questionFaults({ text, phone }: { text: string; phone: string }): Refusal[] {
  const words = questionWords(text)
  const number = phone.trim() === '' ? null : checkPhone(phone)
  return [
    ...(words.ok ? [] : [words.refusal]),
    ...(number && !number.ok ? [{ ...number.refusal, field: 'phone' }] : []),
  ]
}

/** What an officer writes, not longer than that. */
export function officerWords(typed: string, most: number, field: string): Result<string> {
  const text = typed.replace(/\r\n?/g, '\n').trim()
  const long = tooLong(text, most, field)
  return long ? { ok: false, refusal: long } : done(text)
}

/** The number that was left for a message, sealed for its enquiry; null when none was. */
export function sealedPhone(
  vault: Pick<Vault, 'seal'>,
  enquiryId: string,
  typed: string,
): Result<{ cipher: Buffer; masked: string } | null> {
  if (typed.trim() === '') return done(null)
  const phone = checkPhone(typed)
  if (!phone.ok) return { ok: false, refusal: { ...phone.refusal, field: 'phone' } }
  return done({ cipher: vault.seal(phone.value, phonePlace(enquiryId)), masked: maskPhone(phone.value) })
}

/** Mobile and identity numbers, and mail addresses, in whatever groups. */
const PERSONAL =
  /(?<!\d)(?:86[ .-]?)?1[ .-]?[3-9](?:[ .-]?\d){9}(?!\d)|(?<![0-9A-Z])\d{6}[ .-]?(?:19|20)\d{2}[ .-]?\d{4}[ .-]?\d{3}[\dXx](?!\d)|[\w.+-]{1,64}@[\w-]+\.\w+/

/** As a reader sees it: full-width figures are figures, any blank or dash is one, and what cannot be seen is not there. */
const asSeen = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/g, ' ')

/** Refuses words for everybody to read in which a number of a person still stands. */
export function publicWords(question: string, answer: string): Result<{ question: string; answer: string }> {
  for (const [field, text, what] of [
    ['question', question, '问题'],
    ['answer', answer, '答复'],
  ] as const) {
    if (saysNothing(text)) return refuse('public-words-needed', `写明公开的${what}。`, { field })
    const long = tooLong(text, field === 'question' ? MOST.question : MOST.answer, field)
    if (long) return { ok: false, refusal: long }
    const found = PERSONAL.exec(asSeen(text))?.[0]
    if (found)
      return refuse('personal-number', `公开的${what}里还有个人号码「${found}」，删去再公开。`, { field })
  }
  return done({ question: question.trim(), answer: answer.trim() })
}
