import type { Step } from '../catalogue/index.ts'
import { refuse } from '../platform/refusal.ts'
import type { DossierMaterial } from './material-store.ts'
import type { StepRecord } from './opinion-store.ts'

type Gap = ReturnType<typeof refuse>

interface Known {
  /** The newest revision of each material. */
  materials: Pick<DossierMaterial, 'materialKey' | 'name'>[]
  today: string
}

/** The first thing that an opinion at this kind of step still lacks, or null. */
export function recordGap(
  step: Step,
  verdict: 'agree' | 'disagree' | 'return',
  text: string,
  record: StepRecord,
  known: Known,
): Gap | null {
  if (step.kind === 'payment') return paymentGap(verdict, text, record, known.today)
  if (!text.trim()) return refuse('opinion-needed', '写明意见，决定岗和案卷检查都要看。', { field: 'text' })
  if (verdict === 'return') return step.kind === 'joint-opinion' ? null : visitGap(step, record)
  if (step.kind === 'drawing-review') return drawingGap(step, verdict, record, known.materials)
  return visitGap(step, record)
}

function visitGap(step: Step, record: StepRecord): Gap | null {
  if (step.kind !== 'site-visit' && step.kind !== 'expert-review') return null
  const people = (record.people ?? []).map((p) => p.trim()).filter(Boolean)
  if (step.kind === 'site-visit' && new Set(people).size < 2) {
    return refuse('two-people', '现场核查要两名以上工作人员（行政许可法第三十四条），把名字写全。', {
      field: 'people',
    })
  }
  if (step.kind === 'expert-review' && people.length < 1)
    return refuse('people-needed', '写明参加评审的专家。', { field: 'people' })
  if (!record.heldAt) return refuse('time-needed', '写明什么时候做的。', { field: 'heldAt' })
  if (!record.findings?.trim())
    return refuse('findings-needed', '把看到的情况如实写下来（第十七条）。', { field: 'findings' })
  return null
}

/** The drawings of this dossier that the step reviews: those that were handed in. */
export const drawingsOf = <M extends { materialKey: string }>(step: Step, materials: M[]): M[] =>
  materials.filter((m) => step.materials.includes(m.materialKey))

/** 图纸审查 (Art. 14): an opinion on each drawing; what is wrong in one is said, and the whole is then not in order. */
function drawingGap(
  step: Step,
  verdict: 'agree' | 'disagree',
  record: StepRecord,
  materials: Known['materials'],
): Gap | null {
  const given = record.drawings ?? []
  const open = drawingsOf(step, materials).find((m) => !given.some((d) => d.materialKey === m.materialKey))
  const at = (key: string) => ({ field: `drawings.${key}` })
  if (open) return refuse('drawing-open', `还有图纸没写意见：${open.name}。`, at(open.materialKey))
  const stray = given.find((d) => !step.materials.includes(d.materialKey))
  if (stray) return refuse('drawing-unknown', '这份材料不是这个环节审的图纸。', at(stray.materialKey))
  const silent = given.find((d) => d.verdict === 'fault' && !d.opinion.trim())
  if (silent)
    return refuse('drawing-opinion-needed', '图纸不合格的，写明哪里不合格。', at(silent.materialKey))
  const fault = given.find((d) => d.verdict === 'fault')
  if (fault && verdict === 'agree')
    return refuse('drawing-fault', '有图纸不合格，结论不能是“符合”。', { field: 'verdict' })
  return null
}

const YUAN = /^(0|[1-9]\d{0,8})(\.\d{1,2})?$/

/** 缴费, entered by the window: what was due, how it was paid and the receipt; or why nothing is to be paid. */
function paymentGap(
  verdict: 'agree' | 'disagree' | 'return',
  text: string,
  record: StepRecord,
  today: string,
): Gap | null {
  if (verdict === 'return') return null
  if (verdict === 'disagree')
    return refuse('not-possible-now', '没有缴费的，等缴了再登记；这里只登记缴费。', { field: 'verdict' })
  const paid = record.payment
  if (!paid) return refuse('payment-needed', '登记缴费：应缴多少、怎样缴的、票据号。', { field: 'payment' })
  if (!YUAN.test(paid.due))
    return refuse('amount-needed', '应缴金额写到元，最多两位小数，例如 1280.00。', { field: 'payment.due' })
  if (paid.how === 'waived')
    return text.trim() ? null : refuse('opinion-needed', '减免的，写明理由和依据。', { field: 'text' })
  if (Number(paid.due) === 0)
    return refuse('amount-needed', '应缴金额是 0 的，选“减免”并写明理由。', { field: 'payment.due' })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(paid.paidOn) || paid.paidOn > today)
    return refuse('time-needed', '写明缴费那天，不能是以后的日期。', { field: 'payment.paidOn' })
  if (!paid.receipt.trim())
    return refuse('receipt-needed', '填票据号，照票据上印的写。', { field: 'payment.receipt' })
  return null
}

export const HOW_PAID: Record<'cash' | 'card' | 'transfer' | 'waived', string> = {
  cash: '现金',
  card: '刷卡或扫码',
  transfer: '转账',
  waived: '减免',
}

/** The words of the opinion; a payment speaks for itself. */
export function opinionText(text: string, { payment }: StepRecord): string {
  if (text.trim() || !payment) return text
  return `应缴 ${payment.due} 元，${payment.paidOn} ${HOW_PAID[payment.how]}，票据号 ${payment.receipt}。`
}
