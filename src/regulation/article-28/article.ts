import type { Article } from '../article.ts'

export const article: Article = {
  number: 28,
  title: { zh: '施行', en: 'Coming into force' },
  kind: 'rule',
  clauses: [
    {
      id: '28.1',
      rules: ['inForceOn'],
      state: 'definition',
      text: { zh: '自印发之日（2018-10-15）起施行。', en: 'Applies from its issue, 15 October 2018.' },
    },
  ],
}
