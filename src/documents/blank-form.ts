import { qrSvg } from './render.ts'
import { typesetPdf } from './typesetter.ts'

/**
 * The blank application form (空白申请表) of an item, to be filled in by hand (Art. 16). Made from the same form as the page
 * online, so nothing else is asked on paper. It carries no seal: it is the applicant's own paper.
 */
export interface BlankForm {
  title: string
  organ: { name: string }
  item: { name: string; code: string }
  /** 「第 3 版，2026年11月23日起施行」 */
  versionText: string
  /** The day of the version 'YYYY-MM-DD', for the document's date. */
  date: string
  sample: boolean
  groups: BlankGroup[]
  materials: { name: string; note: string }[]
  declaration: string
  consultPhone: string
  qrUrl: string
}

export interface BlankGroup {
  title: string
  /** When it is to be filled in, and how. */
  notes: string[]
  /** So many times to be filled in, each under its number; 0: once, without a number. */
  copies: number
  cells: BlankCell[]
}

/** What is asked, and what is printed where the answer goes: nothing, boxes to tick, or a table to write into. */
export interface BlankCell {
  label: string
  notes: string[]
  /** Words printed in the room for the answer; a line each. */
  printed: string[]
  /** Height of the room in lines. */
  lines: number
  /** Heads of a table with empty rows instead. */
  table: string[]
}

/** The form as a tagged PDF/A. Same form, same bytes. Throws only when the template is broken. */
export async function renderBlankForm(form: BlankForm): Promise<Buffer> {
  const inputs = { paper: JSON.stringify(form), qr: await qrSvg(form.qrUrl) }
  return typesetPdf('blank-form', inputs, new Date(`${form.date}T00:00:00+08:00`))
}
