import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { QueueAnswer, QueueRowAnswer } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'
import { dayInWords, dayTime } from '../dates.ts'
import { Paging } from '../parts/paging.tsx'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import { holds, type Officer } from '../session.ts'
import { onControl, useKeys } from '../shell/keys.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/changes.css'
import { KIND_NAMES, STATE_NAMES } from './words.ts'

const TABS = [
  { filter: 'mine', label: '等我办' },
  { filter: 'open', label: '在途' },
  { filter: 'ended', label: '已了结' },
] as const
type Filter = (typeof TABS)[number]['filter']

const NOTHING: Record<Filter, string> = {
  mine: '现在没有等你办的变更。',
  open: '没有在途的变更。',
  ended: '还没有了结的变更。',
}

/** Where the next one comes from, for who begins changes and for who signs them. */
const wayOn = (officer: Officer): string =>
  holds(officer, 'clerk')
    ? '在“事项目录”打开一个事项，提交审核、暂停、取消都从那里起，起了就在这里。'
    : '部门提交的变更轮到你签时，出现在这里。'

/** 变更: what waits for this officer (to sign, or to mend what came back), what is under way, what has ended. */
export default function ChangeListPage({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const filter = TABS.find((t) => t.filter === params.get('filter'))?.filter ?? 'mine'
  const page = Math.max(1, Number(params.get('page') ?? '1') || 1)
  const list = useQuery({
    queryKey: ['changes', filter, page],
    queryFn: ({ signal }) => get<QueueAnswer>(`/api/changes?filter=${filter}&page=${page}`, signal),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
  const rows = list.data?.rows ?? []
  const [at, setAt] = useState(0)
  const navigate = useNavigate()
  const move = (by: number) => setAt((n) => Math.min(Math.max(0, n + by), Math.max(0, rows.length - 1)))
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    Enter: (event) => {
      const row = rows[at]
      if (row && !onControl(event)) void navigate(`/changes/${row.changeId}`)
    },
  })
  const mine = list.data?.counts.mine ?? 0
  return (
    <Shell officer={officer} crumbs={[{ label: '变更' }]}>
      <div className="pagehead">
        <h1>变更</h1>
        {list.data && (
          <p className="mid">
            {mine > 0 ? <b className="warn-ink">{mine} 件等你办</b> : '没有等你办的'}，
            {list.data.counts.open > 0 ? `在途 ${list.data.counts.open} 件` : '也没有在途的'}。
          </p>
        )}
      </div>
      <nav className="tabs" aria-label="哪些变更">
        {TABS.map((t) => (
          <Link
            key={t.filter}
            to={`/changes?filter=${t.filter}`}
            aria-current={t.filter === filter ? 'page' : undefined}
            onClick={() => setAt(0)}
          >
            {t.label}
            {list.data && <span className="n">{list.data.counts[t.filter]}</span>}
          </Link>
        ))}
      </nav>
      <Pane className="pagebody" label="变更列表">
        {list.isPending && <Waiting what="变更" />}
        {list.isError && <Failed what="变更" error={list.error} retry={() => void list.refetch()} />}
        {list.data && rows.length === 0 && (
          <Empty
            title={NOTHING[filter]}
            action={
              filter === 'mine' && list.data.counts.open > 0 ? (
                <Link className="btnlink" to="/changes?filter=open">
                  看在途的 {list.data.counts.open} 件
                </Link>
              ) : undefined
            }
          >
            {filter === 'mine' && list.data.counts.open === 0 && wayOn(officer)}
          </Empty>
        )}
        {rows.length > 0 && <Rows rows={rows} at={at} ended={filter === 'ended'} />}
      </Pane>
      <KeyBar
        keys={[
          [['J', 'K'], '上下'],
          [['Enter'], '打开'],
          [['?'], '全部快捷键'],
        ]}
      >
        {list.data && (
          <Paging
            total={list.data.total}
            pageSize={list.data.pageSize}
            unit="件"
            page={page}
            address={(n) => `/changes?filter=${filter}&page=${n}`}
          />
        )}
      </KeyBar>
    </Shell>
  )
}

function Rows({ rows, at, ended }: { rows: QueueRowAnswer[]; at: number; ended: boolean }) {
  return (
    <table className="grid changes">
      <caption className="vh">变更</caption>
      <thead>
        <tr>
          <th scope="col">在哪里</th>
          <th scope="col">事项</th>
          <th scope="col">做什么</th>
          <th scope="col" className="narrowgone">
            部门
          </th>
          <th scope="col" className="since">
            {ended ? '了结于' : '从何时起'}
          </th>
          <th scope="col" className="narrowgone">
            上一手
          </th>
          <th scope="col">生效日期</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r, i) => (
          <tr key={r.changeId} className={i === at ? 'current' : ''}>
            <td>
              <span className={`tag ${STATE_NAMES[r.state].tag}`}>{STATE_NAMES[r.state].word}</span>
            </td>
            <th scope="row">
              <Link to={`/changes/${r.changeId}`}>{r.name || '没有名称的事项'}</Link>
              {r.sample && <span className="tag">示例</span>}
            </th>
            <td>{KIND_NAMES[r.kind]}</td>
            <td className="small mid narrowgone">{r.organName}</td>
            <td className="small mid nowrap since">{dayTime(r.since)}</td>
            <td className="small mid narrowgone">{r.by}</td>
            <td className="small nowrap">{dayInWords(r.effectiveOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
