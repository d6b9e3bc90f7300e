import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { ItemList, ItemListRow } from '../../src/catalogue/api/contract.ts'
import { get } from '../api.ts'
import { LIFE_NAMES, STATE_NAMES } from '../changes/words.ts'
import { dayTime } from '../dates.ts'
import { useTodos } from '../directory/use-directory.ts'
import { Paging } from '../parts/paging.tsx'
import { Pane } from '../parts/pane.tsx'
import { Seek } from '../parts/seek.tsx'
import { Empty, Failed, Note, Waiting } from '../parts/states.tsx'
import { holds, type Officer, seesTheCity, worksOnDossiers } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/items.css'

/** A clerk who holds no post on dossiers has no worklist to go to. */
const keysOf = (officer: Officer): [string[], string][] =>
  worksOnDossiers(officer)
    ? [
        [['/'], '搜索办件'],
        [['G', 'W'], '去待办'],
      ]
    : [[['/'], '搜索事项']]

const TABS = [
  { status: '', label: '全部' },
  { status: 'draft', label: '没发布' },
  { status: 'ready', label: '可以提交' },
  { status: 'published', label: '已发布' },
  { status: 'changing', label: '修改中' },
] as const

const STATUS: Record<ItemListRow['status'], { word: string; kind: string }> = {
  draft: { word: '没发布', kind: 'wait' },
  published: { word: '已发布', kind: 'ok' },
  changing: { word: '修改中', kind: 'info' },
}

/** Where its change lies, or how it has ended, says more than whether it was published. */
function statusOf(row: ItemListRow): { word: string; tag: string } {
  if (row.changeState) return STATE_NAMES[row.changeState]
  if (row.life !== 'active') return LIFE_NAMES[row.life]
  const { word, kind } = STATUS[row.status]
  return { word, tag: kind }
}

