/** Art. 10: which items are booked online, and the only two reasons for which a booked service may be turned away. */
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

/** 进驻事项: an item that is handled in a service centre (Art. 5.1(2)) can be booked online; any other cannot. */
export function bookable(facts: { centreId: string }): Ruling {
  const placed = facts.centreId !== ''
  return ruling(
    '10.1',
    placed ? 'met' : 'not-met',
    { ...facts },
    placed
      ? {
          zh: '这件事进驻了服务中心，可以网上预约。',
          en: 'It is handled in a service centre and can be booked.',
        }
      : {
          zh: '这件事没有进驻服务中心，不在网上预约。打咨询电话问去哪里办。',
          en: 'It is not handled in a service centre, so it cannot be booked online. Call the department.',
        },
  )
}

/** given-up: 申请人自动放弃. missing-material: 申请人无法提供必备资料. Anything else is the department's own reason. */
export type TurnedAwayFor = 'given-up' | 'missing-material' | 'other'

export interface TurnAwayFacts {
  why: TurnedAwayFor
  /** Names of the materials that the applicant could not provide. */
  missing: readonly string[]
  /** Names of the materials without which the item cannot be handled (必备资料), by the guide of the day. */
  necessary: readonly string[]
}

/**
 * May a booked service be turned away? `met` where the applicant gave it up, or cannot provide a necessary material that is
 * named; everything else is `not-met`: a breach of Art. 10.
 */
export function mayRefuseBooked(facts: TurnAwayFacts): Ruling {
  const missing = facts.missing.filter((name) => !saysNothing(name))
  const seen = { why: facts.why, missing, necessary: [...facts.necessary] }
  const say = (outcome: 'met' | 'not-met', zh: string, en: string) =>
    ruling('10.1', outcome, seen, { zh, en })
  if (facts.why === 'given-up')
    return say('met', '申请人自动放弃，可以不办。', 'The applicant gave the booking up.')
  if (facts.why === 'other')
    return say(
      'not-met',
      '约好的，只有申请人自动放弃，或者备不齐必需资料，才可以不办。别的原因不得拒办。',
      'A booked service may be refused only if the applicant gives it up or cannot bring what is required.',
    )
  if (missing.length === 0)
    return say(
      'not-met',
      '写明缺哪一份必需资料。说不出缺什么的，不得拒办。',
      'Name the required material that is missing; without one the service may not be refused.',
    )
  const beside = missing.filter((name) => !facts.necessary.includes(name))
  if (beside.length > 0)
    return say(
      'not-met',
      `「${beside.join('」「')}」不是办事指南里的必需资料，不能因为缺它拒办。`,
      `Not required by the guide, so no reason to refuse: ${beside.join(', ')}.`,
    )
  return say(
    'met',
    `申请人拿不出必需资料「${missing.join('」「')}」，可以不办。备齐了重新预约。`,
    `The applicant cannot provide what is required: ${missing.join(', ')}.`,
  )
}
