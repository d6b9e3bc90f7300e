import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type {
  EnquiryCounts,
  EnquiryFilter,
  EnquiryPage,
  EnquiryRecord,
} from '../../src/feedback/api/enquiry-contract.ts'
import { get } from '../api.ts'
import { useKeyedAct } from '../keyed-act.ts'

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

/** Sends an act on a question, as {@link useKeyedAct} does. */
export const useEnquiryAct = <C extends object>(record: EnquiryRecord, noun: Noun, onDone?: () => void) =>
  useKeyedAct<C>({
    path: `/api/enquiries/${record.enquiryId}/${noun}`,
    version: record.version,
    stale: [['enquiry', record.enquiryId], ['enquiries'], ['enquiry-counts']],
    onDone,
  })
