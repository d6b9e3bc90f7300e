import {
  acceptanceLimit,
  type ClockInput,
  type ClockReading,
  correctionReviewLimit,
  readClock,
  type WorkingCalendar,
} from '../regulation/index.ts'
import type { DossierClock, DossierClocks, Status } from './dossier.ts'

type Timed = { status: Status; clock: DossierClock; corrections: number; receivedAt: Date }

/**
 * All clocks of a dossier at `now`. The governing one is the running clock that ends first; it gives the row its light.
 * Before acceptance: 受理期限, or after a resubmission the promised time for examining the correction (Art. 15.4).
 * After it: the step, the promise, the statutory limit.
 */
export function clocksOf(dossier: Timed, now: Date, calendar: WorkingCalendar): DossierClocks {
  return readAll(dossier, now, calendar, true)
}

/**
 * The governing clock alone, for lists and the stored index. The statutory limit is left out where the promise is the
 * shorter of the two in the same unit: running from the same moment with the same pauses, it cannot end first.
 */
export function governingClock(dossier: Timed, now: Date, calendar: WorkingCalendar): ClockReading {
  const { promise, statutory } = dossier.clock
  const statutoryMayGovern = promise.unit !== statutory.unit || statutory.days < promise.days
  return readAll(dossier, now, calendar, statutoryMayGovern).governing
}

function readAll(
  dossier: Timed,
  now: Date,
  calendar: WorkingCalendar,
  withStatutory: boolean,
): DossierClocks {
  const { clock } = dossier
  const pauses = clock.pauses.map((p) => ({
    from: new Date(p.from),
    to: p.to === null ? null : new Date(p.to),
    reason: p.reason,
  }))
  const stoppedAt = clock.stoppedAt === null ? null : new Date(clock.stoppedAt)
  const from = new Date(clock.acceptanceFrom)
  const read = (input: ClockInput) => readClock(input, now, calendar)

  if (clock.acceptedAt === null) {
    const waits = dossier.status === 'correcting'
    const kind = dossier.corrections > 0 ? 'correction-review' : 'acceptance'
    const limit = kind === 'acceptance' ? acceptanceLimit(from) : correctionReviewLimit(clock.promise)
    const reading = read({ kind, limit, startedAt: waits ? null : from, pauses: [], stoppedAt })
    return { governing: reading, all: [reading] }
  }

  const startedAt = new Date(clock.acceptedAt)
  const extension = clock.extension ?? undefined
  const total = { startedAt, pauses, stoppedAt, ...(extension ? { extension } : {}) }
  const promised = read({ kind: 'promised', limit: clock.promise, ...total })
  const statutory = withStatutory ? [read({ kind: 'statutory', limit: clock.statutory, ...total })] : []
  const step =
    clock.step && stoppedAt === null
      ? read({
          kind: 'step',
          limit: clock.step.limit,
          startedAt: new Date(clock.step.from),
          pauses,
          stoppedAt: null,
        })
      : null
  const all = [...(step ? [step] : []), promised, ...statutory]
  return { governing: all.reduce(earlier), all }
}

function earlier(a: ClockReading, b: ClockReading): ClockReading {
  if (b.dueAt === null) return a
  return a.dueAt === null || b.dueAt < a.dueAt ? b : a
}

/** The stored index of the light: when it is due and when it turns, rewritten by every act that touches the clock. */
export function lightIndex(dossier: Timed, now: Date, calendar: WorkingCalendar) {
  const governing = governingClock(dossier, now, calendar)
  const running = governing.light !== 'done' && governing.light !== 'none'
  return {
    dueAt: running ? governing.dueAt : null,
    yellowAt: running ? governing.yellowAt : null,
    redAt: running ? governing.redAt : null,
  }
}
