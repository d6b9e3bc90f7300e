import type { Article } from '../article.ts'

export const article: Article = {
  number: 1,
  title: { zh: '立法目的', en: 'Purpose' },
  kind: 'duty',
  clauses: [
    {
      id: '1.1',
      state: 'definition',
      text: {
        zh: '全市网上办事适用同一套规则，为的是办得规范、有序、高效，让申请人办事方便，让服务更好。',
        en: 'One set of rules governs online service in the whole city, so that it is orderly and efficient, convenient for applicants and better served.',
      },
      by: { zh: '制定和执行本办法的各机构', en: 'all bodies that carry out the regulation' },
    },
  ],
}
