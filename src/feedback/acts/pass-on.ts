import type { Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { saysNothing } from '../../regulation/index.ts'
import { timeRuling } from '../enquiry.ts'
import { MOST, officerWords } from '../enquiry-words.ts'
import { bodiesThatAnswer } from '../receiver.ts'
import type { AnswerDeps } from './deps.ts'
import { deskAct, type EnquiryCommand } from './desk-act.ts'

/** 转办 to the body whose question it is. The clock runs on: that it went to the wrong door is not the asker's fault. */
export function passOn(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  command: EnquiryCommand & { organId: string; reason: string },
  now: Date,
): Promise<Result<{ version: number }>> {
  return deskAct(deps, 'pass-on', staff, enquiryId, command, now, async ({ tx, enquiry }) => {
    if (enquiry.status !== 'open')
      return refuse('not-possible-now', '这个问题已经答复，不用再转。要补充的，写补充答复。')
    const reason = officerWords(command.reason, MOST.reason, 'reason')
    if (!reason.ok) return reason
    if (saysNothing(reason.value))
      return refuse('reason-needed', '写明为什么转给它，提问人看得到。', { field: 'reason' })
    const to = (await bodiesThatAnswer(tx)).find((o) => o.organId === command.organId)
    if (!to) return refuse('no-receiver', '这个部门还没有人能答复，选别的部门。', { field: 'organId' })
    if (to.organId === staff.organId)
      return refuse('own-body', '已经在本部门，选别的部门。', { field: 'organId' })
    const passed = { ...enquiry, organId: to.organId, organName: to.name }
    const ruling = timeRuling(passed, now, deps.calendar)
    return done({
      enquiry: passed,
      said: { kind: 'passed-on', text: reason.value, toOrganName: to.name },
      event: { type: 'enquiry.passed-on', data: { from: staff.organId, to: to.organId, ruling } },
    })
  })
}
