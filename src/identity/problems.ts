import type { Sentence } from '../regulation/index.ts'
import type { Problem } from './sign-in.ts'

interface Words {
  title: Sentence
  sentence: Sentence
  /** Answer of the page: our neighbour's outage, or not allowed. 200 where nothing is wrong. */
  status: 200 | 403 | 503
  /** Whether trying again can help. */
  again: boolean
  /** Whether a person at the telephone can help. */
  call: boolean
}

/** What to tell a person whose sign-in did not come about: what happened, whether the work is safe, what to do. */
export const PROBLEMS: Record<Problem, Words> = {
  cancelled: {
    title: { zh: '登录没有做完', en: 'Sign-in not finished' },
    sentence: {
      zh: '您离开了登录页，填过的内容都在。找事项、看指南不用登录；要办事时再登录就行。',
      en: 'You left the sign-in page. What you filled in is kept. You can read guides without signing in.',
    },
    status: 200,
    again: true,
    call: false,
  },
  stale: {
    title: { zh: '这次登录已过期', en: 'This sign-in has expired' },
    sentence: {
      zh: '登录页开得太久，或者这个链接已经用过。填过的内容都在，请再登录一次。',
      en: 'The page was open too long, or the link was used before. What you filled in is kept. Please sign in again.',
    },
    status: 200,
    again: true,
    call: false,
  },
  down: {
    title: { zh: '现在登录不了', en: 'Sign-in is not available now' },
    sentence: {
      zh: '统一身份认证暂时连不上。填过的内容都在，找事项、看指南不受影响。请过几分钟再登录，着急的话打电话。',
      en: 'The identity service cannot be reached. What you filled in is kept. Try again in a few minutes, or call us.',
    },
    status: 503,
    again: true,
    call: true,
  },
  wrong: {
    title: { zh: '现在登录不了', en: 'Sign-in is not available now' },
    sentence: {
      zh: '统一身份认证的回答看不懂，没有登录。填过的内容都在。请再登录一次，还不行就打电话。',
      en: 'The identity service gave an answer that we cannot use. What you filled in is kept. Try again, or call us.',
    },
    status: 503,
    again: true,
    call: true,
  },
  'staff-account': {
    title: { zh: '这是工作人员账号', en: 'This is a staff account' },
    sentence: {
      zh: '工作人员账号不能在办事大厅办个人的事。请用您本人的账号登录。',
      en: 'A staff account cannot be used for personal business. Please sign in with your own account.',
    },
    status: 403,
    again: true,
    call: false,
  },
  contradiction: {
    title: { zh: '账号信息对不上', en: 'The account details disagree' },
    sentence: {
      zh: '这个账号的证件号码登记在另一个账号下，没有登录。请打电话，或带证件到窗口核对。',
      en: 'The identity number of this account belongs to another account here. Call us, or bring your document to a counter.',
    },
    status: 403,
    again: false,
    call: true,
  },
  'not-staff': {
    title: { zh: '没有登记为工作人员', en: 'Not registered as staff' },
    sentence: {
      zh: '这个账号还没有登记到任何部门。请本部门先登记人员和岗位，再登录。',
      en: 'This account is not registered with any department. Ask your department to register you first.',
    },
    status: 403,
    again: true,
    call: false,
  },
  inactive: {
    title: { zh: '工作账号已停用', en: 'This staff account is closed' },
    sentence: {
      zh: '您的工作账号已停用，办过的件都有记录。要恢复，请联系本部门。',
      en: 'Your staff account has been closed. To reopen it, contact your department.',
    },
    status: 403,
    again: true,
    call: false,
  },
}

export const isProblem = (name: unknown): name is Problem =>
  typeof name === 'string' && Object.hasOwn(PROBLEMS, name)
