import { useQuery } from '@tanstack/react-query'
import type { Comparison } from '../../src/catalogue/api/versions-contract.ts'
import { get } from '../api.ts'
import { dayTime } from '../dates.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import '../styles/diff.css'
import type { SectionId } from './sections.ts'

export type VersionName = number | 'draft' | 'in-force'

export const useComparison = (itemId: string, from: VersionName, to: VersionName, stamp = '', asked = true) =>
  useQuery({
    queryKey: ['item-diff', itemId, from, to, stamp],
    queryFn: ({ signal }) => get<Comparison>(`/api/items/${itemId}/diff?from=${from}&to=${to}`, signal),
    placeholderData: (before) => before,
    enabled: asked,
  })

/**
 * 对照: what two versions of an item differ in, section by section, the changed words marked.
 * `section`: only this one. `stamp`: changes when the draft does, so that the table follows.
 */
export function Difference({
  itemId,
  from = 'in-force',
  to = 'draft',
  section,
  stamp,
}: {
  itemId: string
  from?: VersionName
  to?: VersionName
  section?: SectionId
  stamp?: string
}) {
  const found = useComparison(itemId, from, to, stamp)
  if (found.isPending) return <Waiting what="对照" />
  if (found.isError) return <Failed what="对照" error={found.error} retry={() => void found.refetch()} />
  const sections = found.data.sections.filter((s) => section === undefined || s.id === section)
  if (sections.length === 0)
    return <p className="small mute">{section ? '这一节没有不同。' : '两版没有不同。'}</p>
  return (
    <table className="grid tight diff">
      <caption className="vh">
        第 {found.data.from} 版与第 {found.data.to} 版对照
      </caption>
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">{nameOf(from, found.data.from)}</th>
          <th scope="col">{nameOf(to, found.data.to)}</th>
          <th scope="col" className="who">
            谁改，何时
          </th>
        </tr>
      </thead>
      {sections.map((s) => (
        <tbody key={s.id}>
          {section === undefined && (
            <tr className="group">
              <th scope="rowgroup" colSpan={4}>
                <b>{s.name}</b>
                {s.rows.length} 处
              </th>
            </tr>
          )}
          {s.rows.map((row) => (
            <Row key={row.path} row={row} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

const nameOf = (name: VersionName, version: number): string =>
  name === 'draft'
    ? `草稿第 ${version} 版`
    : name === 'in-force'
      ? `现行第 ${version} 版`
      : `第 ${version} 版`

type DiffRow = Comparison['sections'][0]['rows'][0]

const KIND_WORDS: Record<DiffRow['kind'], string> = {
  changed: '',
  added: '新增',
  removed: '去掉',
  order: '换了顺序',
}

function Row({ row }: { row: DiffRow }) {
  return (
    <tr>
      <th scope="row">
        {row.label}
        {KIND_WORDS[row.kind] && <span className="tiny mute">　{KIND_WORDS[row.kind]}</span>}
      </th>
      <td>
        {row.before.length === 0 ? <span className="mute">无</span> : <Pieces pieces={row.before} was />}
      </td>
      <td>{row.after.length === 0 ? <span className="mute">无</span> : <Pieces pieces={row.after} />}</td>
      <td className="who small mute">
        {row.by}
        {row.at && <span className="nowrap">　{dayTime(row.at)}</span>}
      </td>
    </tr>
  )
}

/** Old words struck on grey, new ones underlined on blue; never red against green. */
export function Pieces({ pieces, was }: { pieces: DiffRow['before']; was?: boolean }) {
  return (
    <span className="worded">
      {pieces.map((p, i) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place
        if (!p.changed) return <span key={i}>{p.text}</span>
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        return was ? <del key={i}>{p.text}</del> : <ins key={i}>{p.text}</ins>
      })}
    </span>
  )
}
