import type { Article } from '../article.ts'

export const article: Article = {
  number: 15,
  title: { zh: '受理、补正与环节时限', en: 'Acceptance, correction and step limits' },
  kind: 'rule',
  clauses: [
    {
      id: '15.1',
      rules: ['readClock'],
      text: {
        zh: '部门按流程办理，在各环节规定的时限内审查，给出是否符合条件的意见。',
        en: 'Departments examine within the limit of each step and give their opinion whether the conditions are met.',
      },
    },
    {
      id: '15.2',
      rules: ['acceptanceInTime'],
      text: {
        zh: '符合条件的及时受理，开具受理承诺单并推送给申请人。',
        en: 'What meets the conditions is accepted in time, with an acceptance slip sent to the applicant.',
      },
    },
    {
      id: '15.3',
      rules: ['correctionIsWhole', 'mayDemandAgain'],
      text: {
        zh: '材料不齐或者形式不符的，在平台写明理由，把要补的一次说全。',
        en: 'Where materials are missing or not in form, the reasons are entered and everything to be corrected is told once.',
      },
    },
    {
      id: '15.4',
      rules: ['correctionReviewLimit'],
      text: {
        zh: '补来的材料由提出要求的部门在承诺时限内审查。',
        en: 'A correction is examined by the department that asked for it, within its promised time.',
      },
    },
  ],
}
