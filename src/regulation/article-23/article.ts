import type { Article } from '../article.ts'

export const article: Article = {
  number: 23,
  title: { zh: '不增环节、不补填', en: 'No added steps, no filing twice' },
  kind: 'rule',
  clauses: [
    {
      id: '23.1',
      rules: ['onlineStepsWithinCounter', 'notFiledAgain'],
      text: {
        zh: '网上环节不多于窗口环节；已在大厅办理的，不再要求网上补填。',
        en: 'Never more steps online than at the counter; what was handled at the hall is not to be filed again online.',
      },
    },
  ],
}
