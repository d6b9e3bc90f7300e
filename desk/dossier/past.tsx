import { Segmented } from 'antd'
import { useState } from 'react'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { dayTime, monthDay } from '../dates.ts'
import { VERDICT_NAMES } from './words.ts'

/** What was asked for and said before: corrections, opinions with their records, and every event with who did it. */
export function Past({ record }: { record: DossierRecord }) {
  const [whose, setWhose] = useState<'all' | 'people'>('all')
  const events = record.timeline.filter((e) => whose === 'all' || !e.bySystem)
  return (
    <>
      {record.correctionsAsked.length > 0 && (
        <section>
          <h2>补正</h2>
          {record.correctionsAsked.map((c) => (
            <div key={c.no} className="past">
              <p className="small">
                {monthDay(c.askedAt)} {c.askedBy}告知 {c.demands.length} 处，
                {c.answeredAt ? `${monthDay(c.answeredAt)} 已补` : `${c.answerUntil} 前补齐`}
              </p>
              <ul className="small mid">
                {c.demands.map((d) => (
                  <li key={d.materialKey + d.problem}>
                    {d.name}：{d.problem}
                  </li>
                ))}
              </ul>
              {c.superiorReason && <p className="small warn-ink">负责人说明：{c.superiorReason}</p>}
            </div>
          ))}
        </section>
      )}
      {record.opinions.length > 0 && (
        <section>
          <h2>意见</h2>
          {record.opinions.map((o) => (
            <div key={o.no} className="past">
              <p className="small">
                <b>{o.stepName}</b> {o.organName} {o.by}：{verdictName(record, o)}
              </p>
              <p className="small mid">{o.text}</p>
              {o.drawings.length > 0 && (
                <ul className="small mid">
                  {o.drawings.map((d) => (
                    <li key={d.name}>
                      {d.name}：{d.verdict === 'ok' ? '合格' : '不合格'}
                      {d.opinion && `，${d.opinion}`}
                    </li>
                  ))}
                </ul>
              )}
              {o.record && (
                <p className="tiny mute">
                  {o.record.heldAt}，{o.record.people.join('、')}。{o.record.findings}
                </p>
              )}
            </div>
          ))}
        </section>
      )}
      <section>
        <div className="row between">
          <h2>经过</h2>
          <Segmented
            size="small"
            aria-label="看哪些经过"
            value={whose}
            options={[
              { value: 'all', label: `全部 ${record.timeline.length}` },
              { value: 'people', label: '人办的' },
            ]}
            onChange={(v) => setWhose(v as 'all' | 'people')}
          />
        </div>
        <ol className="log">
          {events.map((e) => (
            <li key={e.seq}>
              <time dateTime={e.at}>{dayTime(e.at)}</time>
              <span className="said">
                {e.sentence}
                <span className="mute">，{e.by}</span>
                {e.note && <span className="tiny mid notetext">{e.note}</span>}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

/** At the step of the decision an opinion is the decision itself. */
function verdictName(record: DossierRecord, opinion: DossierRecord['opinions'][number]): string {
  if (opinion.payment) return '已登记'
  if (opinion.organName) return opinion.verdict === 'agree' ? '同意' : '不同意'
  const decides = record.steps.some((s) => s.name === opinion.stepName && s.post === 'approver')
  if (!decides) return VERDICT_NAMES[opinion.verdict] ?? ''
  return opinion.verdict === 'agree' ? '准予' : '不予许可'
}
