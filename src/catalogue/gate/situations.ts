import type { ItemContent } from '../item.ts'
import type { Answered, Effect, Question, Situations } from '../situation.ts'
import { runExample } from '../situations/examples.ts'
import { allPaths, fits, MOST_PATHS, type SituationAnswers } from '../situations/path.ts'
import { blocking, blocks, type Finding, warns } from './finding.ts'

const AT = 'situations'
type Path = `${typeof AT}.${string}`

/**
 * 情形引导: questions that can be answered, tables that say one thing for every way of answering, and examples that come out
 * as expected. What follows from the ways of answering is asked only once questions and rows refer to what exists.
 *
 * `variants`: codes to which the tables may lead, because such an item is published; null: not looked up.
 */
export function situationFindings(content: ItemContent, variants: ReadonlySet<string> | null): Finding[] {
  const { situations } = content
  if (situations === null) return []
  if (situations.questions.length === 0)
    return situations.barriers.length + situations.effects.length === 0
      ? []
      : [
          blocks(
            'situation.no-question',
            `${AT}.questions`,
            '表里有行，可是没有问题。先加问题，或删去这些行。',
          ),
        ]
  const wrong = [
    ...situations.questions.flatMap((q, i) => questionFindings(q, i, situations.questions)),
    ...rowsOf(situations).flatMap(({ when, path, name }) =>
      whenFindings(when, path, name, situations.questions),
    ),
    ...barrierFindings(content, situations),
    ...situations.effects.flatMap((row, i) => effectFindings(content, row, i, variants)),
  ]
  return blocking(wrong).length > 0 ? wrong : [...wrong, ...wayFindings(content, situations)]
}

const rowsOf = (s: Situations): { when: Answered; path: Path; name: string }[] => [
  ...s.barriers.map(({ when }, i) => ({
    when,
    path: `${AT}.barriers.${i}` as const,
    name: `条件表第 ${i + 1} 行`,
  })),
  ...s.effects.map(({ when }, i) => ({
    when,
    path: `${AT}.effects.${i}` as const,
    name: `清单表第 ${i + 1} 行`,
  })),
]

function questionFindings(q: Question, i: number, all: Question[]): Finding[] {
  const path = `${AT}.questions.${i}`
  const name = `第 ${i + 1} 个问题`
  const before = all.slice(0, i)
  const findings: Finding[] = []
  const stop = (id: string, sentence: string) => findings.push(blocks(`situation.${id}`, path, sentence))
  if (!/^[a-z][A-Za-z0-9]*$/.test(q.key) || before.some((other) => other.key === q.key))
    stop('question-key', `${name}的编号“${q.key}”要用英文字母开头，并且不和别的问题重复。`)
  if (q.text.trim() === '') stop('question-text', `${name}还没有写问什么。`)
  if (q.options.length < 2) stop('options', `${name}至少要有两个答案可选。`)
  if (
    q.options.some((o) => o.label.trim() === '' || o.value === '') ||
    new Set(q.options.map((o) => o.value)).size !== q.options.length
  )
    stop('options', `${name}有空的或重复的答案。`)
  return [...findings, ...whenFindings(q.when, path as Path, name, before)]
}

/** A row may only want answers that the questions before it can give. */
function whenFindings(when: Answered, path: Path, name: string, questions: Question[]): Finding[] {
  return Object.entries(when).flatMap(([key, values]) => {
    const asked = questions.find((q) => q.key === key)
    if (!asked) return [blocks('situation.when', path, `${name}要看问题“${key}”的答案，前面没有这个问题。`)]
    const unknown = values.filter((v) => !asked.options.some((o) => o.value === v))
    return unknown.length > 0 || values.length === 0
      ? [
          blocks(
            'situation.when',
            path,
            `${name}要看“${asked.text}”的答案“${unknown.join('、') || '（没有选）'}”，没有这个答案。`,
          ),
        ]
      : []
  })
}

