import { Button, Input, Segmented } from 'antd'
import { useId } from 'react'
import type { Check, DossierRecord } from '../../../src/casework/api/contract.ts'
import { useKeys } from '../../shell/keys.ts'
import { blocked } from '../check-list.tsx'
import { useDraft } from '../draft.ts'
import { ActRefused, fieldOf } from '../refused.tsx'
import { useAct } from '../use-act.ts'
import { StepRecordFields, type StepRecordText } from './step-record.tsx'

type Verdict = 'agree' | 'disagree' | 'return'
interface Text {
  verdict: Verdict
  text: string
  record: StepRecordText
}

const BLANK: Text = {
  verdict: 'agree',
  text: '',
  record: { day: '', time: '', people: ['', ''], findings: '' },
}
const READY: Record<Verdict, string> = {
  agree: '符合，送下一环节',
  disagree: '不符合，送下一环节',
  return: '退回上一环节',
}

/** 环节意见: verdict, words, and for a visit or a review its record of process and result (Art. 17). */
export function OpinionAct({ record, checks }: { record: DossierRecord; checks: Check[] }) {
  const id = useId()
  const [text, keep, forget] = useDraft(`${record.dossierId}.opinion.${record.stepKey}`, BLANK)
  const act = useAct<object>(record, 'opinions', forget)
  const wantsRecord = record.stepKind === 'site-visit' || record.stepKind === 'expert-review'
  const missing = gaps(text, wantsRecord, record.stepKind)
  const stop = missing !== '' || (text.verdict !== 'return' && blocked(checks))
  const submit = () => {
    if (stop || act.isPending) return
    act.mutate({
      verdict: text.verdict,
      text: text.text.trim(),
      ...(wantsRecord
        ? {
            record: {
              heldAt: `${text.record.day} ${text.record.time}`.trim(),
              people: text.record.people.map((p) => p.trim()).filter(Boolean),
              findings: text.record.findings.trim(),
            },
          }
        : {}),
    })
  }
  useKeys({ 'Ctrl+Enter': submit })
  const wrong = fieldOf(act.error)
  return (
    <div className="formgap">
      {wantsRecord && (
        <StepRecordFields
          kind={record.stepKind}
          value={text.record}
          wrong={wrong}
          onChange={(r) => keep({ ...text, record: r })}
        />
      )}
      <Segmented
        block
        aria-label="意见"
        value={text.verdict}
        options={[
          { value: 'agree', label: '符合' },
          { value: 'disagree', label: '不符合' },
          { value: 'return', label: '退回' },
        ]}
        onChange={(v) => keep({ ...text, verdict: v as Verdict })}
      />
      <div className="field wide">
        <label htmlFor={id}>意见和理由</label>
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
      <ActRefused error={act.error} dossierId={record.dossierId} />
      <Button
        type="primary"
        block
        data-primary
        aria-disabled={stop || act.isPending}
        aria-describedby={`${id}h`}
        onClick={submit}
      >
        {act.isPending ? '正在送…' : READY[text.verdict]} <kbd>Ctrl ↵</kbd>
      </Button>
      <p className="tiny mute" id={`${id}h`}>
        {missing || (stop ? '上面空心的几条办完就能送。' : '送出后由下一环节办，不能撤回。')}
      </p>
    </div>
  )
}

/** What is still unwritten, in one sentence; empty when nothing. */
function gaps(text: Text, wantsRecord: boolean, kind: string): string {
  const open: string[] = []
  if (wantsRecord) {
    const people = text.record.people.filter((p) => p.trim() !== '').length
    if (!text.record.day || !text.record.time) open.push('时间')
    if (people < (kind === 'site-visit' ? 2 : 1))
      open.push(kind === 'site-visit' ? '两名以上踏勘人' : '专家姓名')
    if (!text.record.findings.trim()) open.push('看到的情况')
  }
  if (!text.text.trim()) open.push('意见')
  return open.length > 0 ? `还没写：${open.join('、')}。` : ''
}
