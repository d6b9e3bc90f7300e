import { Button } from 'antd'
import type { Check, DossierRecord } from '../../../src/casework/api/contract.ts'
import { nextUnseen } from '../material-index.tsx'
import { PlainAct } from './plain.tsx'

/** 受理: while a material is unseen, looking at it is the act that comes next. */
export function AcceptAct({
  record,
  checks,
  follow,
}: {
  record: DossierRecord
  checks: Check[]
  follow: (to: string) => void
}) {
  const next = nextUnseen(record)
  return (
    <>
      {next && (
        <Button
          type="primary"
          block
          data-primary
          className="nextmaterial"
          onClick={() => follow(`material:${next.key}`)}
        >
          看下一份材料 <kbd>N</kbd>
        </Button>
      )}
      <PlainAct
        record={record}
        noun="acceptance"
        label="受理"
        hotkey="A"
        quiet={next !== undefined}
        checks={checks}
        tells="受理后发出受理承诺单，从今天起算承诺时限。不能撤回。"
      />
    </>
  )
}
