import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { useKeyedAct } from '../keyed-act.ts'

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

/** Sends an act on a dossier, as {@link useKeyedAct} does. */
export const useAct = <C extends object>(record: DossierRecord, noun: Noun, onDone?: () => void) =>
  useKeyedAct<C>({
    path: `/api/dossiers/${record.dossierId}/${noun}`,
    version: record.version,
    stale: [['dossier', record.dossierId], ['counts'], ['worklist']],
    onDone,
  })
