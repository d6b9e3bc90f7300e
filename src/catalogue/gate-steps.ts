import { POSTS } from '../identity/index.ts'
import { blocks, type Finding, warns } from './finding.ts'
import { type ItemContent, limitText, type PostKind, type Step } from './item.ts'

const PHASES = ['accept', 'examine', 'decide'] as const
const PHASE_NAMES: Record<Step['phase'], string> = { accept: '受理', examine: '审查', decide: '决定' }

/** The procedure: whole (Art. 12: accept, examine, decide), in order, staffed, and within the promise. */
export function stepFindings(content: ItemContent, holders: Record<PostKind, number> | null): Finding[] {
  if (content.steps.length === 0) return []
  return [
    ...phaseFindings(content),
    ...stepKeyFindings(content.steps),
    ...sumFindings(content),
    ...(holders ? staffFindings(content.steps, holders) : []),
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
  const sum = (list: Step[]) => list.reduce((days, s) => days + s.limit.days, 0)
  const after = sum(steps.filter((s) => s.phase !== 'accept'))
  const all = sum(steps)
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

/** A step whose post nobody holds would stop every dossier that comes to it. */
function staffFindings(steps: Step[], holders: Record<PostKind, number>): Finding[] {
  return steps.flatMap((s, i) =>
    holders[s.post] > 0
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
