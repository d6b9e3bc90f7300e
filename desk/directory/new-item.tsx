import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { Addables, NewItem, NewItemBody } from '../../src/catalogue/api/directory-contract.ts'
import { get, newKey, Refused } from '../api.ts'
import { Pane } from '../parts/pane.tsx'
import { Seek } from '../parts/seek.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { NotDone } from '../parts/not-done.tsx'
import { useDirectoryAct } from './use-directory.ts'
import { levelNames, typeName } from './words.ts'

type Addable = Addables['rows'][number]

/** 新增事项: choose from the directory what the department implements; what it should have and lacks comes first. */
export default function NewItemPage({ officer }: { officer: Officer }) {
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const q = params.get('q') ?? ''
  const found = useQuery({
    queryKey: ['directory', 'addable', q],
    queryFn: ({ signal }) => get<Addables>(`/api/directory/addable?q=${encodeURIComponent(q)}`, signal),
    placeholderData: keepPreviousData,
  })
  const rows = found.data?.rows ?? []
  const due = rows.filter((r) => r.expected)
  const rest = rows.filter((r) => !r.expected)
  return (
    <Shell officer={officer} crumbs={[{ label: '事项目录', to: '/items' }, { label: '新增事项' }]}>
      <div className="pagehead">
        <h1>新增事项</h1>
        <p className="mid">从基本目录里选。名称、类型、依据照目录，编码由系统给。</p>
      </div>
      <search className="filters">
        <Seek
          label="在基本目录里找"
          placeholder="名称、基本编码"
          q={q}
          onSeek={(value) =>
            void navigate(value ? `/items/new?q=${encodeURIComponent(value)}` : '/items/new')
          }
        />
      </search>
      <Pane className="pagebody" label="可以新增的事项">
        {found.isPending && <Waiting what="基本目录" />}
        {found.isError && <Failed what="基本目录" error={found.error} retry={() => void found.refetch()} />}
        {found.data && rows.length === 0 && (
          <Empty title={q ? `目录里没有归本部门实施的“${q}”。` : '目录里没有归本部门实施的事项。'} />
        )}
        {found.data && rows.length > 0 && due.length === 0 && !q && (
          <p className="small mid addednote">
            目录里归本部门实施的都有了。一个事项要分情形办（变更、延续、补办），在下面加业务办理项。
          </p>
        )}
        {due.length > 0 && <Group title="本部门应当有、还没有的" rows={due} />}
        {rest.length > 0 && <Group title="本部门已经有的" rows={rest} />}
        {found.data && (
          <p className="small mid addednote">
            要办的不在这里：目录里没有的，到<Link to="/directory">基本目录</Link>
            提出新增；目录里有、实施部门没有本部门的，在那一项提出变更。审改部门同意、生效以后再来新增。
          </p>
        )}
      </Pane>
    </Shell>
  )
}

function Group({ title, rows }: { title: string; rows: Addable[] }) {
  return (
    <section className="addgroup">
      <h2>
        {title} <span className="small mute">{rows.length} 个</span>
      </h2>
      <ul>
        {rows.map((row) => (
          <Choice key={row.basicCode} row={row} />
        ))}
      </ul>
    </section>
  )
}

function Choice({ row }: { row: Addable }) {
  const id = useId()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [variantName, setVariantName] = useState('')
  const [itemId, setItemId] = useState(newKey)
  const again = row.existing.length > 0
  const act = useDirectoryAct<NewItemBody, NewItem>(
    () => '/api/items',
    (made) => void navigate(`/items/${made.itemId}`),
  )
  const add = () =>
    act.mutate(
      { basicCode: row.basicCode, variantName, itemId },
      // A refused item was not made: what is asked next is another one.
      { onError: (error) => error instanceof Refused && setItemId(newKey()) },
    )
  const ready = (!again || variantName.trim() !== '') && !act.isPending
  return (
    <li className="addable">
      <div className="what">
        <b>{row.name}</b>
        <span className="small mid">
          {row.basicCode}　{typeName(row.itemType)}　{levelNames(row.levels)}
          {row.legalBasis && `　《${row.legalBasis}》`}
        </span>
        {again && (
          <span className="small">
            已有：
            {row.existing.map((i) => (
              <Link key={i.itemId} to={`/items/${i.itemId}`} className="spaced">
                {i.name}
              </Link>
            ))}
          </span>
        )}
        {open && (
          <div className="field">
            <label htmlFor={id}>这个业务办理项和已有的有什么不同</label>
            <Input
              id={id}
              maxLength={60}
              placeholder="例如 变更、延续、补办"
              value={variantName}
              onChange={(e) => setVariantName(e.target.value)}
            />
          </div>
        )}
        <NotDone error={act.error} />
      </div>
      {again && !open ? (
        <Button onClick={() => setOpen(true)}>加业务办理项</Button>
      ) : (
        <Button
          type={row.expected || open ? 'primary' : 'default'}
          aria-disabled={!ready}
          onClick={() => ready && add()}
          aria-label={`新增 ${row.name}`}
        >
          {act.isPending ? '正在建…' : '新增'}
        </Button>
      )}
    </li>
  )
}
