import { paidOnline, promiseWithinLaw, saysNothing } from '../../regulation/index.ts'
import type { ItemContent } from '../item.ts'
import { blocks, type Finding, warns } from './finding.ts'

/** 时限: the promise within the law, 即办 told the same everywhere, and special procedures on their basis. */
export function limitFindings(content: ItemContent): Finding[] {
  const { legalLimit, promiseLimit } = content
  const findings: Finding[] = []
  if (legalLimit && promiseLimit) {
    const ruling = promiseWithinLaw(legalLimit, promiseLimit)
    if (ruling.outcome === 'not-met')
      findings.push(blocks('promise-over-law', 'promiseLimit', ruling.sentence.zh, ruling.clause))
    if (ruling.outcome === 'needs-a-person')
      findings.push(warns('promise-unit', 'promiseLimit', ruling.sentence.zh, ruling.clause))
  }
  if (promiseLimit && promiseLimit.days === 0 && content.projectType !== '1')
    findings.push(blocks('project-type', 'projectType', '承诺当场办结的是即办件。改办件类型，或改承诺时限。'))
  if (promiseLimit && promiseLimit.days > 1 && content.projectType === '1')
    findings.push(
      blocks('project-type', 'projectType', '即办件应当场办结。改承诺时限，或把办件类型改为承诺件。'),
    )
  for (const [i, special] of content.specialProcedures.entries())
    if (saysNothing(special.name) || saysNothing(special.basis) || special.days < 1)
      findings.push(
        blocks(
          'special-procedure',
          `specialProcedures.${i}`,
          `第 ${i + 1} 个特别程序写明名称、天数和依据；没有依据的时间要算进时限。`,
        ),
      )
  return findings
}

/** 收费: project, standard and basis of every charge, paid online; and nothing to pay where nothing is charged. */
export function feeFindings({ fee }: ItemContent): Finding[] {
  if (fee === null) return []
  if (!fee.charged)
    return fee.payOnline ? [blocks('fee-pay-online', 'fee.payOnline', '不收费的事项不能标网上支付。')] : []
  const paid = paidOnline(fee)
  const findings =
    paid.outcome === 'met' ? [] : [blocks('fee-offline', 'fee.payOnline', paid.sentence.zh, paid.clause)]
  if (fee.items.length === 0)
    findings.push(blocks('fee-items', 'fee.items', '收费事项逐项写明收费项目、标准和依据。'))
  for (const [i, item] of fee.items.entries())
    if ([item.name, item.standard, item.basis].some((text) => text.trim() === ''))
      findings.push(
        blocks('fee-items', `fee.items.${i}`, `第 ${i + 1} 个收费项目缺名称、标准或依据。补全或去掉。`),
      )
  return findings
}

/** 结果: what its sample needs beyond being there (Art. 7), so that the template draws no gap. */
export function resultFindings({ result }: ItemContent): Finding[] {
  if (result === null || result.type === 'none') return []
  const findings: Finding[] = []
  const gap = result.faceFields.findIndex((f) =>
    [f.label, f.value, f.sampleValue].some((text) => text.trim() === ''),
  )
  if (gap >= 0)
    findings.push(
      blocks(
        'sample-line',
        `result.faceFields.${gap}`,
        `样本照面第 ${gap + 1} 行缺名称、取值或样本上印的字。补全或去掉。`,
      ),
    )
  const code = result.licenceTypeCode
  if (code !== '' && !/^[0-9A-HJ-NPQRTUWXY]{18}\d{3}$/.test(code))
    findings.push(
      blocks(
        'licence-type-code',
        'result.licenceTypeCode',
        `证照类型代码是 21 位（定义机关的 18 位代码加 3 位序号），“${code}”有 ${code.length} 位。照证照目录改。`,
      ),
    )
  return findings
}
