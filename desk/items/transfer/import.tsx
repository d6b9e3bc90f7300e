import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { ImportJobAnswer, ImportList } from '../../../src/catalogue/api/transfer-contract.ts'
import { get } from '../../api.ts'
import { dayTime } from '../../dates.ts'
import { Pane } from '../../parts/pane.tsx'
import { Empty, Failed, Note, Waiting } from '../../parts/states.tsx'
import type { Officer } from '../../session.ts'
import { KeyBar, Shell } from '../../shell/shell.tsx'
import { upload } from './upload.ts'
import { OUTCOME_ORDER, OUTCOMES, running, STATES } from './words.ts'
import '../../styles/transfer.css'

/** 导入: a file goes in, its dry run comes out; and the imports of the last thirty days. */
export default function ImportPage({ officer }: { officer: Officer }) {
  const list = useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => get<ImportList>('/api/imports', signal),
    refetchInterval: (query) => (query.state.data?.jobs.some((j) => running(j.state)) ? 3000 : false),
  })
  const data = list.data
  return (
    <Shell officer={officer} crumbs={[{ label: '事项目录', to: '/items' }, { label: '导入' }]}>
      <div className="pagehead">
        <h1>导入</h1>
        <p className="mid">先试跑，看过结果再导入。导入的都是草稿，不会发布。</p>
        <span className="spring" />
        <Link className="btnlink" to="/items/export">
          导出
        </Link>
      </div>
      <Pane className="pagebody transfer" label="导入">
        {list.isPending && <Waiting what="导入记录" />}
        {list.isError && <Failed what="导入记录" error={list.error} retry={() => void list.refetch()} />}
        {data && (
          <>
            <ChooseFile list={data} />
            <section aria-labelledby="past">
              <h2 id="past">最近的导入</h2>
              {data.jobs.length === 0 ? (
                <Empty title="还没有导入过。">从“导出”取一份现有事项，可以照着填。</Empty>
              ) : (
                <Past jobs={data.jobs} />
              )}
            </section>
          </>
        )}
      </Pane>
      <KeyBar keys={[[['?'], '全部快捷键']]}>
        <span>文件和报告留 30 天</span>
      </KeyBar>
    </Shell>
  )
}

function ChooseFile({ list }: { list: ImportList }) {
  const navigate = useNavigate()
  const [file, setFile] = useState<File | null>(null)
  const [to, setTo] = useState('')
  const [sent, setSent] = useState<number | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const begin = (event: FormEvent) => {
    event.preventDefault()
    if (!file) return setError(new Error('先选一个文件。'))
    setError(null)
    setSent(0)
    upload(file, to, setSent).then(
      ({ jobId }) => void navigate(`/items/import/${jobId}`),
      (failed: Error) => {
        setSent(null)
        setError(failed)
      },
    )
  }
  const own = list.mayImport === 'own' ? list.organs[0] : undefined
  return (
    <form className="choose" onSubmit={begin}>
      <div className="formgap">
        <div className="field">
          <label htmlFor="file">文件</label>
          <input
            id="file"
            type="file"
            accept=".xlsx,.zip,.csv,.json"
            aria-describedby="file-hint"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
          <p id="file-hint" className="hint">
            XLSX、CSV 压缩包、CSV 或 JSON，最大 200 MB。
          </p>
        </div>
        <div className="field">
          <label htmlFor="to">归哪个部门</label>
          <select id="to" className="pick tall" value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="">{own ? `文件里${own.name}的` : '照文件里写的部门'}</option>
            {list.organs.map((o) => (
              <option key={o.organId} value={o.organId}>
                别处的指南，收作{o.name}的草稿
              </option>
            ))}
          </select>
          {to !== '' && <p className="hint">部门和编码换成本部门的，原来的记在草稿的提醒里。</p>}
        </div>
        {error && <Note kind="bad">{error.message}</Note>}
        <div className="row">
          <Button type="primary" htmlType="submit" aria-disabled={sent !== null}>
            试跑
          </Button>
          {sent !== null && (
            <span className="mid" role="status">
              {sent < 1 ? `已送 ${Math.floor(sent * 100)}%` : '文件已送到，正在存'}
            </span>
          )}
        </div>
      </div>
      <aside aria-label="能导入什么">
        <h2>能导入什么</h2>
        <dl className="pairs">
          <dt>国家交换表</dt>
          <dd>
            XLSX 一张表一页，CSV 一张表一个文件打成 ZIP，JSON 一张表一个数组。表名、字段名照
            up_task_general_basic 等。缺的表和列，原有的不动。
          </dd>
          <dt>别处的指南</dt>
          <dd>JSON：省级清单、事项库、网页摘录，自动认。</dd>
          <dt>多大</dt>
          <dd>XLSX 约一万个事项，JSON 100 MB；再多用 CSV 压缩包，十万个也行。CSV 用 UTF-8。</dd>
        </dl>
      </aside>
    </form>
  )
}

function Past({ jobs }: { jobs: ImportJobAnswer[] }) {
  return (
    <table className="grid pasttable">
      <caption className="vh">最近的导入</caption>
      <thead>
        <tr>
          <th scope="col">状态</th>
          <th scope="col">文件</th>
          <th scope="col" className="num narrowgone">
            条数
          </th>
          <th scope="col">结果</th>
          <th scope="col" className="narrowgone">
            时间
          </th>
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.jobId}>
            <td>
              <span className={`tag ${STATES[job.state].kind}`}>{STATES[job.state].word}</span>
            </td>
            <th scope="row">
              <Link to={`/items/import/${job.jobId}`}>{job.fileName}</Link>
            </th>
            <td className="num narrowgone">{job.records}</td>
            <td className="small mid">{figuresOf(job)}</td>
            <td className="small mid narrowgone">
              {dayTime(job.createdAt)} {job.by}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function figuresOf(job: ImportJobAnswer): string {
  const figures = job.written ?? job.tried
  if (job.refusal) return job.refusal
  if (!figures) return ''
  return OUTCOME_ORDER.filter((o) => (figures.outcomes[o] ?? 0) > 0)
    .map((o) => `${job.written ? OUTCOMES[o].word : OUTCOMES[o].trial} ${figures.outcomes[o]}`)
    .join('，')
}
