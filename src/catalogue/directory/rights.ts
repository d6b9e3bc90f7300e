import { postRuling, type Staff } from '../../identity/index.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'

/** Who proposes, who decides, who records. Posts are the organ's to give, training comes first (Art. 5.1(1), 5.1(4)). */

/** `every`: for any entry, else only for those that the own department implements. */
export function mayPropose(staff: Staff): Result<{ every: boolean }> {
  if (postRuling(staff, 'registrar').outcome === 'met') return done({ every: true })
  const clerk = postRuling(staff, 'clerk')
  if (clerk.outcome === 'met') return done({ every: false })
  return refuse('not-allowed', `目录由事项目录管理岗或备案岗提出变动。${clerk.sentence.zh}`, {
    detail: { ruling: clerk },
  })
}

export function mayDecide(staff: Staff): Result<null> {
  const ruling = postRuling(staff, 'reformer')
  return ruling.outcome === 'met'
    ? done(null)
    : refuse('not-allowed', `目录的变动由审改部门决定。${ruling.sentence.zh}`, { detail: { ruling } })
}

/** Exceptions are recorded by the 行政服务管理机构, never by the department that is to profit. */
export function mayRecordExceptions(staff: Staff): Result<null> {
  const ruling = postRuling(staff, 'registrar')
  return ruling.outcome === 'met'
    ? done(null)
    : refuse('not-allowed', `不进驻的例外由备案岗登记。${ruling.sentence.zh}`, { detail: { ruling } })
}

/** The first refusal of two, else the second's value. */
export const bothOf = <T>(first: Result<unknown>, second: Result<T>): Result<T> => (first.ok ? second : first)
