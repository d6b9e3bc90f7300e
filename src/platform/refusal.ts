/**
 * An expected "no", as a value: a name that code and tests can rely on, and a sentence for the person who asked
 * (what happened, whether the work is safe, what to do). Broken invariants are thrown instead.
 */
export interface Refusal {
  name: string
  sentence: string
  /** The same in English, for the hall's English pages. */
  english?: string
  /** For input: which field, so that the page can point at it. */
  field?: string
  /** What the person may need beside the sentence, e.g. the ruling of the law that refused. */
  detail?: unknown
}

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export const done = <T>(value: T): Result<T> => ({ ok: true, value })

export const refuse = (name: string, sentence: string, more: Omit<Refusal, 'name' | 'sentence'> = {}) =>
  ({ ok: false, refusal: { name, sentence, ...more } }) as const

/** Carries a refusal out of an open transaction, so that nothing of the act stays behind; see {@link orRefusal}. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.name)
    this.refusal = refusal
  }
}

/** What the work gives, or the refusal that was thrown out of its transaction. Every other throw goes on. */
export async function orRefusal<T>(work: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal }
    throw error
  }
}
