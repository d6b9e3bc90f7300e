import type { Article } from '../article.ts'

export const article: Article = {
  number: 16,
  title: { zh: '标准文书', en: 'Model documents' },
  kind: 'promise',
  clauses: [
    {
      id: '16.1',
      text: {
        zh: '部门为文书制作标准样式并公开：申请表，受理用的承诺单，不予受理、缺件、补齐补正、整改四种通知，窗口否决的报备单，以及其他需要的。',
        en: 'Departments make and publish model documents: application form, acceptance slip, notice of non-acceptance, notice of missing papers, notice of correction, notice of rectification, report of a refusal at the window, and others.',
      },
    },
  ],
}
