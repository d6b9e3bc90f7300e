import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { EnquiryCounts, EnquiryFilter, EnquiryRow } from '../../src/feedback/api/enquiry-contract.ts'
import { dayTime, dueDay, hourMinute, sameDay } from '../dates.ts'
import { Light, Meter } from '../parts/light.tsx'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { onControl, useKeys } from '../shell/keys.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/enquiries.css'
import { useEnquiryCounts, useEnquiryList } from './use-enquiries.ts'

const TABS: { filter: EnquiryFilter; label: string }[] = [
  { filter: 'open', label: '待答复' },
  { filter: 'overdue', label: '超期' },
  { filter: 'answered', label: '已答复' },
]

const addressOf = (filter: EnquiryFilter, page = 1): string => {
  const params = new URLSearchParams()
  if (filter !== 'open') params.set('filter', filter)
  if (page > 1) params.set('page', String(page))
  const text = params.toString()
  return text ? `/enquiries?${text}` : '/enquiries'
}

/** 咨询: the questions of one's own body, the first due first. */
export default function EnquiryList({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const filter = TABS.find((t) => t.filter === params.get('filter'))?.filter ?? 'open'
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1)
  const navigate = useNavigate()
  const counts = useEnquiryCounts(true)
  const list = useEnquiryList(filter, page)
  const rows = list.data?.rows ?? []
  const [currentId, setCurrent] = useState<string | null>(null)
  const current = rows.find((r) => r.enquiryId === currentId) ?? rows[0]

  const move = (by: number) => {
    const at = rows.findIndex((r) => r.enquiryId === current?.enquiryId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setCurrent(next.enquiryId)
    document.getElementById(`row-${next.enquiryId}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    Enter: (event) => {
      if (onControl(event)) (event.target as HTMLElement).click()
      else if (current) void navigate(`/enquiries/${current.enquiryId}`)
    },
    ...Object.fromEntries(TABS.map((t, i) => [String(i + 1), () => void navigate(addressOf(t.filter))])),
  })

  return (
    <Shell officer={officer} crumbs={[{ label: '咨询' }]}>
      <div className="pagehead">
        <h1>咨询</h1>
        <Summary counts={counts.data} />
        <span className="spring" />
        {list.data && (
          <span className="small mute nowrap" role="status">
            {hourMinute(list.data.at)} 已更新
          </span>
        )}
      </div>
      <nav className="tabs" aria-label="筛选">
        {TABS.map((t) => (
          <Link
            key={t.filter}
            to={addressOf(t.filter)}
            aria-current={t.filter === filter ? 'page' : undefined}
          >
            {t.label}
            {counts.data && (
              <span className={t.filter === 'overdue' && counts.data.overdue > 0 ? 'n hot' : 'n'}>
                {counts.data[t.filter]}
              </span>
            )}
          </Link>
        ))}
      </nav>
      <section className="enquirylist" aria-label="咨询列表">
        <Pane className="scroll" label="列表">
          {list.isPending && <Waiting what="咨询列表" />}
          {list.isError && <Failed what="咨询列表" error={list.error} retry={() => void list.refetch()} />}
          {list.data && rows.length === 0 && <Nothing filter={filter} />}
          {list.data && rows.length > 0 && (
            <Table
              rows={rows}
              now={list.data.at}
              filter={filter}
              currentId={current?.enquiryId ?? null}
              onCurrent={setCurrent}
            />
          )}
        </Pane>
      </section>
      <KeyBar
        keys={[
          [['J', 'K'], '上下'],
          [['↵'], '打开'],
          [['1', '3'], '换筛选'],
          [['?'], '全部快捷键'],
        ]}
      >
        {page > 1 && <Link to={addressOf(filter, page - 1)}>上一页</Link>}
        {list.data?.more && <Link to={addressOf(filter, page + 1)}>下一页</Link>}
      </KeyBar>
    </Shell>
  )
}

function Summary({ counts }: { counts: EnquiryCounts | undefined }) {
  if (!counts) return null
  if (counts.open === 0) return <p className="mid">没有等答复的问题。</p>
  if (counts.overdue === 0) return <p className="mid">没有超期的。</p>
  return (
    <p className="mid">
      先答<b className="alarm">超期 {counts.overdue} 个</b>。
    </p>
  )
}

function Nothing({ filter }: { filter: EnquiryFilter }) {
  if (filter === 'overdue') return <Empty title="没有超期的问题。" />
  if (filter === 'answered') return <Empty title="还没有答复过的问题。" />
  return <Empty title="没有等答复的问题。">有人在网上提问，就列在这里，先到期的在前。</Empty>
}

function Table({
  rows,
  now,
  filter,
  currentId,
  onCurrent,
}: {
  rows: EnquiryRow[]
  now: string
  filter: EnquiryFilter
  currentId: string | null
  onCurrent: (id: string) => void
}) {
  return (
    <table className="grid enquiries">
      <caption className="vh">{TABS.find((t) => t.filter === filter)?.label}的咨询</caption>
      <thead>
        <tr>
          <th scope="col">{filter === 'answered' ? '答复' : '灯与到期（工作日）'}</th>
          <th scope="col">问题</th>
          <th scope="col">关于</th>
          <th scope="col" className="num">
            已用 / 限
          </th>
          <th scope="col" className="num no">
            编号
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line
            key={row.enquiryId}
            row={row}
            now={now}
            current={row.enquiryId === currentId}
            onCurrent={onCurrent}
          />
        ))}
      </tbody>
    </table>
  )
}

function Line({
  row,
  now,
  current,
  onCurrent,
}: {
  row: EnquiryRow
  now: string
  current: boolean
  onCurrent: (id: string) => void
}) {
  const { lit } = row
  return (
    <tr
      className={current ? 'current' : ''}
      aria-current={current ? 'true' : undefined}
      id={`row-${row.enquiryId}`}
      onMouseDown={() => onCurrent(row.enquiryId)}
    >
      <td className="due">
        {row.answeredAt ? (
          <>
            {dayTime(row.answeredAt)}
            {lit.remainingDays < 0 && <span className="tag bad">超期 {-lit.remainingDays} 日</span>}
          </>
        ) : (
          <>
            <Light lit={lit} now={now} />
            {lit.dueAt && (
              <span className="when">
                {sameDay(lit.dueAt, now) ? hourMinute(lit.dueAt) : dueDay(lit.dueAt)}
              </span>
            )}
          </>
        )}
      </td>
      <th scope="row" className="act">
        <Link to={`/enquiries/${row.enquiryId}`} onFocus={() => onCurrent(row.enquiryId)} title={row.words}>
          {row.words}
        </Link>
      </th>
      <td className="about">
        <span className="clip">{row.itemName || '没有指明事项'}</span>
        {row.followUp && <span className="tag info">追问</span>}
        {row.passedOnFrom && (
          <span className="tag" title={`${row.passedOnFrom}转来`}>
            转来
          </span>
        )}
        {row.sample && <span className="tag">示例</span>}
      </td>
      <td className="num use">
        {lit.usedDays} / {lit.limitDays}{' '}
        {!row.answeredAt && <Meter used={lit.usedDays} limit={lit.limitDays} light={lit.light} />}
      </td>
      <td className="num no">{row.number.slice(6)}</td>
    </tr>
  )
}
