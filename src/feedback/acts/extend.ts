import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf, mayExtendEnquiry, parameterOn } from '../../regulation/index.ts'
import { clockOf } from '../enquiry.ts'
import { MOST, officerWords } from '../enquiry-words.ts'
import type { AnswerDeps } from './deps.ts'
import { deskAct, type EnquiryCommand } from './desk-act.ts'

/** 延长答复时限, once, with a reason that the asker reads. */
export function extend(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  command: EnquiryCommand & { reason: string },
  now: Date,
): Promise<Result<{ version: number }>> {
  return deskAct(deps, 'extend', staff, enquiryId, command, now, async ({ enquiry }) => {
    if (enquiry.status !== 'open') return refuse('not-possible-now', '这个问题已经答复，不用延长。')
    const reason = officerWords(command.reason, MOST.reason, 'reason')
    if (!reason.ok) return reason
    const ruling = mayExtendEnquiry(
      { extended: enquiry.extension !== null, reason: reason.value },
      clockOf(enquiry, now, deps.calendar),
    )
    if (ruling.outcome !== 'met')
      return refuse('no-extension', ruling.sentence.zh, { field: 'reason', detail: ruling })
    const days = parameterOn('enquiryExtensionDays', dayOf(enquiry.askedAt)).value
    return done({
      enquiry: { ...enquiry, extension: { days, reason: reason.value } },
      said: { kind: 'extended', text: reason.value },
      event: { type: 'enquiry.extended', data: { days, ruling } },
    })
  })
}
