import type { Article } from '../article.ts'

export const article: Article = {
  number: 19,
  title: { zh: '先出证后办结', en: 'Licence before closing' },
  kind: 'rule',
  clauses: [
    {
      id: '19.1',
      rules: ['mayClose'],
      text: {
        zh: '流程走完，先在线生成电子证照或批文并推送到证照共享平台，才能办结；不能或者不宜在线生成的，可以在办结当日离线生成并发布。',
        en: 'A dossier is closed only after its e-licence or approval is made online and pushed to the licence-sharing platform; where that cannot or should not be, it may be made offline on the closing day and published.',
      },
    },
  ],
}
