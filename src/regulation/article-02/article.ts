import type { Article } from '../article.ts'

export const article: Article = {
  number: 2,
  title: { zh: '网上办事与大厅', en: 'Online service and the hall' },
  kind: 'promise',
  clauses: [
    {
      id: '2.1',
      text: {
        zh: '申请人经网上办事大厅，用身份认证、电子证照等方式查询、预约、办理、咨询审批和公共服务事项，并能投诉和评价；部门在平台上办理并答复。',
        en: 'In the online hall applicants look up, book, apply for and ask about approvals and public services with verified identity and e-licences, and can complain and evaluate; departments handle and answer on the platform.',
      },
    },
    {
      id: '2.2',
      text: {
        zh: '大厅是统一公布信息、接收申请的对外门户，可从电脑网页、手机、微信和自助终端进入，提供检索、引导、问答、评价和个性化推送。',
        en: 'The hall is the one public door for information and applications, on the web, the phone, WeChat and kiosks, with search, guidance, answers, evaluation and personal notices.',
      },
    },
  ],
}
