import { Button, Input, Segmented } from 'antd'
import { useId, useState } from 'react'
import type { Check, DossierRecord, OwnStep } from '../../../src/casework/api/contract.ts'
import { useDraft } from '../../draft.ts'
import { useKeys } from '../../shell/keys.ts'
import { blocked } from '../check-list.tsx'
import { ActRefused, fieldOf } from '../refused.tsx'
import { useAct } from '../use-act.ts'
import { DrawingFields } from './drawings.tsx'
import { BLANK, gaps, recordSent, type Typed, type Verdict } from './opinion-text.ts'
import { PaymentFields } from './payment.tsx'
import { StepRecordFields } from './step-record.tsx'

const READY: Record<Verdict, string> = {
  agree: '符合，送下一环节',
  disagree: '不符合，送下一环节',
  return: '退回上一环节',
}

/** 环节意见. Where several branches lie with the same officer, first which of them. */
export function OpinionAct({ record, checks }: { record: DossierRecord; checks: Check[] }) {
  const [key, setKey] = useState<string | null>(null)
  const step = record.ownSteps.find((s) => s.key === key) ?? record.ownSteps[0]
  if (!step) return null
  return (
    <div className="formgap">
      {record.ownSteps.length > 1 && (
        <Segmented
          block
          aria-label="办哪个环节"
          value={step.key}
          options={record.ownSteps.map((s) => ({ value: s.key, label: s.name }))}
          onChange={(v) => setKey(v as string)}
        />
      )}
      <OpinionOf key={step.key} record={record} step={step} checks={checks} />
    </div>
  )
}

/** Verdict and words, and what a step of this kind records (Art. 14, 17, 18). */
function OpinionOf({ record, step, checks }: { record: DossierRecord; step: OwnStep; checks: Check[] }) {
  const id = useId()
  const [kept, keep, forget] = useDraft<Partial<Typed>>(`${record.dossierId}.opinion.${step.key}`, BLANK)
  const text: Typed = { ...BLANK, ...kept }
  const act = useAct<object>(record, 'opinions', forget)
  const pays = step.kind === 'payment'
  const missing = gaps(text, step)
  const stop = missing !== '' || (text.verdict !== 'return' && blocked(checks))
  const submit = () => {
    if (stop || act.isPending) return
    const done = recordSent(text, step)
    act.mutate({
      verdict: pays ? 'agree' : text.verdict,
      text: text.text.trim(),
      step: step.key,
      ...(done ? { record: done } : {}),
    })
  }
  useKeys({ 'Ctrl+Enter': submit })
  const wrong = fieldOf(act.error)
  const visits = step.kind === 'site-visit' || step.kind === 'expert-review'
  return (
    <div className="formgap">
      {visits && (
        <StepRecordFields
          kind={step.kind}
          value={text.record}
          wrong={wrong}
          onChange={(r) => keep({ ...text, record: r })}
        />
      )}
      {step.kind === 'drawing-review' && (
        <DrawingFields
          drawings={step.drawings}
          value={text.drawings}
          wrong={wrong}
          onChange={(d) => keep({ ...text, drawings: d })}
        />
      )}
      {pays && (
        <PaymentFields value={text.payment} wrong={wrong} onChange={(p) => keep({ ...text, payment: p })} />
      )}
      {!pays && (
        <Segmented
          block
          aria-label="意见"
          value={text.verdict}
          options={[
            { value: 'agree', label: step.kind === 'joint-opinion' ? '同意' : '符合' },
            { value: 'disagree', label: step.kind === 'joint-opinion' ? '不同意' : '不符合' },
            ...(step.mayReturn ? [{ value: 'return', label: '退回' }] : []),
          ]}
          onChange={(v) => keep({ ...text, verdict: v as Verdict })}
        />
      )}
      {(!pays || text.payment.how === 'waived') && (
        <div className="field wide">
          <label htmlFor={id}>{pays ? '减免的理由和依据' : '意见和理由'}</label>
          <Input.TextArea
            id={id}
            rows={4}
            maxLength={2000}
            status={wrong === 'text' ? 'error' : ''}
            value={text.text}
            onChange={(e) => keep({ ...text, text: e.target.value })}
          />
          <span className="hint">决定岗和案卷检查都会看。写的自动留在这台电脑上。</span>
        </div>
      )}
      <ActRefused error={act.error} dossierId={record.dossierId} />
      <Button
        type="primary"
        block
        data-primary
        aria-disabled={stop || act.isPending}
        aria-describedby={`${id}h`}
        onClick={submit}
      >
        {act.isPending ? '正在送…' : label(text, step, record)} <kbd>Ctrl ↵</kbd>
      </Button>
      <p className="tiny mute" id={`${id}h`}>
        {missing || (stop ? '上面空心的几条办完就能送。' : '送出后不能撤回。')}
      </p>
    </div>
  )
}

function label(text: Typed, step: OwnStep, record: DossierRecord): string {
  if (step.kind === 'payment') return '登记缴费，送下一环节'
  if (step.kind === 'joint-opinion')
    return `${text.verdict === 'agree' ? '同意' : '不同意'}，签给${record.joint?.organName ?? record.organName}`
  return READY[text.verdict]
}
