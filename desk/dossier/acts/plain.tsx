import { Button } from 'antd'
import type { Check, DossierRecord } from '../../../src/casework/api/contract.ts'
import { blocked } from '../check-list.tsx'
import { ActRefused } from '../refused.tsx'
import { type Noun, useAct } from '../use-act.ts'

/** An act that needs no words: one button, what it does said beside it. Blocked, it stays in reach and says why. */
export function PlainAct({
  record,
  noun,
  label,
  tells,
  checks,
  hotkey,
  quiet = false,
}: {
  record: DossierRecord
  noun: Noun
  label: string
  tells: string
  checks: Check[]
  hotkey?: string
  /** Another act comes first; this one steps back. */
  quiet?: boolean
}) {
  const act = useAct<object>(record, noun)
  const stop = blocked(checks)
  return (
    <>
      <ActRefused error={act.error} dossierId={record.dossierId} />
      <Button
        type={quiet ? 'default' : 'primary'}
        block
        {...(quiet ? {} : { 'data-primary': true })}
        aria-disabled={stop || act.isPending}
        aria-describedby="tells"
        onClick={() => !stop && !act.isPending && act.mutate({})}
      >
        {act.isPending ? '正在办…' : label} {hotkey && <kbd>{hotkey}</kbd>}
      </Button>
      <p className="tiny mute tells" id="tells">
        {stop ? '上面空心和方块的几条办完就能按。' : tells}
      </p>
    </>
  )
}
