import type { Article } from '../article.ts'

export const article: Article = {
  number: 25,
  title: { zh: '部门的责任', en: 'Accountability of departments' },
  kind: 'promise',
  clauses: [
    {
      id: '25.1',
      text: {
        zh: '部门有下列情形的，轻的责令整改，重的按规定对单位和责任人问责。',
        en: 'A department at fault as follows is ordered to correct it or, in grave cases, held to account with those responsible.',
      },
    },
    {
      id: '25.1(1)',
      text: {
        zh: '拒绝进驻平台，或者擅自退出。',
        en: 'Refusing to join the platform, or leaving it without leave.',
      },
    },
    {
      id: '25.1(2)',
      text: {
        zh: '瞒报漏报事项，使平台事项不全。',
        en: 'Withholding items, so that the platform’s list is incomplete.',
      },
    },
    {
      id: '25.1(3)',
      text: {
        zh: '不按要求配人，或者管理不当，使网上审批无法正常开展。',
        en: 'Not staffing or badly managing online approval, so that it cannot run properly.',
      },
    },
    {
      id: '25.1(4)',
      text: {
        zh: '指使窗口人员违规，使平台受不良影响或者重大损失。',
        en: 'Directing counter staff to break rules, with harm to the platform.',
      },
    },
  ],
}
