import {
  GUIDE_ELEMENTS,
  guideIsComplete,
  onlineStepsWithinCounter,
  promiseWithinLaw,
} from '../regulation/index.ts'
import { codeFaults, implCodeParts } from './codes.ts'
import { blocking, blocks, type Finding, warns } from './finding.ts'
import type { GateContext } from './gate-context.ts'
import { directoryFindings } from './gate-directory.ts'
import { formFindings } from './gate-form.ts'
import { situationFindings } from './gate-situations.ts'
import { stepFindings } from './gate-steps.ts'
import { guideFacts, isOnline } from './guide-facts.ts'
import type { ItemContent } from './item.ts'

/**
 * Everything that stands between a guide and its publication, and what its clerk had better look at. Pure: the same
 * content and context always give the same findings, in the order of the editor's sections.
 */
export function publishFindings(content: ItemContent, context: GateContext): Finding[] {
  const { staffing } = context
  return [
    ...elementFindings(content),
    ...directoryFindings(content, context.directory),
    ...codeFindings(content, staffing),
    ...subjectFindings(content),
    ...materialFindings(content),
    ...stepFindings(content, context),
    ...counterFindings(content),
    ...limitFindings(content),
    ...feeFindings(content),
    ...visitFindings(content),
    ...formFindings(content),
    ...situationFindings(content, context.variants),
    ...contactFindings(content),
    ...content.sourceNotes.map((note, i) => warns('source-note', `sourceNotes.${i}`, note)),
  ]
}

/** How many findings a list shows for a draft: of the guide alone, because the organ's people change by themselves. */
export function guideCounts(content: ItemContent, context: GateContext): { blocks: number; warns: number } {
  const findings = publishFindings(content, { ...context, staffing: null, joint: null })
  const stops = blocking(findings).length
  return { blocks: stops, warns: findings.length - stops }
}

const ELEMENT_PATHS: Record<string, string> = {
  procedure: 'steps',
  resultSample: 'result',
  phones: 'consultPhone',
}

/** Art. 7: one finding an element that is missing. */
function elementFindings(content: ItemContent): Finding[] {
  return guideIsComplete(guideFacts(content)).missing.map(({ key, sentence }) => ({
    ...blocks(`art7.${key}`, ELEMENT_PATHS[key] ?? key, `${sentence.zh}。`, '7.1'),
    element: GUIDE_ELEMENTS.find((e) => e.key === key)?.zh ?? key,
  }))
}

function codeFindings(content: ItemContent, staffing: GateContext['staffing']): Finding[] {
  const findings = codeFaults(content).map((f) =>
    blocks(`code.${f.field}.${f.reason}`, f.field, f.sentence, '7.1'),
  )
  const parts = implCodeParts(content.implCode)
  if (parts && staffing && staffing.creditCode !== '' && parts.creditCode !== staffing.creditCode)
    findings.push(
      blocks(
        'code.implCode.other-organ',
        'implCode',
        `实施编码前 18 位是 ${parts.creditCode}，本部门的统一社会信用代码是 ${staffing.creditCode}，两处要相同。`,
        '7.1',
      ),
    )
  return findings
}

function subjectFindings(content: ItemContent): Finding[] {
  const findings: Finding[] = []
  if (content.serviceObjects.length === 0)
    findings.push(blocks('subjects', 'serviceObjects', '选择服务对象：谁可以申请。'))
  if (content.organName.trim() === '')
    findings.push(blocks('organ-name', 'organName', '填写实施部门的名称。'))
  if (!/^\d{6}$/.test(content.areaCode)) findings.push(blocks('area', 'areaCode', '填写 6 位区划代码。'))
  if (content.summary.trim() === '')
    findings.push(warns('summary', 'summary', '用一句话写明这个事项给谁、办什么，搜索结果里会显示。'))
  if (content.itemType === '01' && content.faq.length === 0)
    findings.push(warns('faq', 'faq', '行政许可事项写上至少一条常见问题。'))
  return findings
}

