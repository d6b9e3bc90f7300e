import { telephoneSentence, telephonesServe } from '../../regulation/index.ts'
import type { ItemContent } from '../item.ts'
import { blocks, type Finding, warns } from './finding.ts'
import { isOnline } from './guide-facts.ts'

const atCounter = (content: ItemContent): boolean => content.handlingForms.includes('1')
const byCourier = (content: ItemContent): boolean => content.handlingForms.includes('4') || content.express

/** Trips to the counter, told the same by their number, their reason and the ways of handling. */
export function visitFindings(content: ItemContent): Finding[] {
  const { visits } = content
  const reason = content.visitReason.trim()
  const findings: Finding[] = []
  if (visits > 0 && reason === '')
    findings.push(blocks('visit-reason', 'visitReason', `要到现场 ${visits} 次，写明为什么必须去。`))
  if (visits === 0 && reason !== '')
    findings.push(
      blocks('visit-reason-idle', 'visitReason', '到现场 0 次，却写了必须去的原因。改次数，或去掉原因。'),
    )
  if (visits === 0 && content.handlingForms.length > 0 && !isOnline(content) && !byCourier(content))
    findings.push(
      blocks(
        'visits-none',
        'visits',
        atCounter(content)
          ? '只能到窗口办，到现场至少 1 次。改次数，或者开通网上、快递办理。'
          : '到现场 0 次，又不能网上办、不能快递。改次数，或者开通一种不用跑的办法。',
      ),
    )
  if (content.handlingForms.includes('4') && content.materials.length > 0) {
    const courier = content.materials.some((m) => m.courierAllowed || m.form !== 'electronic')
    if (!courier)
      findings.push(
        warns(
          'courier-materials',
          'handlingForms',
          '办理形式有快递，却没有一份材料可以邮寄。在材料里勾选，或去掉快递。',
        ),
      )
  }
  return findings
}

/** The counter: there exactly if the item is handled at one. `centres`: ids of the service centres; null: not looked up. */
export function placeFindings(content: ItemContent, centres: ReadonlySet<string> | null): Finding[] {
  const { place } = content
  const findings: Finding[] = []
  if (atCounter(content) && !place?.address.trim())
    findings.push(blocks('place', 'place.address', '能到窗口办的，写明窗口地址。'))
  else if (place?.address.trim() && place.hours.trim() === '')
    findings.push(warns('hours', 'place.hours', '写明窗口的办公时间。'))
  const centreId = place?.centreId ?? ''
  if (centreId !== '' && content.handlingForms.length > 0 && !atCounter(content))
    findings.push(
      blocks(
        'centre-without-counter',
        'place.centreId',
        '进驻了服务中心，办理形式里却没有窗口办理。勾选窗口办理，或去掉服务中心。',
      ),
    )
  if (centreId !== '' && centres !== null && !centres.has(centreId))
    findings.push(blocks('centre', 'place.centreId', '选的服务中心不存在。重新选择。'))
  return findings
}

/** 预约: an item that can be booked has hours in which. `hoursSet`: whether its counter has any; null: not looked up. */
export const bookingFindings = (content: ItemContent, hoursSet: boolean | null): Finding[] =>
  content.bookable && hoursSet === false
    ? [
        warns(
          'booking-hours',
          'bookable',
          '勾选了可以预约，本部门在这个服务中心还没有开放时间，市民约不到。到“预约”里的“开放时间”设；那里没有这个中心的，公布以后再设。',
          '10.1',
        ),
      ]
    : []

export function contactFindings(content: ItemContent): Finding[] {
  const { ruling, faults } = telephonesServe(content.consultPhone, content.complaintPhone)
  const findings = faults.map((fault) =>
    blocks(
      fault.reason === 'same' ? 'phones-same' : 'phone-form',
      fault.which === 'consult' ? 'consultPhone' : 'complaintPhone',
      telephoneSentence(fault),
      ruling.clause,
    ),
  )
  if (content.remedy.reviewOrgan.trim() === '' || content.remedy.court.trim() === '')
    findings.push(
      blocks(
        'remedy',
        content.remedy.reviewOrgan.trim() === '' ? 'remedy.reviewOrgan' : 'remedy.court',
        '写明向哪个机关申请复议、向哪个法院起诉，不予许可的文书要用。',
        '27.1',
      ),
    )
  const hollow = content.faq.findIndex(({ q, a }) => q.trim() === '' || a.trim() === '')
  if (hollow >= 0)
    findings.push(blocks('faq-whole', `faq.${hollow}`, `第 ${hollow + 1} 个常见问题缺问或缺答。补全或去掉。`))
  if (content.itemType === '01' && content.faq.length === 0)
    findings.push(warns('faq', 'faq', '行政许可事项写上至少一条常见问题。'))
  return findings
}
