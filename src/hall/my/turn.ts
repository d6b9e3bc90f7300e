import type { Correction, Dossier, DossierClocks, OwnDossier } from '../../casework/index.ts'
import { dayOf, MissingCalendarYear, type WorkingCalendar } from '../../regulation/index.ts'
import { type ClockChipProps, dayOfInstant, dayText, type Lang } from '../../ui/index.ts'

type Timed = Pick<Dossier, 'status' | 'result' | 'clock' | 'closedAt'>

/**
 * The clock of a dossier for its applicant: always names whose turn it is. The applicant's own clock counts working days to the day
 * until which a correction is awaited; the department's is the governing one of the clock module.
 */
export function chipOf(
  dossier: Timed,
  { governing }: DossierClocks,
  answerUntil: string | null,
  now: Date,
  calendar: WorkingCalendar,
  lang: Lang,
): ClockChipProps {
  const zh = lang === 'zh'
  if (dossier.status === 'closed' || dossier.status === 'archived') {
    const day = dossier.closedAt
      ? dayText(dayOfInstant(dossier.closedAt), { lang, today: dayOf(now), bare: true })
      : ''
    return { state: 'closed', text: zh ? `${day}${closedWord(dossier)}` : `Closed ${day}` }
  }
  if (dossier.status === 'correcting') {
    const left = answerUntil === null ? null : workingDaysLeft(answerUntil, now, calendar)
    if (left === null || left < 0)
      return { state: 'you', days: 0, text: zh ? '等您补正' : 'Waiting for your correction' }
    return { state: 'you', days: left }
  }
  if (dossier.status === 'decided')
    return {
      state: 'department',
      days: 0,
      text: zh ? '已作出决定，部门在办结' : 'Decided; the department is closing it',
    }
  if (governing.light === 'paused') {
    const pause = dossier.clock.pauses.find((p) => p.to === null)
    return { state: 'paused', reason: pause?.reason ?? '' }
  }
  const unit = unitOf(dossier, governing.kind)
  const days = Math.abs(governing.remainingDays)
  if (governing.dueDay === null)
    return { state: 'department', days: 0, text: zh ? '部门在办' : 'With the department' }
  if (governing.light === 'red') return { state: 'over', days, unit }
  return { state: governing.light === 'yellow' ? 'near' : 'department', days, unit }
}

const unitOf = ({ clock }: Timed, kind: string): 'G' | 'Z' =>
  kind === 'step'
    ? (clock.step?.limit.unit ?? 'G')
    : kind === 'statutory'
      ? clock.statutory.unit
      : kind === 'acceptance'
        ? 'G'
        : clock.promise.unit

function closedWord({ result }: Timed): string {
  if (result === 'withdrawn') return '已撤回'
  if (result === 'returned') return '已退件'
  return '办结'
}

/** Working days from today to `until`; null where the calendar of that year is not published. */
export function workingDaysLeft(until: string, now: Date, calendar: WorkingCalendar): number | null {
  try {
    return calendar.workingDaysBetween(dayOf(now), until)
  } catch (error) {
    if (error instanceof MissingCalendarYear) return null
    throw error
  }
}

/** Whose turn: the groups of the list in the personal space. */
export const turnOf = ({ status }: Pick<OwnDossier, 'status'>): 'you' | 'department' | 'closed' =>
  status === 'correcting' ? 'you' : status === 'closed' || status === 'archived' ? 'closed' : 'department'

export interface TurnWords {
  title: string
  sentences: string[]
}

interface TurnFacts {
  dossier: Dossier
  clocks: DossierClocks
  correction: Correction | null
  today: string
  lang: Lang
}

