import { Button, Input } from 'antd'
import { useState } from 'react'
import type { EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { dayInWords } from '../dates.ts'
import { EnquiryRefused } from './refused.tsx'
import { useEnquiryAct } from './use-enquiries.ts'

/** What of this question is public, to be taken down; or the way to make its answer public later. */
export function Published({ record }: { record: EnquiryRecord }) {
  const [opened, setOpened] = useState(false)
  const { published } = record
  if (record.status === 'open' && published.length === 0) return null
  if (!record.mayPublish && published.length === 0) return null
  if (published.length === 0 && !opened)
    return (
      <section className="sheet">
        <h2>公开</h2>
        <p className="small">这一问一答没有公开。</p>
        <Button size="small" onClick={() => setOpened(true)}>
          公开这一问一答…
        </Button>
      </section>
    )
  if (published.length === 0) return <PublishLater record={record} close={() => setOpened(false)} />
  return (
    <section className="sheet">
      <h2>公开的</h2>
      {published.map((one) => (
        <Shown key={one.no} record={record} one={one} />
      ))}
    </section>
  )
}

function Shown({ record, one }: { record: EnquiryRecord; one: EnquiryRecord['published'][number] }) {
  const act = useEnquiryAct<{ no: number }>(record, 'withdrawal')
  return (
    <div className="shown">
      <EnquiryRefused error={act.error} record={record} />
      <p>
        <b>{one.question}</b>
      </p>
      <p className="words">{one.answer}</p>
      <p className="tiny mute">{dayInWords(one.answeredOn)} 答复，在指南的常见问题里</p>
      <Button
        size="small"
        className="danger-act"
        aria-disabled={act.isPending}
        onClick={() => !act.isPending && act.mutate({ no: one.no })}
      >
        {act.isPending ? '正在撤下' : '撤下'}
      </Button>
    </div>
  )
}

function PublishLater({ record, close }: { record: EnquiryRecord; close: () => void }) {
  const lastOf = (...kinds: string[]) => record.entries.findLast((e) => kinds.includes(e.kind))?.text ?? ''
  const [question, setQuestion] = useState(lastOf('question', 'follow-up'))
  const [answer, setAnswer] = useState(lastOf('answer', 'supplement'))
  const act = useEnquiryAct<{ question: string; answer: string }>(record, 'publication', close)
  const missing = question.trim() === '' || answer.trim() === ''
  return (
    <section className="sheet">
      <h2>公开这一问一答</h2>
      <EnquiryRefused error={act.error} record={record} />
      <div className="field wide">
        <label htmlFor="later-question">公开的问题，改成谁都能看的话</label>
        <Input.TextArea
          id="later-question"
          rows={3}
          maxLength={1000}
          value={question}
          onChange={(e) => setQuestion(e.target.value)}
        />
      </div>
      <div className="field wide">
        <label htmlFor="later-answer">公开的答复</label>
        <Input.TextArea
          id="later-answer"
          rows={4}
          maxLength={2000}
          value={answer}
          onChange={(e) => setAnswer(e.target.value)}
        />
      </div>
      <div className="minor">
        <Button
          aria-disabled={missing || act.isPending}
          onClick={() => !missing && !act.isPending && act.mutate({ question, answer })}
        >
          {act.isPending ? '正在公开' : '公开'}
        </Button>
        <Button onClick={close}>不公开</Button>
      </div>
      <p className="tiny mute tells">删去姓名、地址、号码和只有他一家才有的情况。</p>
    </section>
  )
}
