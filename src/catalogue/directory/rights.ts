import { type Organ, organById, postRuling, type Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'

/** Who proposes, who decides, who records. Posts are the organ's to give, training comes first (Art. 5.1(1), 5.1(4)). */

/** `every`: for any entry, else only for those that the own department implements. */
export function mayPropose(staff: Staff): Result<{ every: boolean }> {
  if (postRuling(staff, 'registrar').outcome === 'met') return done({ every: true })
  const clerk = postRuling(staff, 'clerk')
  if (clerk.outcome === 'met') return done({ every: false })
  return refuse('not-allowed', `目录由事项管理岗或备案岗提出变动。${clerk.sentence.zh}`, {
    detail: { ruling: clerk },
  })
}

/** The post alone does not do: every organ gives posts to its own people. */
export async function mayDecide(db: Db, staff: Staff): Promise<Result<null>> {
  const ruling = postRuling(staff, 'reformer')
  if (ruling.outcome !== 'met')
    return refuse('not-allowed', `目录的变动由审改部门决定。${ruling.sentence.zh}`, { detail: { ruling } })
  return (await isOf(db, staff, 'reform')) ? done(null) : refuse('not-allowed', '目录的变动由审改部门决定。')
}

/** Exceptions are recorded by the 行政服务管理机构, never by the department that is to profit. */
export async function mayRecordExceptions(db: Db, staff: Staff): Promise<Result<null>> {
  const ruling = postRuling(staff, 'registrar')
  if (ruling.outcome !== 'met')
    return refuse('not-allowed', `不进驻的例外由备案岗登记。${ruling.sentence.zh}`, { detail: { ruling } })
  return (await isOf(db, staff, 'supervisor'))
    ? done(null)
    : refuse('not-allowed', '不进驻的例外由行政服务管理机构登记。')
}

const isOf = async (db: Db, { organId }: Staff, kind: Organ['kind']): Promise<boolean> =>
  (await organById(db, organId))?.kind === kind

/** The first refusal of two, else the second's value. */
export const bothOf = <T>(first: Result<unknown>, second: Result<T>): Result<T> => (first.ok ? second : first)
