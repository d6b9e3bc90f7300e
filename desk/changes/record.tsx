import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { ChangeRecordAnswer } from '../../src/catalogue/api/life-contract.ts'
import { get } from '../api.ts'
import { dayInWords, dayTime } from '../dates.ts'
import { Difference, type VersionName } from '../items/diff.tsx'
import { GuidePreview } from '../items/guide-preview.tsx'
import { SECTIONS, sectionOf } from '../items/sections.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/changes.css'
import '../styles/items.css'
import { ActPane } from './act-pane.tsx'
import { Heirs } from './heirs.tsx'
import { Impact } from './impact.tsx'
import { KIND_NAMES, STATE_NAMES, TURN_NAMES, WORDS_ARE } from './words.ts'

/** 变更: one change, what it does, whom it meets, who did what with it, and at the right what to do now. */
export default function ChangeRecordPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const record = useQuery({
    queryKey: ['change', id],
    queryFn: ({ signal }) => get<ChangeRecordAnswer>(`/api/changes/${id}`, signal),
    refetchOnMount: 'always',
  })
  const name = record.data ? record.data.name || '没有名称的事项' : '变更'
  return (
    <Shell officer={officer} rail crumbs={[{ label: '变更', to: '/changes' }, { label: name }]}>
      {record.isPending && <Waiting what="变更" />}
      {record.isError && (
        <>
          <h1 className="vh">变更</h1>
          <Failed what="变更" error={record.error} retry={() => void record.refetch()} />
        </>
      )}
      {record.data && <Record record={record.data} />}
    </Shell>
  )
}

function Record({ record }: { record: ChangeRecordAnswer }) {
  const { change } = record
  const state = STATE_NAMES[change.state]
  const stops = record.findings.filter((f) => f.severity === 'blocks').length
  return (
    <>
      <header className="edithead">
        <div>
          <div className="row">
            <h1>
              {KIND_NAMES[change.kind]}：{record.name || '没有名称的事项'}
            </h1>
            <span className={`tag ${state.tag}`}>{state.word}</span>
            <span className="small mute nowrap">{dayTime(change.since)} 起</span>
          </div>
          <p className="tiny mute">
            {record.organName}　{record.code || '没有编码'}　{dayInWords(change.effectiveOn)} 生效
          </p>
        </div>
        <span className="spring" />
        {brings(change.kind) && change.state !== 'in-force' && (
          <GuidePreview itemId={change.itemId} stops={stops} />
        )}
        <Link className="btnlink" to={`/items/${change.itemId}`}>
          看事项全文
        </Link>
      </header>
      <div className="changework">
        <Pane className="changebody" label="变更内容">
          <What record={record} />
          <Findings record={record} />
          {record.impact && (
            <section className="sheet">
              <h2>影响谁</h2>
              <Impact impact={record.impact} kind={change.kind} />
            </section>
          )}
          <section className="sheet">
            <h2>经过</h2>
            <ol className="log">
              {record.turns.map((t) => (
                <li key={t.turn}>
                  <time dateTime={t.at}>{dayTime(t.at)}</time>
                  <span className="said">
                    {TURN_NAMES[t.act]}
                    <span className="mute">，{t.by}</span>
                    {t.words && (
                      <span className="tiny mid notetext">
                        {WORDS_ARE[t.act]}
                        {t.words}
                      </span>
                    )}
                  </span>
                </li>
              ))}
            </ol>
          </section>
        </Pane>
        <ActPane record={record} />
      </div>
    </>
  )
}

/** The kinds that bring a text of their own. */
const brings = (kind: ChangeRecordAnswer['change']['kind']): boolean => kind === 'new' || kind === 'change'

function What({ record }: { record: ChangeRecordAnswer }) {
  const { change, heirs } = record
  return (
    <section className="sheet">
      <h2>{brings(change.kind) ? '改什么' : '为什么'}</h2>
      <dl className="pairs">
        {change.reason && (
          <>
            <dt>原因</dt>
            <dd>{change.reason}</dd>
          </>
        )}
        {change.resumeOn && (
          <>
            <dt>计划恢复</dt>
            <dd>{dayInWords(change.resumeOn)}</dd>
          </>
        )}
        {change.instead && (
          <>
            <dt>去处</dt>
            <dd>{change.instead}</dd>
          </>
        )}
        {change.document && (
          <>
            <dt>文件</dt>
            <dd>{change.document}</dd>
          </>
        )}
      </dl>
      {change.kind === 'new' && (
        <p className="small">
          整份新指南。上面“按申请人样子看”是公众会看到的页，也可以
          <Link to={`/items/${change.itemId}`}>逐节看</Link>
          填的内容和依据。
        </p>
      )}
      {change.kind === 'change' && change.version !== null && (
        <Difference itemId={change.itemId} {...comparedIn(change)} />
      )}
      {heirs.length > 0 && (
        <>
          <h3>接手的部门</h3>
          <Heirs heirs={heirs} open={change.state !== 'in-force'} />
        </>
      )}
    </section>
  )
}

/** What is under way is held against the version in force; what has come into force, against the one before it. */
function comparedIn({ state, version }: ChangeRecordAnswer['change']): {
  from: VersionName
  to: VersionName
} {
  if (version === null || state !== 'in-force') return { from: 'in-force', to: 'draft' }
  return { from: version - 1, to: version }
}

function Findings({ record }: { record: ChangeRecordAnswer }) {
  const { findings } = record
  if (findings.length === 0) return null
  return (
    <section className="sheet">
      <h2>发布检查</h2>
      <ul className="checks">
        {findings.map((f) => (
          <li key={f.id + f.path} className={f.severity === 'blocks' ? 'no' : 'warn'}>
            {f.sentence}
            <span className="tiny mute">　{SECTIONS.find((s) => s.id === sectionOf(f.path))?.name}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
