import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import type { ImportJobAnswer } from '../../../src/catalogue/api/transfer-contract.ts'
import { get, send } from '../../api.ts'
import { dayTime } from '../../dates.ts'
import { Pane } from '../../parts/pane.tsx'
import { Failed, Note, Waiting } from '../../parts/states.tsx'
import type { Officer } from '../../session.ts'
import { KeyBar, Shell } from '../../shell/shell.tsx'
import { JobRows } from './rows.tsx'
import {
  FORMATS,
  leftInWords,
  OUTCOME_ORDER,
  OUTCOMES,
  running,
  SHAPES,
  STATES,
  sizeInWords,
} from './words.ts'
import '../../styles/transfer.css'

/** One import: what was recognised, the dry run, the go, how far it is, the report. */
export default function ImportJobPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const job = useQuery({
    queryKey: ['import', id],
    queryFn: ({ signal }) => get<ImportJobAnswer>(`/api/imports/${id}`, signal),
    refetchInterval: (query) => (query.state.data && running(query.state.data.state) ? 1000 : false),
  })
  const crumbs = [
    { label: '事项目录', to: '/items' },
    { label: '导入', to: '/items/import' },
    { label: job.data?.fileName ?? '导入' },
  ]
  return (
    <Shell officer={officer} crumbs={crumbs}>
      {job.isPending && <Waiting what="导入" />}
      {job.isError && <Failed what="导入" error={job.error} retry={() => void job.refetch()} />}
      {job.data && <Job job={job.data} />}
    </Shell>
  )
}

function Job({ job }: { job: ImportJobAnswer }) {
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (what: 'run' | 'cancellation') =>
      send<ImportJobAnswer>(`/api/imports/${job.jobId}/${what}`, {}),
    onSuccess: (next) => client.setQueryData(['import', job.jobId], next),
  })
  const { state, tried } = job
  return (
    <>
      <div className="pagehead">
        <h1 className="clip">{job.fileName}</h1>
        <span className={`tag ${STATES[state].kind}`}>{STATES[state].word}</span>
        <span className="spring" />
        {(tried || job.written) && !running(state) && (
          <>
            <a className="btnlink" href={`/api/imports/${job.jobId}/report?format=xlsx`}>
              报告 XLSX
            </a>
            <a className="btnlink" href={`/api/imports/${job.jobId}/report?format=csv`}>
              报告 CSV
            </a>
          </>
        )}
        {(running(state) || state === 'checked') && (
          <Button onClick={() => act.mutate('cancellation')} aria-disabled={act.isPending}>
            {state === 'checked' ? '不导入' : '停止'}
          </Button>
        )}
        {state === 'checked' && (tried?.changed ?? 0) > 0 && (
          <Button type="primary" onClick={() => act.mutate('run')} aria-disabled={act.isPending}>
            导入 {tried?.changed} 个草稿
          </Button>
        )}
      </div>
      {act.isError && <Note kind="bad">{act.error.message}</Note>}
      <Pane className="pagebody transfer" label="导入的结果">
        <Recognised job={job} />
        <How job={job} />
        {(tried || job.written) && <Figures job={job} />}
      </Pane>
      <KeyBar keys={[[['?'], '全部快捷键']]}>
        <span>
          {job.by} {dayTime(job.createdAt)}，留 30 天
        </span>
      </KeyBar>
    </>
  )
}

function Recognised({ job }: { job: ImportJobAnswer }) {
  if (job.shape === '') return null
  const parts = [
    SHAPES[job.shape],
    FORMATS[job.format],
    sizeInWords(job.fileSize),
    job.records > 0 ? `${job.records} 个事项` : '',
    job.tables.length > 0 ? `${job.rowsRead} 行` : '',
  ].filter((part) => part !== '')
  return (
    <p className="mid">
      认出：{parts.join('，')}
      {job.tables.length > 0 && `；有${job.tables.map((t) => t.title).join('、')}`}。
    </p>
  )
}

