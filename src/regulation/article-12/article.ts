import type { Article } from '../article.ts'

export const article: Article = {
  number: 12,
  title: { zh: '办理流程', en: 'The course of handling' },
  kind: 'promise',
  clauses: [
    {
      id: '12.1',
      lacks: {
        zh: '办件还没有同步到数据共享平台，只推送电子证照。',
        en: 'Dossiers are not yet synced to the data-sharing platform; only e-licences are pushed.',
      },
      text: {
        zh: '申报按受理、审查、决定办理，同步到数据共享平台，结束后把结果告诉申请人。',
        en: 'An application is accepted, examined and decided, in step with the data exchange, and the applicant is told the result.',
      },
    },
  ],
}