function barrierFindings(content: ItemContent, { barriers }: Situations): Finding[] {
  return barriers.flatMap((row, i) => {
    const path = `${AT}.barriers.${i}`
    const name = `条件表第 ${i + 1} 行`
    if (Object.keys(row.when).length === 0)
      return [blocks('situation.barrier', path, `${name}没有写哪种回答，会把所有人都判为不符合。`)]
    const findings: Finding[] = []
    if (!content.conditions.includes(row.condition))
      findings.push(
        blocks(
          'situation.condition',
          path,
          row.condition === ''
            ? `${name}还没有选是哪一条受理条件。`
            : `${name}的条件“${row.condition}”不在受理条件里。办事指南没有公布的条件，不能用来判断。`,
          '7.1',
        ),
      )
    if (row.why.trim() === '' || row.remedy.trim() === '')
      findings.push(blocks('situation.barrier', path, `${name}要写明为什么不符合、怎样才能符合。`))
    return findings
  })
}

function effectFindings(
  content: ItemContent,
  row: Effect,
  i: number,
  variants: ReadonlySet<string> | null,
): Finding[] {
  const path = `${AT}.effects.${i}`
  const name = `清单表第 ${i + 1} 行`
  const findings: Finding[] = []
  const stop = (id: string, sentence: string, article?: string) =>
    findings.push(blocks(`situation.${id}`, path, sentence, article))
  const materials = new Map(content.materials.map((m) => [m.key, m]))
  const steps = new Map(content.steps.map((s) => [s.key, s]))
  const fees = new Set((content.fee?.items ?? []).map((f) => f.name))
  const gone = [
    ...[...row.needs, ...row.leavesOut].filter((k) => !materials.has(k)).map((k) => `材料“${k}”`),
    ...row.leavesOutSteps.filter((k) => !steps.has(k)).map((k) => `环节“${k}”`),
    ...row.leavesOutFees.filter((k) => !fees.has(k)).map((k) => `收费项目“${k}”`),
  ]
  if (gone.length > 0) stop('refers', `${name}用到的${gone.join('、')}，这个事项里没有。`)
  const fixed = row.leavesOutSteps.flatMap((k) => {
    const step = steps.get(k)
    return step && step.phase !== 'examine' ? [step.name] : []
  })
  if (fixed.length > 0)
    stop('fixed-step', `${name}不能省去“${fixed.join('、')}”：受理和决定每一件都要有。`, '12.1')
  const both = row.needs.filter((k) => row.leavesOut.includes(k))
  if (both.length > 0)
    stop('contradiction', `${name}对“${materials.get(both[0]!)?.name}”既要又不要，只能选一个。`)
  const drops = [
    ...row.leavesOut.filter((k) => materials.get(k)?.need === 'required'),
    ...row.leavesOutSteps,
    ...row.leavesOutFees,
  ]
  if (drops.length > 0 && row.why.trim() === '')
    stop('reason', `${name}省去了清单上必要的内容，写明为什么可以不要，申请人会看到。`)
  // Two items that lead to one another must be publishable one after the other: so this only warns.
  if (row.variant !== '' && (row.variant === content.handleItemCode || variants?.has(row.variant) === false))
    findings.push(
      warns(
        'situation.variant',
        path,
        `${name}转到的业务办理项“${row.variant}”没有公布，或者就是本办理项，申请人转不过去。`,
      ),
    )
  const does = row.needs.length + row.leavesOut.length + row.leavesOutSteps.length + row.leavesOutFees.length
  if (does === 0 && row.variant === '' && row.why.trim() === '')
    stop('empty-row', `${name}什么也没有改，写上内容或删去这一行。`)
  return findings
}

/** Findings that come of going every way through the questions. */
function wayFindings(content: ItemContent, situations: Situations): Finding[] {
  const paths = allPaths(situations)
  if (paths.length > MOST_PATHS)
    return [
      blocks(
        'situation.too-many',
        `${AT}.questions`,
        `答法超过 ${MOST_PATHS} 种，没有人能核对。请减少问题或答案。`,
      ),
    ]
  return [
    ...deadFindings(situations, paths),
    ...unusedFindings(situations),
    ...uncoveredFindings(situations, paths),
    ...contradictionFindings(content, situations, paths),
    ...exampleFindings(content, situations),
  ]
}

