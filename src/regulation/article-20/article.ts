import type { Article } from '../article.ts'

export const article: Article = {
  number: 20,
  title: { zh: '结果告知与送达', en: 'Telling and delivering the result' },
  kind: 'promise',
  clauses: [
    {
      id: '20.1',
      lacks: {
        zh: '还没有窗口领取和邮政速递的登记。',
        en: 'Collection at the counter and delivery by post are not recorded yet.',
      },
      text: {
        zh: '办结后自动发短信告知结果；纸质证照凭有效证件到大厅领取，也可以按申请人的要求邮寄。',
        en: 'At closing a text message tells the result; a paper licence is collected at the hall with valid papers, or posted if the applicant wishes.',
      },
    },
  ],
}
