import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { DossierRecord } from '../../src/casework/api/contract.ts'
import { get } from '../api.ts'
import { dayTime, monthDay, shortNumber } from '../dates.ts'
import { Changed } from '../parts/changed.tsx'
import { ClockChip, readingLit } from '../parts/light.tsx'
import { Failed, Waiting } from '../parts/states.tsx'

/** What one wants to know before opening: the clock, the act, what differs, what is unseen, what happened last. */
export function Preview({ id, todo }: { id: string; todo: string }) {
  const record = useQuery({
    queryKey: ['dossier', id],
    queryFn: ({ signal }) => get<DossierRecord>(`/api/dossiers/${id}`, signal),
    staleTime: 15_000,
  })
  if (record.isPending) return <Waiting what="预览" />
  if (record.isError) return <Failed what="预览" error={record.error} retry={() => void record.refetch()} />
  const d = record.data
  const differs = d.differences.filter((x) => x.outcome === 'differs')
  const seen = d.materials.filter((m) => m.verdict !== 'unseen')
  return (
    <>
      <section>
        <div className="row between wraps">
          {d.clocks.all.length > 0 && (
            <ClockChip lit={readingLit(d.clocks.governing, d.clocks.pausedFor)} now={d.at} />
          )}
          <span className="small mute nowrap">{shortNumber(d.number)}</span>
        </div>
        <h2 className="lead">{d.applicant.name}</h2>
        <p className="small mid">
          {d.item.name}
          <br />
          {d.channel}申报，{monthDay(d.receivedAt)} 收件
          {d.acceptedAt ? `，${monthDay(d.acceptedAt)} 受理` : ''}
        </p>
      </section>
      <section>
        <h2>现在要做</h2>
        <p className="gapbelow">{todo || d.statusName}。</p>
        <Link className="btnlink small" to={`/dossiers/${id}`}>
          打开 <kbd>↵</kbd>
        </Link>
      </section>
      {differs.length > 0 && (
        <section>
          <h2>
            与登记不一致 <span className="mute small">{differs.length} 处</span>
          </h2>
          <table className="mini">
            <thead>
              <tr>
                <th scope="col">字段</th>
                <th scope="col">申请填写</th>
                <th scope="col">登记</th>
              </tr>
            </thead>
            <tbody>
              {differs.map((x) => (
                <tr key={x.field}>
                  <th scope="row">{x.label}</th>
                  <td>
                    <Changed text={x.filed} against={x.registered ?? ''} />
                  </td>
                  <td>
                    <Changed text={x.registered ?? ''} against={x.filed} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <section>
        <div className="row between">
          <h2>材料</h2>
          <span className="small mute">
            {d.materials.length} 份，看过 {seen.length} 份
          </span>
        </div>
        <ul className="checks">
          {d.materials.map((m) => (
            <li key={m.key} className={m.verdict === 'unseen' ? 'todo' : m.verdict === 'fault' ? 'warn' : ''}>
              {m.name}：{m.verdict === 'unseen' ? '没看' : m.verdict === 'ok' ? '合格' : '须补正'}
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>最近</h2>
        <ol className="log">
          {d.timeline.slice(0, 4).map((e) => (
            <li key={e.seq}>
              <time dateTime={e.at}>{dayTime(e.at)}</time>
              <span className="said">
                {e.sentence}
                <span className="mute">，{e.by}</span>
              </span>
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}
