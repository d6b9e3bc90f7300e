import { qrSvg } from './render.ts'
import { typesetPdf } from './typesetter.ts'

/**
 * The printed guide (办事指南): one or two pages for the counter, from the same version as the public page. It is not a paper
 * about a dossier and carries no seal. Words and order come from who fills it in; the template only places them.
 */
export interface GuideSheet {
  lang: 'zh' | 'en'
  title: string
  organ: string
  summary: string
  sample: boolean
  /** 「第 3 版，2026年11月23日起施行」 */
  versionText: string
  /** The day of the version, for the document's date. */
  date: string
  /** The four figures at the top. */
  figures: { term: string; value: string; note: string }[]
  conditions: { title: string; lines: string[] }
  materials: { title: string; heads: string[]; rows: string[][]; none: string }
  steps: { title: string; heads: string[]; rows: string[][]; note: string }
  fee: { title: string; text: string; heads: string[]; rows: string[][] }
  result: { title: string; name: string; face: { term: string; value: string }[]; note: string }
  basis: { title: string; lines: string[] }
  /** 办理地点, 电话, 编码 … as pairs, each group with its title. */
  facts: { title: string; rows: { term: string; value: string }[] }[]
  /** Where the QR code leads, and what stands beside it. */
  qrUrl: string
  qrCaption: string
  /** 「第 {n} 页，共 {of} 页」 */
  pageText: string
  sampleText: string
}

/** The sheet as a tagged PDF/A. Same sheet, same bytes. Throws only when the template is broken. */
export async function renderGuideSheet(sheet: GuideSheet): Promise<Buffer> {
  const inputs = { sheet: JSON.stringify(sheet), qr: await qrSvg(sheet.qrUrl) }
  return typesetPdf('guide', inputs, new Date(`${sheet.date}T00:00:00+08:00`))
}
