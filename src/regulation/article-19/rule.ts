/** Art. 19: no closing before the e-licence is made and pushed. */
import type { Day } from '../day.ts'
import { type Ruling, ruling, type Sentence } from '../ruling.ts'

/** How a dossier ends; only 'granted' brings forth a licence or an approval. */
export type ClosingOutcome =
  | 'granted'
  | 'refused'
  | 'not-accepted'
  | 'withdrawn'
  | 'returned'
  | 'forwarded'
  | 'void'

export interface LicenceState {
  issuedOn: Day | null
  /** When the licence-sharing platform took it. */
  pushedAt: Date | null
  madeOffline: boolean
  /** The item is marked as one whose licence cannot or should not be made online. */
  offlineAllowed: boolean
}

/**
 * May the dossier be closed on closingDay? A licence made online must be issued and pushed first. One made offline
 * must be allowed for the item and made on the closing day itself; then `facts.pushStillDue` says that it is yet to be
 * published.
 */
export function mayClose({
  outcome,
  result,
  licence,
  closingDay,
}: {
  outcome: ClosingOutcome
  result: 'licence' | 'approval' | 'none'
  licence: LicenceState | null
  closingDay: Day
}): Ruling {
  const facts = { outcome, result, licence, closingDay, pushStillDue: false }
  const answer = (met: boolean, sentence: Sentence, more = {}): Ruling =>
    ruling('19.1', met ? 'met' : 'not-met', { ...facts, ...more }, sentence)
  const what =
    result === 'approval' ? { zh: '电子批文', en: 'e-approval' } : { zh: '电子证照', en: 'e-licence' }

  if (outcome !== 'granted' || result === 'none')
    return answer(true, {
      zh: '本件不产生证照或批文，可以办结。',
      en: 'No licence or approval comes of this dossier; it may be closed.',
    })
  if (!licence?.issuedOn)
    return answer(false, {
      zh: `${what.zh}尚未生成，不能办结。`,
      en: `The ${what.en} has not been made; the dossier cannot be closed.`,
    })
  if (licence.issuedOn > closingDay)
    return answer(false, {
      zh: `${what.zh}的签发日（${licence.issuedOn}）晚于办结日，不能办结。`,
      en: `The ${what.en} is dated ${licence.issuedOn}, after the closing day.`,
    })
  if (!licence.madeOffline)
    return licence.pushedAt
      ? answer(true, {
          zh: `${what.zh}已生成并推送到电子证照共享服务平台，可以办结。`,
          en: `The ${what.en} was made and pushed to the licence-sharing platform; the dossier may be closed.`,
        })
      : answer(false, {
          zh: `${what.zh}尚未推送到电子证照共享服务平台，不能办结。`,
          en: `The ${what.en} has not been pushed to the licence-sharing platform; the dossier cannot be closed.`,
        })
  if (!licence.offlineAllowed)
    return answer(false, {
      zh: `本事项未标明可以离线生成，${what.zh}须在线生成。`,
      en: `This item is not marked for offline making; the ${what.en} must be made online.`,
    })
  if (licence.issuedOn !== closingDay)
    return answer(false, {
      zh: `离线生成的${what.zh}须在办结当日（${closingDay}）生成。`,
      en: `An offline ${what.en} must be made on the closing day, ${closingDay}.`,
    })
  return answer(
    true,
    licence.pushedAt
      ? {
          zh: `${what.zh}已在办结当日离线生成并发布，可以办结。`,
          en: `The ${what.en} was made offline on the closing day and published.`,
        }
      : {
          zh: `${what.zh}已在办结当日离线生成，可以办结，随后须发布到电子证照共享服务平台。`,
          en: `The ${what.en} was made offline on the closing day; it is yet to be published on the licence-sharing platform.`,
        },
    { pushStillDue: licence.pushedAt === null },
  )
}
