import type { Article } from '../article.ts'

export const article: Article = {
  number: 9,
  title: { zh: '咨询与投诉的答复', en: 'Answers to enquiries and complaints' },
  kind: 'rule',
  clauses: [
    {
      id: '9.1',
      rules: ['readEnquiryClock', 'enquiryInTime', 'answerIsGiven', 'mayExtendEnquiry'],
      lacks: {
        zh: '还不能在网上投诉。',
        en: 'Complaints cannot be sent online yet.',
      },
      text: {
        zh: '咨询由部门按规定时间处理、回复；投诉由部门会同市行政服务管理机构查实，也按规定时间回复。',
        en: 'Enquiries are handled and answered within the set time; complaints are investigated with the city’s service authority and answered within the set time.',
      },
    },
  ],
}
