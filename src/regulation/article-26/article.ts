import type { Article } from '../article.ts'

export const article: Article = {
  number: 26,
  title: { zh: '工作人员的责任', en: 'Accountability of staff' },
  kind: 'promise',
  clauses: [
    {
      id: '26.1',
      text: {
        zh: '工作人员有下列情形的，轻的责令整改，重的按规定对单位和责任人问责。',
        en: 'Staff at fault as follows are ordered to correct it or, in grave cases, held to account.',
      },
    },
    {
      id: '26.1(1)',
      text: {
        zh: '应在网上办的在平台外办，办完再挑着补录。',
        en: 'Handling outside the platform what belongs on it, and entering parts of it afterwards.',
      },
    },
    {
      id: '26.1(2)',
      text: {
        zh: '不按规定收件、出件、受理、告知，或者冒用他人名义审批、发消息。',
        en: 'Taking in, giving out, accepting or informing against the rules, or acting in another’s name.',
      },
    },
    {
      id: '26.1(3)',
      text: { zh: '不按时限办理，耽误下一环节。', en: 'Missing limits and holding up the next step.' },
    },
    {
      id: '26.1(4)',
      text: {
        zh: '不按规定生成、使用电子证照和可信电子文件。',
        en: 'Making or using e-licences and trusted files against the rules.',
      },
    },
    {
      id: '26.1(5)',
      text: {
        zh: '越权或者非法增删改、复制平台数据和程序，造成数据丢失、工作延误。',
        en: 'Adding, deleting, changing or copying data or programs without right, with loss of data or delay.',
      },
    },
    {
      id: '26.1(6)',
      text: {
        zh: '故意干扰平台运行，或者做其他危害平台和信息安全的事。',
        en: 'Wilfully disturbing the platform or endangering information security.',
      },
    },
    {
      id: '26.1(7)',
      text: {
        zh: '其他违反规定、影响效率和政府形象的行为。',
        en: 'Other breaches that harm efficiency or the standing of government.',
      },
    },
  ],
}
