import { lockDossier, possible, streamOf } from '../casework/index.ts'
import type { Actor, History } from '../history/index.ts'
import type { Database } from '../platform/database.ts'
import { done, orRefusal, Refused, type Result, refuse } from '../platform/refusal.ts'
import { GRADES, type Grade, ratingIsComplete } from '../regulation/index.ts'
import { insertRating, type Rating } from './rating-store.ts'

export interface FeedbackDeps {
  db: Database
  history: History
}

/** Reasons to choose from when dissatisfied; the words are kept with the rating. */
export const REASONS = {
  zh: ['要求不清楚', '办得太慢', '反复补材料', '服务态度不好', '网上操作难', '结果不合理'],
  en: [
    'Unclear requirements',
    'Too slow',
    'Asked again and again',
    'Unfriendly',
    'Hard to use online',
    'Unfair result',
  ],
} as const

export const MOST_WORDS = 500

/**
 * 评价 (Art. 22): an applicant rates their own finished dossier, once; dissatisfaction is given with its reason. The event goes into
 * the dossier's history with the grade, not the words: the officer who handled it does not read who wrote what.
 */
export async function rate(
  deps: FeedbackDeps,
  actor: Actor,
  dossierId: string,
  given: { grade: number | null; reasons: string[]; reason: string; channel: string },
  now: Date,
): Promise<Result<Rating>> {
  const reason = given.reason.trim()
  const reasons = REASONS.zh.filter((r) => given.reasons.includes(r))
  const grade = (GRADES.find((g) => g.grade === given.grade)?.grade ?? null) as Grade | null
  const ruling = ratingIsComplete({ grade, reason: [...reasons, reason].join('；') })
  if (ruling.outcome !== 'met' || grade === null) {
    const field = grade === null ? 'grade' : 'reason'
    return refuse('rating-incomplete', ruling.sentence.zh, {
      english: ruling.sentence.en,
      field,
      detail: ruling,
    })
  }
  if ([...reason].length > MOST_WORDS) {
    const over = [...reason].length - MOST_WORDS
    return refuse('too-long', `最多 ${MOST_WORDS} 个字，请删去 ${over} 个。`, {
      english: `At most ${MOST_WORDS} characters; please cut ${over}.`,
      field: 'reason',
    })
  }
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const dossier = await lockDossier(tx, dossierId)
      if (dossier?.accountId !== actor.id)
        throw new Refused({ name: 'not-found', sentence: '没有这个办件，或者它不是您的。' })
      if (!possible(dossier.status, 'rate')) {
        throw new Refused({
          name: 'not-finished',
          sentence: '这件还没办结，办结以后再评价。',
          english: 'This matter is not finished yet. You can rate it once it is.',
        })
      }
      const rating: Rating = {
        dossierId,
        accountId: actor.id,
        organId: dossier.organId,
        grade,
        reasons,
        // The table asks for words with dissatisfaction; chosen reasons are words too.
        reason: reason || (grade === 4 ? reasons.join('；') : ''),
        channel: given.channel,
        at: now,
      }
      if (!(await insertRating(tx, rating))) {
        throw new Refused({
          name: 'rated-before',
          sentence: '这件已经评价过了，谢谢。一件只评一次。',
          english: 'You have rated this matter already.',
        })
      }
      const data = { grade, needsHandling: grade === 4, ruling }
      await deps.history.record(tx, streamOf(dossierId), actor, now, [{ type: 'dossier.rated', data }])
      return done(rating)
    }),
  )
}
