import type { Article } from '../article.ts'

export const article: Article = {
  number: 18,
  title: { zh: '缴费', en: 'Payment' },
  kind: 'promise',
  clauses: [
    {
      id: '18.1',
      text: {
        zh: '要缴费的事项经统一公共支付平台缴纳，数据按业务归属地实时归到征收部门的系统。',
        en: 'Fees are paid through the public payment platform, and the data go at once to the collecting body of the place concerned.',
      },
    },
  ],
}
