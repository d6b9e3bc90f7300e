import { maskName } from '../../identity/index.ts'
import type { Licence } from '../../licences/index.ts'
import type { Day } from '../../regulation/index.ts'
import { type Lang, type Text, t } from '../../ui/index.ts'

/** Names of bodies are public (公示); names of persons are not. A body holds a credit code of 18 with no birthday in it. */
export const holderShown = (licence: Licence, isPerson: boolean): string =>
  isPerson ? maskName(licence.holderName) : licence.holderName

export type Standing = 'valid' | 'expired' | 'suspended' | 'revoked' | 'replaced'

/** How a licence stands on a day: what was withdrawn stays withdrawn, whatever its dates say. */
export function standingOf(licence: Pick<Licence, 'status' | 'validUntil'>, today: Day): Standing {
  if (licence.status !== 'valid') return licence.status
  return licence.validUntil !== null && licence.validUntil < today ? 'expired' : 'valid'
}

export const STANDINGS: Record<Standing, { title: Text; sentence: Text }> = {
  valid: {
    title: { zh: '证照是真的，现在有效', en: 'Genuine and valid now' },
    sentence: {
      zh: '由下面的部门通过本平台核发。',
      en: 'Issued by the department below through this platform.',
    },
  },
  expired: {
    title: { zh: '证照是真的，已经过期', en: 'Genuine but expired' },
    sentence: {
      zh: '有效期已过，不能再用。要续办，请持证人在网上重新申请。',
      en: 'Its term has ended; it can no longer be used.',
    },
  },
  suspended: {
    title: { zh: '证照是真的，现在暂停使用', en: 'Genuine but suspended' },
    sentence: {
      zh: '核发部门已暂停它的效力，恢复前不能用。',
      en: 'The issuing department has suspended it.',
    },
  },
  revoked: {
    title: { zh: '证照已被吊销、撤销或注销', en: 'No longer valid: revoked' },
    sentence: { zh: '不能再用。', en: 'It can no longer be used.' },
  },
  replaced: {
    title: { zh: '证照已被新证替换', en: 'Replaced by a newer one' },
    sentence: { zh: '请持证人出示新证的二维码。', en: 'Ask the holder for the code of the new one.' },
  },
}

/** Labels under which a face tells about a natural person. */
const PERSONAL = /姓名|身份证|证件号|住址|住所|地址|电话|手机|出生|法定代表人|负责人|持证人/

/** The face as anybody may see it: what tells about a natural person is masked or left out. */
export function faceFields(
  licence: Licence,
  holder: string,
  isPerson: boolean,
  lang: Lang,
): { term: string; value: string }[] {
  const hidden = t(lang, { zh: '不公开', en: 'not shown' })
  return licence.face.map(({ label, value }) => {
    if (value === licence.holderName) return { term: label, value: holder }
    if (value === licence.holderCodeMasked) return { term: label, value: isPerson ? hidden : value }
    if (/法定代表人|负责人|姓名/.test(label)) return { term: label, value: maskName(value) }
    return { term: label, value: isPerson && PERSONAL.test(label) ? hidden : value }
  })
}
