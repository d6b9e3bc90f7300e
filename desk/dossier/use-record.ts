import { useQuery } from '@tanstack/react-query'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { get } from '../api.ts'

/** The record as it is on the server; asked for again three times a minute, because papers and licences are made meanwhile. */
export function useRecord(id: string) {
  return useQuery({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => get<DossierRecord>(`/api/dossiers/${id}`, signal),
    // While a licence is being made the officer waits for it; otherwise there is no hurry.
    refetchInterval: (query) => (query.state.data?.status === 'decided' ? 3_000 : 20_000),
  })
}
