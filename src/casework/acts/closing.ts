import type { Staff } from '../../identity/index.ts'
import { licenceOf } from '../../licences/index.ts'
import { dayOf, mayClose } from '../../regulation/index.ts'
import { type ActCommand, type CaseworkDeps, deskAct, done, refuse } from './act.ts'

/** 办结 (Art. 19): not before the licence is made and pushed to the sharing platform. */
export function close(deps: CaseworkDeps, staff: Staff, dossierId: string, command: ActCommand, now: Date) {
  return deskAct(deps, 'close', staff, dossierId, command, now, async ({ tx, dossier, item }) => {
    const outcome = dossier.result
    if (!outcome) throw new Error(`dossier ${dossierId} is decided without a result`)
    const licence = await licenceOf(tx, dossierId)
    const ruling = mayClose({
      outcome,
      result: item.content.result?.type ?? 'none',
      licence: licence && {
        issuedOn: licence.issuedOn,
        pushedAt: licence.pushedAt,
        madeOffline: licence.madeOffline,
        offlineAllowed: item.content.result?.offlineAllowed ?? false,
      },
      closingDay: dayOf(now),
    })
    if (ruling.outcome !== 'met') return refuse('licence-first', ruling.sentence.zh, { detail: ruling })
    return done({
      dossier: { ...dossier, status: 'closed', closedAt: now, stepName: '已办结', holderPost: null },
      events: [
        { type: 'dossier.closed', data: { result: outcome, licence: licence?.identifier ?? null, ruling } },
      ],
    })
  })
}
