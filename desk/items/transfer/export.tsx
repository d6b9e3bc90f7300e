import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import type {
  ExportCount,
  ExportProgressAnswer,
  ImportList,
} from '../../../src/catalogue/api/transfer-contract.ts'
import { get, Refused } from '../../api.ts'
import { Pane } from '../../parts/pane.tsx'
import { Failed, Note, Waiting } from '../../parts/states.tsx'
import type { Officer } from '../../session.ts'
import { KeyBar, Shell } from '../../shell/shell.tsx'
import '../../styles/transfer.css'
import { Bar } from './job.tsx'

const FORMATS = [
  { format: 'xlsx', label: 'XLSX', hint: '表格软件打开就能改，一张表一页' },
  { format: 'csv', label: 'CSV 压缩包', hint: '一张表一个文件，多少都行' },
  { format: 'json', label: 'JSON', hint: '给程序用，一张表一个数组' },
] as const

const TYPES = [
  ['', '全部类型'],
  ['01', '行政许可'],
  ['05', '行政给付'],
  ['07', '行政确认'],
  ['08', '行政奖励'],
  ['09', '行政裁决'],
  ['10', '其他类别'],
  ['20', '公共服务'],
] as const

const isWhole = (p: ExportProgressAnswer | undefined): boolean =>
  p !== undefined && p.items > 0 && p.done >= p.items

/** 导出: which items, in which format; what comes out can be changed and imported again. */
export default function ExportPage({ officer }: { officer: Officer }) {
  const [chosen, setChosen] = useState({ which: 'in-force', organ: '', type: '', q: '' })
  const [format, setFormat] = useState<(typeof FORMATS)[number]['format']>('xlsx')
  const rights = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => get<ImportList>('/api/imports', signal),
  })
  const query = new URLSearchParams({ format, ...chosen }).toString()
  const size = useQuery({
    queryKey: ['export-size', query],
    queryFn: ({ signal }) => get<ExportCount>(`/api/exports/size?${query}`, signal),
    placeholderData: keepPreviousData,
  })
  // Each export has a number under which the page asks how far it has come; the link has that of the next one.
  const [next, setNext] = useState(() => crypto.randomUUID())
  const [watch, setWatch] = useState('')
  const begin = () => {
    setWatch(next)
    // The browser takes the link's address after this.
    setTimeout(() => setNext(crypto.randomUUID()))
  }
  const making = useQuery({
    queryKey: ['export-progress', watch],
    queryFn: ({ signal }) =>
      get<ExportProgressAnswer>(`/api/exports/progress/${watch}`, signal).catch((error: unknown) => {
        // The browser may still be on its way to the file.
        if (error instanceof Refused && error.refusal.name === 'not-found') return { done: 0, items: 0 }
        throw error
      }),
    enabled: watch !== '',
    refetchInterval: ({ state }) => (isWhole(state.data) ? false : 1000),
  })
  const set = (key: keyof typeof chosen) => (event: { target: { value: string } }) =>
    setChosen((now) => ({ ...now, [key]: event.target.value }))
  const items = size.data?.items ?? 0
  const most = size.data?.mostInWorkbook ?? 0
  const workbooks = format === 'xlsx' && most > 0 ? Math.ceil(items / most) : 1
  return (
    <Shell officer={officer} crumbs={[{ label: '事项目录', to: '/items' }, { label: '导出' }]}>
      <div className="pagehead">
        <h1>导出</h1>
        <p className="mid">字段名照国家交换表，改好能再导入。</p>
        <span className="spring" />
        <Link className="btnlink" to="/items/import">
          导入
        </Link>
      </div>
      <Pane className="pagebody transfer" label="导出">
        {rights.isPending && <Waiting what="导出" />}
        {rights.isError && <Failed what="导出" error={rights.error} retry={() => void rights.refetch()} />}
        {rights.data && (
          <div className="formgap exportform">
            <div className="field">
              <label htmlFor="which">哪一版</label>
              <select id="which" className="pick tall" value={chosen.which} onChange={set('which')}>
                <option value="in-force">现行版本（群众看到的）</option>
                <option value="newest">最新一稿（有草稿的取草稿）</option>
              </select>
            </div>
            {rights.data.mayImport === 'all' && (
              <div className="field">
                <label htmlFor="organ">部门</label>
                <select id="organ" className="pick tall" value={chosen.organ} onChange={set('organ')}>
                  <option value="">全部部门</option>
                  {rights.data.organs.map((o) => (
                    <option key={o.organId} value={o.organId}>
                      {o.name}
                    </option>
                  ))}
                </select>
              </div>
            )}
            <div className="field">
              <label htmlFor="type">事项类型</label>
              <select id="type" className="pick tall" value={chosen.type} onChange={set('type')}>
                {TYPES.map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <div className="field">
              <label htmlFor="words">名称或编码里有</label>
              <input
                id="words"
                className="ant-input textline"
                value={chosen.q}
                maxLength={60}
                onChange={set('q')}
              />
            </div>
            <fieldset className="field">
              <legend className="label">格式</legend>
              {FORMATS.map((f) => (
                <label key={f.format} className="choice">
                  <input
                    type="radio"
                    name="format"
                    checked={format === f.format}
                    onChange={() => setFormat(f.format)}
                  />
                  <b>{f.label}</b>
                  <span className="mid">{f.hint}</span>
                </label>
              ))}
            </fieldset>
            {workbooks > 1 && (
              <Note>
                一个工作簿最多 {most} 个事项，这里有 {items} 个，拆成 {workbooks} 个，装在一个 ZIP
                里。再导入时逐个导入。
              </Note>
            )}
            <p className="row">
              {items > 0 ? (
                <a
                  className="btnlink primary"
                  href={`/api/exports/file?${query}&watch=${next}`}
                  download
                  onClick={begin}
                >
                  导出 {items} 个事项
                </a>
              ) : (
                <span className="mid">{size.isPending ? '' : items === 0 ? '这些条件下没有事项。' : ''}</span>
              )}
            </p>
            {making.data && watch !== '' && !isWhole(making.data) && (
              <Bar label="导出" done={making.data.done} of={making.data.items || items}>
                取出 {making.data.done} / {making.data.items || items} 个事项，取完自动下载。
              </Bar>
            )}
            {making.data && isWhole(making.data) && (
              <p className="mid" role="status">
                {making.data.items} 个事项都取出来了，文件在浏览器的下载里。
              </p>
            )}
          </div>
        )}
      </Pane>
      <KeyBar keys={[[['?'], '全部快捷键']]} />
    </Shell>
  )
}
