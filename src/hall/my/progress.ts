import { type Dossier, type DossierClocks, openSteps, stageOf, stagesAhead } from '../../casework/index.ts'
import { type ItemContent, limitText, type Step } from '../../catalogue/index.ts'
import type { StoredEvent } from '../../history/index.ts'
import { dayOf, MissingCalendarYear, type WorkingCalendar } from '../../regulation/index.ts'
import { type DossierStep, dayText, instantText, type Lang } from '../../ui/index.ts'

interface Facts {
  dossier: Pick<
    Dossier,
    'status' | 'result' | 'stepKey' | 'stepName' | 'organName' | 'corrections' | 'sample' | 'clock'
  >
  content: ItemContent
  events: StoredEvent[]
  clocks: DossierClocks
  answerUntil: string | null
  now: Date
  calendar: WorkingCalendar
  lang: Lang
}

type Said = { title: string; text?: string }
type Teller = (data: Record<string, unknown>, days: number | null, zh: boolean) => Said | null

const str = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0)

/** 「用了 2 个工作日」 since the applicant or the step before handed it over. */
const used = (days: number | null, zh: boolean): string =>
  days === null ? '' : zh ? `用了 ${days} 个工作日` : `took ${days} working day${days === 1 ? '' : 's'}`

/**
 * What an event says to the applicant. What is not listed is the department's inside work (a verdict on one material, a paper being
 * printed): its result is told by the event that follows.
 */
const TELLERS: Record<string, Teller> = {
  'dossier.submitted': (_d, _n, zh) => ({ title: zh ? '您提交了申请' : 'You applied' }),
  'dossier.verified': (d, _n, zh) => {
    const n = count(d['differs'])
    const same = zh ? '和登记一致。' : 'They agree.'
    const other = zh
      ? `${n} 处和登记不一样，由部门核对。`
      : `${n} differ from the register; the department looks into it.`
    return {
      title: zh ? '收件，和登记信息比对' : 'Received and compared with the registers',
      text: n > 0 ? other : same,
    }
  },
  'dossier.licence-fetched': (d, _n, zh) => ({
    title: zh ? `电子证照已调取：${str(d['name'])}` : 'An electronic licence was fetched',
  }),
  'dossier.licence-not-held': (d, _n, zh) => ({
    title: zh ? `没有查到您的电子证照：${str(d['name'])}` : 'An electronic licence was not found',
    text: zh ? '部门看过后，需要的话会请您补交。' : 'The department may ask you for it.',
  }),
  'dossier.correction-asked': (d, n, zh) => ({
    title: zh
      ? `部门看完材料，请您补正 ${count(d['demands'])} 份`
      : `Correction of ${count(d['demands'])} asked for`,
    text:
      [used(n, zh), zh ? '这是一次性告知' : 'told once and whole'].filter(Boolean).join(zh ? '，' : ', ') +
      (zh ? '。' : '.'),
  }),
  'dossier.resubmitted': (d, _n, zh) => ({
    title: zh ? `您补正了 ${count(d['materials'])} 份材料` : `You corrected ${count(d['materials'])}`,
  }),
  'dossier.accepted': (d, n, zh) =>
    d['deemed'] === true
      ? {
          title: zh ? '视为受理' : 'Deemed accepted',
          text: zh
            ? '部门 5 个工作日没有答复，按法律从收件那天起算受理。'
            : 'No answer within 5 working days: accepted by law from the day of receipt.',
        }
      : {
          title: zh ? '受理，发受理承诺单' : 'Accepted',
          text: n === null ? '' : `${used(n, zh)}${zh ? '。' : '.'}`,
        },
  'dossier.not-accepted': (d, _n, zh) => ({
    title: zh ? '不予受理' : 'Not accepted',
    text: str(d['reason']),
  }),
  'dossier.step-finished': (d, n, zh) => ({
    title:
      d['verdict'] === 'return'
        ? zh
          ? `${str(d['name'])}，退回${str(d['nextName'])}重办`
          : `${str(d['name'])}: sent back`
        : zh
          ? `${str(d['name'])}办完，${str(d['waitsFor']) ? `还在办${str(d['waitsFor'])}` : `转${str(d['nextName'])}`}`
          : `${str(d['name'])} done`,
    text: n === null ? '' : `${used(n, zh)}${zh ? '。' : '.'}`,
  }),
  'dossier.decided': (d, n, zh) => ({
    title:
      d['outcome'] === 'granted'
        ? zh
          ? '决定：准予'
          : 'Decided: granted'
        : zh
          ? '决定：不予许可'
          : 'Decided: refused',
    text: str(d['reason']) || (n === null ? '' : `${used(n, zh)}${zh ? '。' : '.'}`),
  }),
  'dossier.paused': (d, _n, zh) => ({
    title: zh ? `暂停计时：${str(d['kind'])}` : `Clock stopped: ${str(d['kind'])}`,
    text: str(d['reason']),
  }),
  'dossier.resumed': (_d, _n, zh) => ({ title: zh ? '恢复计时' : 'The clock runs again' }),
  'dossier.extended': (d, _n, zh) => ({
    title: zh ? `经批准延长 ${str(d['days'])} 个工作日` : `Extended by ${str(d['days'])} working days`,
    text: str(d['reason']),
  }),
  'dossier.licence-made': (_d, _n, zh) => ({
    title: zh ? '电子证照做好了' : 'The electronic licence is made',
  }),
  'dossier.closed': (_d, _n, zh) => ({ title: zh ? '办结' : 'Closed' }),
  'dossier.withdrawn': (_d, _n, zh) => ({ title: zh ? '您撤回了申请' : 'You withdrew' }),
  'dossier.returned': (_d, _n, zh) => ({
    title: zh ? '逾期没有补正，退件' : 'Returned: not corrected in time',
  }),
  'dossier.rated': (_d, _n, zh) => ({ title: zh ? '您评价了这次办事' : 'You rated the service' }),
  'dossier.archived': (_d, _n, zh) => ({ title: zh ? '归档' : 'Archived' }),
}

