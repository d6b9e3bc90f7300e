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
        zh: '对网上办理中的具体行政行为不服的，可以依法申请行政复议或者提起行政诉讼。',
        en: 'Whoever does not accept an act made in handling an item online may apply for reconsideration or go to court.',
      },
    },
  ],
}
