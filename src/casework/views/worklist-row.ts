import type { WorkingCalendar } from '../../regulation/index.ts'
import type { WorklistRow } from '../api/worklist-contract.ts'
import type { DossierClock, DossierResult, Status } from '../dossier.ts'
import { type RowReading, rowReader } from './row-clock.ts'

/** What a worklist reads of a dossier, or of a branch of one. */
export interface Row {
  dossier_id: string
  number: string
  applicant_name: string
  item_name: string
  step_name: string
  holder_post: string | null
  status: Status
  result: DossierResult | null
  received_at: Date
  clock: DossierClock
  corrections: number
  sample: boolean
  /** The department that asks for a joint opinion; empty: the dossier is the own department's. */
  asked_by: string
}

/** One reader a calendar: it remembers the days that it has counted. */
const readers = new WeakMap<WorkingCalendar, ReturnType<typeof rowReader>>()

export function readRow(calendar: WorkingCalendar, r: Row, now: Date): RowReading {
  const reader = readers.get(calendar) ?? rowReader(calendar)
  readers.set(calendar, reader)
  const { status, clock, corrections } = r
  return reader({ status, clock, corrections, receivedAt: r.received_at }, now)
}

export function toRow(r: Row, governing: RowReading): WorklistRow {
  const pause = r.clock.pauses.find((p) => p.to === null)
  if (r.asked_by !== '' && r.status === 'closed') return signedRow(r)
  const running = governing.light === 'green' || governing.light === 'yellow' || governing.light === 'red'
  return {
    dossierId: r.dossier_id,
    number: r.number,
    light: governing.light,
    dueAt: governing.dueAt?.toISOString() ?? null,
    yellowAt: governing.yellowAt?.toISOString() ?? null,
    clock: governing.kind === 'delivery' ? 'none' : governing.kind,
    usedDays: governing.usedDays,
    limitDays: governing.limitDays,
    unit: unitOf(r.clock, governing.kind),
    remainingDays: running ? governing.remainingDays : null,
    pausedFor: pause?.reason ?? '',
    todo: todoOf(r),
    mark: markOf(r),
    applicant: r.applicant_name,
    itemName: r.item_name,
    stepName: r.step_name,
    status: r.status,
    result: r.result,
    receivedAt: r.received_at.toISOString(),
    sample: r.sample,
  }
}

/** A joint opinion that was signed: done here, however the dossier goes on. */
function signedRow(r: Row): WorklistRow {
  return {
    dossierId: r.dossier_id,
    number: r.number,
    light: 'done',
    dueAt: null,
    yellowAt: null,
    clock: 'none',
    usedDays: 0,
    limitDays: 0,
    unit: 'G',
    remainingDays: null,
    pausedFor: '',
    todo: todoOf(r),
    mark: markOf(r),
    applicant: r.applicant_name,
    itemName: r.item_name,
    stepName: r.step_name,
    status: r.status,
    result: null,
    receivedAt: r.received_at.toISOString(),
    sample: r.sample,
  }
}

export function unitOf(clock: DossierClock, kind: string): 'G' | 'Z' {
  if (kind === 'step') return clock.step?.limit.unit ?? 'G'
  if (kind === 'statutory') return clock.statutory.unit
  return kind === 'promised' || kind === 'correction-review' ? clock.promise.unit : 'G'
}

/** What the holder does next, in a few words that begin with the verb. */
function todoOf(r: Row): string {
  if (r.clock.pauses.some((p) => p.to === null)) return '等待后恢复计时'
  if (r.status === 'received') return r.corrections > 0 ? '审补正材料' : '受理或一次性告知'
  if (r.status === 'correcting') return '等申请人补正'
  if (r.asked_by !== '') return r.status === 'closed' ? `${r.step_name}，已签` : `${r.step_name}，签意见`
  if (r.status === 'accepted') return r.holder_post === 'approver' ? '作决定' : `${r.step_name}，提意见`
  return r.status === 'decided' ? '办结' : ''
}

function markOf(r: Row): string {
  if (r.asked_by !== '') return `${r.asked_by}会签`
  if (r.status === 'received' && r.corrections > 0) return '补正已回'
  return r.clock.promise.days === 0 ? '即办' : ''
}
