import type { ReactElement } from 'react'
import type { Booking } from '../../appointments/index.ts'
import type { ClosedGuide } from '../../catalogue/index.ts'
import type { Licence } from '../../licences/index.ts'
import type { Message as TextMessage } from '../../messages/index.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import {
  dayText,
  type FlashProps,
  instantText,
  LineLink,
  LinkButton,
  Message,
  Opening,
  PaperList,
  Reminder,
  Section,
  Stack,
  t,
} from '../../ui/index.ts'
import { BookingTable } from '../booking/own-parts.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { MessageTable } from './data-pages.tsx'
import { EnquiryTable, type ListedEnquiry } from './enquiries.tsx'
import { PersonalPage, type View } from './frame.tsx'
import { LicenceList } from './licence-pages.tsx'
import { DossierTable, type ListedDossier } from './list-page.tsx'
import { turnOf } from './turn.ts'

export interface ListedDraft {
  draftId: string
  itemName: string
  savedAt: Date
  /** Why it cannot be handed in now; null: it can. */
  closed: ClosedGuide['life'] | null
  /** How many things the new guide asks them to look at. */
  toSee: number
}

export interface HomePageProps {
  view: View
  dossiers: ListedDossier[]
  drafts: ListedDraft[]
  licences: Licence[]
  messages: TextMessage[]
  /** Visits that still wait. */
  bookings: Booking[]
  enquiries: ListedEnquiry[]
  calendar: WorkingCalendar
  flash?: FlashProps | undefined
}

/** 我的: what waits for me first, then everything else that is mine. */
export function HomePage(props: HomePageProps): ReactElement {
  const { view, dossiers, drafts, licences, messages, bookings, enquiries, calendar } = props
  const zh = view.lang === 'zh'
  const mine = dossiers.filter((d) => turnOf(d.dossier) === 'you')
  const unread = messages.filter((m) => m.readAt === null).length
  return (
    <PersonalPage view={view} title={zh ? '我的' : 'Mine'} flash={props.flash}>
      <Opening title={zh ? '我的' : 'Mine'} lead={view.account.name} close />
      {mine.length > 0 && (
        <Stack>
          {mine.map(({ dossier, chip }) => (
            <Reminder
              key={dossier.dossierId}
              title={dossier.itemName}
              text={
                zh
                  ? `${dossier.answerUntil ? `${dayText(dossier.answerUntil, { today: view.today })} 24:00 前` : ''}补正材料`
                  : 'Please correct your documents'
              }
              clock={chip}
              act={
                <LinkButton href={`${at('dossier', { dossierId: dossier.dossierId })}#corrections`}>
                  {zh ? '去补正' : 'Correct'}
                </LinkButton>
              }
            />
          ))}
        </Stack>
      )}
      <Section
        title={zh ? '办件' : 'Matters'}
        act={
          dossiers.length > 0 && (
            <LineLink href={at('dossiers')}>
              {zh ? `全部 ${dossiers.length}` : `All ${dossiers.length}`}
            </LineLink>
          )
        }
      >
        {dossiers.length === 0 ? (
          <Message
            heading="h3"
            title={zh ? '您还没有办过事' : 'Nothing here yet'}
            acts={<LinkButton href={ELSEWHERE.home}>{zh ? '找要办的事' : 'Find a service'}</LinkButton>}
          >
            <p>
              {zh ? '提交的申请、草稿和结果都会放在这里。' : 'Applications, drafts and results will be here.'}
            </p>
          </Message>
        ) : (
          <DossierTable view={view} dossiers={dossiers.slice(0, 6)} />
        )}
      </Section>
      {bookings.length > 0 && (
        <Section
          title={zh ? '约好的' : 'Booked visits'}
          act={<LineLink href={at('bookings')}>{zh ? '全部预约' : 'All bookings'}</LineLink>}
        >
          <BookingTable bookings={bookings} lang={view.lang} today={view.today} />
        </Section>
      )}
      {drafts.length > 0 && (
        <Section title={zh ? '没填完的' : 'Drafts'} id="drafts">
          <PaperList
            papers={drafts.map((d) => ({
              title: d.itemName,
              note: noteOf(d, view),
              href: at('draft', { draftId: d.draftId }),
              act: zh ? '接着填' : 'Go on',
              icon: 'file' as const,
            }))}
          />
        </Section>
      )}
      <Section
        title={zh ? '咨询' : 'Questions'}
        act={
          enquiries.length > 0 && (
            <LineLink href={at('enquiries')}>
              {zh ? `全部 ${enquiries.length}` : `All ${enquiries.length}`}
            </LineLink>
          )
        }
      >
        {enquiries.length === 0 ? (
          <p>
            {zh ? '还没有问过部门。' : 'No questions yet. '}
            <a href={ELSEWHERE.ask}>{zh ? '网上提问' : 'Ask a question'}</a>
          </p>
        ) : (
          <EnquiryTable view={view} enquiries={enquiries.slice(0, 3)} calendar={calendar} />
        )}
      </Section>
      <Section
        title={zh ? '证照' : 'Licences'}
        act={licences.length > 0 && <LineLink href={at('licences')}>{zh ? '全部' : 'All'}</LineLink>}
      >
        {licences.length === 0 ? (
          <p>
            {zh ? '这里还没有证照。办结后自动出现。' : 'No licences yet. They appear when a matter closes.'}
          </p>
        ) : (
          <LicenceList view={view} licences={licences.slice(0, 4)} />
        )}
      </Section>
      <Section
        title={
          zh
            ? unread > 0
              ? `消息（${unread} 条没看）`
              : '消息'
            : unread > 0
              ? `Messages (${unread} new)`
              : 'Messages'
        }
        act={messages.length > 0 && <LineLink href={at('messages')}>{zh ? '全部' : 'All'}</LineLink>}
      >
        {messages.length === 0 ? (
          <p>{zh ? '还没有消息。办件有进展，短信和这里都会告诉您。' : 'No messages yet.'}</p>
        ) : (
          <MessageTable view={view} messages={messages.slice(0, 3)} />
        )}
      </Section>
      <Section title={zh ? '我的资料' : 'My data'}>
        <p>
          <LineLink href={at('bookings')}>{zh ? '我的预约' : 'My bookings'}</LineLink>
        </p>
        <p>
          <LineLink href={at('reads')}>{zh ? '谁看过我的资料' : 'Who looked at my data'}</LineLink>
        </p>
        <p>
          <LineLink href={at('account')}>{zh ? '账户和认证' : 'Account and assurance'}</LineLink>
        </p>
      </Section>
    </PersonalPage>
  )
}

const CLOSED: Record<ClosedGuide['life'], { zh: string; en: string }> = {
  suspended: { zh: '事项暂停办理，恢复后接着填', en: 'Suspended; go on when it resumes' },
  cancelled: { zh: '事项已经取消，不能提交', en: 'Ended; it cannot be handed in' },
  devolved: { zh: '事项下放到区县，到区县的事项里申请', en: 'Moved to the districts; apply there' },
}

function noteOf(draft: ListedDraft, { lang, today }: View): string {
  const saved = instantText(draft.savedAt, { lang, today, bare: true })
  const parts = [t(lang, { zh: `${saved} 保存`, en: `Saved ${saved}` })]
  if (draft.closed) parts.push(t(lang, CLOSED[draft.closed]))
  else if (draft.toSee > 0)
    parts.push(
      t(lang, {
        zh: `办事指南更新了，有 ${draft.toSee} 处要看`,
        en: `The guide has changed: ${draft.toSee} to look at`,
      }),
    )
  return parts.join(lang === 'zh' ? '。' : '. ')
}
