import QRCode from 'qrcode'
import { dayInWords, dayText, momentText } from './days.ts'
import { isSealedKind, type Paper, paperNames, type Remedies } from './paper.ts'
import { typesetPdf, typesetSvg } from './typesetter.ts'

/**
 * A paper as a tagged PDF/A-2a with its seal image, not yet sealed with a key (see `sealPdf`).
 * Throws only when a template is broken: text of any length and any characters is set.
 */
export async function renderPaper(paper: Paper): Promise<Buffer> {
  const inputs: Record<string, string> = { paper: JSON.stringify(shown(paper)) }
  if (isSealedKind(paper.kind)) inputs['seal'] = await sealImage(paper.organ.name)
  if (isSealedKind(paper.kind)) inputs['qr'] = await qrSvg(paper.qrUrl)
  return typesetPdf(paper.kind, inputs, new Date(`${paper.date}T00:00:00+08:00`))
}

/** What the second line beside the QR code says. */
const qrCaptions: Partial<Record<Paper['kind'], string>> = {
  receipt: '扫码查进度',
  'acceptance-slip': '扫码查进度',
  'correction-notice': '扫码去补交',
  'missing-notice': '扫码去补交',
  'rectification-notice': '扫码看进度',
}

const reasonClasses = {
  'no-permit-needed': '申请事项依法不需要取得行政许可',
  'not-our-power': '申请事项依法不属于本机关职权范围',
  other: '其他依法不予受理的情形',
}

/** The paper's own fields plus those that need words instead of dates and codes; templates only place them. */
function shown(paper: Paper): Record<string, unknown> {
  const common = {
    ...paper,
    title: 'title' in paper && paper.title ? paper.title : paperNames[paper.kind],
    dateInWords: dayInWords(paper.date),
    qrCaption: qrCaptions[paper.kind] ?? '扫码核对本文书',
  }
  switch (paper.kind) {
    case 'receipt':
      return {
        ...common,
        receivedAtText: momentText(paper.receivedAt),
        acceptByText: dayText(paper.acceptBy),
      }
    case 'acceptance-slip':
      return { ...common, acceptedAtText: momentText(paper.acceptedAt), dueDayText: dayText(paper.dueDay) }
    case 'non-acceptance':
      return {
        ...common,
        appliedOnText: dayText(paper.appliedOn),
        reasonClassText: reasonClasses[paper.reasonClass],
        remedies: withDays(paper.remedies),
      }
    case 'correction-notice':
      return { ...common, appliedOnText: dayText(paper.appliedOn), dueDayText: dayText(paper.dueDay) }
    case 'missing-notice':
      return { ...common, appliedOnText: dayText(paper.appliedOn), dueDayText: dayText(paper.dueDay) }
    case 'rectification-notice':
      return {
        ...common,
        acceptedOnText: dayText(paper.acceptedOn),
        visitedAtText: momentText(paper.visitedAt),
        dueDayText: dayText(paper.dueDay),
      }
    case 'window-refusal':
      return {
        ...common,
        appliedOnText: dayText(paper.appliedOn),
        refusedAtText: momentText(paper.refusedAt),
        reviewText: paper.review
          ? `${paper.review.opinion}\n${paper.review.by}，${dayText(paper.review.on)}`
          : '',
      }
    case 'decision-grant':
      return {
        ...common,
        appliedOnText: dayText(paper.appliedOn),
        acceptedOnText: dayText(paper.acceptedOn),
        deliverByText: dayText(paper.deliverBy),
      }
    case 'decision-refuse':
      return {
        ...common,
        appliedOnText: dayText(paper.appliedOn),
        acceptedOnText: dayText(paper.acceptedOn),
        remedies: withDays(paper.remedies),
      }
    case 'service-receipt':
      return { ...common, servedAtText: momentText(paper.servedAt) }
    case 'application-form':
      return { ...common, declaredAtText: momentText(paper.declaredAt) }
    case 'approval':
      return { ...common, body: withoutAddressee(paper.body, paper.applicant.name) }
    case 'licence':
      return common
  }
}

/** The template sets the addressee itself; a body that opens with it does not get it twice. */
function withoutAddressee(body: string, name: string): string {
  const opening = `${name}：\n`
  return body.startsWith(opening) ? body.slice(opening.length) : body
}

function withDays(remedies: Remedies) {
  const { review, lawsuit } = remedies
  return {
    review: { ...review, ...(review.until && { untilText: dayText(review.until) }) },
    lawsuit: { ...lawsuit, ...(lawsuit.until && { untilText: dayText(lawsuit.until) }) },
  }
}

const seals = new Map<string, Promise<string>>()

/** The picture of an organ's round seal (测试签章) as SVG: for papers and for a licence on screen. */
export function sealImage(organName: string): Promise<string> {
  let svg = seals.get(organName)
  if (!svg) {
    svg = typesetSvg('seal-image', { name: organName })
    seals.set(organName, svg)
    svg.catch(() => seals.delete(organName))
  }
  return svg
}

/** A QR code as SVG, black on white, without a margin of its own. */
export const qrSvg = (text: string): Promise<string> =>
  QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 0 })
