import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import type { VersionList } from '../../src/catalogue/api/versions-contract.ts'
import { get } from '../api.ts'
import { dayInWords, dayTime } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import { Difference } from './diff.tsx'
import { FieldHistoryList } from './field-history.tsx'
import { useItemRecord } from './use-item.ts'
import '../styles/items.css'

type Version = VersionList['versions'][0]
const STATUS_WORDS: Record<Version['status'], string> = {
  draft: '草稿',
  'in-force': '现行',
  replaced: '已替换',
}

/** 各版对照: the versions of an item, any two of them side by side, and who changed which field when. */
export default function VersionsPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useItemRecord(id)
  const versions = useQuery({
    queryKey: ['item-versions', id],
    queryFn: ({ signal }) => get<VersionList>(`/api/items/${id}/versions`, signal),
    refetchOnMount: 'always',
  })
  const content = (record.data?.draft ?? record.data?.published)?.content
  const name = content ? content.name || '没有名称的事项' : '事项'
  return (
    <Shell
      officer={officer}
      rail
      crumbs={[
        { label: '事项目录', to: '/items' },
        { label: name, to: `/items/${id}` },
        { label: '各版对照' },
      ]}
    >
      {versions.isPending && <Waiting what="各版" />}
      {versions.isError && (
        <>
          <h1 className="vh">各版对照</h1>
          <Failed what="各版" error={versions.error} retry={() => void versions.refetch()} />
        </>
      )}
      {versions.data && <Versions itemId={id} name={name} versions={versions.data.versions} />}
    </Shell>
  )
}

function Versions({ itemId, name, versions }: { itemId: string; name: string; versions: Version[] }) {
  const [params, setParams] = useSearchParams()
  const fields = params.get('view') === 'fields'
  const newest = versions[0]!.version
  const chosen = (which: string, otherwise: number) =>
    versions.find((v) => String(v.version) === params.get(which))?.version ?? otherwise
  const to = chosen('to', newest)
  const from = chosen('from', versions.find((v) => v.version < to)?.version ?? to)
  const put = (change: Record<string, string>) =>
    setParams({ ...Object.fromEntries(params), ...change }, { replace: true })
  return (
    <>
      <header className="edithead">
        <div>
          <h1>{name}：各版对照</h1>
          <p className="tiny mute">已经收的件按收件时的版本办完，旧版一直留着。</p>
        </div>
        <span className="spring" />
        <Link className="btnlink" to={`/items/${itemId}`}>
          回到编辑
        </Link>
      </header>
      <div className="versions">
        <Pane className="versionlist" label="各版">
          <ol>
            {versions.map((v) => (
              <li key={v.version}>
                <b>第 {v.version} 版</b>　{STATUS_WORDS[v.status]}
                <span className="tiny mute">
                  {v.effectiveOn && v.status !== 'draft'
                    ? `${dayInWords(v.effectiveOn)} 起施行`
                    : v.savedAt && `${v.savedBy} ${dayTime(v.savedAt)} 保存`}
                </span>
              </li>
            ))}
          </ol>
        </Pane>
        <Pane className="versionbody" label={fields ? '字段留痕' : '对照'}>
          <nav className="row between viewbar" aria-label="看什么">
            <span className="viewtabs">
              <Link to="?" aria-current={fields ? undefined : 'page'}>
                两版对照
              </Link>
              <Link to="?view=fields" aria-current={fields ? 'page' : undefined}>
                字段留痕
              </Link>
            </span>
            {!fields && versions.length > 1 && (
              <span className="row small viewpicks">
                <Pick label="改前" value={from} versions={versions} onChange={(v) => put({ from: v })} />
                <Pick label="改后" value={to} versions={versions} onChange={(v) => put({ to: v })} />
              </span>
            )}
          </nav>
          {fields ? (
            <FieldHistoryList itemId={itemId} />
          ) : from === to ? (
            <p className="small mute">
              {versions.length === 1 ? '只有一版，没有可以对照的。' : '前后是同一版。换一版来对照。'}
            </p>
          ) : (
            <Difference itemId={itemId} from={from} to={to} />
          )}
        </Pane>
      </div>
    </>
  )
}

function Pick({
  label,
  value,
  versions,
  onChange,
}: {
  label: string
  value: number
  versions: Version[]
  onChange: (version: string) => void
}) {
  return (
    <label className="nowrap">
      {label}{' '}
      <select className="pick" value={value} onChange={(e) => onChange(e.target.value)}>
        {versions.map((v) => (
          <option key={v.version} value={v.version}>
            第 {v.version} 版（{STATUS_WORDS[v.status]}）
          </option>
        ))}
      </select>
    </label>
  )
}
