import type { ItemVersion } from '../../catalogue/index.ts'
import { type Actor, SYSTEM } from '../../history/index.ts'
import type { Staff } from '../../identity/index.ts'
import { acceptanceInTime, type Ruling } from '../../regulation/index.ts'
import type { Dossier } from '../dossier.ts'
import { latestMaterials } from '../material-store.ts'
import { nextStage } from '../stage.ts'
import {
  type ActCommand,
  atStage,
  type CaseworkDeps,
  type Change,
  deskAct,
  done,
  otherAct,
  refuse,
} from './act.ts'

/** 受理 (Art. 15.2): everything is there and in legal form; the promised and the statutory clocks start. */
export function accept(deps: CaseworkDeps, staff: Staff, dossierId: string, command: ActCommand, now: Date) {
  return deskAct(deps, 'accept', staff, dossierId, command, now, async ({ tx, dossier, item, actor }) => {
    const materials = await latestMaterials(tx, dossierId)
    const open = materials.filter((m) => m.verdict !== 'ok')
    if (open.length > 0) {
      const names = open.map((m) => m.name).join('、')
      const faults = open.some((m) => m.verdict === 'fault')
      return refuse(
        'materials-open',
        faults
          ? `有材料判为须补正：${names}。先告知补正，或者改判。`
          : `还有 ${open.length} 份材料没看：${names}。`,
        { detail: { materials: open.map((m) => m.materialKey) } },
      )
    }
    const ruling = acceptanceInTime(
      { receivedAt: new Date(dossier.clock.acceptanceFrom), now },
      deps.calendar,
    )
    return done(accepted(dossier, item, now, now, ruling, actor))
  })
}

/** The dossier after acceptance counted from `from`, and what happened. */
function accepted(
  dossier: Dossier,
  item: ItemVersion,
  from: Date,
  now: Date,
  ruling: Ruling,
  by: Actor,
): Change {
  const stage = nextStage(item.content, null)
  if (!stage) throw new Error(`item ${item.itemId} has no step after acceptance`)
  const started: Dossier = {
    ...dossier,
    status: 'accepted',
    acceptedAt: from,
    clock: { ...dossier.clock, acceptedAt: from.toISOString() },
  }
  return {
    dossier: atStage(started, stage, now),
    events: [
      {
        type: 'dossier.accepted',
        data: { from: from.toISOString(), deemed: by.kind === 'system', step: stage[0]!.key, ruling },
      },
    ],
  }
}

/**
 * 视为受理 (行政许可法 §32(4)): five working days passed without an answer, so the application counts as accepted from
 * the day it was received. Called by the timetable; only an overdue, never-answered application is touched.
 */
export function deemAccepted(deps: CaseworkDeps, dossierId: string, now: Date) {
  const key = `deemed:${dossierId}`
  return otherAct(
    deps,
    SYSTEM,
    dossierId,
    key,
    'deem-accepted',
    now,
    (d) =>
      d.status === 'received' && d.corrections === 0
        ? null
        : { name: 'not-possible-now', sentence: '这件已经答复过，不适用视为受理。' },
    async ({ dossier, item, actor }) => {
      const ruling = acceptanceInTime({ receivedAt: dossier.receivedAt, now }, deps.calendar)
      if (ruling.deemedAcceptedAt === null)
        return refuse('not-possible-now', ruling.sentence.zh, { detail: ruling })
      return done(accepted(dossier, item, ruling.deemedAcceptedAt, now, ruling, actor))
    },
  )
}

/** 不予受理, with the class of reason of 行政许可法 §32, its basis and, where known, which organ is the right one. */
export function refuseAcceptance(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & {
    reasonClass: 'no-permit-needed' | 'not-our-power' | 'other'
    reason: string
    basis: string
    otherOrgan: string
  },
  now: Date,
) {
  return deskAct(deps, 'refuse-acceptance', staff, dossierId, command, now, async ({ dossier }) => {
    if (command.reason.trim().length < 4) {
      return refuse('reason-needed', '写明不予受理的具体理由，申请人据此判断要不要复议。', {
        field: 'reason',
      })
    }
    if (!command.basis.trim()) return refuse('basis-needed', '写明依据的法律条款。', { field: 'basis' })
    if (command.reasonClass === 'not-our-power' && !command.otherOrgan.trim()) {
      return refuse('organ-needed', '不归本部门的，写明应当向哪个机关申请。', { field: 'otherOrgan' })
    }
    const { key: _key, version: _version, ...grounds } = command
    return done({
      dossier: {
        ...dossier,
        status: 'decided',
        result: 'not-accepted',
        decidedAt: now,
        stepKey: null,
        stepName: '待办结',
        holderPost: 'window',
        clock: { ...dossier.clock, stoppedAt: now.toISOString(), step: null },
      },
      events: [{ type: 'dossier.not-accepted', data: grounds }],
    })
  })
}
