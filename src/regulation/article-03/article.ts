import type { Article } from '../article.ts'

export const article: Article = {
  number: 3,
  title: { zh: '平台组成与建设原则', en: 'Parts and principles of the platform' },
  kind: 'promise',
  clauses: [
    {
      id: '3.1',
      text: {
        zh: '平台由大厅、政务服务管理、政务清单管理、数据共享四部分组成，申请、受理、办理、反馈都在一处完成，全程受监督。',
        en: 'The platform has four parts (hall, casework, catalogue, data exchange): one application, one acceptance, one place of handling, one feedback, supervised throughout.',
      },
    },
    {
      id: '3.1(1)',
      kind: 'duty',
      text: {
        zh: '建设由市级统一安排，全市系统互联互通。',
        en: 'The city plans and deploys the platform as a whole, connected across all districts.',
      },
      by: {
        zh: '市行政服务管理机构与“数字福州”建设管理部门',
        en: 'the city service authority with the Digital Fuzhou authority',
      },
    },
    {
      id: '3.1(2)',
      text: {
        zh: '窗口公布的事项名称和指南，与网上公布的必须相同。',
        en: 'What counters publish about an item, name and guide alike, is the same as online.',
      },
    },
    {
      id: '3.1(3)',
      kind: 'rule',
      rules: ['oneEntrance'],
      text: {
        zh: '对外的网上服务只从本平台一个入口提供，各部门不另设入口。',
        en: 'All online service is given through this one entrance; no department keeps another.',
      },
    },
    {
      id: '3.1(4)',
      text: {
        zh: '按安全规范生成的电子证照和可信电子文件，效力与纸质证照相同；电子签章的材料，效力与盖章签名的纸质材料相同。',
        en: 'E-licences and trusted files made to the safety rules have the effect of paper licences; e-sealed materials that of paper with seal and signature.',
      },
    },
    {
      id: '3.1(5)',
      lacks: {
        zh: '还没有数据共享目录、授权和拒绝共享的依据登记，只有实名核验的查询留痕。',
        en: 'No shared-data directory, grants or grounds for refusal yet; only look-ups for real-name checks are recorded.',
      },
      text: {
        zh: '除涉密外，部门按职能需要无偿共享信息，提供和使用双方保证信息真实完整、来源合法、及时安全，不得私自改动或者隐瞒；不能共享的，须说明法律依据。',
        en: 'Except for secrets, departments share what their functions need, free of charge, and keep it correct, complete, timely, lawful and safe; none may alter or hide it, and a refusal to share must cite the law.',
      },
    },
  ],
}
