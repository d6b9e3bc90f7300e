import { useNavigate, useParams } from 'react-router'
import type { EnquiryEntry, EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { dayTime } from '../dates.ts'
import { ClockChip } from '../parts/light.tsx'
import { Pane } from '../parts/pane.tsx'
import { Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { useKeys } from '../shell/keys.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/enquiries.css'
import { AnswerForm } from './answer.tsx'
import { GuidePane } from './guide.tsx'
import { OtherActs } from './other-acts.tsx'
import { Published } from './published.tsx'
import { useEnquiry, useEnquiryList } from './use-enquiries.ts'

/** One question: what was said, the answer to write, and at the right the guide that it is about. */
export default function EnquiryRecordPage({ officer }: { officer: Officer }) {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const record = useEnquiry(id)
  const open = useEnquiryList('open', 1).data?.rows.map((r) => r.enquiryId) ?? []
  const others = open.filter((one) => one !== id)
  const at = open.indexOf(id)
  const go = (to: string | undefined) => to && void navigate(`/enquiries/${to}`)
  useKeys({
    J: () => go(at < 0 ? others[0] : open[at + 1]),
    K: () => go(open[at - 1]),
    N: () => go(others[0]),
    R: () => document.getElementById('answer')?.focus(),
  })
  const title = record.data ? record.data.guide?.name || '没有指明事项的咨询' : '咨询'
  return (
    <Shell officer={officer} rail crumbs={[{ label: '咨询', to: '/enquiries' }, { label: title }]}>
      {record.isPending && <Waiting what="咨询" />}
      {record.isError && (
        <>
          <h1 className="vh">咨询</h1>
          <Failed what="咨询" error={record.error} retry={() => void record.refetch()} />
        </>
      )}
      {record.data && (
        <Record key={record.data.enquiryId} record={record.data} title={title} next={others[0]} />
      )}
      <KeyBar
        keys={[
          [['R'], '写答复'],
          [['Ctrl', '↵'], '发出'],
          [['J', 'K'], '下、上一个'],
          [['?'], '全部快捷键'],
        ]}
      >
        <span>还有 {others.length} 个等答复</span>
      </KeyBar>
    </Shell>
  )
}

function Record({ record, title, next }: { record: EnquiryRecord; title: string; next: string | undefined }) {
  return (
    <>
      <header className="enquiryhead">
        <div>
          {record.status === 'open' && <ClockChip lit={record.lit} now={record.at} />}
          <h1>{title}</h1>
          {record.status === 'answered' && <span className="tag ok">已答复</span>}
          {record.sample && <span className="tag">示例</span>}
        </div>
        <p className="tiny mute">
          <span className="code">{record.number}</span>　{record.ruling}
        </p>
      </header>
      <div className="enquirywork">
        <Pane className="enquirybody" label="问和答">
          <ol className="thread" aria-label="问和答">
            {record.entries.map((entry) => (
              <Said key={entry.no} entry={entry} />
            ))}
          </ol>
          <AnswerForm record={record} next={next} />
          <Published record={record} />
          {record.status === 'open' && <OtherActs record={record} />}
          <WhyClock why={record.why} />
        </Pane>
        <GuidePane record={record} />
      </div>
    </>
  )
}

const KIND_WORDS: Record<EnquiryEntry['kind'], string> = {
  question: '提问',
  'follow-up': '追问',
  answer: '答复',
  supplement: '补充答复',
  'passed-on': '转办',
  extended: '延长时限',
}

function Said({ entry }: { entry: EnquiryEntry }) {
  const asker = entry.kind === 'question' || entry.kind === 'follow-up'
  return (
    <li className={asker ? 'asked' : entry.kind}>
      <p className="tiny mute">
        <b>{KIND_WORDS[entry.kind]}</b>　{asker ? '' : `${entry.organName}　${entry.by}　`}
        <time dateTime={entry.at}>{dayTime(entry.at)}</time>
      </p>
      <p className="words">
        {entry.kind === 'passed-on' && `转给${entry.toOrganName}：`}
        {entry.text}
      </p>
    </li>
  )
}

function WhyClock({ why }: { why: string[] }) {
  return (
    <details className="small">
      <summary>时限怎么算的</summary>
      <ul className="whylist">
        {why.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  )
}
