import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { newKey, Refused, send } from '../api.ts'

/** The noun under a dossier for each act, as the API names it. */
export type Noun =
  | 'material-verdicts'
  | 'difference-conclusions'
  | 'corrections'
  | 'acceptance'
  | 'non-acceptance'
  | 'opinions'
  | 'decision'
  | 'pauses'
  | 'resumptions'
  | 'extension'
  | 'closing'

/**
 * Sends an act on a dossier. The key stays the same until the act is done, so that pressing again after a lost answer
 * does it once; the version says what the officer was looking at.
 */
export function useAct<C extends object>(record: DossierRecord, noun: Noun, onDone?: () => void) {
  const queries = useQueryClient()
  const key = useRef(newKey())
  return useMutation({
    mutationFn: (command: C) =>
      send<{ version: number }>(`/api/dossiers/${record.dossierId}/${noun}`, {
        ...command,
        key: key.current,
        version: record.version,
      }),
    onSuccess: async () => {
      key.current = newKey()
      onDone?.()
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['dossier', record.dossierId] }),
        queries.invalidateQueries({ queryKey: ['counts'] }),
        queries.invalidateQueries({ queryKey: ['worklist'] }),
      ])
    },
    onError: (error) => {
      // A refused act was not done; what is sent next is another act.
      if (error instanceof Refused) key.current = newKey()
    },
  })
}
