/** Art. 15: acceptance in time, corrections told once and whole, examined by the organ that asked. */
import type { WorkingCalendar } from '../calendar.ts'
import { type Limit, readClock } from '../clock.ts'
import { limitInWords } from '../clock-sentences.ts'
import { dayOf } from '../day.ts'
import { parameterOn } from '../parameters.ts'
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

/** The limit for accepting an application received on that day (行政许可法 §32, 5 working days). */
export function acceptanceLimit(receivedAt: Date): Limit {
  return { days: parameterOn('acceptanceDays', dayOf(receivedAt)).value, unit: 'G' }
}

/**
 * Has the organ still time to accept, or has its silence accepted already?
 * `deemedAcceptedAt` is the moment of receipt once the limit has run out without an answer (行政许可法 §32 first
 * paragraph item 4), else null. 'needs-a-person' when the calendar of the due day is missing.
 */
export function acceptanceInTime(
  { receivedAt, now }: { receivedAt: Date; now: Date },
  calendar: WorkingCalendar,
): Ruling & { deemedAcceptedAt: Date | null } {
  const limit = acceptanceLimit(receivedAt)
  const clock = readClock(
    { kind: 'acceptance', limit, startedAt: receivedAt, pauses: [], stoppedAt: null },
    now,
    calendar,
  )
  const receivedOn = dayOf(receivedAt)
  const facts = {
    receivedOn,
    limitDays: limit.days,
    dueDay: clock.dueDay,
    calendar: calendar.id,
    basis: parameterOn('acceptanceDays', receivedOn).source,
  }
  if (clock.missingYear !== null)
    return {
      ...ruling(
        '15.2',
        'needs-a-person',
        { ...facts, missingYear: clock.missingYear },
        {
          zh: `没有 ${clock.missingYear} 年的放假安排，受理期限须由人核对。`,
          en: `No holiday notice for ${clock.missingYear} is on file; a person must check the time for acceptance.`,
        },
      ),
      deemedAcceptedAt: null,
    }
  if (clock.light === 'red')
    return {
      ...ruling(
        '15.2',
        'not-met',
        { ...facts, deemedAcceptedOn: receivedOn },
        {
          zh: `收到申请后 ${limit.days} 个工作日内（至 ${clock.dueDay}）未答复，自收到之日 ${receivedOn} 起视为受理。`,
          en: `Not answered within ${limit.days} working days (by ${clock.dueDay}); deemed accepted from the day of receipt, ${receivedOn}.`,
        },
      ),
      deemedAcceptedAt: receivedAt,
    }
  return {
    ...ruling('15.2', 'met', facts, {
      zh: `须在 ${clock.dueDay} 17:30 前受理、告知补正或者不予受理。`,
      en: `To be accepted, sent back for correction or refused by ${clock.dueDay} 17:30.`,
    }),
    deemedAcceptedAt: null,
  }
}

export type Verdict = 'ok' | 'fault' | 'unseen'

/**
 * May this demand for correction (补齐补正) be sent? Every material must have been looked at, every fault must have
 * at least one demand, every demand its reason and its cure: told once, and whole.
 */
export function correctionIsWhole({
  materials,
  demands,
}: {
  materials: { key: string; name: string; verdict: Verdict }[]
  demands: { materialKey: string; problem: string; cure: string }[]
}): Ruling {
  const nameOf = (key: string): string => materials.find((m) => m.key === key)?.name ?? key
  const unseen = materials.filter((m) => m.verdict === 'unseen')
  const faults = materials.filter((m) => m.verdict === 'fault')
  const untold = faults.filter((m) => !demands.some((d) => d.materialKey === m.key))
  const vague = demands.filter((d) => saysNothing(d.problem) || saysNothing(d.cure))
  const groundless = demands.filter((d) => !faults.some((m) => m.key === d.materialKey))
  const facts = {
    materials: materials.length,
    demands: demands.length,
    unseen: unseen.map((m) => m.key),
    untold: untold.map((m) => m.key),
    vague: vague.map((d) => d.materialKey),
    groundless: groundless.map((d) => d.materialKey),
  }
  const refuse = (zh: string, en: string): Ruling => ruling('15.3', 'not-met', facts, { zh, en })
  const names = (list: readonly string[]): string => [...new Set(list)].join('、')

  if (unseen.length > 0) {
    const list = names(unseen.map((m) => m.name))
    return refuse(
      `补正须一次告知。还有 ${unseen.length} 份材料未审：${list}。`,
      `Corrections are told once. ${unseen.length} materials have no verdict yet: ${list}.`,
    )
  }
  if (untold.length > 0) {
    const list = names(untold.map((m) => m.name))
    return refuse(
      `这些材料判为须补正，但没有写明要求：${list}。`,
      `Found faulty, but nothing is asked for: ${list}.`,
    )
  }
  if (vague.length > 0) {
    const list = names(vague.map((d) => nameOf(d.materialKey)))
    return refuse(
      `每处问题都须写明理由和怎样补正：${list}。`,
      `Each fault needs its reason and how to cure it: ${list}.`,
    )
  }
  if (groundless.length > 0) {
    const list = names(groundless.map((d) => nameOf(d.materialKey)))
    return refuse(
      `这些材料没有判为须补正，不能要求补正：${list}。`,
      `Asked to correct what was not found faulty: ${list}.`,
    )
  }
  if (demands.length === 0)
    return refuse('没有须补正的材料，应当受理。', 'Nothing is to be corrected; accept the application.')
  return ruling('15.3', 'met', facts, {
    zh: `${materials.length} 份材料已全部审过，一次告知 ${demands.length} 处须补正。`,
    en: `All ${materials.length} materials were examined; ${demands.length} corrections are told at once.`,
  })
}

