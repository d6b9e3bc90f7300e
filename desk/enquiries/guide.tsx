import type { EnquiryGuide, EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { dayInWords } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'

/** At the right: the guide at the version that the asker saw, and what others asked about it. */
export function GuidePane({ record }: { record: EnquiryRecord }) {
  const { guide, publicOnes } = record
  if (!guide)
    return (
      <Pane className="side" label="办事指南">
        <section>
          <h2>没有指明事项</h2>
          <p className="small mid">
            {record.entries.some((e) => e.kind === 'passed-on')
              ? '别的部门转来的，原因在经过里。'
              : '提问人没有选事项。不归本部门的，转给该管的部门。'}
          </p>
        </section>
      </Pane>
    )
  return (
    <Pane className="side" label="办事指南">
      <section>
        <h2>{guide.name}</h2>
        <p className="tiny mute">{guide.organName}</p>
        <p className="small">{guide.summary}</p>
        <Version guide={guide} />
      </section>
      {(guide.faq.length > 0 || publicOnes.length > 0) && (
        <section>
          <h2>常见问题</h2>
          {guide.faq.map(({ q, a }) => (
            <details key={q} className="small">
              <summary>{q}</summary>
              <p className="words">{a}</p>
            </details>
          ))}
          {publicOnes.map(({ question, answer, answeredOn }) => (
            <details key={question + answeredOn} className="small">
              <summary>{question}</summary>
              <p className="words">{answer}</p>
              <p className="tiny mute">{dayInWords(answeredOn)} 答复</p>
            </details>
          ))}
        </section>
      )}
      <Lines title="受理条件" lines={guide.conditions} />
      <Lines title="申请材料" lines={guide.materials.map((m) => `${m.name}（${m.need}）`)} />
      <Lines
        title="时限、收费、窗口"
        lines={[guide.promise, guide.fee, guide.place].filter((line) => line !== '')}
      />
    </Pane>
  )
}

function Version({ guide }: { guide: EnquiryGuide }) {
  const link = (href: string, words: string) => (
    <a href={href} target="_blank" rel="noreferrer">
      {words}
    </a>
  )
  if (guide.versionInForce === guide.version)
    return (
      <p className="small">
        第 {guide.version} 版，{link(`/items/${guide.itemId}`, '看全文')}
      </p>
    )
  return (
    <p className="small">
      提问时是第 {guide.version} 版，{link(`/g/${guide.itemId}/${guide.version}`, '看改了什么')}。
      {guide.versionInForce === null
        ? '现在没有公布的指南。'
        : `现在是第 ${guide.versionInForce} 版，按现在的答。`}
    </p>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plainlines small">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
