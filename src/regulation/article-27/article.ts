import type { Article } from '../article.ts'

export const article: Article = {
  number: 27,
  title: { zh: '复议与诉讼', en: 'Remedies' },
  kind: 'rule',
  clauses: [
    {
      id: '27.1',
      rules: ['remedies'],
      text: {
        zh: '申请人不服管理机构或者部门在网上办理中作出的行为，有两条路：依法申请复议，或者起诉。',
        en: 'Whoever does not accept an act made in handling an item online may apply for reconsideration or go to court.',
      },
    },
  ],
}
