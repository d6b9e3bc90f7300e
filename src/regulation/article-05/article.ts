import type { Article } from '../article.ts'

export const article: Article = {
  number: 5,
  title: { zh: '部门的职责', en: 'Duties of departments' },
  kind: 'promise',
  clauses: [
    {
      id: '5.1',
      lacks: {
        zh: '目录里哪些事项还没有上平台，已经逐个部门公布；部门在平台外办的件，平台还看不见。',
        en: 'Which items of the directory are not on the platform is published by department; what a department handles outside of it cannot be seen yet.',
      },
      text: {
        zh: '部门的审批和公共服务都在全市统一平台上办理。',
        en: 'Departments carry out approvals and public services on the one platform of the city.',
      },
    },
    {
      id: '5.1(1)',
      text: {
        zh: '工作人员先接受培训，再上岗办件；部门的培训常年进行。',
        en: 'Staff are trained before they work on dossiers; training never stops.',
      },
    },
    {
      id: '5.1(2)',
      kind: 'rule',
      rules: ['itemIsPlaced', 'exceptionIsApproved'],
      text: {
        zh: '事项列入目录管理，目录内事项进驻同级服务中心，涉密或危及公共安全等不宜进驻的须经同级政府批准；进驻事项都纳入平台。',
        en: 'Items stand in a directory and are handled at the service centre of their level; exceptions for secrecy or public safety need the government’s approval; what is in the centre is on the platform.',
      },
    },
    {
      id: '5.1(3)',
      kind: 'rule',
      rules: ['filedInTime'],
      text: {
        zh: '事项新增、取消、调整、下放或流程改变，及时报行政服务管理机构备案，并更新指南，使线上线下一致。',
        en: 'Every new, ended, changed or delegated item and every change of procedure is filed in time with the service authority, and its guide is updated online and at the counter.',
      },
    },
    {
      id: '5.1(4)',
      text: {
        zh: '部门优化自己事项的流程，设定环节和人员权限。',
        en: 'Departments improve their own procedures and set their steps and the rights of their staff.',
      },
    },
    {
      id: '5.1(5)',
      text: {
        zh: '市级自建系统与平台对接或整合，国家、省级系统协调接入；接不进来的，把受理、过程、结果、证照推送到平台。',
        en: 'The city’s own systems are connected or merged, national and provincial ones brought in; those that cannot be push acceptance, progress, results and licences.',
      },
    },
    {
      id: '5.1(6)',
      kind: 'duty',
      text: {
        zh: '部门保障自己的设备、终端和网络安全，定期检测。',
        en: 'Departments keep their equipment, terminals and networks safe and test them regularly.',
      },
      by: { zh: '各行政服务部门', en: 'every department' },
    },
    {
      id: '5.1(7)',
      text: {
        zh: '部门把运行中的问题和需求报告给行政服务管理机构和建设管理部门。',
        en: 'Departments report problems and needs to the service authority and the operators.',
      },
    },
  ],
}
