import type { Staff } from '../../identity/index.ts'
import { dayOf, mayExtend } from '../../regulation/index.ts'
import { saveOpinion } from '../opinion-store.ts'
import { type ActCommand, type CaseworkDeps, deskAct, done, refuse } from './act.ts'

/** 决定: granted, or refused with reason and basis. The clocks of the law stop here. */
export function decide(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { outcome: 'granted' | 'refused'; reason: string; basis: string },
  now: Date,
) {
  return deskAct(deps, 'decide', staff, dossierId, command, now, async ({ tx, dossier, step, actor }) => {
    if (!step) throw new Error('an act on a step without a step')
    if (command.outcome === 'refused') {
      if (command.reason.trim().length < 4) {
        return refuse('reason-needed', '不予许可要写明理由（行政许可法第三十八条）。', { field: 'reason' })
      }
      if (!command.basis.trim()) return refuse('basis-needed', '写明依据的法律条款。', { field: 'basis' })
    }
    const verdict = command.outcome === 'granted' ? 'agree' : 'disagree'
    const text = command.reason.trim() || '符合法定条件，准予。'
    await saveOpinion(tx, dossierId, { step, by: actor, organ: null, verdict, text, record: {} }, now)
    return done({
      dossier: {
        ...dossier,
        status: 'decided',
        result: command.outcome,
        decidedAt: now,
        stepKey: null,
        stepName: command.outcome === 'granted' ? '制证、办结' : '待办结',
        holderPost: 'window',
        clock: { ...dossier.clock, stoppedAt: now.toISOString(), step: null },
      },
      events: [
        {
          type: 'dossier.decided',
          data: { outcome: command.outcome, reason: command.reason, basis: command.basis, step: step.key },
        },
      ],
    })
  })
}

/** 暂停计时 for a period that the law does not count (行政许可法 §45); told to the applicant in writing. */
export function pause(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { kind: string; reason: string; basis: string },
  now: Date,
) {
  return deskAct(deps, 'pause', staff, dossierId, command, now, async ({ dossier, item }) => {
    const special = item.content.specialProcedures.find((s) => s.name === command.kind)
    if (!special) {
      const names = item.content.specialProcedures.map((s) => s.name).join('、')
      return refuse(
        'no-special-procedure',
        names ? `这个事项只能为这些特别程序停表：${names}。` : '这个事项没有特别程序，不能停表。',
        { field: 'kind' },
      )
    }
    if (!command.reason.trim())
      return refuse('reason-needed', '写明为什么停表、预计多久，要书面告知申请人。', { field: 'reason' })
    const pauses = [
      ...dossier.clock.pauses,
      { from: now.toISOString(), to: null, reason: `${special.name}：${command.reason}`, kind: special.name },
    ]
    return done({
      dossier: { ...dossier, clock: { ...dossier.clock, pauses } },
      events: [
        {
          type: 'dossier.paused',
          data: { kind: special.name, reason: command.reason, basis: special.basis, days: special.days },
        },
      ],
    })
  })
}

export function resume(deps: CaseworkDeps, staff: Staff, dossierId: string, command: ActCommand, now: Date) {
  return deskAct(deps, 'resume', staff, dossierId, command, now, async ({ dossier }) => {
    const pauses = dossier.clock.pauses.map((p) => (p.to === null ? { ...p, to: now.toISOString() } : p))
    return done({
      dossier: { ...dossier, clock: { ...dossier.clock, pauses } },
      events: [{ type: 'dossier.resumed', data: {} }],
    })
  })
}

/** 延长: once, at most ten working days, approved by the head of the organ, the reason told (行政许可法 §42). */
export function extend(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { days: number; reason: string; approvedBy: string },
  now: Date,
) {
  return deskAct(deps, 'extend', staff, dossierId, command, now, async ({ dossier }) => {
    const ruling = mayExtend({
      on: dayOf(dossier.acceptedAt ?? now),
      extendedBefore: dossier.clock.extension !== null,
      days: command.days,
      approvedByHead: command.approvedBy.trim().length > 0,
      reason: command.reason,
    })
    if (ruling.outcome !== 'met')
      return refuse('not-extendable', ruling.sentence.zh, { detail: ruling, field: 'days' })
    return done({
      dossier: {
        ...dossier,
        clock: { ...dossier.clock, extension: { days: command.days, reason: command.reason } },
      },
      events: [
        {
          type: 'dossier.extended',
          data: { days: command.days, reason: command.reason, approvedBy: command.approvedBy, ruling },
        },
      ],
    })
  })
}
