import type { ItemContent, Step } from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import { done as ok, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { latestMaterials } from '../material-store.ts'
import { type StepRecord, saveOpinion } from '../opinion-store.ts'
import { atSteps, namesOf, nextStage, stageBefore, stageOf } from '../stage.ts'
import { opinionText, recordGap } from '../step-record.ts'
import { type ActCommand, atStage, type CaseworkDeps, deskAct, done } from './act.ts'

type Verdict = 'agree' | 'disagree' | 'return'

/**
 * The opinion of a step's holder. The dossier moves on when all branches of its stage are done, or back to the stage
 * before. A joint opinion (会签) is given by an officer of the other department, for the dossier of this one.
 */
export function giveOpinion(
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: ActCommand & {
    verdict: Verdict
    text: string
    record?: StepRecord | null | undefined
    /** The branch, where the officer holds several of them. */
    step?: string | undefined
  },
  now: Date,
) {
  return deskAct(deps, 'give-opinion', staff, dossierId, command, now, async (scene) => {
    const { tx, dossier, item, step, open, actor } = scene
    if (!step) throw new Error('an act on a step without a step')
    const { verdict } = command
    const record = command.record ?? {}
    const gap = recordGap(step, verdict, command.text, record, {
      materials: await latestMaterials(tx, dossierId),
      today: dayOf(now),
    })
    if (gap) return gap
    const target = targetOf(item.content, step, verdict)
    if (!target.ok) return target
    const others = open.filter((s) => s.key !== step.key)
    const waits = others.length > 0
    const text = opinionText(command.text, record)
    const organ = staff.organId === dossier.organId ? null : { organId: staff.organId, name: staff.organName }
    await saveOpinion(tx, dossierId, { step, by: actor, organ, verdict, text, record }, now)
    return done({
      besides: waits,
      dossier: waits
        ? atSteps(dossier, others, dossier.clock.step!.from)
        : atStage(dossier, target.value, now),
      events: [
        {
          type: 'dossier.step-finished',
          data: {
            step: step.key,
            name: step.name,
            verdict,
            text,
            record,
            next: waits ? null : target.value[0]!.key,
            nextName: waits ? '' : namesOf(target.value),
            // Branches of the same stage that are still open.
            waitsFor: namesOf(others),
            ...(organ ? { organName: organ.name } : {}),
          },
        },
      ],
    })
  })
}

/** Where the dossier goes from this step once nothing else of its stage is open. */
function targetOf(content: ItemContent, step: Step, verdict: Verdict): Result<Step[]> {
  if (verdict !== 'return') {
    const next = nextStage(content, step.key)
    if (!next) throw new Error(`there is no step after ${step.key}`)
    return ok(next)
  }
  const no = (sentence: string) => refuse('not-possible-now', sentence, { field: 'verdict' })
  if (step.kind === 'joint-opinion') return no('会签只签意见，不能退回。不同意的写明理由。')
  if (step.kind === 'payment') return no('缴费环节只登记缴费，不能退回。')
  if (stageOf(content, step.key).length > 1)
    return no('同时办的环节不能退回，别的环节还在办。不符合的写明理由，由决定岗处理。')
  const before = stageBefore(content, step.key)
  return before ? ok(before) : no('这是第一个审查环节，没有可以退回的环节。')
}
