import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { WorklistCounts, WorklistPage } from '../../src/casework/api/worklist-contract.ts'
import { get } from '../api.ts'
import { hourMinute } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { onControl, useKeys } from '../shell/keys.ts'
import { countInWords, KeyBar, Shell, useCounts } from '../shell/shell.tsx'
import '../styles/worklist.css'
import { addressOf, queryOf, rememberList, SORTS, TABS, TITLES, type View, viewOf } from './address.ts'
import { Nothing } from './nothing.tsx'
import { Preview } from './preview.tsx'
import { WorklistTable } from './table.tsx'

/** 待办列表: filters, list and preview; its whole state is its address. */
export default function Worklist({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const view = viewOf(params)
  const navigate = useNavigate()
  const counts = useCounts()
  const list = useQuery({
    queryKey: ['worklist', queryOf(view)],
    queryFn: ({ signal }) => get<WorklistPage>(`/api/worklist?${queryOf(view)}`, signal),
    placeholderData: keepPreviousData,
    // The list never jumps under the hand: it changes when asked to, and says so when there is news.
    staleTime: 30_000,
  })
  const rows = list.data?.rows ?? []
  const [currentId, setCurrent] = useState<string | null>(null)
  const current = rows.find((r) => r.dossierId === currentId) ?? rows[0]
  const news = useNews(counts.data, list.dataUpdatedAt)
  const go = (change: Partial<View>) => void navigate(addressOf({ ...view, page: 1, ...change }))
  const open = (id: string | undefined) => id && void navigate(`/dossiers/${id}`)

  useEffect(() => {
    if (list.data)
      rememberList(
        addressOf(view),
        list.data.rows.map((r) => r.dossierId),
      )
  }, [list.data, view])

  const move = (by: number) => {
    const at = rows.findIndex((r) => r.dossierId === current?.dossierId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setCurrent(next.dossierId)
    document.getElementById(`row-${next.dossierId}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    Enter: (event) => {
      if (onControl(event)) (event.target as HTMLElement).click()
      else open(current?.dossierId)
    },
    Space: (event) => {
      if (!onControl(event)) go({ preview: !view.preview, page: view.page })
      else (event.target as HTMLElement).click()
    },
    N: () => open(rows[0]?.dossierId),
    ...Object.fromEntries(TABS.map((t, i) => [String(i + 1), () => go({ filter: t.filter })])),
  })

  const title = TITLES[view.filter] ?? '我的待办'
  const total = counts.data?.counts[view.filter]
  const first = (view.page - 1) * 20 + 1
  return (
    <Shell officer={officer} crumbs={[{ label: title }]}>
      <div className="pagehead">
        <h1>{title}</h1>
        {!TITLES[view.filter] && <Summary counts={counts.data} />}
        <span className="spring" />
        {news && (
          <Button
            size="small"
            onClick={() => {
              void list.refetch()
              void counts.refetch()
            }}
          >
            列表有更新，看新的
          </Button>
        )}
        {list.data && (
          <span className="small mute nowrap" role="status">
            {hourMinute(list.data.at)} 已更新
          </span>
        )}
        {!TITLES[view.filter] && rows[0] && (
          <Link className="btnlink primary" to={`/dossiers/${rows[0].dossierId}`}>
            办下一件 <kbd>N</kbd>
          </Link>
        )}
      </div>
      {!TITLES[view.filter] && <Tabs view={view} counts={counts.data} />}
      <div className={view.preview ? 'split' : 'split closed'}>
        <section className="list" aria-label={title}>
          <Filters view={view} go={go} />
          <Pane className="scroll" label="列表">
            {list.isPending && <Waiting what="办件列表" />}
            {list.isError && <Failed what="办件列表" error={list.error} retry={() => void list.refetch()} />}
            {list.data && rows.length === 0 && <Nothing view={view} counts={counts.data} />}
            {list.data && rows.length > 0 && (
              <WorklistTable
                rows={rows}
                now={list.data.at}
                grouped={view.sort === 'due' && view.filter !== 'done'}
                currentId={current?.dossierId ?? null}
                onCurrent={setCurrent}
                caption={`${title}，第 ${first} 至 ${first + rows.length - 1} 件`}
              />
            )}
          </Pane>
        </section>
        {view.preview && (
          <Pane className="side preview" label="预览">
            {current ? (
              <Preview key={current.dossierId} id={current.dossierId} todo={current.todo} />
            ) : (
              list.data && (
                <Empty title={rows.length > 0 ? '选中一件，这里先看要点。' : '没有可以预览的件。'} />
              )
            )}
          </Pane>
        )}
      </div>
      <KeyBar
        keys={[
          [['J', 'K'], '上下'],
          [['↵'], '打开'],
          [['空格'], '预览'],
          [['1', '6'], '换筛选'],
          [['?'], '全部快捷键'],
        ]}
      >
        {rows.length > 0 && (
          <span>
            第 {first}–{first + rows.length - 1} 件
            {total !== undefined && view.q === '' ? `，共 ${countInWords(total, counts.data)} 件` : ''}
          </span>
        )}
        {view.page > 1 && <Link to={addressOf({ ...view, page: view.page - 1 })}>上一页</Link>}
        {list.data?.more && <Link to={addressOf({ ...view, page: view.page + 1 })}>下一页</Link>}
      </KeyBar>
    </Shell>
  )
}

/** True when the counts have changed since the list was fetched. */
function useNews(counts: WorklistCounts | undefined, fetchedAt: number): boolean {
  const seen = useRef<{ fetchedAt: number; counts: string | null }>({ fetchedAt: 0, counts: null })
  const text = counts ? JSON.stringify(counts.counts) : null
  if (seen.current.fetchedAt !== fetchedAt) seen.current = { fetchedAt, counts: text }
  seen.current.counts ??= text
  return text !== null && seen.current.counts !== text
}

function Summary({ counts }: { counts: WorklistCounts | undefined }) {
  if (!counts) return null
  const { red } = counts
  const today = counts.counts.today - red
  if (red === 0 && today <= 0) return <p className="mid">没有红灯，今天没有到期的件。</p>
  return (
    <p className="mid">
      {red > 0 && (
        <>
          先办<b className="alarm">红灯 {red} 件</b>
        </>
      )}
      {red > 0 && today > 0 && '；'}
      {today > 0 && (
        <>
          今天 17:30 前要办 <b className="warn-ink">{today} 件</b>
        </>
      )}
      。
    </p>
  )
}

function Tabs({ view, counts }: { view: View; counts: WorklistCounts | undefined }) {
  return (
    <nav className="tabs" aria-label="已存筛选">
      {TABS.map((t) => {
        const n = counts?.counts[t.filter]
        return (
          <Link
            key={t.filter}
            to={addressOf({ ...view, filter: t.filter, page: 1 })}
            aria-current={t.filter === view.filter ? 'page' : undefined}
          >
            {t.label}
            {n !== undefined && (
              <span className={t.filter === 'red-yellow' && n > 0 ? 'n hot' : 'n'}>
                {countInWords(n, counts)}
              </span>
            )}
          </Link>
        )
      })}
    </nav>
  )
}

function Filters({ view, go }: { view: View; go: (change: Partial<View>) => void }) {
  return (
    <div className="filters">
      {view.q && (
        <span className="tag">
          含“{view.q}”
          <button type="button" className="linklike" aria-label="去掉搜索条件" onClick={() => go({ q: '' })}>
            ×
          </button>
        </span>
      )}
      <span className="spring" />
      <label className="small mute" htmlFor="sort">
        排序
      </label>
      <select
        id="sort"
        className="pick"
        value={view.sort}
        disabled={view.filter === 'done'}
        onChange={(e) => go({ sort: SORTS.find((s) => s.sort === e.target.value)?.sort ?? 'due' })}
      >
        {SORTS.map((s) => (
          <option key={s.sort} value={s.sort}>
            {s.label}
          </option>
        ))}
      </select>
      <Button
        size="small"
        className="previewswitch"
        onClick={() => go({ preview: !view.preview, page: view.page })}
      >
        {view.preview ? '收起预览' : '预览'}
      </Button>
    </div>
  )
}