/** From which of these a stretch of work is counted. */
const HANDOVERS = new Set([
  'dossier.submitted',
  'dossier.resubmitted',
  'dossier.accepted',
  'dossier.step-finished',
])

/** What has happened, what is under way, and what is still to come (Art. 6.1): told from the history, newest last. */
export function progressOf(facts: Facts): DossierStep[] {
  const { dossier, events, calendar, now, lang } = facts
  const zh = lang === 'zh'
  const today = dayOf(now)
  const steps: DossierStep[] = []
  let since: Date | null = null
  for (const event of events) {
    const days = since === null ? null : workingDays(since, event.at, calendar)
    const said = TELLERS[event.type]?.(event.data, days, zh)
    if (HANDOVERS.has(event.type)) since = event.at
    if (!said) continue
    const by =
      event.actor.kind === 'system'
        ? zh
          ? '系统'
          : 'system'
        : event.actor.kind === 'staff'
          ? str(event.data['organName']) || dossier.organName
          : ''
    steps.push({
      title: said.title,
      state: 'done',
      meta: [instantText(event.at, { lang, today }), by].filter(Boolean).join('　'),
      ...(said.text ? { text: said.text } : {}),
    })
  }
  if (dossier.status === 'closed' || dossier.status === 'archived') return steps
  return [...steps, nowStep(facts), ...toCome(facts)]
}

function workingDays(from: Date, to: Date, calendar: WorkingCalendar): number | null {
  try {
    return calendar.workingDaysBetween(dayOf(from), dayOf(to))
  } catch (error) {
    if (error instanceof MissingCalendarYear) return null
    throw error
  }
}

function nowStep(facts: Facts): DossierStep {
  const { dossier, clocks, answerUntil, now, lang } = facts
  const zh = lang === 'zh'
  const today = dayOf(now)
  const by = (day: string | null): string =>
    day === null ? '' : zh ? `${dayText(day, { lang, today })}前` : `by ${dayText(day, { lang, today })}`
  if (dossier.status === 'correcting')
    return { title: zh ? '等您补正' : 'waiting for your correction', state: 'now', meta: by(answerUntil) }
  if (dossier.status === 'decided')
    return { title: zh ? '制作结果，准备办结' : 'making the result', state: 'now', meta: dossier.organName }
  const title =
    dossier.status === 'received'
      ? dossier.corrections > 0
        ? zh
          ? '部门审查补正的材料'
          : 'the correction is examined'
        : zh
          ? '部门看材料，决定受理不受理'
          : 'the department looks at your documents'
      : dossier.stepName
  const branches = branchesNow(facts)
  return {
    title: branches ? (zh ? `同时办 ${branches.length} 项` : `${branches.length} at the same time`) : title,
    state: 'now',
    meta: [dossier.organName, by(clocks.governing.dueDay)].filter(Boolean).join('　'),
    ...(branches ? { branches } : {}),
  }
}

/** The branches of a parallel stage, those that are done among them; null where one step is under way. */
function branchesNow({ dossier, content, lang }: Facts): DossierStep[] | null {
  if (dossier.status !== 'accepted' || dossier.stepKey === null) return null
  const stage = stageOf(content, dossier.stepKey)
  if (stage.length < 2) return null
  const open = openSteps(content, dossier).map((s) => s.key)
  return stage.map((step) => {
    const isOpen = open.includes(step.key)
    const meta = isOpen ? limitText(step.limit) : lang === 'zh' ? '办完了' : 'done'
    return { title: step.name, state: isOpen ? 'now' : 'done', meta }
  })
}

/** Steps of the item that lie ahead, with their own limits; the procedure is the one that the dossier was filed under. */
function toCome({ dossier, content, lang }: Facts): DossierStep[] {
  const zh = lang === 'zh'
  const ahead: DossierStep[] = []
  const waits = dossier.status === 'received' || dossier.status === 'correcting'
  if (dossier.status === 'correcting')
    ahead.push({
      title: zh ? '部门审查补正的材料' : 'The department examines the correction',
      state: 'next',
      meta: zh ? `收到后 ${limitText(content.promiseLimit)}内` : '',
    })
  if (waits)
    ahead.push({
      title: zh ? '受理，发受理承诺单' : 'Acceptance',
      state: 'next',
      meta: zh ? '从第二天起算承诺时限' : 'The promised time runs from the next day',
    })
  const face = (step: Step): DossierStep => ({
    title: step.name,
    state: 'next',
    meta: zh ? limitText(step.limit) : '',
    ...(step.note ? { text: step.note } : {}),
  })
  for (const stage of stagesAhead(content, dossier))
    ahead.push(
      stage.length === 1
        ? face(stage[0]!)
        : {
            title: zh ? `同时办 ${stage.length} 项` : `${stage.length} at the same time`,
            state: 'next',
            branches: stage.map(face),
          },
    )
  const last =
    content.result?.type === 'none' || !content.result
      ? zh
        ? '办结，短信告诉您'
        : 'Closed, with a message to you'
      : zh
        ? `发${content.result.name}，办结`
        : 'Result issued, closed'
  ahead.push({ title: last, state: 'next' })
  return ahead
}
