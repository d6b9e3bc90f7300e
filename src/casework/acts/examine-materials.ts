import type { Staff } from '../../identity/index.ts'
import { addCalendarDays, correctionIsWhole, dayOf, mayDemandAgain } from '../../regulation/index.ts'
import {
  concludeDifferenceRow,
  latestMaterials,
  readCorrections,
  saveCorrection,
  saveVerdict,
} from '../material-store.ts'
import { type ActCommand, type CaseworkDeps, deskAct, done, refuse } from './act.ts'

/** The officer looked at one material: right, or what is wrong and how to cure it. */
export function judgeMaterial(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { materialKey: string; verdict: 'ok' | 'fault'; problem: string; cure: string },
  now: Date,
) {
  return deskAct(deps, 'judge-material', staff, dossierId, command, now, async ({ tx, dossier }) => {
    const known = await saveVerdict(tx, dossierId, command.materialKey, command)
    if (!known) return refuse('not-found', '这件没有这份材料。', { field: 'materialKey' })
    return done({
      dossier,
      events: [
        {
          type: 'dossier.material-judged',
          data: { material: command.materialKey, verdict: command.verdict },
        },
      ],
    })
  })
}

/** What the officer concludes about a field that differs from the register. */
export function concludeDifference(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { field: string; conclusion: 'register' | 'as-filed' | 'ask' },
  now: Date,
) {
  return deskAct(deps, 'conclude-difference', staff, dossierId, command, now, async ({ tx, dossier }) => {
    const known = await concludeDifferenceRow(tx, dossierId, command.field, command.conclusion)
    if (!known) return refuse('not-found', '没有这一项比对。', { field: 'field' })
    return done({
      dossier,
      events: [
        {
          type: 'dossier.difference-concluded',
          data: { field: command.field, conclusion: command.conclusion },
        },
      ],
    })
  })
}

export interface Demand {
  materialKey: string
  problem: string
  cure: string
}

/**
 * 补齐补正, told once and whole (Art. 15.3): every material has a verdict, every fault a reason and a cure. A second
 * demand about something that could be seen the first time is refused unless a superior's reason is recorded.
 */
export function askCorrection(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { demands: Demand[]; answerDays: number; superiorReason?: string | null },
  now: Date,
) {
  return deskAct(
    deps,
    'ask-correction',
    staff,
    dossierId,
    command,
    now,
    async ({ tx, dossier, item, actor }) => {
      const materials = await latestMaterials(tx, dossierId)
      const whole = correctionIsWhole({
        materials: materials.map((m) => ({ key: m.materialKey, name: m.name, verdict: m.verdict })),
        demands: command.demands,
      })
      if (whole.outcome !== 'met') return refuse('correction-not-whole', whole.sentence.zh, { detail: whole })

      const earlier = await readCorrections(tx, dossierId)
      const superiorReason = command.superiorReason?.trim() || null
      const rulings = command.demands.map((d) => {
        const revised = materials.find((m) => m.materialKey === d.materialKey)
        const lastAsked = earlier.at(-1)?.askedAt
        // New only where the applicant has handed in something new since the last notice.
        const newSince = lastAsked !== undefined && revised !== undefined && revised.at > lastAsked
        return mayDemandAgain({
          earlier: earlier.map((c) => c.demands.map((x) => ({ ...x, seenAt: c.askedAt }))),
          demand: { materialKey: d.materialKey, problem: d.problem, newSince },
          superiorReason,
        })
      })
      const refused = rulings.find((r) => r.outcome !== 'met')
      if (refused) return refuse('told-once', refused.sentence.zh, { detail: refused })

      const names = new Map(item.content.materials.map((m) => [m.key, m]))
      const demands = command.demands.map((d) => ({
        ...d,
        name: names.get(d.materialKey)?.name ?? d.materialKey,
        basis: names.get(d.materialKey)?.basis ?? '',
      }))
      const answerUntil = addCalendarDays(dayOf(now), command.answerDays)
      await saveCorrection(tx, dossierId, {
        correctionNo: dossier.corrections + 1,
        askedBy: actor,
        askedAt: now,
        demands,
        answerUntil,
        answeredAt: null,
        superiorReason,
      })
      return done({
        dossier: {
          ...dossier,
          status: 'correcting',
          corrections: dossier.corrections + 1,
          stepName: '等申请人补正',
          holderPost: null,
        },
        events: [
          {
            type: 'dossier.correction-asked',
            data: {
              correctionNo: dossier.corrections + 1,
              demands,
              answerUntil,
              countsAgainstOrgan: rulings.some((r) => r.facts['countsAgainstOrgan'] === true),
              ruling: whole,
            },
          },
        ],
      })
    },
  )
}