/** The sentence with which a dossier's page opens: what happens next, by whom, by when. */
export function turnWords({ dossier, clocks, correction, today, lang }: TurnFacts): TurnWords {
  const zh = lang === 'zh'
  const due = clocks.governing.dueDay
  const by = (day: string | null): string =>
    day === null ? '' : zh ? `${dayText(day, { lang, today })}前，` : ` by ${dayText(day, { lang, today })}`
  const late = clocks.governing.light === 'red'
  const rest = zh ? '您现在不用做什么。' : 'You need do nothing now.'
  const lateWords = zh
    ? '部门已经超过期限，监督部门看得到，会督促办理。急的话打 12345。'
    : 'The department is past its limit; the supervisors can see it. Call 12345 if it is urgent.'
  switch (dossier.status) {
    case 'received':
      return {
        title: zh
          ? dossier.corrections > 0
            ? '等部门审查您补的材料'
            : '等部门答复受理不受理'
          : 'Waiting for the department to accept',
        sentences: late
          ? [lateWords]
          : [zh ? `${by(due)}部门告诉您受理不受理。` : `The department answers${by(due)}.`, rest],
      }
    case 'correcting': {
      const n = correction?.demands.length ?? 0
      const until = correction ? dayText(correction.answerUntil, { lang, today }) : ''
      return {
        title: zh ? `请补正 ${n} 份材料` : `Please correct ${n} document${n === 1 ? '' : 's'}`,
        sentences: [
          zh ? `${until} 24:00 前在网上补好就行。` : `Until the end of ${until}, online.`,
          zh ? '补正期间，部门的办理时限还没有开始算。' : 'Meanwhile the department’s clock does not run.',
        ],
      }
    }
    case 'accepted':
      return {
        title: zh ? `部门正在办：${dossier.stepName}` : 'The department is handling it',
        sentences: late
          ? [lateWords]
          : clocks.governing.light === 'paused'
            ? [
                zh
                  ? '计时暂停，恢复后接着算。原因写在下面的进度里。'
                  : 'The clock stands still for a reason told below.',
                rest,
              ]
            : [promiseSentence(clocks, today, lang), rest],
      }
    case 'decided':
      return {
        title: zh ? '已经作出决定，正在办结' : 'Decided; being closed',
        sentences: [
          dossier.result === 'granted'
            ? zh
              ? '证照做好、推送以后就办结，办结时发短信告诉您。'
              : 'It closes once the licence is made; we send a message.'
            : zh
              ? '决定书做好后放在下面的文书里，办结时发短信告诉您。'
              : 'The decision will be among the papers below; we send a message.',
          rest,
        ],
      }
    case 'closed':
    case 'archived':
      return closedWords(dossier, zh)
  }
}

function promiseSentence({ all }: DossierClocks, today: string, lang: Lang): string {
  const promised = all.find((c) => c.kind === 'promised')
  if (!promised?.dueDay)
    return lang === 'zh' ? '部门按承诺的时限办理。' : 'The department keeps to its promised time.'
  const day = dayText(promised.dueDay, { lang, today })
  return lang === 'zh' ? `${day}前办结。` : `To be finished by ${day}.`
}

function closedWords(dossier: Dossier, zh: boolean): TurnWords {
  const result = dossier.result ?? 'granted'
  const titles = {
    granted: ['办好了', 'Granted'],
    refused: ['部门决定不予许可', 'Refused'],
    'not-accepted': ['部门没有受理', 'Not accepted'],
    returned: ['逾期没有补正，已退件', 'Returned: not corrected in time'],
    withdrawn: ['您撤回了申请', 'Withdrawn by you'],
  } as const
  const words = {
    granted: ['结果在下面，可以下载，和纸质的效力相同。', 'The result is below and as valid as paper.'],
    refused: [
      '理由写在决定书里。不服的，可以自收到之日起 60 日内申请行政复议，或者 6 个月内向人民法院起诉，机关和日期写在决定书上。',
      'The reasons are in the decision. You may ask for review within 60 days or sue within 6 months; the paper names where.',
    ],
    'not-accepted': [
      '理由写在通知单里。改好以后可以重新申请；不服的，60 日内可以申请行政复议，或者 6 个月内起诉，机关和日期写在通知单上。',
      'The reasons are in the notice. You may apply again, ask for review within 60 days or sue within 6 months.',
    ],
    returned: ['需要时可以重新申请。', 'You may apply again.'],
    withdrawn: ['这件不再办理。需要时可以重新申请。', 'This matter is closed. You may apply again.'],
  } as const
  const at = zh ? 0 : 1
  return { title: titles[result][at], sentences: [words[result][at]] }
}
