import type { Identity } from '../identity/index.ts'
import { type MessagesDeps, write, writeToPhone } from '../messages/index.ts'
import { dayOf } from '../regulation/index.ts'
import type { AnswerDeps } from './acts/deps.ts'
import { phonePlace } from './enquiry.ts'

/**
 * Tells the asker that there is an answer, never what it says: a message in the space and at the number of whoever was signed in, an SMS
 * to the number that a visitor left, nothing where none was left.
 */
export function tellAsker({
  jobs,
  identity,
}: Pick<MessagesDeps, 'jobs'> & { identity: Pick<Identity, 'vault' | 'account'> }): AnswerDeps['tell'] {
  return async (tx, enquiry, answerNo, now) => {
    const [, month, date] = dayOf(enquiry.firstAskedAt).split('-').map(Number)
    const said = `您${month}月${date}日的咨询（${enquiry.number}）部门已答复`
    const cause = `enquiry:${enquiry.enquiryId}:${answerNo}`
    if (enquiry.accountId !== null) {
      const phoneMasked = (await identity.account(enquiry.accountId, tx))?.phoneMasked ?? ''
      const to = { accountId: enquiry.accountId, phoneMasked, dossierId: null }
      await write({ jobs }, tx, to, cause, `${said}，登录后在「我的」里看。`, now)
    } else if (enquiry.phoneCipher !== null) {
      const phone = identity.vault.open(enquiry.phoneCipher, phonePlace(enquiry.enquiryId))
      const to = { phone, phoneMasked: enquiry.phoneMasked }
      const words = `${said}，在网上办事大厅「网上提问」里凭编号和查询码看。`
      await writeToPhone({ jobs, vault: identity.vault }, tx, to, cause, words, now)
    }
  }
}
