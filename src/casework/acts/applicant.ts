import type { Actor } from '../../history/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Dossier } from '../dossier.ts'
import { addRevisions, answerCorrection, readCorrections } from '../material-store.ts'
import type { HandedIn } from '../store.ts'
import { possible } from '../transitions.ts'
import { type CaseworkDeps, done, notFound, otherAct, refuse } from './act.ts'

/** Who acts for the applicant: the account that filed. Anyone else's dossier does not exist for them. */
export interface ApplicantActor extends Actor {
  kind: 'applicant'
}

const own =
  (actor: ApplicantActor, act: 'resubmit' | 'withdraw') =>
  (d: Dossier): Refusal | null => {
    if (d.accountId !== actor.id) return notFound
    if (!possible(d.status, act)) {
      return {
        name: 'not-possible-now',
        sentence: '这件现在不用您补交，也不能再改。办到哪一步，看下面的进度。',
      }
    }
    return null
  }

/** 补齐补正: hands in again exactly what was asked for, nothing else; the organ then examines it in its promised time. */
export function resubmit(
  deps: CaseworkDeps,
  actor: ApplicantActor,
  dossierId: string,
  command: { key: string; materials: HandedIn[] },
  now: Date,
) {
  return otherAct(
    deps,
    actor,
    dossierId,
    command.key,
    'resubmit',
    now,
    own(actor, 'resubmit'),
    async ({ tx, dossier, item }) => {
      const correction = (await readCorrections(tx, dossierId)).at(-1)
      if (!correction) throw new Error(`dossier ${dossierId} waits for a correction that nobody asked for`)
      const asked = new Set(correction.demands.map((d) => d.materialKey))
      const given = new Set(command.materials.map((m) => m.materialKey))
      const missing = correction.demands.filter((d) => !given.has(d.materialKey))
      if (missing.length > 0) {
        return refuse('correction-open', `还有没补的：${missing.map((d) => d.name).join('、')}。`, {
          field: missing[0]!.materialKey,
          english: `Still to be corrected: ${missing.map((d) => d.name).join(', ')}.`,
        })
      }
      const extra = command.materials.filter((m) => !asked.has(m.materialKey))
      if (extra.length > 0) return refuse('not-asked', '只能重交部门要求补正的材料，其余的已经通过。')
      await addRevisions(tx, dossierId, command.materials, now)
      await answerCorrection(tx, dossierId, correction.correctionNo, now)
      const first = item.content.steps.find((s) => s.phase === 'accept')!
      return done({
        dossier: {
          ...dossier,
          status: 'received',
          stepKey: first.key,
          stepName: '审补正材料',
          holderPost: first.post,
          clock: { ...dossier.clock, acceptanceFrom: now.toISOString() },
        },
        events: [
          {
            type: 'dossier.resubmitted',
            data: { correctionNo: correction.correctionNo, materials: [...given] },
          },
        ],
      })
    },
  )
}

/** The applicant takes the application back; possible until the decision. */
export function withdraw(
  deps: CaseworkDeps,
  actor: ApplicantActor,
  dossierId: string,
  command: { key: string; reason: string },
  now: Date,
) {
  return otherAct(
    deps,
    actor,
    dossierId,
    command.key,
    'withdraw',
    now,
    own(actor, 'withdraw'),
    async ({ dossier }) =>
      done({
        dossier: {
          ...dossier,
          status: 'closed',
          result: 'withdrawn',
          closedAt: now,
          stepKey: null,
          stepName: '已撤回',
          holderPost: null,
          clock: { ...dossier.clock, stoppedAt: now.toISOString(), step: null },
        },
        events: [{ type: 'dossier.withdrawn', data: { reason: command.reason } }],
      }),
  )
}
