import type { FindingAnswer, ItemDraft, Section } from '../../src/catalogue/api/contract.ts'

export type Content = ItemDraft['content']
export type Key = keyof Content

/**
 * The sections of the editor in the order in which a new item is written: the parts of the content that each of them holds, what it is for,
 * and the articles of the regulation that ask for it.
 */
export const SECTIONS = [
  {
    id: 'basics',
    name: '基本信息',
    about: '事项叫什么、给谁办。名称和一句话说明出现在搜索结果里，日常叫法帮人搜到。',
    law: '第七条',
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
    ],
  },
  {
    id: 'basis',
    name: '依据与条件',
    about: '凭哪部法办、符合什么条件能办。条件写成申请人自己能判断的话。',
    law: '第七条',
    keys: ['legalBasis', 'conditions'],
  },
  {
    id: 'materials',
    name: '申请材料',
    about: '要申请人交什么、怎样算合格。每份写明依据；证照库和共享数据里有的不能要。',
    law: '第七条、第十三条',
    keys: ['materials', 'noMaterialsNeeded'],
  },
  {
    id: 'steps',
    name: '办理环节',
    about: '收件以后经过哪些环节、谁办、几天，申请人看到的进度就是这一条线。网上不能比窗口多。',
    law: '第七条、第二十三条',
    keys: ['steps', 'counterSteps'],
  },
  {
    id: 'limits',
    name: '时限',
    about: '法律给的最长时间和本部门承诺的时间，受理以后起算。承诺不能比法定长。',
    law: '第七条',
    keys: ['legalLimit', 'legalLimitNote', 'promiseLimit', 'promiseLimitNote', 'specialProcedures'],
  },
  {
    id: 'fee',
    name: '收费',
    about: '收不收、凭什么收、收多少。收费的要能在网上缴。',
    law: '第七条、第十八条',
    keys: ['fee'],
  },
  {
    id: 'handling',
    name: '办理形式与地点',
    about: '能从哪里办、要跑几次、窗口在哪里。目录里的事项要进驻同级服务中心。',
    law: '第七条、第五条第二项',
    keys: ['handlingForms', 'visits', 'visitReason', 'stateSystem', 'express', 'bookable', 'place'],
  },
  {
    id: 'result',
    name: '结果与样本',
    about: '办完拿到什么。真发的证照、批文和样本用同一套照面。',
    law: '第七条、第十九条',
    keys: ['result'],
  },
  {
    id: 'form',
    name: '申请表',
    about: '申请时填什么。能在网上申请的要有申请表。',
    law: '第十六条',
    keys: ['form'],
  },
  {
    id: 'situations',
    name: '情形引导',
    about: '先问几句，再给出这个人要的材料和环节。人人都一样的事项可以不建。',
    law: '',
    keys: ['situations'],
  },
  {
    id: 'contact',
    name: '联系与救济',
    about: '问谁、向谁投诉、不服决定向哪里去。咨询和投诉用两个号码。',
    law: '第七条、第二十七条',
    keys: ['consultPhone', 'complaintPhone', 'faq', 'remedy'],
  },
] as const satisfies readonly (Section & { about: string; law: string })[]

export type SectionId = Section['id']

/** The section that a finding's path leads to. */
export function sectionOf(path: string): SectionId {
  const root = path.split('.')[0] ?? ''
  return SECTIONS.find((s) => (s.keys as readonly string[]).includes(root))?.id ?? 'basics'
}

/** How a section stands: something stops it, something is said of it, nothing was written (nor had to be), or it is fine. */
export function stateOf(id: SectionId, content: Content, findings: FindingAnswer[]) {
  const own = findings.filter((f) => sectionOf(f.path) === id)
  const stops = blocking(own).length
  const warns = own.length - stops
  const empty =
    (id === 'form' && (content.form?.groups ?? []).length === 0) ||
    (id === 'situations' && (content.situations?.questions ?? []).length === 0)
  const state = stops > 0 ? 'stopped' : warns > 0 ? 'said' : empty ? 'empty' : 'fine'
  return { state, stops, warns } as const
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