/** What is going on now, or what there is to do. */
function How({ job }: { job: ImportJobAnswer }) {
  const { state, tried, written } = job
  if (state === 'failed') return <Note kind="bad">{job.refusal}</Note>
  if (state === 'reading')
    return (
      <Bar label="读文件" done={null} of={0}>
        已读 {job.rowsRead} 行
      </Bar>
    )
  if (state === 'checking' || state === 'importing')
    return (
      <Bar label={state === 'checking' ? '试跑' : '导入'} done={job.done} of={job.records}>
        {state === 'checking' ? '试跑' : '导入'} {job.done} / {job.records}，
        {leftInWords(job.secondsLeft) || '正在算要多久'}。离开这一页也会继续。
      </Bar>
    )
  if (state === 'checked')
    return (tried?.changed ?? 0) > 0 ? (
      <Note kind="warn">
        这是试跑，还没有写。导入后有 {tried?.changed} 个草稿，退回的不写；部门编辑过的不动。
      </Note>
    ) : (
      <Note>试跑完了，没有可导入的：都没有变化，或者退回。</Note>
    )
  if (state === 'done')
    return (
      <Note kind="good">
        已写 {written?.changed} 个草稿。<Link to="/items?status=draft">看草稿</Link>
      </Note>
    )
  return (
    <Note>
      {written
        ? `停在第 ${job.done} 条，已写的 ${written.changed} 个草稿留着。再导入同一个文件会接着写完。`
        : '停了，什么也没有写。'}
    </Note>
  )
}

export function Bar({
  label,
  done,
  of,
  children,
}: {
  label: string
  done: number | null
  of: number
  children: React.ReactNode
}) {
  return (
    <div className="progressline">
      <progress aria-label={label} {...(done === null ? {} : { value: done, max: Math.max(of, 1) })} />
      <p className="small mid" role="status">
        {children}
      </p>
    </div>
  )
}

function Figures({ job }: { job: ImportJobAnswer }) {
  const [params, setParams] = useSearchParams()
  // While drafts are being written the page still shows what the dry run said of the whole file.
  const trial = job.written === null || job.state === 'importing'
  const figures = (trial ? job.tried : job.written)!
  const filter = {
    outcome: params.get('outcome') ?? '',
    todo: params.get('todo') ?? '',
    fault: params.get('fault') ?? '',
  }
  const choose = (key: 'outcome' | 'todo' | 'fault', value: string) =>
    setParams(value === '' || filter[key] === value ? {} : { [key]: value }, { replace: true })
  return (
    <>
      <nav className="tabs" aria-label="按结果看">
        <Link to="?" replace aria-current={Object.values(filter).every((v) => v === '') ? 'page' : undefined}>
          全部<span className="n">{figures.total}</span>
        </Link>
        {OUTCOME_ORDER.map((o) => (
          <Link
            key={o}
            to={`?outcome=${o}`}
            replace
            title={OUTCOMES[o].means}
            aria-current={filter.outcome === o ? 'page' : undefined}
          >
            {trial ? OUTCOMES[o].trial : OUTCOMES[o].word}
            <span className={o === 'refused' && figures.outcomes[o] ? 'n hot' : 'n'}>
              {figures.outcomes[o] ?? 0}
            </span>
          </Link>
        ))}
      </nav>
      <div className="transfersplit">
        <JobRows
          jobId={job.jobId}
          filter={filter}
          stamp={job.state === 'checking' ? `checking ${job.done}` : job.state}
          trial={trial}
        />
        <aside className="side" aria-label="按原因看">
          {figures.refusals.length > 0 && (
            <section>
              <h2>退回的原因</h2>
              <ul className="kinds">
                {figures.refusals.map((r) => {
                  const key = `${r.field} ${r.reason}`
                  return (
                    <li key={key}>
                      <button
                        type="button"
                        aria-pressed={filter.fault === key}
                        onClick={() => choose('fault', key)}
                      >
                        <b>{r.records}</b>
                        <span>
                          <code>{r.field}</code>
                          {r.example}
                        </span>
                      </button>
                    </li>
                  )
                })}
              </ul>
            </section>
          )}
          {(['blocks', 'warns'] as const).map((severity) => {
            const todos = figures.todos.filter((t) => t.severity === severity)
            if (todos.length === 0) return null
            return (
              <section key={severity}>
                <h2>{severity === 'blocks' ? '发布前要补' : '要核对'}</h2>
                <ul className="kinds">
                  {todos.map((t) => (
                    <li key={t.id}>
                      <button
                        type="button"
                        aria-pressed={filter.todo === t.id}
                        onClick={() => choose('todo', t.id)}
                      >
                        <b>{t.records}</b>
                        <span>{t.id === 'source-note' ? '来源另有说明，见各条。' : t.sentence}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              </section>
            )
          })}
          {figures.refusals.length + figures.todos.length === 0 && (
            <section>
              <p className="mid">没有退回，也没有要补的。</p>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}
