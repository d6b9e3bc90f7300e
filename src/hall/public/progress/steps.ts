import { type Dossier, openSteps, RESULTS, stageOf, stagesAhead } from '../../../casework/index.ts'
import type { ItemContent, Step } from '../../../catalogue/index.ts'
import type { StoredEvent } from '../../../history/index.ts'
import { dayOf } from '../../../regulation/index.ts'
import { type DossierStep, dayOfInstant, dayText, type Lang, type Text, t } from '../../../ui/index.ts'
import { inChinese } from '../guide/in-chinese.tsx'

/**
 * What an event says to somebody who holds the number and the query code (Art. 6.1: acceptance, progress and result are
 * open, personal affairs are not). Only what is listed is told, and nothing that a person wrote: no reasons, no names,
 * no materials. A new type of event therefore says nothing here until somebody decides that it may.
 */
const TOLD: Record<string, (data: Record<string, unknown>) => Text> = {
  'dossier.submitted': () => ({ zh: '收到申请', en: 'Application received' }),
  'dossier.correction-asked': () => ({
    zh: '请申请人补正材料',
    en: 'Applicant asked to correct the documents',
  }),
  'dossier.resubmitted': () => ({ zh: '收到补正的材料', en: 'Correction received' }),
  'dossier.accepted': (data) =>
    data['deemed'] === true
      ? { zh: '视为受理（部门没有按时答复）', en: 'Deemed accepted: no answer in time' }
      : { zh: '受理', en: 'Accepted' },
  'dossier.not-accepted': () => ({ zh: '不予受理', en: 'Not accepted' }),
  'dossier.step-finished': (data) => {
    const back = data['verdict'] === 'return'
    const name = String(data['name'] ?? '')
    return {
      zh: back ? `${name}，退回上一环节` : `${name}办完`,
      en: back ? 'A step was sent back' : 'A step is done',
    }
  },
  'dossier.decided': (data) =>
    data['outcome'] === 'granted'
      ? { zh: '作出决定：准予', en: 'Decided: granted' }
      : { zh: '作出决定：不予许可', en: 'Decided: refused' },
  'dossier.paused': () => ({ zh: '暂停计时', en: 'Clock stopped' }),
  'dossier.resumed': () => ({ zh: '恢复计时', en: 'Clock runs again' }),
  'dossier.extended': () => ({ zh: '经批准延长期限', en: 'Limit extended with approval' }),
  'dossier.closed': () => ({ zh: '办结', en: 'Closed' }),
  'dossier.withdrawn': () => ({ zh: '申请人撤回', en: 'Withdrawn by the applicant' }),
  'dossier.returned': () => ({ zh: '逾期没有补正，退件', en: 'Returned: not corrected in time' }),
}

interface Facts {
  dossier: Dossier
  content: ItemContent
  events: readonly StoredEvent[]
  now: Date
  lang: Lang
}

/** What happened, what is under way, what is to come. */
export function publicSteps({ dossier, content, events, now, lang }: Facts): DossierStep[] {
  const today = dayOf(now)
  const past = events.flatMap((event): DossierStep[] => {
    const told = TOLD[event.type]
    if (!told) return []
    return [
      {
        title: t(lang, told(event.data)),
        state: 'done',
        meta: dayText(dayOfInstant(event.at), { lang, today }),
        // The Chinese title names the step itself.
        ...(lang === 'en' && event.type === 'dossier.step-finished'
          ? { text: inChinese(String(event.data['name'] ?? ''), lang) }
          : {}),
      },
    ]
  })
  if (dossier.closedAt !== null) return past
  const face = (step: Step): DossierStep => ({ title: inChinese(step.name, lang), state: 'next' })
  const together = (stage: Step[]) =>
    t(lang, { zh: `同时办 ${stage.length} 项`, en: `${stage.length} at the same time` })
  const under = dossier.status === 'accepted' && dossier.stepKey ? stageOf(content, dossier.stepKey) : []
  const open = openSteps(content, dossier)
  return [
    ...past,
    {
      title:
        under.length > 1
          ? together(under)
          : dossier.status === 'accepted'
            ? inChinese(dossier.stepName, lang)
            : t(lang, nowText(dossier)),
      state: 'now',
      meta: inChinese(dossier.organName, lang),
      ...(under.length > 1
        ? { branches: under.map((s) => ({ ...face(s), state: open.includes(s) ? 'now' : 'done' }) as const) }
        : {}),
    },
    ...stagesAhead(content, dossier).map(
      (stage): DossierStep =>
        stage.length === 1
          ? face(stage[0]!)
          : { title: together(stage), state: 'next', branches: stage.map(face) },
    ),
    { title: t(lang, { zh: '办结', en: 'Closing' }), state: 'next' },
  ]
}

function nowText(dossier: Dossier): Text {
  switch (dossier.status) {
    case 'received':
      return dossier.corrections > 0
        ? { zh: '部门审查补正的材料', en: 'The correction is being examined' }
        : { zh: '部门看材料，决定受理不受理', en: 'The department looks at the documents' }
    case 'correcting':
      return { zh: '等申请人补正', en: 'Waiting for the applicant' }
    case 'decided':
      return { zh: '制作结果，准备办结', en: 'The result is being made' }
    default:
      return { zh: '部门在办', en: 'With the department' }
  }
}

const RESULTS_EN: Record<keyof typeof RESULTS, string> = {
  granted: 'granted',
  refused: 'refused',
  'not-accepted': 'not accepted',
  returned: 'returned',
  withdrawn: 'withdrawn',
}

/** The sentence above the steps: whose turn it is, or how it ended. */
export function headline(dossier: Dossier): Text {
  if (dossier.closedAt !== null && dossier.result !== null)
    return { zh: `已办结：${RESULTS[dossier.result]}`, en: `Closed: ${RESULTS_EN[dossier.result]}` }
  if (dossier.status === 'correcting')
    return { zh: '等申请人补正材料', en: 'Waiting for the applicant to correct' }
  if (dossier.status === 'decided') return { zh: '已作出决定，正在办结', en: 'Decided; being closed' }
  if (dossier.status === 'accepted') return { zh: '已受理，部门在办', en: 'Accepted; with the department' }
  return { zh: '已收到，等部门答复受理不受理', en: 'Received; acceptance is being considered' }
}
