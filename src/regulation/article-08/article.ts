import type { Article } from '../article.ts'

export const article: Article = {
  number: 8,
  title: { zh: '实名认证与权限', en: 'Real-name assurance and what it opens' },
  kind: 'rule',
  clauses: [
    {
      id: '8.1',
      rules: ['mayUse', 'credentialOf'],
      text: {
        zh: '网上申报前先实名注册，认证程度决定可用功能。个人凭身份证号或社保号，外国（地区）人凭护照号，企业、合作社和境外企业代表机构凭统一社会信用代码，事业单位和其他社会组织凭法人证或其他有效证件。',
        en: 'Applying online needs real-name registration, and the level of assurance decides what is open. Persons prove themselves by identity number, social-security number or foreign passport; enterprises, cooperatives and representative offices by unified credit code; institutions and other organisations by their certificate.',
      },
    },
    {
      id: '8.1(1)',
      rules: ['mayUse'],
      text: {
        zh: '未实名的，可以浏览和收藏信息。',
        en: 'Without real-name assurance: reading and favourites.',
      },
    },
    {
      id: '8.1(2)',
      rules: ['mayUse'],
      text: {
        zh: '初级认证的，另可预约，查询个人公积金、医保、社保和企业信用。',
        en: 'Basic assurance adds booking, own provident fund, medical insurance and social security, and enterprise credit.',
      },
    },
    {
      id: '8.1(3)',
      rules: ['mayUse'],
      text: {
        zh: '中级、高级认证的，另可在线申报，使用个人证照和企业证照。',
        en: 'Medium and high assurance add applying online, personal licences and enterprise licences.',
      },
    },
  ],
}
