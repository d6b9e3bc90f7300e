import { useQuery } from '@tanstack/react-query'
import type { Me } from '../src/identity/api/contract.ts'
import { get } from './api.ts'

export type Officer = Me['staff']

/** Who is signed in. Without a session the client has already gone to the sign-in page. */
export function useOfficer() {
  return useQuery({
    queryKey: ['me'],
    queryFn: ({ signal }) => get<Me>('/api/me', signal),
    staleTime: Number.POSITIVE_INFINITY,
    select: (me) => me.staff,
  })
}

const POST_NAMES: Record<string, string> = {
  window: '受理岗',
  examiner: '审查岗',
  approver: '决定岗',
  clerk: '事项管理岗',
  checker: '部门审核岗',
  supervisor: '监督岗',
  registrar: '备案岗',
  reformer: '审改岗',
  operator: '运行岗',
}

/** Who has to do with service items: those who write them, check, file, decide on or supervise them. */
export const keepsItems = (officer: Officer): boolean =>
  ['clerk', 'checker', 'registrar', 'reformer', 'supervisor'].some((p) => holds(officer, p))

/** The posts that count: given and trained for. */
export function postsOf(officer: Officer): string[] {
  return officer.posts.filter((p) => p.trainedOn !== null).map((p) => POST_NAMES[p.post] ?? p.post)
}

export const holds = (officer: Officer, post: string): boolean =>
  officer.posts.some((p) => p.post === post && p.trainedOn !== null)

export const worksOnDossiers = (officer: Officer): boolean =>
  ['window', 'examiner', 'approver', 'supervisor'].some((p) => holds(officer, p))