/** A list that ends in 「其他材料」 lets an officer ask for anything: every material has to be named. */
const CATCH_ALL =
  /等(相关|有关|其他)?(材料|资料|文件)$|^(其他|其它|相关|有关)(相关|有关)?(材料|资料|文件)|要求的(其他|其它)/

function materialFindings(content: ItemContent): Finding[] {
  const seen = new Set<string>()
  return content.materials.flatMap((m, i) => {
    const findings: Finding[] = []
    const path = `materials.${i}`
    if (seen.has(m.key))
      findings.push(blocks('material-key', path, `第 ${i + 1} 份材料的编号“${m.key}”与前面重复。`))
    seen.add(m.key)
    if (CATCH_ALL.test(m.name))
      findings.push(
        warns('material-catch-all', path, `“${m.name}”没有写明是哪份材料。请逐份列名，不留兜底的说法。`),
      )
    return findings
  })
}

/** Art. 23, for items that are handled both ways: an item without a counter has nothing to be compared with. */
function counterFindings(content: ItemContent): Finding[] {
  const atCounter = content.handlingForms.includes('1') || content.counterSteps.length > 0
  if (!isOnline(content) || !atCounter || content.steps.length === 0) return []
  if (content.counterSteps.length === 0)
    return [
      blocks('counter-steps', 'counterSteps', '列出窗口办理的环节，才能核对网上环节不多于窗口。', '23.1'),
    ]
  const ruling = onlineStepsWithinCounter({
    online: content.steps.map((s) => s.name),
    counter: content.counterSteps,
  })
  return ruling.outcome === 'met' ? [] : [blocks('art23.steps', 'steps', ruling.sentence.zh, ruling.clause)]
}

function limitFindings(content: ItemContent): Finding[] {
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
    findings.push(warns('project-type', 'projectType', '承诺当场办结的，办件类型应是即办件。'))
  if (promiseLimit && promiseLimit.days > 1 && content.projectType === '1')
    findings.push(
      warns('project-type', 'projectType', '即办件应当场办结。请改承诺时限，或把办件类型改为承诺件。'),
    )
  return findings
}

function feeFindings({ fee }: ItemContent): Finding[] {
  if (fee === null) return []
  if (!fee.charged)
    return fee.payOnline ? [blocks('fee-pay-online', 'fee.payOnline', '不收费的事项不能标网上支付。')] : []
  if (fee.items.length === 0)
    return [blocks('fee-items', 'fee.items', '收费事项要逐项写明收费项目、标准和依据。', '7.1')]
  return fee.items.flatMap((item, i) =>
    [item.name, item.standard, item.basis].some((text) => text.trim() === '')
      ? [blocks('fee-items', `fee.items.${i}`, `第 ${i + 1} 个收费项目缺名称、标准或依据。`, '7.1')]
      : [],
  )
}

function visitFindings(content: ItemContent): Finding[] {
  const findings: Finding[] = []
  if (content.visits > 0 && content.visitReason.trim() === '')
    findings.push(warns('visit-reason', 'visitReason', `要到现场 ${content.visits} 次的，写明原因。`))
  if (content.handlingForms.includes('1') && !content.place?.address.trim())
    findings.push(warns('place', 'place', '能到窗口办的，写明窗口地址。'))
  else if (content.place && content.place.hours.trim() === '')
    findings.push(warns('hours', 'place.hours', '写明窗口的办公时间。'))
  return findings
}

function contactFindings(content: ItemContent): Finding[] {
  const findings: Finding[] = []
  if (content.consultPhone.trim() !== '' && content.consultPhone.trim() === content.complaintPhone.trim())
    findings.push(
      warns('phones-same', 'complaintPhone', '咨询和投诉是同一个号码。投诉电话应由另外的人接。', '7.1'),
    )
  if (content.remedy.reviewOrgan.trim() === '' || content.remedy.court.trim() === '')
    findings.push(
      blocks('remedy', 'remedy', '写明向哪个机关申请复议、向哪个法院起诉，不予许可的文书要用。', '27.1'),
    )
  return findings
}
