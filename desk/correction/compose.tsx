import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { dayInWords } from '../dates.ts'
import { ActRefused } from '../dossier/refused.tsx'
import { useAct } from '../dossier/use-act.ts'
import { useDraft } from '../draft.ts'
import { Pane } from '../parts/pane.tsx'
import { useKeys } from '../shell/keys.ts'
import { MaterialRow } from './material-row.tsx'

/** Left the materials, right the notice as it will be sent. What is written is saved first, so both show the same. */
export function Compose({ record }: { record: DossierRecord }) {
  const id = useId()
  const navigate = useNavigate()
  const limits = record.answerLimits
  const [days, setDays] = useState(limits[0]?.days ?? 15)
  const [reason, setReason, forget] = useDraft(`${record.dossierId}.superior`, '')
  const ask = useAct<object>(record, 'corrections', () => {
    forget()
    void navigate(`/dossiers/${record.dossierId}`)
  })
  const checks = record.checks.filter((c) => c.act === 'ask-correction')
  const faults = record.materials.filter((m) => m.verdict === 'fault')
  const unseen = record.materials.filter((m) => m.verdict === 'unseen')
  const whole = checks.every((c) => c.state !== 'todo' && c.state !== 'no')
  const ready = whole && faults.length > 0
  const submit = () => {
    if (!ready || ask.isPending) return
    ask.mutate({
      demands: faults.map((m) => ({ materialKey: m.key, problem: m.problem, cure: m.cure })),
      answerDays: days,
      ...(reason.trim() ? { superiorReason: reason.trim() } : {}),
    })
  }
  useKeys({ 'Ctrl+Enter': submit, Esc: () => void navigate(`/dossiers/${record.dossierId}`) })
  const preview = `/api/dossiers/${record.dossierId}/correction-preview?answerDays=${days}&v=${record.version}`

  return (
    <>
      <div className="compose">
        <Pane className="demands" label="逐份材料">
          <ol>
            {record.materials.map((m, i) => (
              <MaterialRow key={m.key} record={record} material={m} place={i + 1} />
            ))}
          </ol>
          <div className="terms">
            <div className="field">
              <label htmlFor={`${id}d`}>补正期限（自然日）</label>
              <select
                id={`${id}d`}
                className="pick tall"
                value={days}
                onChange={(e) => setDays(Number(e.target.value))}
              >
                {limits.map((l) => (
                  <option key={l.days} value={l.days}>
                    {l.days} 日，至 {dayInWords(l.until)}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <span className="label">补正回来后</span>
              <span className="small">由本部门在承诺时限内审，超时亮灯。</span>
            </div>
          </div>
          {record.corrections > 0 && (
            <div className="superior field wide">
              <label htmlFor={`${id}s`}>
                首次就看得见、材料又没有变的问题，由负责人写明理由（会写入留痕，计入部门考核）
              </label>
              <Input.TextArea
                id={`${id}s`}
                rows={2}
                maxLength={500}
                value={reason}
                onChange={(e) => setReason(e.target.value)}
              />
              <span className="hint">新交的材料里的新问题，和上次没有补好的问题，不用写。</span>
            </div>
          )}
        </Pane>
        <section className="noticepane" aria-label="通知书预览">
          <div className="row between">
            <h2>申请人将收到</h2>
            {ready && (
              <a className="small" href={preview} target="_blank" rel="noreferrer">
                在新窗口看
              </a>
            )}
          </div>
          {ready ? (
            <iframe className="paperframe" title="补齐补正通知书预览" src={preview} />
          ) : (
            <div className="noticegap">
              <p>
                {faults.length === 0
                  ? unseen.length > 0
                    ? '每份材料都有结论、每处问题都写了怎样改，这里就出通知书。'
                    : '没有要补正的材料，可以受理。'
                  : '还有材料没看，看完这里就出通知书。'}
              </p>
            </div>
          )}
        </section>
      </div>
      <footer className="sendbar">
        <div className="sendtext">
          <ul className="checks inline" id={`${id}c`}>
            {checks.map((c) => (
              <li key={c.sentence} className={c.state}>
                {c.sentence}
              </li>
            ))}
          </ul>
          <ActRefused error={ask.error} dossierId={record.dossierId} />
        </div>
        <Button onClick={() => void navigate(`/dossiers/${record.dossierId}`)}>回到办件</Button>
        <Button
          type="primary"
          aria-disabled={!ready || ask.isPending}
          aria-describedby={`${id}c`}
          onClick={submit}
        >
          {ask.isPending ? '正在发…' : '签章并发出'} <kbd>Ctrl ↵</kbd>
        </Button>
      </footer>
    </>
  )
}
