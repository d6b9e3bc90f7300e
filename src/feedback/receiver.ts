import { holdersByOrgan, holds, listOrgans, type Organ, type Post, type Staff } from '../identity/index.ts'
import type { Db } from '../platform/database.ts'

/**
 * Who answers for a body: those who handle its dossiers, who know its practice, and the clerk of its guides, because a question often
 * shows what a guide leaves out; for the service authority its registrar too. Those who supervise do not answer.
 */
export const ANSWER_POSTS: readonly Post[] = ['window', 'examiner', 'approver', 'clerk', 'registrar']

/** True when the officer may answer for their body now: given one of these posts and trained for it (Art. 5.1). */
export const answers = (staff: Staff): boolean => ANSWER_POSTS.some((post) => holds(staff, post))

/** Every body in which somebody may answer, departments before the service authority. */
export async function bodiesThatAnswer(db: Db): Promise<Organ[]> {
  const [organs, holders] = await Promise.all([listOrgans(db), holdersByOrgan(db)])
  const able = organs.filter((o) => ANSWER_POSTS.some((post) => (holders.get(o.organId)?.[post] ?? 0) > 0))
  return [...able.filter((o) => o.kind !== 'supervisor'), ...able.filter((o) => o.kind === 'supervisor')]
}

/**
 * Where a question goes: to the body that was asked; where nobody is trained there yet, or the asker does not know whom to ask (null), to
 * the service authority (行政服务管理机构), which passes it on. Throws where nobody at all answers: a platform without officers.
 */
export async function receiverOf(db: Db, organId: string | null): Promise<Organ> {
  const able = await bodiesThatAnswer(db)
  const receiver =
    able.find((o) => o.organId === organId) ?? able.find((o) => o.kind === 'supervisor') ?? able[0]
  if (!receiver) throw new Error('no officer of any body may answer questions')
  return receiver
}
