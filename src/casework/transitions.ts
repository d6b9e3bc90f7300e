import type { Step } from '../catalogue/index.ts'
import { holds, type Staff } from '../identity/index.ts'
import type { Dossier, Status } from './dossier.ts'

/** What may be done with a dossier, named as the desk and the history name it. */
export const DESK_ACTS = [
  'judge-material',
  'conclude-difference',
  'ask-correction',
  'accept',
  'refuse-acceptance',
  'give-opinion',
  'decide',
  'pause',
  'resume',
  'extend',
  'close',
] as const
export type DeskAct = (typeof DESK_ACTS)[number]
export type ApplicantAct = 'resubmit' | 'withdraw' | 'rate'

type Who = 'window' | 'approver' | 'holder' | 'applicant'

/**
 * Who may do what in which status. Screens and acts read the same table, so a button that is shown is an act that is
 * allowed; a new status does not compile until it is answered. `holder`: whoever holds the post of the step under way.
 */
export const TRANSITIONS = {
  received: {
    'judge-material': ['window'],
    'conclude-difference': ['window'],
    'ask-correction': ['window'],
    accept: ['window'],
    'refuse-acceptance': ['window'],
    withdraw: ['applicant'],
  },
  correcting: { resubmit: ['applicant'], withdraw: ['applicant'] },
  accepted: {
    'conclude-difference': ['holder'],
    'give-opinion': ['holder'],
    decide: ['approver'],
    pause: ['holder'],
    resume: ['holder'],
    extend: ['approver'],
    withdraw: ['applicant'],
  },
  decided: { close: ['window', 'approver'] },
  closed: { rate: ['applicant'] },
  archived: { rate: ['applicant'] },
} as const satisfies Record<Status, Partial<Record<DeskAct | ApplicantAct, readonly Who[]>>>

/** May this act happen in this status at all, whoever asks? */
export function possible(status: Status, act: DeskAct | ApplicantAct): boolean {
  return act in TRANSITIONS[status]
}

/** The acts that this officer may do on this dossier now. Empty for an officer of another organ. */
export function actsFor(dossier: Dossier, step: Step | null, staff: Staff): DeskAct[] {
  if (staff.organId !== dossier.organId) return []
  const table: Partial<Record<string, readonly Who[]>> = TRANSITIONS[dossier.status]
  return DESK_ACTS.filter((act) => {
    const who = table[act]
    if (!who?.some((w) => isWho(w, dossier, staff))) return false
    const paused = dossier.clock.pauses.some((p) => p.to === null)
    if (act === 'pause' || act === 'extend')
      return !paused && (act === 'pause' || dossier.clock.extension === null)
    if (act === 'resume') return paused
    if (act === 'give-opinion') return step !== null && step.phase !== 'decide' && !paused
    if (act === 'decide') return step !== null && step.phase === 'decide' && !paused
    return true
  })
}

function isWho(who: Who, dossier: Dossier, staff: Staff): boolean {
  if (who === 'applicant') return false
  const post = who === 'holder' ? dossier.holderPost : who
  return post !== null && holds(staff, post as Parameters<typeof holds>[1])
}
