import type { Article } from '../article.ts'

export const article: Article = {
  number: 14,
  title: { zh: '电子审图', en: 'Drawings' },
  kind: 'promise',
  clauses: [
    {
      id: '14.1',
      text: {
        zh: '项目图纸推行电子审查和电子签署，保证图纸真实合法。',
        en: 'Drawings are reviewed and signed electronically, so that they are genuine and lawful.',
      },
    },
  ],
}
