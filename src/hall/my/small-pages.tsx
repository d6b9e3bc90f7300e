import type { ReactElement } from 'react'
import type { Dossier } from '../../casework/index.ts'
import { MOST_WORDS, REASONS } from '../../feedback/index.ts'
import { GRADES } from '../../regulation/index.ts'
import {
  Actions,
  Button,
  Choices,
  dayText,
  ErrorSummary,
  grouped,
  LinkButton,
  Message,
  Opening,
  Section,
  Stack,
  SummaryList,
  TextArea,
  Timeline,
} from '../../ui/index.ts'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { PersonalPage, type View } from './frame.tsx'

interface ReceiptPageProps {
  view: View
  dossier: Dossier
  queryCode: string
  acceptBy: string | null
  /** Number of the sealed receipt among the papers, once it is made. */
  receiptNo: number | null
  fresh: boolean
}

/** 收件: the number, the query code, and what happens by when. */
export function ReceiptPage({
  view,
  dossier,
  queryCode,
  acceptBy,
  receiptNo,
  fresh,
}: ReceiptPageProps): ReactElement {
  const { lang } = view
  const zh = lang === 'zh'
  const { dossierId } = dossier
  const day = acceptBy && dayText(acceptBy, { lang, today: view.today })
  return (
    <PersonalPage
      view={view}
      title={`${zh ? '收件凭证' : 'Receipt'} · ${dossier.itemName}`}
      crumbs={[
        { text: zh ? '我的' : 'Mine', href: at('my') },
        { text: dossier.itemName, href: at('dossier', { dossierId }) },
        { text: zh ? '收件凭证' : 'Receipt' },
      ]}
      {...(fresh ? { flash: { text: zh ? '已提交，部门收到了' : 'Submitted; the department has it' } } : {})}
    >
      <Opening
        title={
          zh
            ? fresh
              ? '接下来等部门答复'
              : '收件凭证和查询码'
            : fresh
              ? 'Now the department answers'
              : 'Receipt'
        }
        over={dossier.itemName}
        sample={dossier.sample}
        lead={
          fresh
            ? zh
              ? `${day ? `${day}前，部门告诉您受理不受理。` : ''}您现在不用做什么。`
              : `${day ? `The department answers by ${day}. ` : ''}You need do nothing now.`
            : undefined
        }
      />
      <SummaryList
        rows={[
          { term: zh ? '办件编号' : 'Number', value: <span className="code">{dossier.number}</span> },
          {
            term: zh ? '查询码' : 'Query code',
            value: <span className="code key-code">{grouped(queryCode)}</span>,
            source: zh
              ? '有编号和查询码，不登录也能查进度。别给不相干的人。'
              : 'With both, progress can be seen without signing in.',
          },
          { term: zh ? '收件部门' : 'Department', value: dossier.organName },
        ]}
      />
      <Stack>
        <Actions>
          <LinkButton href={at('dossier', { dossierId })}>{zh ? '看进度' : 'See progress'}</LinkButton>
          {receiptNo !== null && (
            <LinkButton
              weight="secondary"
              icon="download"
              href={at('paper', { dossierId, no: String(receiptNo) })}
            >
              {zh ? '下载收件凭证' : 'Download the receipt'}
            </LinkButton>
          )}
          <LinkButton weight="quiet" href={ELSEWHERE.home}>
            {zh ? '再办一件' : 'Another matter'}
          </LinkButton>
        </Actions>
        {fresh && receiptNo === null && (
          <p className="fine">
            {zh
              ? '盖章的收件凭证正在生成，一会儿出现在办件的「文书」里，短信也发一份编号。'
              : 'The sealed receipt is being made and appears among the papers.'}
          </p>
        )}
      </Stack>
      <Section title={zh ? '接下来' : 'What comes next'}>
        <Timeline
          variant="guide"
          steps={[
            {
              title: zh ? '和登记信息比对' : 'Comparison with the registers',
              days: zh ? '自动，几分钟' : 'minutes',
            },
            {
              title: zh ? '部门答复受理不受理' : 'The department accepts or not',
              days: day ? (zh ? `${day}前` : `by ${day}`) : zh ? '5 个工作日内' : '5 working days',
              text: zh
                ? '材料有问题，一次说清，在这里补。'
                : 'Anything missing is told once and corrected here.',
            },
            {
              title: zh ? '审查、决定、办结' : 'Examination, decision, closing',
              text: zh ? '每一步用了几天，办件页上都写着。' : 'The page shows how long each step took.',
            },
          ]}
        />
      </Section>
    </PersonalPage>
  )
}

interface RatingPageProps {
  view: View
  dossier: Dossier
  /** Given before; it cannot be given twice. */
  rated: boolean
  given: { grade: number | null; reasons: string[]; reason: string }
  fault: { field: string; sentence: string } | null
}

