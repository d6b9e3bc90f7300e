/** Art. 5.1(2): what stands in the directory is in a service centre and on the platform, or its exception was approved. */

import { type Ruling, ruling, type Sentence, saysNothing } from '../ruling.ts'

export const EXCEPTION_KINDS = {
  'state-secret': { zh: '涉及国家秘密', en: 'state secret' },
  'public-safety': { zh: '危及公共安全', en: 'danger to public safety' },
  other: { zh: '其他特殊原因', en: 'another special reason' },
} as const satisfies Record<string, Sentence>
export type ExceptionKind = keyof typeof EXCEPTION_KINDS

/** What the government of the body's own level approved, and by which document. */
export interface ExceptionFacts {
  kind: ExceptionKind
  reason: string
  government: string
  document: string
  /** 'YYYY-MM-DD' */
  approvedOn: string
}

/** An exception counts only with its cause, the approving government, the document and its day, which is not to come. */
export function exceptionIsApproved(exception: ExceptionFacts, today: string): Ruling & { field?: string } {
  const { kind, government, document, approvedOn } = exception
  const facts = { kind, government, document, approvedOn, today }
  const lacking = lackOf(exception, today)
  if (lacking) return { ...ruling('5.1(2)', 'not-met', facts, lacking.sentence), field: lacking.field }
  return ruling('5.1(2)', 'met', facts, {
    zh: `${government} ${approvedOn} 批准（${document}）：${EXCEPTION_KINDS[kind].zh}，不进驻。`,
    en: `Approved by ${government} on ${approvedOn} (${document}): ${EXCEPTION_KINDS[kind].en}, not in a service centre.`,
  })
}

function lackOf(e: ExceptionFacts, today: string): { field: string; sentence: Sentence } | null {
  if (saysNothing(e.reason))
    return {
      field: 'reason',
      sentence: { zh: '写明不宜进驻的原因。', en: 'Say why it cannot be in a service centre.' },
    }
  if (saysNothing(e.government))
    return {
      field: 'government',
      sentence: {
        zh: '写明批准的同级人民政府。',
        en: 'Name the government of the same level that approved.',
      },
    }
  if (saysNothing(e.document))
    return {
      field: 'document',
      sentence: { zh: '写明批准文件的文号。', en: 'Give the number of the approving document.' },
    }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(e.approvedOn))
    return {
      field: 'approvedOn',
      sentence: { zh: '写明批准的日期。', en: 'Give the day of the approval.' },
    }
  if (e.approvedOn > today)
    return {
      field: 'approvedOn',
      sentence: {
        zh: `批准日期 ${e.approvedOn} 还没有到，批准以后再登记。`,
        en: `The day of approval, ${e.approvedOn}, is still to come. Record it once it is approved.`,
      },
    }
  return null
}

/** One entry of the directory at one body that has to implement it. */
export interface PlacementFacts {
  /** Published items (业务办理项) of the body under the entry, and how many of them are handled in a service centre. */
  published: number
  inCentre: number
  exception: ExceptionFacts | null
}

export type Placement = 'in' | 'exempt' | 'missing'

/** Where a body stands with an entry. An exception makes good whatever is missing; nothing else does. */
export function itemIsPlaced(facts: PlacementFacts, today: string): Ruling & { placement: Placement } {
  const { published, inCentre, exception } = facts
  const say = (placement: Placement, outcome: Ruling['outcome'], sentence: Sentence) => ({
    ...ruling('5.1(2)', outcome, { published, inCentre, exception: exception?.document ?? null }, sentence),
    placement,
  })
  if (published > 0 && inCentre >= published)
    return say('in', 'met', {
      zh: '已进驻服务中心，平台上能办。',
      en: 'In a service centre and on the platform.',
    })
  if (exception) {
    const approved = exceptionIsApproved(exception, today)
    if (approved.outcome === 'met') return say('exempt', 'met', approved.sentence)
  }
  if (published === 0)
    return say('missing', 'not-met', {
      zh: '平台上没有这个部门的办事指南，也没有批准的例外。',
      en: 'No guide of this body on the platform, and no approved exception.',
    })
  return say('missing', 'not-met', {
    zh:
      inCentre === 0
        ? '平台上有指南，没有进驻服务中心，也没有批准的例外。'
        : `平台上有 ${published} 个办理项，只有 ${inCentre} 个进驻服务中心，其余没有批准的例外。`,
    en: `Of ${published} guides on the platform ${inCentre} are in a service centre, and there is no approved exception.`,
  })
}
