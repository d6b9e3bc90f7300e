import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { BookingList, BookingRow } from '../../src/appointments/api/contract.ts'
import { get, send } from '../api.ts'
import { dayInWords } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { onControl, useKeys } from '../shell/keys.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/bookings.css'
import { TurnAwayDrawer } from './refuse.tsx'
import { BookingRefused } from './refused.tsx'
import { type DeskList, LISTS, STATUS_TAGS, spaced, timeOf } from './words.ts'

/** 预约: who comes to the department's counters, and what became of them. */
export default function BookingsPage({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const list = LISTS.find((l) => l.list === params.get('list'))?.list ?? 'today'
  const centre = params.get('centre') ?? ''
  const number = params.get('number') ?? ''
  const address = (change: { list?: DeskList; centre?: string; number?: string }) => {
    const next = { list, centre, number: '', ...change }
    const query = new URLSearchParams(Object.entries(next).filter(([, value]) => value !== ''))
    return `/bookings?${query}`
  }
  const found = useQuery({
    queryKey: ['bookings', list, centre, number],
    queryFn: ({ signal }) =>
      get<BookingList>(`/api/bookings?${new URLSearchParams({ list, centre, number })}`, signal),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
    refetchOnMount: 'always',
  })
  const { data } = found
  const rows = data?.rows ?? []
  const [currentId, setCurrent] = useState<string | null>(null)
  const current = rows.find((r) => r.bookingId === currentId) ?? rows[0]
  const move = (by: number) => {
    const at = rows.findIndex((r) => r.bookingId === current?.bookingId)
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (!next) return
    setCurrent(next.bookingId)
    document.getElementById(`row-${next.bookingId}`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    J: () => move(1),
    K: () => move(-1),
    // A visit is recorded by a press of its own: the first one only leads to the button.
    Enter: (event) => {
      if (onControl(event)) (event.target as HTMLElement).click()
      else if (current)
        document.getElementById(`row-${current.bookingId}`)?.querySelector<HTMLElement>('button')?.focus()
    },
    ...Object.fromEntries(
      LISTS.map((l, i) => [String(i + 1), () => void navigate(address({ list: l.list }))]),
    ),
  })
  return (
    <Shell officer={officer} crumbs={[{ label: '预约' }]}>
      <div className="pagehead">
        <h1>预约</h1>
        {data && (
          <p className="mid">
            {dayInWords(data.today)}，
            {data.counts.today > 0 ? `今天 ${data.counts.today} 个` : '今天没有预约'}
            {data.counts.open > 0 && (
              <>
                ，<b className="warn-ink">{data.counts.open} 个到场还没写结果</b>
              </>
            )}
            。
          </p>
        )}
        <span className="spring" />
        <Link className="btnlink small" to="/bookings/hours">
          开放时间
        </Link>
      </div>
      <nav className="tabs" aria-label="哪些预约">
        {LISTS.map((l) => (
          <Link
            key={l.list}
            to={address({ list: l.list })}
            aria-current={l.list === list && number === '' ? 'page' : undefined}
          >
            {l.label}
            {data && <span className="n">{data.counts[l.list]}</span>}
          </Link>
        ))}
      </nav>
      <div className="filters bookingfilters">
        {data && data.centres.length > 1 && (
          <label>
            服务中心{' '}
            <select
              className="pick"
              value={centre}
              onChange={(e) => void navigate(address({ centre: e.target.value }))}
            >
              <option value="">全部</option>
              {data.centres.map((c) => (
                <option key={c.centreId} value={c.centreId}>
                  {c.name}
                </option>
              ))}
            </select>
          </label>
        )}
        <search>
          <form
            className="row"
            onSubmit={(event) => {
              event.preventDefault()
              const typed = String(new FormData(event.currentTarget).get('number') ?? '').trim()
              void navigate(address({ number: typed }))
            }}
          >
            <label>
              预约号{' '}
              <input
                key={number}
                className="pick"
                name="number"
                defaultValue={number}
                autoComplete="off"
                spellCheck={false}
                maxLength={12}
              />
            </label>
            <Button htmlType="submit">找</Button>
            {number !== '' && <Link to={address({})}>看全部</Link>}
          </form>
        </search>
      </div>
      <Pane className="pagebody" label="预约列表">
        {data?.mayHandle && rows.some((r) => r.status === 'booked' || r.status === 'arrived') && (
          <Note>只看不办：{data.mayHandle}</Note>
        )}
        {found.isPending && <Waiting what="预约" />}
        {found.isError && <Failed what="预约" error={found.error} retry={() => void found.refetch()} />}
        {data && rows.length === 0 && (
          <Empty
            title={
              number === ''
                ? LISTS.find((l) => l.list === list)!.nothing
                : `本部门没有预约号是 ${number} 的。`
            }
          >
            {number !== '' && '看一下是不是别的部门的窗口，或者号抄错了。'}
          </Empty>
        )}
        {rows.length > 0 && (
          <Rows
            rows={rows}
            dated={list !== 'today' || number !== ''}
            currentId={current?.bookingId ?? null}
            onCurrent={setCurrent}
          />
        )}
      </Pane>
      <KeyBar
        keys={[
          [['J', 'K'], '上下'],
          [['↵'], '到按钮'],
          [['1', '4'], '换筛选'],
          [['?'], '全部快捷键'],
        ]}
      >
        {data && <span>共 {rows.length} 个</span>}
      </KeyBar>
    </Shell>
  )
}

function Rows({
  rows,
  dated,
  currentId,
  onCurrent,
}: {
  rows: BookingRow[]
  dated: boolean
  currentId: string | null
  onCurrent: (id: string) => void
}) {
  return (
    <table className="grid bookings">
      <caption className="vh">预约</caption>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">谁</th>
          <th scope="col">办什么</th>
          <th scope="col" className="narrowgone">
            在哪里
          </th>
          <th scope="col">现在</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            key={row.bookingId}
            row={row}
            dated={dated}
            current={row.bookingId === currentId}
            onCurrent={onCurrent}
          />
        ))}
      </tbody>
    </table>
  )
}