/** 评价 (Art. 22.1): four grades; 不满意 asks for a reason. What was typed stays. */
export function RatingPage({ view, dossier, rated, given, fault }: RatingPageProps): ReactElement {
  const { lang } = view
  const zh = lang === 'zh'
  const { dossierId } = dossier
  const title = zh ? '这次办得怎么样？' : 'How did it go?'
  const frame = {
    view,
    title,
    crumbs: [
      { text: zh ? '我的' : 'Mine', href: at('my') },
      { text: dossier.itemName, href: at('dossier', { dossierId }) },
      { text: zh ? '评价' : 'Rating' },
    ],
  }
  if (rated)
    return (
      <PersonalPage {...frame}>
        <Message
          heading="h1"
          title={zh ? '这件已经评价过了' : 'You have rated this matter'}
          acts={<LinkButton href={at('dossier', { dossierId })}>{zh ? '回到办件' : 'Back to it'}</LinkButton>}
        >
          <p>
            {zh
              ? '一件只评一次。不满意的评价由监督部门处理，处理结果会告诉您。'
              : 'Each matter is rated once.'}
          </p>
        </Message>
      </PersonalPage>
    )
  const errorOf = (field: string) => (fault?.field === field ? fault.sentence : undefined)
  return (
    <PersonalPage {...frame} faults={fault ? 1 : 0}>
      <Opening
        title={title}
        over={dossier.itemName}
        sample={dossier.sample}
        lead={
          zh
            ? '经办人看不到是谁写的。不评价，不算好评。'
            : 'The officer does not see who wrote it. No answer is not counted as praise.'
        }
      />
      {fault && (
        <ErrorSummary
          faults={[{ field: fault.field, text: fault.sentence }]}
          kept={zh ? '您填的都还在。' : 'What you wrote is still there.'}
        />
      )}
      <form method="post" action={at('rating', { dossierId })} noValidate>
        <Choices
          name="grade"
          label={zh ? '满意程度' : 'Your grade'}
          columns={2}
          options={GRADES.map((g) => ({ value: String(g.grade), label: g[lang] }))}
          value={given.grade === null ? '' : String(given.grade)}
          error={errorOf('grade')}
        />
        <Choices
          name="reasons"
          kind="several"
          optional
          label={zh ? '哪里不好' : 'What went wrong'}
          hint={
            zh ? '选了「不满意」，这里选一项或者在下面写清楚' : 'If dissatisfied, tick one or write below'
          }
          columns={2}
          options={REASONS.zh.map((value, i) => ({ value, label: REASONS[lang][i]! }))}
          value={given.reasons}
        />
        <TextArea
          name="reason"
          label={zh ? '具体说说' : 'In your own words'}
          optional
          hint={
            zh
              ? `写了原因，才能交给监督部门处理。请不要写身份证号、银行卡号。最多 ${MOST_WORDS} 个字`
              : `A reason lets the supervisors act on it. At most ${MOST_WORDS} characters`
          }
          value={given.reason}
          error={errorOf('reason')}
        />
        <Actions>
          <rb-confirm-once>
            <Button>{zh ? '提交评价' : 'Send the rating'}</Button>
          </rb-confirm-once>
          <LinkButton weight="quiet" href={at('dossier', { dossierId })}>
            {zh ? '先不评价' : 'Not now'}
          </LinkButton>
        </Actions>
      </form>
    </PersonalPage>
  )
}

interface WithdrawalPageProps {
  view: View
  dossier: Dossier
  /** Made with the page, so that pressing twice withdraws once. */
  actKey: string
}

export function WithdrawalPage({ view, dossier, actKey }: WithdrawalPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const { dossierId } = dossier
  const title = zh ? '撤回这份申请？' : 'Withdraw this application?'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[
        { text: zh ? '我的' : 'Mine', href: at('my') },
        { text: dossier.itemName, href: at('dossier', { dossierId }) },
        { text: zh ? '撤回' : 'Withdraw' },
      ]}
    >
      <Opening
        title={title}
        over={dossier.itemName}
        sample={dossier.sample}
        lead={
          zh
            ? '撤回后部门不再办这件，记录和材料都留着。以后还要办，重新申请，时间从头算。'
            : 'The department stops; the record stays. To go on later you apply anew.'
        }
      />
      <form method="post" action={at('withdrawal', { dossierId })}>
        <input type="hidden" name="key" value={actKey} />
        <TextArea
          name="reason"
          label={zh ? '为什么撤回' : 'Why'}
          optional
          rows={3}
          maxLength={300}
          hint={zh ? '写了有助于部门改进' : 'It helps the department to improve'}
        />
        <Actions>
          <rb-confirm-once>
            <Button>{zh ? '撤回申请' : 'Withdraw'}</Button>
          </rb-confirm-once>
          <LinkButton weight="secondary" href={at('dossier', { dossierId })}>
            {zh ? '不撤回' : 'Keep it'}
          </LinkButton>
        </Actions>
      </form>
    </PersonalPage>
  )
}
