import type { ReactElement } from 'react'
import type { Enquiry, OwnEnquiry } from '../../feedback/index.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import {
  ClockChip,
  DataTable,
  dayOfInstant,
  dayText,
  type FlashProps,
  LinkButton,
  Message,
  Opening,
} from '../../ui/index.ts'
import { enquiryChip, enquiryFacts, enquiryTitle, Thread, type ThreadProps } from '../ask/thread.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { PersonalPage, type View } from './frame.tsx'

export type ListedEnquiry = Enquiry & { words: string }

interface ListProps {
  view: View
  enquiries: ListedEnquiry[]
  calendar: WorkingCalendar
}

const MOST_WORDS = 36

export function EnquiryTable({ view, enquiries, calendar }: ListProps): ReactElement {
  const { lang, now, today } = view
  const zh = lang === 'zh'
  return (
    <DataTable
      caption={zh ? '咨询' : 'Questions'}
      columns={zh ? ['问题', '状态', '部门', '提问'] : ['Question', 'State', 'Department', 'Asked']}
      rows={enquiries.map((one) => [
        <a key="a" href={at('enquiry', { enquiryId: one.enquiryId })}>
          {one.words.length > MOST_WORDS ? `${one.words.slice(0, MOST_WORDS)}…` : one.words}
        </a>,
        <ClockChip key="c" {...enquiryChip(one, now, calendar, lang)} />,
        <span key="o" lang={zh ? undefined : 'zh-CN'}>
          {one.organName}
        </span>,
        <span key="d" className="nowrap">
          {dayText(dayOfInstant(one.firstAskedAt), { lang, today, bare: true })}
        </span>,
      ])}
    />
  )
}

/** 我的咨询. */
export function EnquiriesPage(props: ListProps): ReactElement {
  const { view, enquiries } = props
  const zh = view.lang === 'zh'
  const title = zh ? '我的咨询' : 'My questions'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      {enquiries.length > 0 ? (
        <EnquiryTable {...props} />
      ) : (
        <Message
          title={zh ? '您还没有问过' : 'No questions yet'}
          acts={<LinkButton href={ELSEWHERE.ask}>{zh ? '网上提问' : 'Ask a question'}</LinkButton>}
        >
          <p>
            {zh
              ? '登录后提的问题和部门的答复会放在这里。'
              : 'What you ask after signing in will be here, with the answers.'}
          </p>
        </Message>
      )}
    </PersonalPage>
  )
}

interface EnquiryPageProps {
  view: View
  own: OwnEnquiry
  calendar: WorkingCalendar
  followUp: ThreadProps['followUp']
  flash: FlashProps | undefined
}

/** One of my questions with its answers. */
export function EnquiryPage({ view, own, calendar, followUp, flash }: EnquiryPageProps): ReactElement {
  const { lang, now } = view
  const title = enquiryTitle(own.enquiry, lang)
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[
        { text: lang === 'zh' ? '我的' : 'Mine', href: at('my') },
        { text: lang === 'zh' ? '我的咨询' : 'My questions', href: at('enquiries') },
        { text: title },
      ]}
      {...(flash ? { flash } : {})}
    >
      <Opening title={title} sample={own.enquiry.sample} facts={enquiryFacts(own.enquiry, lang)} close />
      <Thread {...{ own, now, calendar, lang, followUp }} />
    </PersonalPage>
  )
}
