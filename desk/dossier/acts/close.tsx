import type { Check, DossierRecord } from '../../../src/casework/api/contract.ts'
import { PlainAct } from './plain.tsx'

/** 办结: not before the licence is made and pushed (Art. 19); the check says which of the two is missing. */
export function CloseAct({ record, checks }: { record: DossierRecord; checks: Check[] }) {
  return (
    <PlainAct
      record={record}
      noun="closing"
      label="办结"
      hotkey="A"
      checks={checks}
      tells="办结后发短信告知结果，送达回证和归档包由系统做。不能撤回。"
    />
  )
}
