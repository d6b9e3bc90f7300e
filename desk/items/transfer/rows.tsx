import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { ImportRow, ImportRows } from '../../../src/catalogue/api/transfer-contract.ts'
import { get } from '../../api.ts'
import { Empty, Failed, Waiting } from '../../parts/states.tsx'
import { OUTCOMES } from './words.ts'

/** What becomes of each record; fifty at a time. */
export function JobRows({
  jobId,
  filter,
  stamp,
  trial,
}: {
  jobId: string
  filter: { outcome: string; todo: string; fault: string }
  /** Changes when the job has come further. */
  stamp: string
  trial: boolean
}) {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== '')).toString()
  const rows = useInfiniteQuery({
    queryKey: ['import-rows', jobId, query, stamp],
    queryFn: ({ pageParam, signal }) =>
      get<ImportRows>(`/api/imports/${jobId}/rows?${query}&after=${pageParam}`, signal),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  if (rows.isPending) return <Waiting what="各条的结果" />
  if (rows.isError) return <Failed what="各条的结果" error={rows.error} retry={() => void rows.refetch()} />
  const all = rows.data.pages.flatMap((page) => page.rows)
  if (all.length === 0) return <Empty title="这一类现在没有。" />
  return (
    <div className="rowsof">
      <table className="grid tall">
        <caption className="vh">各条的结果</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              条
            </th>
            <th scope="col">结果</th>
            <th scope="col">事项</th>
            <th scope="col">原因和要补的</th>
          </tr>
        </thead>
        <tbody>
          {all.map((row) => (
            <Row key={row.no} row={row} trial={trial} />
          ))}
        </tbody>
      </table>
      {rows.hasNextPage && (
        <p className="morerows">
          <Button onClick={() => void rows.fetchNextPage()}>再看 50 条</Button>
        </p>
      )}
    </div>
  )
}

function Row({ row, trial }: { row: ImportRow; trial: boolean }) {
  const { word, trial: would, kind } = OUTCOMES[row.outcome]
  // An import that was stopped has not come to every record.
  const written = !trial && !(row.outcome === 'imported' && row.itemId === null)
  const blocks = row.todos.filter((t) => t.severity === 'blocks')
  const warns = row.todos.length - blocks.length
  return (
    <tr>
      <td className="num">{row.no}</td>
      <td>
        <span className={`tag ${kind}`}>{written ? word : would}</span>
      </td>
      <th scope="row">
        {row.itemId ? (
          <Link to={`/items/${row.itemId}`}>{row.name || '没有名称的事项'}</Link>
        ) : (
          <b>{row.name || '没有名称的事项'}</b>
        )}
        <span className="tiny mute code">{row.implCode || '没有实施编码'}</span>
      </th>
      <td className="small">
        {row.faults.map((f) => (
          <p key={`${f.field} ${f.reason}`}>
            {f.field && <code>{f.field}</code>}
            {f.sentence}
          </p>
        ))}
        {row.todos.length > 0 && (
          <details>
            <summary>
              {blocks.length > 0 ? `发布前要补 ${blocks.length} 处` : '没有拦住发布的'}
              {warns > 0 && `，要核对 ${warns} 处`}
            </summary>
            <ul className="checks">
              {row.todos.map((t) => (
                <li key={`${t.id} ${t.path}`} className={t.severity === 'blocks' ? 'no' : 'warn'}>
                  {t.sentence}
                </li>
              ))}
            </ul>
          </details>
        )}
        {row.faults.length + row.todos.length === 0 && <span className="mute">没有要补的</span>}
      </td>
    </tr>
  )
}
