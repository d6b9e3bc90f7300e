import { type ItemContent, stagesOf } from '../../catalogue/index.ts'
import type { StoredEvent } from '../../history/index.ts'
import { postName } from '../../identity/index.ts'
import type { StepView } from '../api/contract.ts'
import type { Dossier } from '../dossier.ts'
import { openSteps } from '../stage.ts'

/** The step strip: what is done and by whom, where the dossier stands, what is still to come, with 收件 before and 办结 after. */
export function stepViews(
  dossier: Dossier,
  content: ItemContent,
  events: StoredEvent[],
  organs: Map<string, string>,
): StepView[] {
  const open = openSteps(content, dossier).map((s) => s.key)
  const stages = stagesOf(content.steps)
  const stageAt = (key: string) => stages.findIndex((stage) => stage.some((s) => s.key === key))
  const current = dossier.stepKey === null ? -1 : stageAt(dossier.stepKey)
  const paused = dossier.clock.pauses.some((p) => p.to === null)
  const decided = dossier.decidedAt !== null || dossier.status === 'closed' || dossier.status === 'archived'
  const views = content.steps.map((step): StepView => {
    const stage = stageAt(step.key)
    const doneBy = finisher(step.key, step.phase, events)
    let state: StepView['state'] = 'next'
    if (step.phase === 'accept') state = dossier.acceptedAt ? 'done' : decided ? 'skipped' : 'now'
    else if (decided) state = doneBy ? 'done' : 'skipped'
    else if (dossier.acceptedAt && stage < current) state = 'done'
    else if (dossier.acceptedAt && stage === current)
      state = !open.includes(step.key) ? 'done' : paused ? 'paused' : 'now'
    return {
      key: step.key,
      name: step.name,
      kind: step.kind,
      limitDays: step.limit.days,
      unit: step.limit.unit,
      post: step.post,
      postName: postName(step.post),
      state,
      by: state === 'done' ? (doneBy?.actor.name ?? '') : '',
      at: state === 'done' ? (doneBy?.at.toISOString() ?? null) : null,
      standard: step.standard,
      stage,
      organName: organs.get(step.organId) ?? '',
    }
  })
  return [
    milestone('received', '收件', 'done', channelName(dossier.channel), dossier.receivedAt, -1),
    ...views,
    closing(dossier, stages.length),
  ]
}

function closing(dossier: Dossier, stage: number): StepView {
  const open = dossier.closedAt === null
  const name = dossier.result === 'granted' && open ? '制证办结' : '办结'
  const state = open ? (dossier.status === 'decided' ? 'now' : 'next') : 'done'
  return milestone('closed', name, state, '', dossier.closedAt, stage)
}

function milestone(
  key: string,
  name: string,
  state: StepView['state'],
  by: string,
  at: Date | null,
  stage: number,
): StepView {
  return {
    key,
    name,
    kind: 'plain',
    limitDays: null,
    unit: 'G',
    post: '',
    postName: '',
    state,
    by,
    at: at?.toISOString() ?? null,
    standard: '',
    stage,
    organName: '',
  }
}

/** The last event that finished the step: an acceptance, an opinion that sent it on, the decision. */
function finisher(key: string, phase: string, events: StoredEvent[]): StoredEvent | undefined {
  return events.findLast((e) => {
    if (phase === 'accept') return e.type === 'dossier.accepted'
    if (e.type === 'dossier.decided') return e.data['step'] === key
    return e.type === 'dossier.step-finished' && e.data['step'] === key && e.data['verdict'] !== 'return'
  })
}

export function channelName(channel: string): string {
  return { web: '网上', mobile: '手机', kiosk: '自助终端', counter: '窗口' }[channel] ?? channel
}