/**
 * May something more be demanded after a first notice? Allowed: what is new since (the applicant's own correction
 * brought it), and repeating a demand already told that is still unmet. What could have been seen the first time is
 * refused, unless a superior's reason is recorded; then it is allowed and counts against the organ.
 */
export function mayDemandAgain({
  earlier,
  demand,
  superiorReason,
}: {
  earlier: { materialKey: string; problem: string; seenAt: Date }[][]
  demand: { materialKey: string; problem: string; newSince: boolean }
  superiorReason: string | null
}): Ruling {
  const told = earlier
    .flat()
    .some((d) => d.materialKey === demand.materialKey && d.problem.trim() === demand.problem.trim())
  const facts = {
    round: earlier.length + 1,
    demand,
    toldBefore: told,
    superiorReason,
    countsAgainstOrgan: false,
  }
  if (earlier.length === 0)
    return ruling('15.3', 'met', facts, { zh: '首次告知补正。', en: 'The first demand for correction.' })
  if (demand.newSince)
    return ruling('15.3', 'met', facts, {
      zh: '该问题在上次告知之后才出现，可以告知。',
      en: 'This arose after the earlier notice and may be told.',
    })
  if (told)
    return ruling('15.3', 'met', facts, {
      zh: '该问题上次已经告知，尚未补正，可以再次提示。',
      en: 'Told before and not yet cured; it may be repeated.',
    })
  if (!saysNothing(superiorReason))
    return ruling(
      '15.3',
      'met',
      { ...facts, countsAgainstOrgan: true },
      {
        zh: `首次告知时本可发现，经负责人同意再次告知（理由：${superiorReason}），计入部门考核。`,
        en: `It could have been seen the first time; told again with a superior's reason (${superiorReason}) and counted against the department.`,
      },
    )
  return ruling('15.3', 'not-met', facts, {
    zh: '该问题首次告知时已经可见，补正须一次告知，不能再次要求。确需要求的，由负责人写明理由。',
    en: 'This could be seen the first time; corrections are told once. A superior must record a reason to demand it now.',
  })
}

/** The organ that asked examines the correction within its own promised limit (15.4). */
export function correctionReviewLimit(promise: Limit): Limit {
  return { days: promise.days, unit: promise.unit }
}

/** May this organ examine the correction? Only the one that asked for it (15.4). */
export function mayExamineCorrection({
  askedBy,
  examinedBy,
}: {
  askedBy: string
  examinedBy: string
}): Ruling {
  const same = askedBy === examinedBy
  return ruling(
    '15.4',
    same ? 'met' : 'not-met',
    { askedBy, examinedBy },
    same
      ? { zh: '由提出补正要求的部门审查。', en: 'Examined by the department that asked for it.' }
      : {
          zh: '补正材料由提出补正要求的部门审查，请转回该部门。',
          en: 'The department that asked for the correction examines it; pass it back.',
        },
  )
}

/**
 * May a limit be extended? Once, by no more than the statutory days, approved by the head of the organ, with a reason
 * that is told to the applicant (行政许可法 §42). The step limits of 15.1 are otherwise fixed.
 */
export function mayExtend({
  on,
  extendedBefore,
  days,
  approvedByHead,
  reason,
}: {
  on: string
  extendedBefore: boolean
  days: number
  approvedByHead: boolean
  reason: string
}): Ruling {
  const most = parameterOn('extensionDays', on)
  const facts = { on, extendedBefore, days, most: most.value, approvedByHead, reason, basis: most.source }
  const refuse = (zh: string, en: string): Ruling => ruling('15.1', 'not-met', facts, { zh, en })
  const words = limitInWords(most.value, 'G')
  if (extendedBefore) return refuse('期限只能延长一次，本件已经延长。', 'A limit is extended only once.')
  if (!Number.isInteger(days) || days < 1)
    return refuse('延长的天数须为一个以上的工作日。', 'An extension is at least one working day.')
  if (days > most.value) return refuse(`延长不得超过 ${words.zh}。`, `An extension is at most ${words.en}.`)
  if (!approvedByHead)
    return refuse('延长期限须经本部门负责人批准。', 'The head of the department must approve an extension.')
  if (saysNothing(reason))
    return refuse('延长期限须将理由告知申请人。', 'The applicant must be told the reason for an extension.')
  const added = limitInWords(days, 'G')
  return ruling('15.1', 'met', facts, {
    zh: `经批准延长 ${added.zh}，理由：${reason}。`,
    en: `Extended by ${added.en} with approval: ${reason}.`,
  })
}
