import type { ChangeKind, RegisterEntry, Section } from '../../../catalogue/index.ts'
import { SECTION_NAMES } from '../../../catalogue/index.ts'
import { fullDay, type Lang, type Text, t } from '../../../ui/index.ts'

/** Words of the register of changes, the same on its pages and in its feeds. */

export const KINDS: Record<ChangeKind, Text> = {
  new: { zh: '新增', en: 'New' },
  change: { zh: '变更', en: 'Changed' },
  suspend: { zh: '暂停', en: 'Suspended' },
  resume: { zh: '恢复', en: 'Resumed' },
  cancel: { zh: '取消', en: 'Ended' },
  devolve: { zh: '下放', en: 'Handed down' },
}

const SECTIONS_EN: Record<Section, string> = {
  basics: 'basic facts',
  basis: 'basis and conditions',
  materials: 'documents',
  steps: 'steps',
  limits: 'time limits',
  fee: 'fees',
  handling: 'ways and places',
  result: 'result and sample',
  form: 'form',
  situations: 'questions about the situation',
  contact: 'telephones and remedies',
}

export const sectionNames = (sections: readonly Section[], lang: Lang): string =>
  sections.map((s) => (lang === 'zh' ? SECTION_NAMES[s] : SECTIONS_EN[s])).join(lang === 'zh' ? '、' : ', ')

const ON: Record<ChangeKind, Text> = {
  new: { zh: '起可以办', en: 'offered since' },
  change: { zh: '起按新指南办', en: 'by the new guide since' },
  suspend: { zh: '起暂停办理', en: 'suspended since' },
  resume: { zh: '起恢复办理', en: 'resumed on' },
  cancel: { zh: '起取消', en: 'ended on' },
  devolve: { zh: '起下放到区县办理', en: 'with the districts since' },
}

/** 「2026年12月1日起暂停办理」 */
export const fromWhen = (kind: ChangeKind, day: string, lang: Lang): string =>
  lang === 'zh' ? `${fullDay(day)}${ON[kind].zh}` : `${capital(ON[kind].en)} ${fullDay(day, 'en')}`

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const comingWhen = (kind: ChangeKind, day: string, today: string, lang: Lang): string => {
  // What is handed down waits until every district is ready.
  if (day <= today) return t(lang, { zh: '条件齐了就生效', en: 'in force as soon as everything is ready' })
  return lang === 'zh' ? `${fullDay(day)}${ON[kind].zh}` : `from ${fullDay(day, 'en')}`
}

type Said = Pick<RegisterEntry, 'kind' | 'sections' | 'reason' | 'instead' | 'document' | 'resumeOn'>

/** Why, what, and by which document; each a line, what was not said left out. */
export function linesOf(
  { kind, sections, reason, instead, document, resumeOn }: Said,
  lang: Lang,
): [Text, string][] {
  const lines: [Text, string][] = [
    [{ zh: '改了', en: 'What' }, kind === 'change' ? sectionNames(sections, lang) : ''],
    [{ zh: '原因', en: 'Why' }, reason],
    [{ zh: '计划恢复', en: 'Planned to resume' }, resumeOn === null ? '' : fullDay(resumeOn, lang)],
    [{ zh: '怎么办', en: 'Instead' }, instead],
    [{ zh: '文件', en: 'Document' }, document],
  ]
  return lines.filter(([, text]) => text !== '')
}

/** Lines that we say in the reader's language; the others are the department's own words. */
export const inReadersWords = (term: Text): boolean => term.en === 'What' || term.en === 'Planned to resume'
