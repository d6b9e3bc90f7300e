import type { Article } from '../article.ts'

export const article: Article = {
  number: 4,
  title: { zh: '管理机构的职责', en: 'Duties of the managing bodies' },
  kind: 'duty',
  clauses: [
    {
      id: '4.1',
      text: {
        zh: '建设管理部门保障平台安全运行、备份数据、更新维护；它与行政服务管理机构共同规划、建设和扩展平台，协调解决运行问题，推动大数据应用。',
        en: 'The Digital Fuzhou authority keeps the platform safe, backed up and up to date; with the service authority it plans, builds and extends it, settles problems and furthers use of its data.',
      },
      by: { zh: '“数字福州”建设管理部门', en: 'the Digital Fuzhou authority' },
    },
    {
      id: '4.2',
      text: {
        zh: '网上事项有变化，审改机构随之调整管理。',
        en: 'The reform body manages the online items as they change.',
      },
      by: { zh: '行政审批制度改革管理机构', en: 'the reform body for administrative approval' },
    },
    {
      id: '4.3',
      kind: 'promise',
      text: {
        zh: '法制机构检查网上审批和公共服务的执法行为。',
        en: 'The legal office inspects how online approvals and services are carried out.',
      },
    },
    {
      id: '4.4',
      text: {
        zh: '行政服务管理机构协调、督促、指导部门把事项放到统一平台运行，并监督检查全市网上办事。',
        en: 'The service authority brings departments to run their items on the platform and inspects online service in the city.',
      },
      by: { zh: '行政服务管理机构', en: 'the administrative-service authorities' },
    },
    {
      id: '4.5',
      kind: 'promise',
      text: {
        zh: '各县（市）区、高新区由本级行政服务管理机构管理本辖区的网上办事。',
        en: 'Each district and the high-tech zone manages online service in its own area.',
      },
    },
  ],
}