/** 事项目录: every item of the organ with its state and what its draft still lacks. */
export default function ItemListPage({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const status = params.get('status') ?? ''
  const q = params.get('q') ?? ''
  const page = Number(params.get('page') ?? '1')
  const address = (change: Record<string, string>) => {
    const next = new URLSearchParams({ status, q, page: '1', ...change })
    for (const [key, value] of [...next])
      if (value === '' || (key === 'page' && value === '1')) next.delete(key)
    const text = next.toString()
    return text ? `/items?${text}` : '/items'
  }
  const query = new URLSearchParams({
    page: String(page),
    ...(status && { status }),
    ...(q && { q }),
  }).toString()
  const list = useQuery({
    queryKey: ['items', query],
    queryFn: ({ signal }) => get<ItemList>(`/api/items?${query}`, signal),
    placeholderData: keepPreviousData,
  })
  const data = list.data
  const counts = data?.counts
  const todo = (counts?.draft ?? 0) + (counts?.changing ?? 0)
  return (
    <Shell officer={officer} crumbs={[{ label: '事项目录' }]}>
      <div className="pagehead">
        <h1>事项目录</h1>
        {counts && (
          <p className="mid">
            {todo > 0 ? (
              <>
                <b className="warn-ink">{todo} 个草稿</b>，其中 {counts.ready} 个可以提交。
              </>
            ) : (
              '没有草稿。'
            )}
          </p>
        )}
        <span className="spring" />
        {(holds(officer, 'clerk') || holds(officer, 'registrar')) && (
          <Link className="btnlink" to="/items/import">
            导入导出
          </Link>
        )}
        {holds(officer, 'clerk') && (
          <Link className="btnlink primary" to="/items/new">
            新增事项
          </Link>
        )}
      </div>
      <search className="filters">
        <Seek
          label="按名称或编码找事项"
          placeholder="名称、实施编码"
          q={q}
          onSeek={(value) => void navigate(address({ q: value }))}
        />
      </search>
      <DirectoryNote />
      <nav className="tabs" aria-label="状态">
        {TABS.map((t) => (
          <Link
            key={t.status}
            to={address({ status: t.status })}
            aria-current={t.status === status ? 'page' : undefined}
          >
            {t.label}
            {counts && t.status && <span className="n">{counts[t.status]}</span>}
          </Link>
        ))}
      </nav>
      <Pane className="pagebody" label="事项列表">
        {list.isPending && <Waiting what="事项目录" />}
        {list.isError && <Failed what="事项目录" error={list.error} retry={() => void list.refetch()} />}
        {data && data.rows.length === 0 && (
          <Empty
            title={nothing(q, status)}
            action={
              <p className="row">
                {q && status && (
                  <Link className="btnlink" to={address({ status: '' })}>
                    在全部状态里找“{q}”
                  </Link>
                )}
                {q || status ? (
                  <Link className="btnlink" to="/items">
                    看全部事项
                  </Link>
                ) : (
                  holds(officer, 'clerk') && (
                    <Link className="btnlink" to="/items/new">
                      从基本目录新增
                    </Link>
                  )
                )}
              </p>
            }
          />
        )}
        {data && data.rows.length > 0 && <Rows rows={data.rows} city={seesTheCity(officer)} />}
      </Pane>
      <KeyBar keys={[...keysOf(officer), [['?'], '全部快捷键']]}>
        {data && (
          <Paging
            total={data.total}
            pageSize={data.pageSize}
            unit="个"
            page={page}
            address={(n) => address({ page: String(n) })}
          />
        )}
      </KeyBar>
    </Shell>
  )
}

/** What is not there, in the words that were asked for. */
function nothing(q: string, status: string): string {
  const state = TABS.find((t) => t.status === status && status !== '')?.label
  if (q && state) return `“${state}”里没有名称或编码含“${q}”的事项。`
  if (q) return `没有名称或编码含“${q}”的事项。`
  return state ? `现在没有“${state}”的事项。` : '本部门还没有事项。'
}

/** What the directory changed under the items of this list. */
function DirectoryNote() {
  const todos = useTodos().data?.rows ?? []
  if (todos.length === 0) return null
  return (
    <div className="listnote">
      <Note kind="warn">
        基本目录变动后有 {todos.length} 个事项要核对：
        {todos
          .slice(0, 2)
          .map((t) => t.name)
          .join('、')}
        {todos.length > 2 ? '等' : ''}。<Link to="/directory/todos">去核对</Link>
      </Note>
    </div>
  )
}

/** Who sees the whole city needs to know whose item it is; a department knows its own. */
function Rows({ rows, city }: { rows: ItemListRow[]; city: boolean }) {
  return (
    <table className={city ? 'grid items city' : 'grid items'}>
      <caption className="vh">事项目录</caption>
      <thead>
        <tr>
          <th scope="col">状态</th>
          <th scope="col">事项</th>
          {city && (
            <th scope="col" className="organ narrowgone">
              部门
            </th>
          )}
          <th scope="col" className="impl narrowgone">
            实施编码
          </th>
          <th scope="col" className="num blocks">
            拦住
          </th>
          <th scope="col" className="num warns narrowgone">
            提醒
          </th>
          <th scope="col" className="num version narrowgone">
            现行版本
          </th>
          <th scope="col" className="saved narrowgone">
            上次修改
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.itemId}>
            <td>
              <span className={`tag ${statusOf(r).tag}`}>{statusOf(r).word}</span>
            </td>
            <th scope="row">
              <Link to={`/items/${r.itemId}`}>{r.name || '没有名称的事项'}</Link>
              {r.sample && <span className="tag">示例</span>}
            </th>
            {city && (
              <td className="small mid clip narrowgone" title={r.organName}>
                {r.organName}
              </td>
            )}
            <td className="small mid impl narrowgone">{r.handleItemCode || r.implCode}</td>
            <td className="num">{r.status === 'published' ? '' : r.blocks > 0 ? <b>{r.blocks}</b> : 0}</td>
            <td className="num narrowgone">{r.status === 'published' ? '' : r.warns}</td>
            <td className="num version narrowgone">
              {r.publishedVersion ? `第 ${r.publishedVersion} 版` : ''}
            </td>
            <td className="small mid saved narrowgone">
              {r.savedAt ? `${dayTime(r.savedAt)} ${r.savedBy}` : ''}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
