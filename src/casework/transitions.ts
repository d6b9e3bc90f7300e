import type { Step } from '../catalogue/index.ts'
import { holds, type Staff } from '../identity/index.ts'
import type { Dossier, Status } from './dossier.ts'
import { stepsFor } from './stage.ts'

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
 * allowed; a new status does not compile until it is answered. `holder`: whoever holds the post of a step under way.
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

/**
 * The acts that this officer may do on this dossier now. An officer of another organ has none, but for the opinion that
 * a joint step (会签) under way asks of their post.
 */
export function actsFor(dossier: Dossier, open: Step[], staff: Staff): DeskAct[] {
  const paused = dossier.clock.pauses.some((p) => p.to === null)
  const mine = stepsFor(open, dossier, staff)
  const mayOpine = mine.some((s) => s.phase !== 'decide') && !paused
  if (staff.organId !== dossier.organId)
    return dossier.status === 'accepted' && mayOpine ? ['give-opinion'] : []
  const table: Partial<Record<string, readonly Who[]>> = TRANSITIONS[dossier.status]
  return DESK_ACTS.filter((act) => {
    const who = table[act]
    if (!who?.some((w) => (w === 'holder' ? mine.length > 0 : w !== 'applicant' && holds(staff, w))))
      return false
    if (act === 'pause' || act === 'extend')
      return !paused && (act === 'pause' || dossier.clock.extension === null)
    if (act === 'resume') return paused
    if (act === 'give-opinion') return mayOpine
    if (act === 'decide') return open.some((s) => s.phase === 'decide') && !paused
    return true
  })
}
