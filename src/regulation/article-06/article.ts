import type { Article } from '../article.ts'

export const article: Article = {
  number: 6,
  title: { zh: '全过程公开', en: 'Openness throughout' },
  kind: 'promise',
  clauses: [
    {
      id: '6.1',
      text: {
        zh: '受理、进度、结果及时在平台公开（国家秘密、商业秘密、个人隐私除外），合法、完整，线上线下一致，随时可查。',
        en: 'Acceptance, progress and result are published in time on the platform (save secrets, business secrets and privacy), lawful and complete, the same online and offline, open to query at any time.',
      },
    },
  ],
}
