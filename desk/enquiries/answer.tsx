import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerBody, EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { useDraft } from '../draft.ts'
import { Note } from '../parts/states.tsx'
import { EnquiryRefused, fieldOf } from './refused.tsx'
import { useEnquiryAct } from './use-enquiries.ts'

interface Draft {
  text: string
  /** Null while it is not to be made public. */
  publish: { question: string; answer: string | null } | null
}
const EMPTY: Draft = { text: '', publish: null }

/** 答复, kept in this browser until it is sent; to what is answered it adds a supplement. */
export function AnswerForm({ record, next }: { record: EnquiryRecord; next: string | undefined }) {
  const supplement = record.status === 'answered'
  const [draft, keep, forget] = useDraft<Draft>(`enquiry.${record.enquiryId}`, EMPTY)
  const [opened, setOpened] = useState(false)
  const [sent, setSent] = useState(false)
  const act = useEnquiryAct<Pick<AnswerBody, 'text' | 'publish'>>(record, 'answers', () => {
    forget()
    setOpened(false)
    setSent(true)
  })
  const { text, publish } = draft
  const missing = text.trim() === ''
  const send = () => {
    if (missing || act.isPending) return
    const words = publish && { question: publish.question, answer: publish.answer ?? text }
    act.mutate({ text, publish: words })
  }
  if (supplement && !opened && missing)
    return (
      <section className="sheet">
        {sent && (
          <Note kind="good">
            已答复{record.toldBySms ? '，通知提问人的消息写好了' : '。没有留手机号，提问人凭编号和查询码来看'}
            。
            {next && (
              <Link to={`/enquiries/${next}`}>
                答下一个 <kbd>N</kbd>
              </Link>
            )}
          </Note>
        )}
        <Button size="small" onClick={() => setOpened(true)}>
          写补充答复…
        </Button>
      </section>
    )
  const wrong = fieldOf(act.error)
  return (
    <section className="sheet answerform">
      <h2>{supplement ? '补充答复' : '答复'}</h2>
      <EnquiryRefused error={act.error} record={record} />
      <div className="field wide">
        <label htmlFor="answer">写给提问人</label>
        <Input.TextArea
          id="answer"
          rows={7}
          maxLength={2000}
          value={text}
          aria-invalid={wrong === 'text'}
          aria-describedby="answer-hint"
          onChange={(e) => keep({ ...draft, text: e.target.value })}
          onKeyDown={(e) => {
            if ((e.ctrlKey || e.metaKey) && e.key === 'Enter') send()
          }}
        />
        <p className="hint" id="answer-hint">
          先说能不能、怎么办，再说依据。不写个人信息。写的留在这台电脑上，发出才送出去。
        </p>
      </div>
      {record.mayPublish && <MakePublic record={record} draft={draft} keep={keep} wrong={wrong} />}
      <div className="minor">
        <Button
          type="primary"
          data-primary
          aria-disabled={missing || act.isPending}
          aria-describedby="answer-tells"
          onClick={send}
        >
          {act.isPending ? '正在发出' : publish ? '发出答复并公开' : '发出答复'}
        </Button>
      </div>
      <p className="tiny mute tells" id="answer-tells">
        {missing
          ? '还没写答复。'
          : record.toldBySms
            ? '发出以后短信告诉提问人有答复，短信里没有内容。'
            : '没有留手机号，提问人凭编号和查询码来看。'}
      </p>
    </section>
  )
}

function MakePublic({
  record,
  draft,
  keep,
  wrong,
}: {
  record: EnquiryRecord
  draft: Draft
  keep: (draft: Draft) => void
  wrong: string | undefined
}) {
  const { publish } = draft
  const asked = record.entries.findLast((e) => e.kind === 'question' || e.kind === 'follow-up')?.text ?? ''
  const change = (words: Partial<NonNullable<Draft['publish']>>) =>
    publish && keep({ ...draft, publish: { ...publish, ...words } })
  return (
    <fieldset className="makepublic">
      <Checkbox
        checked={publish !== null}
        onChange={(e) =>
          keep({ ...draft, publish: e.target.checked ? { question: asked, answer: null } : null })
        }
      >
        公开这一问一答
      </Checkbox>
      <p className="hint">放进这份指南的常见问题，别人不用再问。</p>
      {publish && (
        <>
          <div className="field wide">
            <label htmlFor="public-question">公开的问题，改成谁都能看的话</label>
            <Input.TextArea
              id="public-question"
              rows={3}
              maxLength={1000}
              value={publish.question}
              aria-invalid={wrong === 'question'}
              onChange={(e) => change({ question: e.target.value })}
            />
          </div>
          <div className="field wide">
            <label htmlFor="public-answer">公开的答复</label>
            <Input.TextArea
              id="public-answer"
              rows={4}
              maxLength={2000}
              value={publish.answer ?? draft.text}
              aria-invalid={wrong === 'answer'}
              onChange={(e) => change({ answer: e.target.value })}
            />
          </div>
          <p className="hint">删去姓名、地址、号码和只有他一家才有的情况。</p>
        </>
      )}
    </fieldset>
  )
}
