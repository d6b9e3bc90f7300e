import type { Article } from '../article.ts'

export const article: Article = {
  number: 17,
  title: { zh: '特殊环节', en: 'Special steps' },
  kind: 'promise',
  clauses: [
    {
      id: '17.1',
      text: {
        zh: '现场踏勘、专家评审等可以在线下做，过程和结果如实录入平台。',
        en: 'Site visits, expert reviews and the like may happen offline; their course and result are entered truthfully.',
      },
    },
  ],
}
