import { Button, Input } from 'antd'
import { useId } from 'react'
import type { DossierRecord, MaterialView } from '../../src/casework/api/contract.ts'
import { useDraft } from '../draft.ts'
import { useKeys } from '../shell/keys.ts'
import { ActRefused } from './refused.tsx'
import { useAct } from './use-act.ts'

/** Ready words for what is often wrong; they are a beginning, the officer writes the rest. */
const PHRASES: { label: string; problem: string; cure: string }[] = [
  { label: '看不清', problem: '扫描件看不清，文字读不出来。', cure: '重新扫描，300 dpi 以上，四角都在。' },
  { label: '缺页', problem: '缺页，内容不完整。', cure: '补上缺的页，按顺序合成一份。' },
  { label: '没有签章', problem: '没有签字或者盖章。', cure: '补签字、盖章后重新上传，其他内容不用改。' },
  { label: '过期', problem: '已经过了有效期。', cure: '上传在有效期内的一份。' },
  {
    label: '与登记不一致',
    problem: '与登记的内容不一致。',
    cure: '改成与登记一致，或者上传变更登记的证明。',
  },
]

/** What is wrong and how to cure it: both, or it is not a demand that anyone can meet (Art. 15). */
export function FaultForm({ record, material }: { record: DossierRecord; material: MaterialView }) {
  const id = useId()
  const [text, keep, forget] = useDraft(`${record.dossierId}.${material.key}`, {
    problem: material.problem,
    cure: material.cure,
  })
  const whole = text.problem.trim() !== '' && text.cure.trim() !== ''
  const kept =
    material.verdict === 'fault' && material.problem === text.problem && material.cure === text.cure
  const judge = useAct<object>(record, 'material-verdicts', forget)
  const save = () => {
    if (!whole || kept || judge.isPending) return
    const words = { problem: text.problem.trim(), cure: text.cure.trim() }
    judge.mutate({ materialKey: material.key, verdict: 'fault', ...words })
  }
  useKeys({ 'Ctrl+S': save, 'Ctrl+Enter': save })
  return (
    <div className="faultform">
      <fieldset className="phrases">
        <legend className="vh">常用理由</legend>
        {PHRASES.map((p) => (
          <Button key={p.label} size="small" onClick={() => keep({ problem: p.problem, cure: p.cure })}>
            {p.label}
          </Button>
        ))}
      </fieldset>
      <div className="two">
        <div className="field wide">
          <label htmlFor={`${id}p`}>问题是什么</label>
          <Input.TextArea
            id={`${id}p`}
            rows={2}
            maxLength={500}
            value={text.problem}
            onChange={(e) => keep({ ...text, problem: e.target.value })}
          />
        </div>
        <div className="field wide">
          <label htmlFor={`${id}c`}>改成怎样就合格</label>
          <Input.TextArea
            id={`${id}c`}
            rows={2}
            maxLength={500}
            value={text.cure}
            onChange={(e) => keep({ ...text, cure: e.target.value })}
          />
        </div>
      </div>
      <ActRefused error={judge.error} dossierId={record.dossierId} />
      <div className="row">
        <span className="hintline" id={`${id}h`}>
          {kept ? '已记下，会写进补正通知书' : whole ? '还没记下' : '两处都写了才能记下'}
        </span>
        <span className="spring" />
        <Button
          size="small"
          aria-disabled={!whole || kept || judge.isPending}
          aria-describedby={`${id}h`}
          onClick={save}
        >
          记下问题 <kbd>Ctrl S</kbd>
        </Button>
      </div>
    </div>
  )
}
