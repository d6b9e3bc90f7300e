import type { RecordReport } from './import-guides.ts'
import { SHAPE_NAMES, type Shape } from './source.ts'
import type { ImportSummary } from './summary.ts'

const LISTED = 20

/** The report for the person at the keyboard; `refused` are the first records that were refused. */
export function reportText(
  shape: Shape,
  { total, changed, outcomes, refusals, todos }: ImportSummary,
  refused: RecordReport[],
  dryRun: boolean,
): string {
  const lines = [
    `读到 ${total} 条，格式是${SHAPE_NAMES[shape]}。`,
    ...(dryRun ? ['这是试跑，什么也没有写。照这样导入：'] : []),
    `新收 ${outcomes.imported}，更新 ${outcomes.updated}，没有变化 ${outcomes.unchanged}，部门已编辑而保留 ${outcomes.kept}，退回 ${outcomes.refused}。`,
    dryRun ? `会改动 ${changed} 条。` : `这一次改动 ${changed} 条（${changed} changed）。`,
  ]
  if (refusals.length > 0) {
    lines.push('', '退回的原因（条数、字段、原因）：')
    for (const r of refusals) lines.push(`  ${r.records}  ${r.field}  ${r.reason}  ${r.example}`)
    lines.push('', '退回的记录：')
    for (const r of refused.slice(0, LISTED)) {
      lines.push(`  第 ${r.no} 条 ${r.name || '（没有名称）'} ${r.implCode}`)
      for (const f of r.faults) lines.push(`    ${f.field}：${f.sentence}`)
    }
    if (outcomes.refused > LISTED) lines.push(`  另有 ${outcomes.refused - LISTED} 条，加 --json 看全部。`)
  }
  for (const [severity, title] of [
    ['blocks', '收下的都是草稿。发布前要补（条数、要做什么）：'],
    ['warns', '请核对（条数、看什么）：'],
  ] as const) {
    const rows = todos.filter((t) => t.severity === severity)
    if (rows.length > 0) lines.push('', title)
    for (const t of rows) {
      const words = t.id === 'source-note' ? '来源另有说明，见各草稿的提醒。' : t.sentence
      lines.push(`  ${t.records}  ${t.element ? `${t.element}：` : ''}${words}`)
    }
  }
  return lines.join('\n')
}
