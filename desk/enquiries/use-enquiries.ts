import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type {
  EnquiryCounts,
  EnquiryFilter,
  EnquiryPage,
  EnquiryRecord,
} from '../../src/feedback/api/enquiry-contract.ts'
import { get, newKey, Refused, send } from '../api.ts'

/** How many questions lie before the body, asked for twice a minute. */
export function useEnquiryCounts(enabled: boolean) {
  return useQuery({
    queryKey: ['enquiry-counts'],
    queryFn: ({ signal }) => get<EnquiryCounts>('/api/enquiries/counts', signal),
    refetchInterval: 30_000,
    enabled,
  })
}

export function useEnquiryList(filter: EnquiryFilter, page: number) {
  return useQuery({
    queryKey: ['enquiries', filter, page],
    queryFn: ({ signal }) => get<EnquiryPage>(`/api/enquiries?filter=${filter}&page=${page}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 15_000,
  })
}

export function useEnquiry(id: string) {
  return useQuery({
    queryKey: ['enquiry', id],
    queryFn: ({ signal }) => get<EnquiryRecord>(`/api/enquiries/${id}`, signal),
    refetchOnMount: 'always',
  })
}

/** The noun under a question for each act, as the API names it. */
type Noun = 'answers' | 'passing-on' | 'extension' | 'publication' | 'withdrawal'

/**
 * Sends an act on a question. The key stays the same until the act is done, so that pressing again after a lost answer does it once; the
 * version says what the officer was looking at.
 */
export function useEnquiryAct<C extends object>(record: EnquiryRecord, noun: Noun, onDone?: () => void) {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (command: C) =>
      send<{ version: number }>(`/api/enquiries/${record.enquiryId}/${noun}`, {
        ...command,
        key: key.current,
        version: record.version,
      }),
    onSuccess: async () => {
      key.current = newKey()
      onDone?.()
      await Promise.all(
        [['enquiry', record.enquiryId], ['enquiries'], ['enquiry-counts']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      )
    },
    onError: (error) => {
      // A refused act was not done; what is sent next is another act.
      if (error instanceof Refused) key.current = newKey()
    },
  })
}
