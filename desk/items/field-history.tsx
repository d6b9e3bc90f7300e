import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import type { FieldHistory } from '../../src/catalogue/api/versions-contract.ts'
import { get } from '../api.ts'
import { dayTime } from '../dates.ts'
import { changedPieces } from '../parts/pieces.ts'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { Pieces } from './diff.tsx'
import { keyedPath } from './keyed-path.ts'
import type { Content } from './sections.ts'

type Change = FieldHistory['changes'][0]

export const useFieldHistory = (itemId: string, stamp = '') =>
  useQuery({
    queryKey: ['field-history', itemId, stamp],
    queryFn: ({ signal }) => get<FieldHistory>(`/api/items/${itemId}/field-history`, signal),
    placeholderData: (before) => before,
  })

const History = createContext<{ content: Content; changes: Change[] } | null>(null)

/** Lets every field below say who changed it. `stamp`: changes when the draft does. */
export function FieldHistoryProvider({
  itemId,
  content,
  stamp,
  children,
}: {
  itemId: string
  content: Content
  stamp: string
  children: ReactNode
}) {
  const found = useFieldHistory(itemId, stamp)
  const value = found.data ? { content, changes: found.data.changes } : null
  return <History.Provider value={value}>{children}</History.Provider>
}

/** Beside a field: who wrote what is in it, and what stood there before. Nothing where nobody has changed it. */
export function FieldHistoryMark({ path, label }: { path: string; label: string }) {
  const history = useContext(History)
  if (history === null) return null
  const place = keyedPath(history.content, path)
  const changes = history.changes.filter((c) => c.path === place)
  const [last] = changes
  if (!last) return null
  return (
    <details className="fieldmark">
      <summary>
        {last.by} {dayTime(last.at)} 改<span className="vh">，看{label}的留痕</span>
      </summary>
      <ol className="fieldlog">
        {changes.slice(0, 6).map((c) => (
          <li key={c.at}>
            <span className="mute nowrap">
              {dayTime(c.at)}　{c.by}
            </span>
            <Change change={c} />
          </li>
        ))}
        {changes.length > 6 && <li className="mute">更早还有 {changes.length - 6} 次</li>}
      </ol>
    </details>
  )
}

function Change({ change: { before, after } }: { change: Change }) {
  return (
    <span>
      <Marked text={before} against={after} was />
      <span className="mute"> → </span>
      <Marked text={after} against={before} />
    </span>
  )
}

/** A text with what differs from the other one marked; old words struck, new ones underlined. */
function Marked({ text, against, was = false }: { text: string; against: string; was?: boolean }) {
  if (text === '') return <span className="mute">无</span>
  return <Pieces pieces={changedPieces(text, against).a} was={was} />
}

/** 字段留痕 as a list, newest first. */
export function FieldHistoryList({ itemId }: { itemId: string }) {
  const found = useFieldHistory(itemId)
  if (found.isPending) return <Waiting what="字段留痕" />
  if (found.isError) return <Failed what="字段留痕" error={found.error} retry={() => void found.refetch()} />
  if (found.data.changes.length === 0)
    return <Empty title="还没有人在这里改过。">改动从第一次保存起逐处记下。</Empty>
  return (
    <table className="grid tight diff">
      <caption className="vh">字段留痕，新的在前</caption>
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">改前</th>
          <th scope="col">改后</th>
          <th scope="col" className="who">
            谁改，何时
          </th>
        </tr>
      </thead>
      <tbody>
        {found.data.changes.map((c) => (
          <tr key={`${c.at}${c.path}`}>
            <th scope="row">{c.label}</th>
            <td>
              <Marked text={c.before} against={c.after} was />
            </td>
            <td>
              <Marked text={c.after} against={c.before} />
            </td>
            <td className="who small mute">
              {c.by}　<span className="nowrap">{dayTime(c.at)}</span>　第 {c.version} 版
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
