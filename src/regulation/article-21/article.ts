import type { Article } from '../article.ts'

export const article: Article = {
  number: 21,
  title: { zh: '归档', en: 'Archiving' },
  kind: 'promise',
  clauses: [
    {
      id: '21.1',
      text: {
        zh: '办结后，电子证照、决定、送达回证、申请人上传的文书、项目信息和办理中形成的表单，经可信电子文件平台保存归档。',
        en: 'After closing, the licence, decision, proof of delivery, uploads, project data and forms made on the way are kept and archived through the trusted-file platform.',
      },
    },
  ],
}
