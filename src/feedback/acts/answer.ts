import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { answerIsGiven } from '../../regulation/index.ts'
import { timeRuling } from '../enquiry.ts'
import { MOST, officerWords } from '../enquiry-words.ts'
import type { AnswerDeps } from './deps.ts'
import { deskAct, type EnquiryCommand } from './desk-act.ts'
import { checkedPublic, makePublic, type PublicWords } from './publish.ts'

/** 答复. To a question that is answered already it adds a supplement, which changes no clock. */
export function answer(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  command: EnquiryCommand & { text: string; publish: PublicWords | null },
  now: Date,
): Promise<Result<{ version: number }>> {
  return deskAct(deps, 'answer', staff, enquiryId, command, now, async ({ tx, enquiry }) => {
    const text = officerWords(command.text, MOST.answer, 'text')
    if (!text.ok) return text
    const given = answerIsGiven({ text: text.value })
    if (given.outcome !== 'met')
      return refuse('answer-needed', given.sentence.zh, { field: 'text', detail: given })
    const open = enquiry.status === 'open'
    const answered = open ? { ...enquiry, status: 'answered' as const, answeredAt: now } : enquiry
    const words = command.publish && (await checkedPublic(tx, staff, answered, command.publish))
    if (words && !words.ok) return words
    const ruling = timeRuling(answered, now, deps.calendar)
    return done({
      enquiry: answered,
      said: { kind: open ? 'answer' : 'supplement', text: text.value },
      event: open
        ? { type: 'enquiry.answered', data: { ruling, public: words !== null } }
        : { type: 'enquiry.supplemented', data: { public: words !== null } },
      async follows(tx, no) {
        if (words) await makePublic(deps, tx, staff, answered, no, words.value, now)
        await deps.tell(tx, answered, no, now)
      },
    })
  })
}
