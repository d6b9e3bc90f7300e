import type { StoredEvent } from '../../history/index.ts'
import type { DossierRecord } from '../api/contract.ts'
import { RESULTS } from '../dossier.ts'

type Said = { sentence: string; note?: string }
type Data = Record<string, unknown>

/** What an event says to an officer. A type that is not listed is shown by its name, so that nothing is hidden. */
const SENTENCES: Record<string, (data: Data, named: (key: string) => string) => Said> = {
  'dossier.submitted': () => ({ sentence: '收件，申请人声明材料真实' }),
  'dossier.verified': (d) => ({ sentence: differences(d) }),
  'dossier.licence-fetched': (d) => ({ sentence: `电子证照已调取：${text(d, 'name')}` }),
  'dossier.licence-not-held': (d) => ({
    sentence: `电子证照平台没有查到：${text(d, 'name')}，可以请申请人补交`,
  }),
  'dossier.material-judged': (d, named) => ({
    sentence: `${named(text(d, 'material'))}：${d['verdict'] === 'ok' ? '合格' : '须补正'}`,
  }),
  'dossier.difference-concluded': (d, named) => ({
    sentence: `比对${named(text(d, 'field'))}：${CONCLUSIONS[text(d, 'conclusion')] ?? text(d, 'conclusion')}`,
  }),
  'dossier.correction-asked': (d) => ({
    sentence: `一次性告知补正 ${list(d, 'demands').length} 处，${text(d, 'answerUntil')} 前补齐`,
    note: list(d, 'demands')
      .map((x) => text(x as Data, 'name'))
      .join('、'),
  }),
  'dossier.resubmitted': (d) => ({ sentence: `申请人补正 ${list(d, 'materials').length} 份材料` }),
  'dossier.accepted': (d) => ({ sentence: d['deemed'] === true ? '逾期未答复，视为受理' : '受理' }),
  'dossier.not-accepted': (d) => ({ sentence: '不予受理', note: text(d, 'reason') }),
  'dossier.step-finished': (d) => ({
    sentence: [`${text(d, 'name')}：${verdictOf(d)}`, whereTo(d)].filter(Boolean).join('，'),
    note: text(d, 'text'),
  }),
  'dossier.decided': (d) => ({
    sentence: `决定：${RESULTS[d['outcome'] as keyof typeof RESULTS] ?? text(d, 'outcome')}`,
    note: text(d, 'reason'),
  }),
  'dossier.paused': (d) => ({ sentence: `暂停计时：${text(d, 'kind')}`, note: text(d, 'reason') }),
  'dossier.resumed': () => ({ sentence: '恢复计时' }),
  'dossier.extended': (d) => ({
    sentence: `延长 ${text(d, 'days')} 日，${text(d, 'approvedBy')}批准`,
    note: text(d, 'reason'),
  }),
  'dossier.paper-made': (d) => ({ sentence: `文书已签章：${text(d, 'title') || text(d, 'kind')}` }),
  'dossier.licence-made': (d) => ({ sentence: `电子证照已生成 ${text(d, 'identifier')}` }),
  'dossier.licence-pushed': () => ({ sentence: '电子证照已推送到共享服务平台' }),
  'dossier.closed': (d) => ({
    sentence: `办结：${RESULTS[d['result'] as keyof typeof RESULTS] ?? text(d, 'result')}`,
  }),
  'dossier.withdrawn': (d) => ({ sentence: '申请人撤回', note: text(d, 'reason') }),
  'dossier.returned': () => ({ sentence: '逾期未补正，退件' }),
  'dossier.rated': () => ({ sentence: '申请人已评价' }),
  'dossier.archive-packed': () => ({ sentence: '归档包已生成，四性检测通过' }),
  'dossier.archived': () => ({ sentence: '档案馆已接收归档包' }),
}

export const CONCLUSIONS: Record<string, string> = {
  register: '以登记为准',
  'as-filed': '填报属实',
  ask: '问申请人',
}
const VERDICTS: Record<string, string> = { agree: '符合', disagree: '不符合', return: '退回重办' }

/** Newest first. `named` gives the name of a material or field by its key. */
export function timelineOf(events: StoredEvent[], named: (key: string) => string): DossierRecord['timeline'] {
  return events
    .map((e) => {
      const said = SENTENCES[e.type]?.(e.data, named) ?? { sentence: e.type }
      return {
        seq: e.seq,
        type: e.type,
        at: e.at.toISOString(),
        by: e.actor.name,
        bySystem: e.actor.kind === 'system',
        sentence: said.sentence,
        note: said.note ?? '',
      }
    })
    .reverse()
}

/** Another department agrees or does not; a payment is entered; else the step found things in order or not. */
function verdictOf(d: Data): string {
  const verdict = text(d, 'verdict')
  const { payment } = (d['record'] ?? {}) as { payment?: unknown }
  if (payment) return '已登记'
  if (text(d, 'organName')) return verdict === 'agree' ? '同意' : '不同意'
  return VERDICTS[verdict] ?? verdict
}

/** 「送决定」「退回审查」, and while other branches are open 「还在办：会签」. */
function whereTo(d: Data): string {
  if (text(d, 'waitsFor')) return `还在办：${text(d, 'waitsFor')}`
  if (!text(d, 'nextName')) return ''
  return `${d['verdict'] === 'return' ? '退回' : '送'}${text(d, 'nextName')}`
}

function differences(d: Data): string {
  const n = list(d, 'differs').length
  return n > 0 ? `与登记比对：${n} 处不一致` : '与登记比对：没有不一致'
}

const text = (data: Data, key: string): string => {
  const value = data[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const list = (data: Data, key: string): unknown[] =>
  Array.isArray(data[key]) ? (data[key] as unknown[]) : []
