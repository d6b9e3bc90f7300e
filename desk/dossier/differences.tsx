import { Segmented } from 'antd'
import { useState } from 'react'
import type { Difference, DossierRecord } from '../../src/casework/api/contract.ts'
import { monthDay } from '../dates.ts'
import { Changed } from '../parts/changed.tsx'
import { Pane } from '../parts/pane.tsx'
import { ActRefused } from './refused.tsx'
import { useAct } from './use-act.ts'
import { OUTCOME_NAMES } from './words.ts'

const CONCLUSIONS = [
  { value: 'register', label: '以登记为准' },
  { value: 'as-filed', label: '属实' },
  { value: 'ask', label: '问申请人' },
] as const
type Conclusion = (typeof CONCLUSIONS)[number]['value']

/** 填报与登记比对: what differs is marked, what agrees is folded away; each difference takes a conclusion. */
export function Differences({ record }: { record: DossierRecord }) {
  const [all, setAll] = useState(false)
  const conclude = useAct<{ field: string; conclusion: Conclusion }>(record, 'difference-conclusions')
  const differs = record.differences.filter((d) => d.outcome === 'differs')
  const same = record.differences.filter((d) => d.outcome === 'match').length
  const missing = record.differences.filter((d) => d.outcome === 'not-found').length
  const rows = all ? record.differences : differs
  const may = record.acts.includes('conclude-difference')
  if (record.verificationState === 'not-applicable') return null
  return (
    <section className="compare" aria-label="填报与登记比对">
      <div className="row between comparehead">
        <h2>
          填报与登记比对{'　'}
          {record.verificationState === 'pending' ? (
            <span className="mute">登记还没有回，回来自动补查，不影响办理</span>
          ) : (
            <>
              <span className={differs.length > 0 ? 'warn-ink' : 'good-ink'}>{differs.length} 处不一致</span>{' '}
              <span className="mute">
                {same} 处一致{missing > 0 && `，${missing} 处登记里没有`}
              </span>
            </>
          )}
        </h2>
        {record.differences.length > 0 && (
          <label className="small nowrap">
            <input type="checkbox" checked={!all} onChange={(e) => setAll(!e.target.checked)} /> 只看不一致
          </label>
        )}
      </div>
      {conclude.error && <ActRefused error={conclude.error} dossierId={record.dossierId} />}
      {rows.length > 0 && (
        <Pane className="comparescroll" label="比对表">
          <table className="grid tight">
            <caption className="vh">申请填写与登记的比对</caption>
            <thead>
              <tr>
                <th scope="col">字段</th>
                <th scope="col">申请填写</th>
                <th scope="col">登记</th>
                <th scope="col" className="source">
                  来源
                </th>
                <th scope="col">结论</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((d) => (
                <tr key={d.field} id={`difference-${d.field}`} tabIndex={-1}>
                  <th scope="row">{d.label}</th>
                  <td>
                    {d.outcome === 'differs' ? (
                      <Changed text={d.filed} against={d.registered ?? ''} />
                    ) : (
                      d.filed
                    )}
                  </td>
                  <td>
                    <Registered d={d} />
                  </td>
                  <td className="mute source">
                    {d.source} {d.asOf && monthDay(d.asOf)}
                  </td>
                  <td>
                    {d.outcome === 'differs' && may ? (
                      <Segmented
                        size="small"
                        aria-label={`${d.label}的结论`}
                        value={d.conclusion}
                        options={[...CONCLUSIONS]}
                        onChange={(v) => conclude.mutate({ field: d.field, conclusion: v as Conclusion })}
                      />
                    ) : (
                      <span className="mute">
                        {CONCLUSIONS.find((c) => c.value === d.conclusion)?.label ?? OUTCOME_NAMES[d.outcome]}
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Pane>
      )}
    </section>
  )
}

function Registered({ d }: { d: Difference }) {
  if (d.outcome === 'pending') return <span className="mute">没核到，自动重试</span>
  if (d.outcome === 'not-found') return <span className="mute">登记里没有</span>
  return d.outcome === 'differs' ? <Changed text={d.registered ?? ''} against={d.filed} /> : d.registered
}
