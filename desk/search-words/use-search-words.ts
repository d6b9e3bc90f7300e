import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type {
  KeepSynonymBody,
  RemoveSynonymBody,
  SynonymList,
  TrialAnswer,
  UnansweredAnswer,
} from '../../src/catalogue/api/search-contract.ts'
import { get, send } from '../api.ts'

export const useSynonyms = (q: string, page: number) =>
  useQuery({
    queryKey: ['search-words', 'list', q, page],
    queryFn: ({ signal }) =>
      get<SynonymList>(`/api/search/synonyms?${new URLSearchParams({ q, page: String(page) })}`, signal),
    placeholderData: keepPreviousData,
  })

export const useTrial = (q: string) =>
  useQuery({
    queryKey: ['search-words', 'trial', q],
    queryFn: ({ signal }) => get<TrialAnswer>(`/api/search/trial?${new URLSearchParams({ q })}`, signal),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })

export const useUnanswered = () =>
  useQuery({
    queryKey: ['search-words', 'unanswered'],
    queryFn: ({ signal }) => get<UnansweredAnswer>('/api/search/unanswered', signal),
  })

/** Changes the list, and reads again what it changes: the list itself and what a trial finds. */
function useChange<B>(path: string, onDone: (body: B) => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: B) => send(path, body),
    onSuccess: async (_answer, body) => {
      onDone(body)
      await queries.invalidateQueries({ queryKey: ['search-words'] })
    },
  })
}

export const useKeep = (onDone: (body: KeepSynonymBody) => void) =>
  useChange<KeepSynonymBody>('/api/search/synonyms', onDone)
export const useRemove = (onDone: (body: RemoveSynonymBody) => void) =>
  useChange<RemoveSynonymBody>('/api/search/synonyms/removal', onDone)
