import type { GiveOpinion } from '../../../src/casework/api/acts-contract.ts'
import type { OwnStep } from '../../../src/casework/api/contract.ts'
import type { StepRecordText } from './step-record.tsx'

export type Verdict = GiveOpinion['verdict']

export interface PaymentText {
  due: string
  how: 'cash' | 'card' | 'transfer' | 'waived'
  paidOn: string
  receipt: string
}
export interface DrawingText {
  verdict: 'ok' | 'fault' | null
  opinion: string
}

/** What an officer has typed for one step and not sent yet. */
export interface Typed {
  verdict: Verdict
  text: string
  record: StepRecordText
  drawings: Record<string, DrawingText>
  payment: PaymentText
}

export const BLANK: Typed = {
  verdict: 'agree',
  text: '',
  record: { day: '', time: '', people: ['', ''], findings: '' },
  drawings: {},
  payment: { due: '', how: 'card', paidOn: '', receipt: '' },
}

/** The record as it is sent, or null for a step that keeps none. */
export function recordSent(text: Typed, step: OwnStep): GiveOpinion['record'] | null {
  if (step.kind === 'site-visit' || step.kind === 'expert-review') {
    const { day, time, people, findings } = text.record
    return {
      heldAt: `${day} ${time}`.trim(),
      people: people.map((p) => p.trim()).filter(Boolean),
      findings: findings.trim(),
    }
  }
  if (step.kind === 'drawing-review')
    return {
      drawings: step.drawings.flatMap(({ key }) => {
        const given = text.drawings[key]
        return given?.verdict
          ? [{ materialKey: key, verdict: given.verdict, opinion: given.opinion.trim() }]
          : []
      }),
    }
  return step.kind === 'payment' ? { payment: text.payment } : null
}

/** What is still unwritten, in one sentence; empty when nothing. */
export function gaps(text: Typed, step: OwnStep): string {
  const open = KIND_GAPS[step.kind]?.(text, step) ?? []
  const speaks = step.kind === 'payment' && text.payment.how !== 'waived'
  if (!speaks && !text.text.trim()) open.push(step.kind === 'payment' ? '减免的理由' : '意见')
  return open.length > 0 ? `还没写：${open.join('、')}。` : ''
}

const KIND_GAPS: Record<string, (text: Typed, step: OwnStep) => string[]> = {
  'site-visit': (text) => visitGaps(text, 2, '两名以上踏勘人'),
  'expert-review': (text) => visitGaps(text, 1, '专家姓名'),
  'drawing-review': (text, step) => [
    ...step.drawings.filter((d) => !text.drawings[d.key]?.verdict).map((d) => `${d.name}的意见`),
    ...step.drawings
      .filter((d) => text.drawings[d.key]?.verdict === 'fault' && !text.drawings[d.key]?.opinion.trim())
      .map((d) => `${d.name}哪里不合格`),
  ],
  payment: ({ payment }) => [
    ...(payment.due.trim() ? [] : ['应缴金额']),
    ...(payment.how === 'waived' || payment.paidOn ? [] : ['缴费那天']),
    ...(payment.how === 'waived' || payment.receipt.trim() ? [] : ['票据号']),
  ],
}

function visitGaps({ record }: Typed, people: number, who: string): string[] {
  return [
    ...(record.day && record.time ? [] : ['时间']),
    ...(record.people.filter((p) => p.trim() !== '').length < people ? [who] : []),
    ...(record.findings.trim() ? [] : ['看到的情况']),
  ]
}
