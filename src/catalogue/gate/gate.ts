import {
  GUIDE_ELEMENTS,
  guideIsComplete,
  onlineStepsWithinCounter,
  saysNothing,
} from '../../regulation/index.ts'
import { codeFaults, implCodeParts } from '../codes.ts'
import type { ItemContent } from '../item.ts'
import type { GateContext } from './context.ts'
import { directoryFindings } from './directory.ts'
import { entranceFindings } from './entrance.ts'
import { blocking, blocks, type Finding, warns } from './finding.ts'
import { formFindings } from './form.ts'
import { guideFacts, isOnline } from './guide-facts.ts'
import { bookingFindings, contactFindings, placeFindings, visitFindings } from './handling.ts'
import { feeFindings, limitFindings, resultFindings } from './limits.ts'
import { materialFindings } from './materials.ts'
import { ruleOf } from './rules.ts'
import { situationFindings } from './situations.ts'
import { stepFindings } from './steps.ts'
import { leftOut } from './topic-audience.ts'

/**
 * Everything that stands between a guide and its publication, and what its clerk had better look at. Pure: the same
 * content and context always give the same findings, in the order of the editor's sections. What each rule demands and
 * on what ground stands in {@link file://./gate-rules.ts}.
 */
export function publishFindings(content: ItemContent, context: GateContext): Finding[] {
  const { staffing } = context
  const findings = [
    ...elementFindings(content),
    ...directoryFindings(content, context.directory),
    ...codeFindings(content, staffing),
    ...subjectFindings(content),
    ...entranceFindings(content),
    ...materialFindings(content, context),
    ...stepFindings(content, context),
    ...counterFindings(content),
    ...limitFindings(content),
    ...feeFindings(content),
    ...visitFindings(content),
    ...placeFindings(content, context.centres),
    ...bookingFindings(content, context.hoursSet),
    ...resultFindings(content),
    ...formFindings(content),
    ...situationFindings(content, context.variants),
    ...contactFindings(content),
    ...content.sourceNotes.map((note, i) => warns('source-note', `sourceNotes.${i}`, note)),
  ]
  return findings.map((f) => ({ ...f, citation: ruleOf(f.id)?.citation ?? '' }))
}

/** How many findings a list shows for a draft: of the guide alone, because the organ's people and hours change by themselves. */
export function guideCounts(content: ItemContent, context: GateContext): { blocks: number; warns: number } {
  const findings = publishFindings(content, { ...context, staffing: null, joint: null, hoursSet: null })
  const stops = blocking(findings).length
  return { blocks: stops, warns: findings.length - stops }
}

/** Where the editor asks for an element of Art. 7, where it is not the part of that name. */
const ELEMENT_PATHS: Record<string, string> = {
  procedure: 'steps',
  resultSample: 'result',
  phones: 'consultPhone',
}

/** Art. 7: one finding an element that is missing. */
function elementFindings(content: ItemContent): Finding[] {
  return guideIsComplete(guideFacts(content)).missing.map(({ key, sentence }) => ({
    ...blocks(`art7.${key}`, elementPath(key, content), `${sentence.zh}。`, '7.1'),
    element: GUIDE_ELEMENTS.find((e) => e.key === key)?.zh ?? key,
  }))
}

function elementPath(key: string, content: ItemContent): string {
  if (key === 'phones' && content.consultPhone.trim() !== '') return 'complaintPhone'
  if (key === 'fee' && content.fee?.charged) return 'fee.basis'
  // The list is there, and one of it has no name: there the clerk has to go.
  if (key === 'materials' && content.materials.length > 0) {
    const nameless = content.materials.findIndex((m) => saysNothing(m.name))
    return `materials.${nameless}.name`
  }
  return ELEMENT_PATHS[key] ?? key
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
  const missed = leftOut(content.topics, content.serviceObjects)
  if (missed)
    findings.push(
      warns(
        'topic-subjects',
        'topics',
        `服务对象有${missed === 'person' ? '自然人' : '法人或组织'}，选的主题都不面向${missed === 'person' ? '自然人' : '他们'}。加一个主题，或改服务对象。`,
      ),
    )
  return findings
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
