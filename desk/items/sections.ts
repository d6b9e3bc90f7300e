import type { FindingAnswer, ItemDraft } from '../../src/catalogue/api/contract.ts'

export type Content = ItemDraft['content']
export type Key = keyof Content

/** The sections of the editor, with the parts of the content that each of them holds. */
export const SECTIONS = [
  {
    id: 'basics',
    name: '基本信息',
    keys: [
      'name',
      'nameEn',
      'summary',
      'summaryEn',
      'everydayNames',
      'directoryName',
      'directoryVersion',
      'basicCode',
      'implCode',
      'handleItemCode',
      'itemType',
      'projectType',
      'level',
      'areaCode',
      'serviceObjects',
      'topics',
      'sample',
      'sourceNotes',
      'organName',
    ],
  },
  { id: 'basis', name: '依据与条件', keys: ['legalBasis', 'conditions'] },
  { id: 'materials', name: '申请材料', keys: ['materials', 'noMaterialsNeeded'] },
  { id: 'steps', name: '办理环节', keys: ['steps', 'counterSteps'] },
  {
    id: 'limits',
    name: '时限',
    keys: ['legalLimit', 'legalLimitNote', 'promiseLimit', 'promiseLimitNote', 'specialProcedures'],
  },
  { id: 'fee', name: '收费', keys: ['fee'] },
  {
    id: 'handling',
    name: '办理形式与地点',
    keys: ['handlingForms', 'visits', 'visitReason', 'express', 'bookable', 'place'],
  },
  { id: 'result', name: '结果与样本', keys: ['result'] },
  { id: 'form', name: '申请表', keys: ['form'] },
  { id: 'situations', name: '情形引导', keys: ['situations'] },
  { id: 'contact', name: '联系与救济', keys: ['consultPhone', 'complaintPhone', 'faq', 'remedy'] },
] as const satisfies readonly { id: string; name: string; keys: readonly string[] }[]

export type SectionId = (typeof SECTIONS)[number]['id']

/** The section that a finding's path leads to. */
export function sectionOf(path: string): SectionId {
  const root = path.split('.')[0] ?? ''
  return SECTIONS.find((s) => (s.keys as readonly string[]).includes(root))?.id ?? 'basics'
}

export const blocking = (findings: FindingAnswer[]): FindingAnswer[] =>
  findings.filter((f) => f.severity === 'blocks')

/** The id of the control for a path in the content, so that a finding can lead to it. */
export const controlId = (path: string): string => `f-${path.replaceAll('.', '-')}`

/** Unfolds and focuses the control of a path, or the nearest one above it. */
export function focusPath(path: string): void {
  const parts = path.split('.')
  while (parts.length > 0) {
    const id = controlId(parts.join('.'))
    const place = document.getElementById(id) ?? document.querySelector<HTMLElement>(`[id^="${id}-"]`)
    if (place) {
      for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true
      place.scrollIntoView({ block: 'center' })
      const control = place instanceof HTMLDetailsElement ? place.querySelector('summary') : place
      control?.focus()
      return
    }
    parts.pop()
  }
}
