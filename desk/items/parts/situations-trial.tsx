import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { Trial, TrialBody } from '../../../src/catalogue/api/situation-contract.ts'
import { send } from '../../api.ts'
import type { Content } from '../sections.ts'
import type { SituationsEdit } from './situations.tsx'

const WAIT_MS = 350

/** Runs the tables as they are under the clerk's hands, a moment after the last change. */
export function useTrial(content: Content, answers: Record<string, string>): UseQueryResult<Trial> {
  const { situations, materials, steps, fee } = content
  const now = JSON.stringify({ guided: { situations, materials, steps, fee }, answers } satisfies TrialBody)
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), WAIT_MS)
    return () => clearTimeout(timer)
  }, [now])
  return useQuery({
    queryKey: ['situation-trial', asked],
    queryFn: () => send<Trial>('/api/situation-trials', JSON.parse(asked)),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  })
}

/** 试一试: the path as the applicant walks it, what comes out, and 存为例子. */
export function TryOut({
  edit,
  s,
  put,
  answers,
  setAnswers,
  trial,
}: SituationsEdit & {
  answers: Record<string, string>
  setAnswers: (answers: Record<string, string>) => void
  trial: UseQueryResult<Trial>
}) {
  const t = trial.data
  if (s.questions.length === 0) return null
  const shown = s.questions.filter((q) => t?.asked.includes(q.key) || t?.next === q.key)
  const walked = Object.fromEntries(
    Object.entries(answers).filter(([key]) => t?.asked.includes(key) && t.next !== key),
  )
  const keep = () => {
    if (!t?.expects) return
    const label = s.questions.flatMap(
      (q) => q.options.find((o) => o.value === walked[q.key])?.label.split(/[：，（]/)[0] ?? [],
    )
    put({
      examples: [...s.examples, { name: label.join('、'), answers: walked, expects: t.expects }],
    })
  }
  return (
    <section className="formgap">
      <h3>试一试</h3>
      <div className="tryout">
        <div className="formgap">
          {shown.map((q) => (
            <div className="field" key={q.key}>
              <label htmlFor={`try-${q.key}`}>{q.text || '没有写的问题'}</label>
              <select
                id={`try-${q.key}`}
                className="pick tall"
                value={answers[q.key] ?? ''}
                onChange={(e) => setAnswers({ ...answers, [q.key]: e.target.value })}
              >
                <option value="">选一个答案</option>
                {q.options.map((o) => (
                  <option key={o.value} value={o.value}>
                    {o.label}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
        <div className="tryresult" aria-live="polite">
          {trial.isError && <p className="alarm small">没有试成，写的还在这一页。</p>}
          {t?.outcome ? (
            <Outcome outcome={t.outcome} />
          ) : (
            <p className="small mute">左边答完，这里是申请人会看到的结果。</p>
          )}
          {t?.expects && !edit.readOnly && (
            <div>
              <Button size="small" onClick={keep}>
                存为例子
              </Button>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

function Outcome({ outcome: o }: { outcome: NonNullable<Trial['outcome']> }) {
  return (
    <>
      <p className={o.eligible ? 'good-ink' : 'warn-ink'}>
        <b>{o.eligible ? '符合条件' : `不符合 ${o.failed.length} 个条件`}</b>
      </p>
      {o.failed.map((f) => (
        <p key={f.condition + f.why} className="small">
          {f.condition}：{f.why}
          <span className="mid">{f.remedy}</span>
        </p>
      ))}
      {o.variant !== '' && <p className="small">转到 {o.variant}</p>}
      {o.notes.map((note) => (
        <p key={note} className="small">
          {note}
        </p>
      ))}
      <dl className="trylists">
        <div>
          <dt>材料 {o.materials.length} 份</dt>
          {o.materials.map((m) => (
            <dd key={m.name}>
              {m.name}
              {m.need === 'optional' && <span className="mute">　没有也可以办</span>}
              {m.need === 'later' && <span className="mute">　可以以后补</span>}
            </dd>
          ))}
          {o.materialsLeftOut.map((m) => (
            <dd key={m.name}>
              <s className="mute">{m.name}</s>
            </dd>
          ))}
        </div>
        <div>
          <dt>环节 {o.steps.length} 个</dt>
          {o.steps.map((name) => (
            <dd key={name}>{name}</dd>
          ))}
          {o.stepsLeftOut.map((step) => (
            <dd key={step.name}>
              <s className="mute">{step.name}</s>
            </dd>
          ))}
        </div>
        {o.fees.length + o.feesLeftOut.length > 0 && (
          <div>
            <dt>收费 {o.fees.length} 项</dt>
            {o.fees.map((name) => (
              <dd key={name}>{name}</dd>
            ))}
            {o.feesLeftOut.map((fee) => (
              <dd key={fee.name}>
                <s className="mute">{fee.name}</s>
              </dd>
            ))}
          </div>
        )}
      </dl>
    </>
  )
}
