import type { Article } from '../article.ts'

export const article: Article = {
  number: 10,
  title: { zh: '网上预约', en: 'Booking' },
  kind: 'rule',
  clauses: [
    {
      id: '10.1',
      rules: ['bookable', 'mayRefuseBooked'],
      text: {
        zh: '进驻事项可以网上预约，申请人按约到大厅办理；约好的，除本人放弃或者备不齐必需资料外，部门不得拒办。',
        en: 'Items can be booked online and are handled at the hall at the booked time; a booked service may be refused only if the applicant gives it up or cannot bring what is required.',
      },
    },
  ],
}