function Row({
  row,
  dated,
  current,
  onCurrent,
}: {
  row: BookingRow
  dated: boolean
  current: boolean
  onCurrent: (id: string) => void
}) {
  const [opened, setOpened] = useState(false)
  const queries = useQueryClient()
  const act = useMutation({
    mutationFn: (noun: 'arrival' | 'service') =>
      send(`/api/bookings/${row.bookingId}/${noun}`, { version: row.version }),
    onSettled: () => void queries.invalidateQueries({ queryKey: ['bookings'] }),
  })
  const go = (noun: 'arrival' | 'service') => !act.isPending && act.mutate(noun)
  return (
    <tr
      className={current ? 'current' : ''}
      aria-current={current ? 'true' : undefined}
      id={`row-${row.bookingId}`}
      onMouseDown={() => onCurrent(row.bookingId)}
      onFocus={() => onCurrent(row.bookingId)}
    >
      <td className="nowrap">
        {dated && <span className="small mid">{dayInWords(row.day)} </span>}
        <b>{timeOf(row.from)}</b> <span className="code small mute">{spaced(row.number)}</span>
      </td>
      <th scope="row">
        {row.personName}
        {row.sample && <span className="tag">示例</span>}
        <span className="small mute who">{row.phoneMasked}</span>
      </th>
      <td>{row.itemName}</td>
      <td className="small mid narrowgone">{row.centreName}</td>
      <td>
        <span className={`tag ${STATUS_TAGS[row.status]}`}>{row.statusName}</span>
        {row.reason && <span className="small mid reason">{row.reason}</span>}
        {row.citation && <span className="small mute reason">{row.citation}</span>}
      </td>
      <td>
        <div className="rowacts">
          {row.acts.includes('arrive') && (
            <Button size="small" aria-disabled={act.isPending} onClick={() => go('arrival')}>
              到场<span className="vh"> {row.personName}</span>
            </Button>
          )}
          {row.acts.includes('serve') && (
            <Button size="small" type="primary" aria-disabled={act.isPending} onClick={() => go('service')}>
              办了<span className="vh"> {row.personName}</span>
            </Button>
          )}
          {row.acts.includes('refuse') && (
            <Button size="small" type="text" onClick={() => setOpened(true)}>
              没办成…<span className="vh"> {row.personName}</span>
            </Button>
          )}
        </div>
        <BookingRefused error={act.error} />
        <TurnAwayDrawer row={row} open={opened} onClose={() => setOpened(false)} />
      </td>
    </tr>
  )
}
