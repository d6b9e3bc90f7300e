import type { Article } from '../article.ts'

export const article: Article = {
  number: 13,
  title: { zh: '不重复要材料', en: 'Not asking twice' },
  kind: 'rule',
  clauses: [
    {
      id: '13.1',
      rules: ['mayBeDemanded'],
      text: {
        zh: '共享平台能取到的可信电子文件和电子证照，部门自行调用，不得再要申请人交。',
        en: 'Trusted files and e-licences that can be fetched are fetched by the department; the applicant may not be asked for them again.',
      },
    },
    {
      id: '13.2',
      rules: ['mayHandIn'],
      text: {
        zh: '共享文件不全或者没有及时更新而取不到的，允许申请人自己提交。',
        en: 'Where they cannot be fetched because they are incomplete or out of date, the applicant may hand them in.',
      },
    },
  ],
}
