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

/** Who has to do with service items: those who write them, check, file, decide on or supervise them. */
export const keepsItems = (officer: Officer): boolean =>
  ['clerk', 'checker', 'registrar', 'reformer', 'supervisor'].some((p) => holds(officer, p))

/** Who looks at the items of all departments, and so at the words by which the city finds them. */
export const seesTheCity = (officer: Officer): boolean =>
  ['registrar', 'reformer', 'supervisor'].some((p) => holds(officer, p))

/** The posts that count: given and trained for. */
export function postsOf(officer: Officer): string[] {
  return officer.posts.filter((p) => p.trainedOn !== null).map((p) => p.name)
}

export const holds = (officer: Officer, post: string): boolean =>
  officer.posts.some((p) => p.post === post && p.trainedOn !== null)

/** Who answers questions (咨询) for their body. */
export const answersQuestions = (officer: Officer): boolean =>
  ['window', 'examiner', 'approver', 'clerk', 'registrar'].some((p) => holds(officer, p))

export const worksOnDossiers = (officer: Officer): boolean =>
  ['window', 'examiner', 'approver', 'supervisor'].some((p) => holds(officer, p))

/** Who has to do with the visits that are booked at the department's counters. */
export const keepsBookings = (officer: Officer): boolean =>
  ['window', 'examiner', 'approver', 'clerk'].some((p) => holds(officer, p))
