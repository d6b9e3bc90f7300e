import type { Content } from '../sections.ts'

export type Step = Content['steps'][number]

/** Runs at the same time as the step before it. */
export const isJoined = (steps: Step[], i: number): boolean =>
  i > 0 && steps[i]!.parallel !== '' && sameStage(steps[i - 1]!, steps[i]!)

const sameStage = (a: Step, b: Step): boolean =>
  a.parallel !== '' && a.parallel === b.parallel && a.phase === b.phase

/** Only neighbours of the examination can run at the same time: acceptance and decision are one act each. */
export const mayJoin = (steps: Step[], i: number): boolean =>
  i > 0 && steps[i]!.phase === 'examine' && steps[i - 1]!.phase === 'examine'

/** Lets a step begin with the one before it, or after it. */
export function join(steps: Step[], i: number, on: boolean): Step[] {
  if (!mayJoin(steps, i)) return steps
  const before = steps[i - 1]!
  const stage = before.parallel || freeName(steps)
  if (on) return tidy(steps.map((s, j) => (j === i || j === i - 1 ? { ...s, parallel: stage } : s)))
  const rest = freeName(steps)
  // What came after it in the same stage goes on beside it, not beside what came before.
  const until = steps.findIndex((s, j) => j > i && !sameStage(steps[j - 1]!, s))
  const end = until < 0 ? steps.length : until
  return tidy(steps.map((s, j) => (j >= i && j < end ? { ...s, parallel: rest } : s)))
}

/** Puts a step in another place: amid a stage it becomes one of its branches, elsewhere it stands by itself. */
export function move(steps: Step[], from: number, to: number): Step[] {
  const moved = steps[from]
  if (moved === undefined || to < 0 || to >= steps.length || from === to) return steps
  const rest = steps.filter((_, j) => j !== from)
  const [before, after] = [rest[to - 1], rest[to]]
  const stays = [before, after].some((s) => s !== undefined && sameStage(s, moved))
  const amid = before !== undefined && after !== undefined && sameStage(before, after)
  const parallel = stays ? moved.parallel : amid && before.phase === moved.phase ? before.parallel : ''
  return tidy([...rest.slice(0, to), { ...moved, parallel }, ...rest.slice(to)])
}

/** No step is marked as parallel by itself, and stages that stand apart have different names. */
export function tidy(steps: Step[]): Step[] {
  const used = new Set<string>()
  const out: Step[] = []
  for (let i = 0; i < steps.length; ) {
    let end = i + 1
    while (end < steps.length && sameStage(steps[end - 1]!, steps[end]!)) end++
    const stage = steps.slice(i, end)
    let name = stage.length < 2 ? '' : stage[0]!.parallel
    if (used.has(name)) name = freeName(steps, used)
    if (name) used.add(name)
    out.push(...stage.map((s) => (s.parallel === name ? s : { ...s, parallel: name })))
    i = end
  }
  return out
}

function freeName(steps: Step[], more: Set<string> = new Set()): string {
  let n = 1
  while (more.has(`p${n}`) || steps.some((s) => s.parallel === `p${n}`)) n++
  return `p${n}`
}
