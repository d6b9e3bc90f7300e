import { POSTS } from '../../identity/index.ts'
import { daysOf, type ItemContent, limitText, type PostKind, type Step, stagesOf } from '../item.ts'
import type { GateContext } from './context.ts'
import { blocks, type Finding, warns } from './finding.ts'

const PHASES = ['accept', 'examine', 'decide'] as const
const PHASE_NAMES: Record<Step['phase'], string> = { accept: '受理', examine: '审查', decide: '决定' }

/** The procedure: whole (Art. 12: accept, examine, decide), in order, workable, staffed, and within the promise. */
export function stepFindings(
  content: ItemContent,
  { staffing, joint }: Pick<GateContext, 'staffing' | 'joint'>,
): Finding[] {
  const { steps } = content
  if (steps.length === 0) return []
  return [
    ...phaseFindings(content),
    ...stepKeyFindings(steps),
    ...sumFindings(content),
    ...parallelFindings(steps),
    ...steps.flatMap((s, i) => kindFindings(content, s, `steps.${i}`)),
    ...(staffing ? staffFindings(content, staffing.holders) : []),
    ...jointFindings(content, joint),
  ]
}

function phaseFindings({ steps, projectType }: ItemContent): Finding[] {
  const findings: Finding[] = []
  for (const phase of PHASES) {
    // What is settled on the spot is examined while it is accepted.
    if (phase === 'examine' && projectType === '1') continue
    if (!steps.some((s) => s.phase === phase))
      findings.push(
        blocks(`phase.${phase}`, 'steps', `办理流程还没有${PHASE_NAMES[phase]}环节，至少设一个。`, '12.1'),
      )
  }
  const decisions = steps.filter((s) => s.phase === 'decide')
  if (decisions.length > 1)
    findings.push(
      blocks(
        'phase-decide-once',
        `steps.${steps.indexOf(decisions[1]!)}`,
        `决定只作一次，第一个决定环节（“${decisions[0]!.name}”）办完就办结了。“${decisions[1]!.name}”请改为审查环节，或者去掉。`,
        '12.1',
      ),
    )
  const order = steps.map((s) => PHASES.indexOf(s.phase))
  const at = order.findIndex((phase, i) => i > 0 && phase < order[i - 1]!)
  if (at > 0)
    findings.push(
      blocks(
        'phase-order',
        `steps.${at}`,
        `“${steps[at]!.name}”是${PHASE_NAMES[steps[at]!.phase]}环节，要排在“${steps[at - 1]!.name}”前面：先受理，再审查，后决定。`,
        '12.1',
      ),
    )
  return findings
}

function stepKeyFindings(steps: Step[]): Finding[] {
  const seen = new Set<string>()
  return steps.flatMap((s, i) => {
    const findings = seen.has(s.key)
      ? [blocks('step-key', `steps.${i}`, `第 ${i + 1} 个环节的编号“${s.key}”与前面重复。`)]
      : []
    seen.add(s.key)
    return findings
  })
}

/**
 * The promise runs from acceptance, so examining and deciding must fit into it; where acceptance on top of them does
 * not, the applicant waits longer than the promise reads, and the clerk is told.
 */
function sumFindings({ steps, promiseLimit }: ItemContent): Finding[] {
  if (promiseLimit === null) return []
  if (steps.some((s) => s.limit.unit !== promiseLimit.unit && s.limit.days > 0))
    return [
      warns(
        'step-unit',
        'steps',
        `有的环节时限与承诺时限（${limitText(promiseLimit)}）单位不同，请自己核对合计。`,
      ),
    ]
  const after = daysOf(stagesOf(steps.filter((s) => s.phase !== 'accept')))
  const all = daysOf(stagesOf(steps))
  const promise = limitText(promiseLimit)
  if (after > promiseLimit.days)
    return [
      blocks(
        'step-sum',
        'steps',
        `受理后各环节合计 ${after} 天，超过承诺时限（${promise}）。请缩短环节，或改承诺时限。`,
        '15.1',
      ),
    ]
  return all > promiseLimit.days
    ? [
        warns(
          'step-sum-with-acceptance',
          'steps',
          `连受理在内合计 ${all} 天，比承诺时限（${promise}）长。`,
          '15.1',
        ),
      ]
    : []
}

