import { type Ruling, VERSION } from '../regulation/index.ts'
import type { Organ } from './organs.ts'

/** 岗位 */
export type Post =
  | 'window'
  | 'examiner'
  | 'approver'
  | 'clerk'
  | 'checker'
  | 'supervisor'
  | 'registrar'
  | 'reformer'
  | 'operator'

export const POSTS: Record<Post, { zh: string; en: string }> = {
  window: { zh: '受理岗', en: 'window' },
  examiner: { zh: '审查岗', en: 'examiner' },
  approver: { zh: '决定岗', en: 'approver' },
  clerk: { zh: '事项管理岗', en: 'catalogue clerk' },
  checker: { zh: '部门审核岗', en: 'department checker' },
  supervisor: { zh: '监督岗', en: 'supervisor' },
  registrar: { zh: '备案岗', en: 'registrar of filings' },
  reformer: { zh: '审改岗', en: 'approval reform' },
  operator: { zh: '运行岗', en: 'operator' },
}

/** The name of a post that stands in a row or an answer; what is not a post stays as it is written. */
export const postName = (post: string): string => POSTS[post as Post]?.zh ?? post

/**
 * Posts that look at all departments, each of one kind of organ only (Art. 4): a department gives posts to its own people,
 * but cannot make them overseers of itself and the others.
 */
const OVERSEERS: Partial<Record<Post, Organ['kind']>> = {
  supervisor: 'supervisor',
  registrar: 'supervisor',
  reformer: 'reform',
  operator: 'operator',
}

/** Is the post one that an organ of this kind has to give? */
export const mayGive = (kind: Organ['kind'], post: Post): boolean => (OVERSEERS[post] ?? kind) === kind

export interface Holding {
  post: Post
  /** Day on which the training for this post was completed; null: not yet. */
  trainedOn: string | null
}

/** An officer (工作人员) of an organ with the posts that the organ gave them. */
export interface Staff {
  staffId: string
  name: string
  organId: string
  organName: string
  posts: Holding[]
}

/** True when the officer may work in that post now: it was given to them and they were trained for it (Art. 5). */
export function holds(staff: Staff, post: Post): boolean {
  return postRuling(staff, post).outcome === 'met'
}

/** May the officer work in that post? Departments give posts (Art. 5.1(4)); nobody works before training (Art. 5.1(1)). */
export function postRuling(staff: Staff, post: Post): Ruling {
  const holding = staff.posts.find((p) => p.post === post)
  const { zh, en } = POSTS[post]
  const facts = {
    staffId: staff.staffId,
    post,
    given: holding !== undefined,
    trainedOn: holding?.trainedOn ?? null,
  }
  if (!holding)
    return ruled('5.1(4)', 'not-met', facts, {
      zh: `${staff.organName}没有给你设${zh}。要办这一环节，请本部门设定岗位。`,
      en: `${staff.organName} has not given you the post of ${en}. Ask your department to set it.`,
    })
  if (holding.trainedOn === null)
    return ruled('5.1(1)', 'not-met', facts, {
      zh: `您还没有完成${zh}的培训，先培训再上岗。培训完成后由本部门登记。`,
      en: `You have not finished the training for the post of ${en}. Work begins after training.`,
    })
  return ruled('5.1(1)', 'met', facts, {
    zh: `${zh}的培训于 ${holding.trainedOn} 完成，可以办理。`,
    en: `Trained for the post of ${en} on ${holding.trainedOn}.`,
  })
}

const ruled = (
  clause: string,
  outcome: Ruling['outcome'],
  facts: Ruling['facts'],
  sentence: Ruling['sentence'],
): Ruling => ({ article: 5, clause, version: VERSION, outcome, facts, sentence })
