import type { Actor } from '../../history/index.ts'
import { orRefusal, Refused, type Result } from '../../platform/refusal.ts'
import { type Asker, type Enquiry, streamOf, timeRuling, timesOf, VISITOR } from '../enquiry.ts'
import { addEntry, lockEnquiry, readEntries, saveEnquiry } from '../enquiry-store.ts'
import { questionWords } from '../enquiry-words.ts'
import { openedBy } from '../views/own.ts'
import type { AskDeps } from './deps.ts'

/** So often one may ask on; what is still open then is better said aloud. */
export const MOST_FOLLOW_UPS = 5

/**
 * 追问 by the asker, once there is an answer. It is a question with a clock of its own. Refuses as not found what the asker may not read.
 */
export async function followUp(
  deps: Pick<AskDeps, 'db' | 'history' | 'calendar' | 'queryCodeKey'>,
  asker: Asker,
  enquiryId: string,
  given: { key: string; text: string },
  by: Actor | null,
  now: Date,
): Promise<Result<Enquiry>> {
  const text = questionWords(given.text)
  if (!text.ok) return text
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const enquiry = await lockEnquiry(tx, enquiryId)
      if (!enquiry || !openedBy(enquiry, asker, deps.queryCodeKey))
        throw new Refused({ name: 'not-found', sentence: '没有这个问题，或者它不是您问的。' })
      const entries = await readEntries(tx, enquiryId)
      const key = `follow-up:${given.key}`
      if (entries.some((e) => e.key === key)) return { ok: true as const, value: enquiry }
      if (enquiry.status !== 'answered')
        throw new Refused({
          name: 'not-answered',
          sentence: '部门还没答复。答复以后可以追问。',
          english: 'There is no answer yet. You can ask on once there is one.',
          field: 'text',
        })
      if (entries.filter((e) => e.kind === 'follow-up').length >= MOST_FOLLOW_UPS)
        throw new Refused({
          name: 'asked-often',
          sentence: `一个问题最多追问 ${MOST_FOLLOW_UPS} 次。还没说清的，打部门电话问，或者另提一个问题。`,
          english: `A question can be asked on ${MOST_FOLLOW_UPS} times. Call the department, or ask a new question.`,
          field: 'text',
        })
      const again: Enquiry = {
        ...enquiry,
        status: 'open',
        askedAt: now,
        extension: null,
        answeredAt: null,
        version: enquiry.version + 1,
      }
      await saveEnquiry(tx, again, timesOf(again, deps.calendar))
      const who = by ?? VISITOR
      const kind = 'follow-up' as const
      const said = { key, kind, text: text.value, by: who, organName: '', toOrganName: '', at: now }
      const no = await addEntry(tx, enquiryId, said)
      const data = { no, organId: again.organId, ruling: timeRuling(again, now, deps.calendar) }
      await deps.history.record(tx, streamOf(enquiryId), who, now, [{ type: 'enquiry.followed-up', data }])
      return { ok: true as const, value: again }
    }),
  )
}
