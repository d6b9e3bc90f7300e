import type { Article } from '../article.ts'

export const article: Article = {
  number: 24,
  title: { zh: '电子监察', en: 'Electronic supervision' },
  kind: 'rule',
  clauses: [
    {
      id: '24.1',
      lacks: {
        zh: '还没有考核扣分和督办。',
        en: 'Scores are not deducted and nobody is urged on yet.',
      },
      rules: ['readClock', 'lightRuling'],
      text: {
        zh: '电子监察系统实时跟踪办件，设黄灯、红灯；部门须在承诺期限内办理，红灯超时的扣考核分并督办提速。',
        en: 'The system follows dossiers in real time with yellow and red lights; departments keep their promised limits, and a red light costs points and is urged on.',
      },
    },
    {
      id: '24.1(1)',
      rules: ['lightRuling'],
      text: {
        zh: '快到时限时亮黄灯，提醒抓紧，不漏办、不超时。',
        en: 'Close to the limit the light turns yellow to remind the handler.',
      },
    },
    {
      id: '24.1(2)',
      lacks: {
        zh: '红灯还不会生成挂号督办单。',
        en: 'A red light does not become a ticket yet.',
      },
      rules: ['lightRuling'],
      text: {
        zh: '超过时限亮红灯；没有主动说明的，挂号督办，被督办部门在规定时限内回应。',
        en: 'Past the limit it turns red; left unexplained it becomes a ticket, which the department answers within a set time.',
      },
    },
  ],
}
