import type { Article } from '../article.ts'

export const article: Article = {
  number: 9,
  title: { zh: '咨询与投诉的答复', en: 'Answers to enquiries and complaints' },
  kind: 'promise',
  clauses: [
    {
      id: '9.1',
      text: {
        zh: '在线咨询在规定时间内处理并回复；在线投诉在规定时间内配合市行政服务管理机构查实并回复。',
        en: 'Enquiries are handled and answered within the set time; complaints are investigated with the city’s service authority and answered within the set time.',
      },
    },
  ],
}
