import { holds, type Staff } from '../../identity/index.ts'
import type { Dossier } from '../dossier.ts'

/** The posts that work on dossiers. Clerks keep the catalogue, operators the machines: neither sees dossiers. */
export const WORKING_POSTS = ['window', 'examiner', 'approver'] as const
export type WorkingPost = (typeof WORKING_POSTS)[number]

/**
 * How far an officer's eyes reach: the dossiers of the own organ with a working post, those of all organs (to read)
 * with the supervisor's post, otherwise none. One place, so that lists, counts, records and files cannot disagree.
 */
export interface Reach {
  /** null: all organs. */
  organId: string | null
  /** Posts whose work is this officer's own to-do list. */
  posts: WorkingPost[]
  staff: Staff
}

export function reachOf(staff: Staff): Reach | null {
  const posts = WORKING_POSTS.filter((p) => holds(staff, p))
  if (holds(staff, 'supervisor')) return { organId: null, posts, staff }
  return posts.length > 0 ? { organId: staff.organId, posts, staff } : null
}

export function reaches(reach: Reach, dossier: Pick<Dossier, 'organId'>): boolean {
  return reach.organId === null || reach.organId === dossier.organId
}
