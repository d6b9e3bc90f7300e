import type { ReactElement } from 'react'
import type { SeenLookUp } from '../../exchange/index.ts'
import type { Message as TextMessage } from '../../messages/index.ts'
import { type AssuranceLevel, LEVELS } from '../../regulation/index.ts'
import {
  Actions,
  Button,
  DataTable,
  instantText,
  LineLink,
  Message,
  Opening,
  Section,
  SummaryList,
} from '../../ui/index.ts'
import { ID_NAMES } from '../apply/review-parts.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { PersonalPage, type View } from './frame.tsx'
import { LOOK_UP_COLUMNS, lookUpRows } from './look-ups.tsx'

export function MessageTable({ view, messages }: { view: View; messages: TextMessage[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <DataTable
      caption={zh ? '消息' : 'Messages'}
      columns={zh ? ['时间', '内容', '短信', '去看'] : ['When', 'Text', 'SMS', 'Go to']}
      rows={messages.map((m) => [
        <span key="t" className="nowrap">
          {instantText(m.writtenAt, { lang: view.lang, today: view.today, bare: true })}
        </span>,
        m.readAt === null ? <b key="b">{m.text}</b> : m.text,
        smsText(m, zh),
        m.dossierId ? (
          <a key="a" href={at('dossier', { dossierId: m.dossierId })}>
            {zh ? '看办件' : 'Open'}
          </a>
        ) : m.enquiryId ? (
          <a key="a" href={at('enquiry', { enquiryId: m.enquiryId })}>
            {zh ? '看答复' : 'Answer'}
          </a>
        ) : m.bookingId ? (
          <a key="a" href={at('ownBooking', { bookingId: m.bookingId })}>
            {zh ? '看预约' : 'Booking'}
          </a>
        ) : (
          <a key="a" className="nowrap" href={`${at('my')}#drafts`}>
            {zh ? '看草稿' : 'Drafts'}
          </a>
        ),
      ])}
    />
  )
}

function smsText({ bySms, sentAt, refusedAt, phoneMasked }: TextMessage, zh: boolean): string {
  if (!bySms) return zh ? '不发短信' : 'None'
  if (sentAt) return zh ? `已发到 ${phoneMasked}` : `Sent to ${phoneMasked}`
  if (refusedAt && !phoneMasked) return zh ? '没有发：没登记手机号' : 'Not sent: no mobile number on file'
  if (refusedAt)
    return zh ? `没有发成：${phoneMasked} 收不了短信` : `Not sent: ${phoneMasked} takes no messages`
  return zh ? '还没发出' : 'Not sent yet'
}

export function MessagesPage({ view, messages }: { view: View; messages: TextMessage[] }): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '消息' : 'Messages'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      {messages.length > 0 ? (
        <MessageTable view={view} messages={messages} />
      ) : (
        <Message title={zh ? '还没有消息' : 'No messages yet'}>
          <p>{zh ? '办件有进展，短信和这里都会告诉您。' : 'News of your matters comes by SMS and here.'}</p>
        </Message>
      )}
    </PersonalPage>
  )
}

export interface NumberRead {
  at: Date
  by: string
  cause: string
}

/** 谁看过我的资料: look-ups in registers, and every reading of the full identity number. */
export function ReadsPage({
  view,
  lookUps,
  reads,
}: {
  view: View
  lookUps: SeenLookUp[]
  reads: NumberRead[]
}): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '谁看过我的资料' : 'Who looked at my data'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening
        title={title}
        lead={
          zh
            ? '每一次调取都有记录，写明是谁、看了什么、为什么。'
            : 'Every look is recorded: who, what and why.'
        }
        close
      />
      <Section title={zh ? '到别处调取的' : 'Looked up elsewhere'}>
        {lookUps.length > 0 ? (
          <DataTable caption={title} columns={LOOK_UP_COLUMNS[view.lang]} rows={lookUpRows(lookUps, view)} />
        ) : (
          <p>{zh ? '还没有人调取过您的资料。' : 'Nobody has looked anything up.'}</p>
        )}
      </Section>
      <Section
        title={zh ? '看过完整证件号的' : 'Readings of the full number'}
        note={
          zh ? '平时只显示头尾几位。要用完整号码时，先记下是谁、为什么。' : 'Usually only the ends are shown.'
        }
      >
        {reads.length > 0 ? (
          <DataTable
            caption={zh ? '看过完整证件号的' : 'Readings of the full number'}
            columns={zh ? ['谁', '为什么', '时间'] : ['Who', 'Why', 'When']}
            rows={reads.map((r) => [
              r.by,
              r.cause,
              <span key="t" className="nowrap">
                {instantText(r.at, { lang: view.lang, today: view.today, bare: true })}
              </span>,
            ])}
          />
        ) : (
          <p>{zh ? '还没有。' : 'None yet.'}</p>
        )}
      </Section>
    </PersonalPage>
  )
}

export function AccountPage({ view, level }: { view: View; level: AssuranceLevel }): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '账户和认证' : 'Account and assurance'
  const { account } = view
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      <SummaryList
        rows={[
          { term: zh ? '名称' : 'Name', value: account.name },
          {
            term: ID_NAMES[account.idKind][view.lang],
            value: <span className="code">{account.idMasked}</span>,
          },
          { term: zh ? '手机' : 'Mobile', value: account.phoneMasked || (zh ? '没有登记' : 'none') },
          {
            term: zh ? '认证程度' : 'Assurance',
            value: LEVELS[level][view.lang],
            ...(level < 3
              ? { act: <LineLink href={ELSEWHERE.level(at('account'))}>{zh ? '提升' : 'Raise'}</LineLink> }
              : {}),
          },
        ]}
      />
      <form method="post" action="/sign-out">
        <Actions>
          <Button weight="secondary">{zh ? '退出登录' : 'Sign out'}</Button>
        </Actions>
      </form>
    </PersonalPage>
  )
}
