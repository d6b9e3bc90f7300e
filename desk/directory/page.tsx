import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { DirectoryList, DirectoryRow } from '../../src/catalogue/api/directory-contract.ts'
import { get } from '../api.ts'
import { Paging } from '../parts/paging.tsx'
import { Pane } from '../parts/pane.tsx'
import { Seek } from '../parts/seek.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { DirectoryHead } from './head.tsx'
import { ProposalDrawer } from './propose.tsx'
import { proposes, STATES, TYPES, typeName } from './words.ts'

const TABS = [
  { state: '', label: '全部' },
  { state: 'in-force', label: '现行' },
  { state: 'waiting', label: '待生效' },
  { state: 'suspended', label: '暂停' },
  { state: 'cancelled', label: '已取消' },
] as const

/** 基本目录: what exists by law, by code; a main item stands before its sub-items. */
export default function DirectoryPage({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const asked = {
    state: params.get('state') ?? '',
    q: params.get('q') ?? '',
    itemType: params.get('itemType') ?? '',
    mine: params.get('mine') ?? '',
    page: params.get('page') ?? '1',
  }
  const queryOf = (change: Partial<typeof asked>) => {
    const next = new URLSearchParams({ ...asked, page: '1', ...change })
    for (const [key, value] of [...next])
      if (value === '' || (key === 'page' && value === '1')) next.delete(key)
    return next.toString()
  }
  const address = (change: Partial<typeof asked>) => {
    const text = queryOf(change)
    return text ? `/directory?${text}` : '/directory'
  }
  const query = queryOf({ page: asked.page })
  const list = useQuery({
    queryKey: ['directory', 'list', query],
    queryFn: ({ signal }) => get<DirectoryList>(`/api/directory?${query}`, signal),
    placeholderData: keepPreviousData,
  })
  const data = list.data
  const page = Number(asked.page)
  const narrowed = asked.q || asked.itemType || asked.mine || asked.state
  return (
    <Shell officer={officer} crumbs={[{ label: '基本目录' }]}>
      <DirectoryHead title="基本目录" here="/directory">
        {proposes(officer) && <Button onClick={() => setAdding(true)}>提出新增</Button>}
      </DirectoryHead>
      <search className="filters">
        <Seek
          label="按名称、编码或依据找目录事项"
          placeholder="名称、基本编码、法律"
          q={asked.q}
          onSeek={(value) => void navigate(address({ q: value }))}
        />
        <select
          className="pick"
          aria-label="事项类型"
          value={asked.itemType}
          onChange={(e) => void navigate(address({ itemType: e.target.value }))}
        >
          <option value="">全部类型</option>
          {TYPES.map((t) => (
            <option key={t.value} value={t.value}>
              {t.label}
            </option>
          ))}
        </select>
        <label className="row small">
          <input
            type="checkbox"
            checked={asked.mine === 'yes'}
            onChange={(e) => void navigate(address({ mine: e.target.checked ? 'yes' : '' }))}
          />
          只看本部门实施的
        </label>
      </search>
      <nav className="tabs" aria-label="状态">
        {TABS.map((t) => (
          <Link
            key={t.state}
            to={address({ state: t.state })}
            aria-current={t.state === asked.state ? 'page' : undefined}
          >
            {t.label}
            {data && t.state && <span className="n">{data.counts[t.state]}</span>}
          </Link>
        ))}
      </nav>
      <Pane className="pagebody" label="目录事项">
        {list.isPending && <Waiting what="基本目录" />}
        {list.isError && <Failed what="基本目录" error={list.error} retry={() => void list.refetch()} />}
        {data && data.rows.length === 0 && (
          <Empty
            title={narrowed ? '这些条件下没有目录事项。' : '目录里还没有事项。'}
            action={
              narrowed ? (
                <Link className="btnlink" to="/directory">
                  看全部
                </Link>
              ) : undefined
            }
          />
        )}
        {data && data.rows.length > 0 && <Rows rows={data.rows} />}
      </Pane>
      <KeyBar
        keys={[
          [['/'], '搜索'],
          [['?'], '全部快捷键'],
        ]}
      >
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
      <ProposalDrawer operation="add" entry={null} open={adding} onClose={() => setAdding(false)} />
    </Shell>
  )
}

function Rows({ rows }: { rows: DirectoryRow[] }) {
  return (
    <table className="grid directory">
      <caption className="vh">基本目录</caption>
      <thead>
        <tr>
          <th scope="col">状态</th>
          <th scope="col">事项</th>
          <th scope="col" className="narrowgone">
            基本编码
          </th>
          <th scope="col" className="narrowgone">
            类型
          </th>
          <th scope="col" className="narrowgone">
            设定依据
          </th>
          <th scope="col" className="num">
            实施部门
          </th>
          <th scope="col" className="num narrowgone">
            版本
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r) => (
          <tr key={r.basicCode}>
            <td>
              <span className={`tag ${STATES[r.state].kind}`}>{STATES[r.state].word}</span>
            </td>
            <th scope="row" className={r.parent ? 'sub' : undefined}>
              <Link to={`/directory/${r.basicCode}`}>{r.elements.name}</Link>
              {r.sample && <span className="tag">示例</span>}
            </th>
            <td className="small mid narrowgone">{r.basicCode}</td>
            <td className="small mid narrowgone">{typeName(r.elements.itemType)}</td>
            <td className="small mid clip narrowgone">{r.elements.legalBasis[0]?.name}</td>
            <td className="num">{r.bodies > 0 ? r.bodies : <span className="mute">无</span>}</td>
            <td className="num small mid narrowgone">
              {r.version > 0 ? `第 ${r.version} 版` : `${r.effectiveOn} 起`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