function deadFindings(situations: Situations, paths: SituationAnswers[]): Finding[] {
  const rows = rowsOf(situations).filter(({ when }) => !paths.some((p) => fits(when, p)))
  const questions = situations.questions.flatMap((q, i) =>
    paths.some((p) => Object.hasOwn(p, q.key))
      ? []
      : [
          blocks(
            'situation.unreachable',
            `${AT}.questions.${i}`,
            `第 ${i + 1} 个问题永远不会问到。请改条件。`,
          ),
        ],
  )
  return [
    ...questions,
    ...rows.map(({ path, name }) =>
      blocks('situation.unreachable', path, `${name}没有一种答法对得上，永远不会生效。请改条件或删去。`),
    ),
  ]
}

function unusedFindings({ questions, barriers, effects }: Situations): Finding[] {
  const used = new Set([...questions, ...barriers, ...effects].flatMap(({ when }) => Object.keys(when)))
  return questions.flatMap((q, i) =>
    used.has(q.key)
      ? []
      : [
          warns(
            'situation.unused',
            `${AT}.questions.${i}`,
            `第 ${i + 1} 个问题的答案没有用处，申请人白答一题。请用到表里，或删去。`,
          ),
        ],
  )
}

function uncoveredFindings(situations: Situations, paths: SituationAnswers[]): Finding[] {
  const rows = rowsOf(situations)
  const bare = paths.filter((p) => !rows.some(({ when }) => fits(when, p)))
  if (bare.length === 0) return []
  return [
    warns(
      'situation.uncovered',
      `${AT}.effects`,
      `${bare.length} 种答法没有一行对得上，会按整张清单办，例如：${inWords(situations, bare[0]!)}。要是本该这样，加一行写明。`,
    ),
  ]
}

/** What one row needs and another leaves out, and two variants at once: named with the answers under which both rows fit. */
function contradictionFindings(
  content: ItemContent,
  situations: Situations,
  paths: SituationAnswers[],
): Finding[] {
  const { effects } = situations
  const nameOf = (key: string) => content.materials.find((m) => m.key === key)?.name ?? key
  const clash = (a: Effect, b: Effect): string | null => {
    const key = a.needs.find((k) => b.leavesOut.includes(k)) ?? b.needs.find((k) => a.leavesOut.includes(k))
    if (key !== undefined) return `一行要交“${nameOf(key)}”，一行不要`
    if (a.variant !== '' && b.variant !== '' && a.variant !== b.variant) return '转到两个不同的业务办理项'
    return null
  }
  // Which ways fit which row is looked up once a row, not once a pair of rows: there may be thousands of either.
  const fitting = effects.map(({ when }) => Uint8Array.from(paths, (p) => (fits(when, p) ? 1 : 0)))
  return effects.flatMap((row, i) =>
    effects.slice(0, i).flatMap((other, j) => {
      const why = clash(other, row)
      const [here, there] = [fitting[i]!, fitting[j]!]
      const both = why === null ? undefined : paths[here.findIndex((one, n) => one === 1 && there[n] === 1)]
      return both === undefined
        ? []
        : [
            blocks(
              'situation.contradiction',
              `${AT}.effects.${i}`,
              `清单表第 ${j + 1} 行和第 ${i + 1} 行矛盾：回答“${inWords(situations, both)}”时，${why}。`,
            ),
          ]
    }),
  )
}

function exampleFindings(content: ItemContent, { examples }: Situations): Finding[] {
  if (examples.length === 0)
    return [warns('situation.no-example', `${AT}.examples`, '存几个例子，以后改表时能看出有没有改错。')]
  return examples.flatMap((example, i) => {
    const { pass, differences } = runExample(content, example)
    return pass
      ? []
      : [
          blocks(
            'situation.example',
            `${AT}.examples.${i}`,
            `例子“${example.name || i + 1}”没有通过：${differences.join('')}`,
          ),
        ]
  })
}

function inWords({ questions }: Situations, path: SituationAnswers): string {
  return questions.flatMap((q) => q.options.find((o) => o.value === path[q.key])?.label ?? []).join('、')
}
