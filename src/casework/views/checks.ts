import type { ItemContent, Step } from '../../catalogue/index.ts'
import {
  acceptanceInTime,
  correctionIsWhole,
  dayOf,
  type LicenceState,
  mayClose,
  type Ruling,
  remedies,
  type WorkingCalendar,
} from '../../regulation/index.ts'
import type { Check, DeskActName, Difference } from '../api/contract.ts'
import type { Dossier } from '../dossier.ts'
import type { Correction, DossierMaterial } from '../material-store.ts'

export interface Checked {
  dossier: Dossier
  content: ItemContent
  /** The open steps of the officer. */
  steps: Step[]
  materials: DossierMaterial[]
  differences: Difference[]
  corrections: Correction[]
  licence: LicenceState | null
  now: Date
  calendar: WorkingCalendar
}

/**
 * What stands beside each button: the rulings that the act itself will ask for, computed by the same functions of the
 * regulation, and the work that is still open, as links to it. `todo` and `no` block the act, `warn` does not.
 */
export function checksFor(acts: DeskActName[], facts: Checked): Check[] {
  return acts.flatMap((act) => CHECKS[act]?.(facts).map((c) => ({ ...c, act })) ?? [])
}

type Line = Omit<Check, 'act'>

const CHECKS: Partial<Record<DeskActName, (f: Checked) => Line[]>> = {
  accept: (f) => [...materialLines(f), ...differenceLines(f, false), inTime(f)],
  'ask-correction': (f) => [whole(f), ...secondTime(f)],
  'give-opinion': (f) => [...differenceLines(f, true), ...recordLine(f)],
  decide: (f) => [...differenceLines(f, false), remedyLine(f)],
  close: (f) => [closing(f)],
}

const line = (
  state: Check['state'],
  sentence: string,
  targets: Check['targets'] = [],
  cited: { article: number; clause: string } | null = null,
): Line => ({ state, sentence, article: cited?.article ?? null, clause: cited?.clause ?? '', targets })

const cite = (r: Ruling) => ({ article: r.article, clause: r.clause })

function materialLines({ materials }: Checked): Line[] {
  const unseen = materials.filter((m) => m.verdict === 'unseen')
  const faults = materials.filter((m) => m.verdict === 'fault')
  const link = (m: DossierMaterial) => ({ to: `material:${m.materialKey}`, label: m.name })
  const lines: Line[] = []
  if (unseen.length > 0) lines.push(line('todo', `还有 ${unseen.length} 份材料没看`, unseen.map(link)))
  if (faults.length > 0)
    lines.push(line('no', `${faults.length} 份材料须补正，先一次性告知`, faults.map(link)))
  if (unseen.length + faults.length === 0) lines.push(line('ok', `${materials.length} 份材料都看过，合格`))
  return lines
}

function differenceLines({ differences, dossier }: Checked, needed: boolean): Line[] {
  if (dossier.verification === 'pending') return [line('warn', '登记比对还没回来，不影响办理，回来后补查')]
  const open = differences.filter((d) => d.outcome === 'differs' && d.conclusion === '')
  if (open.length > 0) {
    const targets = open.map((d) => ({ to: `difference:${d.field}`, label: d.label }))
    return [line(needed ? 'todo' : 'warn', `与登记不一致的还有 ${open.length} 处没下结论`, targets)]
  }
  return differences.some((d) => d.outcome === 'differs') ? [line('ok', '不一致的地方都有结论')] : []
}

function inTime({ dossier, now, calendar }: Checked): Line {
  const ruling = acceptanceInTime({ receivedAt: new Date(dossier.clock.acceptanceFrom), now }, calendar)
  return line(ruling.outcome === 'met' ? 'ok' : 'warn', ruling.sentence.zh, [], cite(ruling))
}

function whole({ materials }: Checked): Line {
  const faults = materials.filter((m) => m.verdict === 'fault')
  const ruling = correctionIsWhole({
    materials: materials.map((m) => ({ key: m.materialKey, name: m.name, verdict: m.verdict })),
    demands: faults.map((m) => ({ materialKey: m.materialKey, problem: m.problem, cure: m.cure })),
  })
  return line(ruling.outcome === 'met' ? 'ok' : 'todo', ruling.sentence.zh, [], cite(ruling))
}

function secondTime({ corrections }: Checked): Line[] {
  if (corrections.length === 0) return []
  const times = `已告知补正 ${corrections.length} 次；首次就看得见的问题不能再要求，除非负责人写明理由`
  return [line('warn', times, [], { article: 15, clause: '15.3' })]
}

const RECORDS: Partial<Record<Step['kind'], [sentence: string, cited: { article: number; clause: string }]>> =
  {
    'site-visit': ['现场踏勘须两人以上，如实记录经过和结果', { article: 17, clause: '17.1' }],
    'expert-review': ['专家评审须如实记录经过和结果', { article: 17, clause: '17.1' }],
    'drawing-review': ['每份图纸都写意见；有一份不合格，结论就不能是符合', { article: 14, clause: '14.1' }],
    payment: ['统一公共支付平台还没有接通，由窗口照票据登记', { article: 18, clause: '18.1' }],
  }

function recordLine({ steps }: Checked): Line[] {
  return steps.flatMap((step) => {
    const asked = RECORDS[step.kind]
    if (!asked) return []
    return [line('warn', steps.length > 1 ? `${step.name}：${asked[0]}` : asked[0], [], asked[1])]
  })
}

function remedyLine({ content, now, calendar }: Checked): Line {
  const { ruling } = remedies({ decisionDay: dayOf(now), ...content.remedy }, calendar)
  const met = ruling.outcome === 'met'
  const sentence = met
    ? `不予许可时告知：向${content.remedy.reviewOrgan}复议，或向${content.remedy.court}起诉`
    : ruling.sentence.zh
  return line(met ? 'ok' : 'warn', sentence, [], cite(ruling))
}

function closing({ dossier, content, licence, now }: Checked): Line {
  const ruling = mayClose({
    outcome: dossier.result ?? 'void',
    result: content.result?.type ?? 'none',
    licence,
    closingDay: dayOf(now),
  })
  const met = ruling.outcome === 'met'
  return line(
    met ? 'ok' : 'no',
    ruling.sentence.zh,
    met ? [] : [{ to: 'licence', label: '看制证与推送' }],
    cite(ruling),
  )
}
