import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  BodiesAnswer,
  DirectoryTodos,
  EntryRecordAnswer,
  Proposals,
} from '../../src/catalogue/api/directory-contract.ts'
import { get, send } from '../api.ts'

export const useEntry = (code: string, enabled = true) =>
  useQuery({
    queryKey: ['directory', 'entry', code],
    queryFn: ({ signal }) => get<EntryRecordAnswer>(`/api/directory/entries/${code}`, signal),
    enabled,
  })

export const useProposals = () =>
  useQuery({
    queryKey: ['directory', 'proposals'],
    queryFn: ({ signal }) => get<Proposals>('/api/directory/proposals', signal),
  })

export const useTodos = () =>
  useQuery({
    queryKey: ['directory', 'todos'],
    queryFn: ({ signal }) => get<DirectoryTodos>('/api/directory/todos', signal),
  })

export const useBodies = () =>
  useQuery({
    queryKey: ['bodies'],
    queryFn: ({ signal }) => get<BodiesAnswer>('/api/directory/bodies', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Sends an act on the directory and reads again all that it may have changed. */
export function useDirectoryAct<B, A>(path: (body: B) => string, onDone?: (answer: A, body: B) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: B) => send<A>(path(body), body),
    onSuccess: async (answer: A, body: B) => {
      onDone?.(answer, body)
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['directory'] }),
        queries.invalidateQueries({ queryKey: ['items'] }),
      ])
    },
  })
}
