import { type PaperKind, paperNames, samplePapers } from '../../../documents/index.ts'
import type { Text } from '../../../ui/index.ts'

/** A model document (标准文书): what it is called and when it is used. */
export interface Model {
  kind: PaperKind
  use: Text
}

export type ModelGroup = { title: Text; models: readonly Model[] }

/** Articles are those of 行政许可法, the Administrative Licensing Law. */
export const MODELS: readonly ModelGroup[] = [
  {
    title: { zh: '您填写的', en: 'Filled in by you' },
    models: [
      {
        kind: 'application-form',
        use: {
          zh: '申请办事时填写，网上填的和纸质的内容相同。',
          en: 'To apply; online and on paper the same is asked.',
        },
      },
    ],
  },
  {
    title: { zh: '部门发给您的', en: 'Issued to you' },
    models: [
      {
        kind: 'receipt',
        use: {
          zh: '收到材料时发给您，上面有查询码和部门答复的最后一天。',
          en: 'When your materials arrive: with the query code and the last day for an answer.',
        },
      },
      {
        kind: 'missing-notice',
        use: {
          zh: '指南上的材料有没交的，一次告诉您缺哪些。',
          en: 'When materials of the guide were not handed in: all of them at once.',
        },
      },
      {
        kind: 'correction-notice',
        use: {
          zh: '材料交了但是不对的，一次告诉您每一处怎么改（行政许可法第三十二条）。',
          en: 'When materials are not right: everything to be corrected, at once (Art. 32).',
        },
      },
      {
        kind: 'acceptance-slip',
        use: {
          zh: '受理时发给您，写明承诺哪一天办结。',
          en: 'On acceptance: the day by which the department promises to decide.',
        },
      },
      {
        kind: 'non-acceptance',
        use: {
          zh: '不受理的，写明理由；不归这个部门管的，写明找谁（行政许可法第三十二条）。',
          en: 'When an application is not accepted: why, and which body to turn to (Art. 32).',
        },
      },
      {
        kind: 'rectification-notice',
        use: {
          zh: '到现场看过，有要改的，写明改什么、改到哪一天。',
          en: 'After a visit on site: what has to be put right and by when.',
        },
      },
      {
        kind: 'decision-grant',
        use: {
          zh: '准予的决定（行政许可法第三十八条）。',
          en: 'The decision to grant (Art. 38).',
        },
      },
      {
        kind: 'decision-refuse',
        use: {
          zh: '不准予的决定，写明理由和救济途径（行政许可法第三十八条）。',
          en: 'The decision to refuse, with reasons and remedies (Art. 38).',
        },
      },
      {
        kind: 'licence',
        use: { zh: '办成后的电子证照，扫码可以验真。', en: 'The electronic licence; its code proves it.' },
      },
      {
        kind: 'approval',
        use: { zh: '结果是批文的事项，办成后发给您。', en: 'The approval, where the result is one.' },
      },
      {
        kind: 'service-receipt',
        use: {
          zh: '决定和证照送到您手里的凭据。',
          en: 'Proof that decision and licence reached you.',
        },
      },
    ],
  },
  {
    title: { zh: '部门内部用的', en: 'Used inside the administration' },
    models: [
      {
        kind: 'window-refusal',
        use: {
          zh: '窗口不收、不受理的，报给另外的人再看一遍，写明依据和有没有一次告诉您。',
          en: 'When a window turns an application down, it reports so; somebody else looks at it again.',
        },
      },
    ],
  },
]

export const modelName = (kind: PaperKind): string => paperNames[kind]

const EN: Record<PaperKind, string> = {
  receipt: 'Receipt of materials',
  'acceptance-slip': 'Acceptance slip',
  'non-acceptance': 'Notice of non-acceptance',
  'correction-notice': 'Notice of correction',
  'missing-notice': 'Notice of missing materials',
  'rectification-notice': 'Notice of rectification',
  'window-refusal': 'Report of a refusal at the window',
  'decision-grant': 'Decision to grant',
  'decision-refuse': 'Decision to refuse',
  licence: 'Electronic licence',
  approval: 'Approval',
  'service-receipt': 'Proof of service',
  'application-form': 'Application form',
}
export const modelNameEn = (kind: PaperKind): string => EN[kind]

/** The sample of a kind, filled in with invented facts (示例); undefined for a kind that there is not. */
export const modelOf = (kind: string) => samplePapers.find((paper) => paper.kind === kind)
