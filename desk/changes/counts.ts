import { useQuery } from '@tanstack/react-query'
import type { QueueCountsAnswer } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'

/** How many changes lie before the officer, asked for twice a minute. */
export function useChangeCounts(enabled: boolean) {
  return useQuery({
    queryKey: ['change-counts'],
    queryFn: ({ signal }) => get<QueueCountsAnswer>('/api/changes/counts', signal),
    refetchInterval: 30_000,
    enabled,
  })
}