/** 并行: two or more neighbours of the examination; acceptance and decision are one act of one post each. */
function parallelFindings(steps: Step[]): Finding[] {
  const findings: Finding[] = []
  const stages = stagesOf(steps)
  for (const name of new Set(steps.map((s) => s.parallel).filter(Boolean))) {
    const first = steps.findIndex((s) => s.parallel === name)
    const groups = stages.filter((stage) => stage[0]!.parallel === name)
    const names = steps.filter((s) => s.parallel === name).map((s) => `“${s.name}”`)
    const at = (sentence: string) => findings.push(blocks('step-parallel', `steps.${first}`, sentence))
    if (names.length < 2) at(`${names[0]}标了并行，没有和它同时办的环节。再选一个同时办的环节，或去掉并行。`)
    else if (groups.length > 1) at(`${names.join('、')}标了同时办，要排在一起，并且在同一阶段。`)
    else if (groups[0]![0]!.phase !== 'examine')
      at(`${names.join('、')}不能同时办：只有审查阶段的环节可以并行，受理和决定各由一个岗位办。`)
    else if (new Set(groups[0]!.map((s) => s.limit.unit)).size > 1)
      at(`${names.join('、')}同时办，时限要用同一种单位，才看得出哪个最后办完。`)
  }
  return findings
}

const KIND_NAMES: Partial<Record<Step['kind'], string>> = {
  'site-visit': '现场踏勘',
  'expert-review': '专家评审',
  'drawing-review': '图纸审查',
  payment: '缴费',
  'joint-opinion': '会签',
}

/** What a kind of step needs so that an officer can do it. Records are kept in the examination only (Art. 14, 17, 18). */
function kindFindings(content: ItemContent, s: Step, path: string): Finding[] {
  const kind = KIND_NAMES[s.kind]
  if (!kind) return []
  const findings: Finding[] = []
  const say = (id: string, sentence: string, article?: string) =>
    findings.push(blocks(id, path, sentence, article))
  if (s.phase !== 'examine')
    say('step-kind-phase', `“${s.name}”是${kind}，放在审查阶段：受理之后、决定之前。`)
  if (s.kind === 'payment' && !content.fee?.charged)
    say(
      'step-payment',
      `“${s.name}”是缴费环节，这个事项没有收费。写明收费项目和依据，或去掉这个环节。`,
      '18.1',
    )
  const unknown = s.materials.filter((key) => !content.materials.some((m) => m.key === key))
  if (unknown.length > 0)
    say(
      'step-material',
      `“${s.name}”要看的材料${unknown.map((k) => `“${k}”`).join('、')}已经不在申请材料里，重新选。`,
    )
  else if (s.kind === 'drawing-review' && s.materials.length === 0)
    say('step-drawings', `“${s.name}”还没有选图纸。选出哪几份材料是要审的图纸。`, '14.1')
  return findings
}

const isJoint = (content: ItemContent, s: Step): boolean =>
  s.kind === 'joint-opinion' || (s.organId !== '' && s.organId !== content.organId)

/** A step whose post nobody holds would stop every dossier that comes to it. */
function staffFindings(content: ItemContent, holders: Record<PostKind, number>): Finding[] {
  return content.steps.flatMap((s, i) =>
    isJoint(content, s) || holders[s.post] > 0
      ? []
      : [
          blocks(
            'step-unstaffed',
            `steps.${i}`,
            `“${s.name}”由${POSTS[s.post].zh}办，本部门这个岗没有培训合格的人，办件会停住。请先设岗。`,
            '5.1(4)',
          ),
        ],
  )
}

/** 会签: another department, that exists, with somebody who can sign; no other kind of step leaves the house. */
function jointFindings(content: ItemContent, joint: GateContext['joint']): Finding[] {
  return content.steps.flatMap((s, i) => {
    if (!isJoint(content, s)) return []
    const fault = (id: string, sentence: string, article?: string) => [
      blocks(id, `steps.${i}`, sentence, article),
    ]
    if (s.kind !== 'joint-opinion')
      return fault(
        'joint-kind',
        `“${s.name}”指定了别的部门，只有会签可以由别的部门办。改为会签，或由本部门办。`,
      )
    if (s.organId === '' || s.organId === content.organId)
      return fault('joint-organ', `“${s.name}”是会签，还没有选会签部门，要选本部门以外的部门。`)
    if (joint === null) return []
    const organ = joint[s.organId]
    if (!organ) return fault('joint-organ', `“${s.name}”的会签部门不在平台上，重新选。`)
    if (organ.holders[s.post] > 0) return []
    return fault(
      'step-unstaffed',
      `“${s.name}”由${organ.name}${POSTS[s.post].zh}办，那里这个岗没有培训合格的人，办件会停住。请该部门先设岗。`,
      '5.1(4)',
    )
  })
}
