import type { Article } from '../article.ts'

export const article: Article = {
  number: 16,
  title: { zh: '标准文书', en: 'Model documents' },
  kind: 'promise',
  clauses: [
    {
      id: '16.1',
      text: {
        zh: '部门制作并公开标准文书：申请表、受理承诺单、不予受理通知单、缺件通知书、补齐补正通知书、整改通知书、窗口否决报备单等。',
        en: 'Departments make and publish model documents: application form, acceptance slip, notice of non-acceptance, notice of missing papers, notice of correction, notice of rectification, report of a refusal at the window, and others.',
      },
    },
  ],
}
