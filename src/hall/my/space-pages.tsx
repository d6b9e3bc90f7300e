import QRCode from 'qrcode'
import type { ReactElement } from 'react'
import { type OwnDossier, RESULTS } from '../../casework/index.ts'
import type { SeenLookUp } from '../../exchange/index.ts'
import type { Licence } from '../../licences/index.ts'
import type { Message as TextMessage } from '../../messages/index.ts'
import type { AssuranceLevel } from '../../regulation/index.ts'
import { LEVELS } from '../../regulation/index.ts'
import {
  Actions,
  Button,
  Card,
  ClockChip,
  type ClockChipProps,
  DataTable,
  dayOfInstant,
  dayText,
  FilterPills,
  type FlashProps,
  fullDay,
  instantText,
  LicenceFace,
  LineLink,
  LinkButton,
  Message,
  NoticeCard,
  Opening,
  PaperList,
  QrCode,
  Reminder,
  Section,
  Split,
  Stack,
  SummaryList,
} from '../../ui/index.ts'
import { ID_NAMES } from '../apply/review-page.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { LOOK_UP_COLUMNS, lookUpRows } from './dossier-page.tsx'
import { PersonalPage, type View } from './frame.tsx'
import { turnOf } from './turn.ts'

export interface ListedDossier {
  dossier: OwnDossier
  chip: ClockChipProps
}

export interface ListedDraft {
  draftId: string
  itemName: string
  savedAt: Date
}

export type Turn = 'all' | 'you' | 'department' | 'closed'

export interface HomePageProps {
  view: View
  dossiers: ListedDossier[]
  drafts: ListedDraft[]
  licences: Licence[]
  messages: TextMessage[]
  flash?: FlashProps | undefined
}

/** 我的: what waits for me first, then everything else that is mine. */
export function HomePage(props: HomePageProps): ReactElement {
  const { view, dossiers, drafts, licences, messages } = props
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
      {drafts.length > 0 && (
        <Section title={zh ? '没填完的' : 'Drafts'} id="drafts">
          <PaperList
            papers={drafts.map((d) => ({
              title: d.itemName,
              note: zh
                ? `${instantText(d.savedAt, { today: view.today, bare: true })} 保存`
                : `Saved ${instantText(d.savedAt, { lang: 'en', today: view.today, bare: true })}`,
              href: at('draft', { draftId: d.draftId }),
              act: zh ? '接着填' : 'Go on',
              icon: 'file' as const,
            }))}
          />
        </Section>
      )}
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
          <LineLink href={at('reads')}>{zh ? '谁看过我的资料' : 'Who looked at my data'}</LineLink>
        </p>
        <p>
          <LineLink href={at('account')}>{zh ? '账户和认证' : 'Account and assurance'}</LineLink>
        </p>
      </Section>
    </PersonalPage>
  )
}

/** Where it is, said to the applicant: the step's name is written for the department. */
function stageText(d: OwnDossier, zh: boolean): string {
  if (d.status === 'correcting') return zh ? '补正材料' : 'Correction'
  if (d.status === 'received') return zh ? (d.corrections > 0 ? '审查补正' : '等受理') : 'Acceptance'
  if (d.status === 'decided') return zh ? '准备办结' : 'Closing'
  if (d.status === 'closed' || d.status === 'archived') return zh ? RESULTS[d.result ?? 'granted'] : 'Closed'
  return d.stepName
}

function DossierTable({ view, dossiers }: { view: View; dossiers: ListedDossier[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <DataTable
      caption={zh ? '办件' : 'Matters'}
      columns={zh ? ['事项', '时限', '现在到', '提交'] : ['Matter', 'Clock', 'Now at', 'Filed']}
      rows={dossiers.map(({ dossier, chip }) => [
        <a key="a" href={at('dossier', { dossierId: dossier.dossierId })}>
          {dossier.itemName}
        </a>,
        <ClockChip key="c" {...chip} />,
        stageText(dossier, zh),
        <span key="d" className="nowrap">
          {dayText(dayOfInstant(dossier.submittedAt), { lang: view.lang, today: view.today, bare: true })}
        </span>,
      ])}
    />
  )
}

export interface ListPageProps {
  view: View
  dossiers: ListedDossier[]
  turn: Turn
}

/** 办件: all of them, filtered by whose turn it is; the address holds the filter. */
export function ListPage({ view, dossiers, turn }: ListPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '我的办件' : 'My matters'
  const of = (t: Turn) => (t === 'all' ? dossiers : dossiers.filter((d) => turnOf(d.dossier) === t))
  const words: Record<Turn, string> = zh
    ? { all: '全部', you: '等您办', department: '部门在办', closed: '已办结' }
    : { all: 'All', you: 'Your turn', department: 'With the department', closed: 'Closed' }
  const shown = of(turn)
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      <FilterPills
        label={zh ? '筛选办件' : 'Filter'}
        pills={(['all', 'you', 'department', 'closed'] as const).map((t) => ({
          text: words[t],
          count: of(t).length,
          href: at('dossiers', {}, t === 'all' ? {} : { turn: t }),
          current: t === turn,
        }))}
      />
      {shown.length > 0 ? (
        <DossierTable view={view} dossiers={shown} />
      ) : (
        <Message
          title={zh ? (turn === 'all' ? '您还没有办过事' : `没有「${words[turn]}」的办件`) : 'None here'}
        >
          <p>{zh ? '提交的申请和结果都会放在这里。' : 'Applications and results will be here.'}</p>
        </Message>
      )}
    </PersonalPage>
  )
}

function LicenceList({ view, licences }: { view: View; licences: Licence[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <PaperList
      papers={licences.map((l) => ({
        title: l.name,
        note: `${l.number}，${validityText(l, view)}`,
        href: at('licence', { licenceId: l.licenceId }),
        act: zh ? '出示' : 'Show',
        icon: 'card' as const,
      }))}
    />
  )
}

export function validityText(l: Licence, { lang, today }: Pick<View, 'lang' | 'today'>): string {
  const zh = lang === 'zh'
  if (l.status === 'revoked') return zh ? '已撤销' : 'Revoked'
  if (l.status === 'suspended') return zh ? '暂停使用' : 'Suspended'
  if (l.status === 'replaced') return zh ? '已换发新证' : 'Replaced'
  if (l.validUntil === null) return zh ? '有效，长期' : 'Valid without end'
  if (l.validUntil < today)
    return zh ? `${fullDay(l.validUntil)} 已过期` : `Expired ${fullDay(l.validUntil, 'en')}`
  return zh ? `有效，到 ${fullDay(l.validUntil)}` : `Valid until ${fullDay(l.validUntil, 'en')}`
}

export interface LicencesPageProps {
  view: View
  licences: Licence[]
  /** Why they may not be shown in this session: a sentence and the way to the level that it needs. */
  levelNeeded: string | null
}

export function LicencesPage({ view, licences, levelNeeded }: LicencesPageProps): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '我的证照' : 'My licences'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening title={title} close />
      {levelNeeded ? (
        <NoticeCard icon="shield" title={levelNeeded}>
          <LineLink href={ELSEWHERE.level(at('licences'))}>
            {zh ? '去认证，约 2 分钟' : 'Verify, about 2 minutes'}
          </LineLink>
        </NoticeCard>
      ) : licences.length > 0 ? (
        <LicenceList view={view} licences={licences} />
      ) : (
        <Message
          title={zh ? '这里还没有证照' : 'No licences yet'}
          acts={<LinkButton href={ELSEWHERE.home}>{zh ? '找要办的事' : 'Find a service'}</LinkButton>}
        >
          <p>
            {zh
              ? '在这里办的事，办结后证照自动出现，和纸质的效力相同。'
              : 'Licences appear here when a matter closes; they are as valid as paper.'}
          </p>
        </Message>
      )}
    </PersonalPage>
  )
}

/** The code that an inspector scans: it opens the public check of this licence. */
export function qrModules(text: string): boolean[][] {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  return Array.from({ length: modules.size }, (_, y) =>
    Array.from({ length: modules.size }, (_, x) => modules.get(y, x) === 1),
  )
}

export function LicencePage({
  view,
  licence,
  checkUrl,
}: {
  view: View
  licence: Licence
  checkUrl: string
}): ReactElement {
  const zh = view.lang === 'zh'
  const valid =
    licence.status === 'valid' && (licence.validUntil === null || licence.validUntil >= view.today)
  return (
    <PersonalPage
      view={view}
      title={`${licence.name} · ${zh ? '我的证照' : 'My licences'}`}
      crumbs={[
        { text: zh ? '我的' : 'Mine', href: at('my') },
        { text: zh ? '证照' : 'Licences', href: at('licences') },
        { text: licence.name },
      ]}
    >
      <Opening
        title={licence.name}
        sample={licence.sample}
        close
        facts={[
          valid ? (
            <ClockChip key="v" state="valid" text={validityText(licence, view)} />
          ) : (
            <b key="v">{validityText(licence, view)}</b>
          ),
          licence.holderName,
        ]}
      />
      <Split
        asideFirst
        asideLabel={zh ? '出示二维码' : 'QR code'}
        aside={
          <Card title={zh ? '检查人员来了，出示这个码' : 'Show this to an inspector'}>
            <QrCode
              modules={qrModules(checkUrl)}
              label={zh ? `查验二维码，打开 ${checkUrl}` : `QR code for ${checkUrl}`}
            />
            <p className="fine">
              {zh
                ? '扫码打开查验页，只显示证照名称、持证人和状态，不显示身份证号。'
                : 'It opens a page that tells whether the licence is valid.'}
            </p>
          </Card>
        }
      >
        <LicenceFace
          name={licence.name}
          number={licence.number}
          fields={licence.face.map((f) => ({ term: f.label, value: f.value }))}
          issuer={licence.organName}
          issued={fullDay(licence.issuedOn, view.lang)}
        />
        <p className="fine">
          {zh ? '和纸质证效力相同。证照标识 ' : 'As valid as paper. Identifier '}
          <span className="code">{licence.identifier}</span>
        </p>
        <Actions>
          <LinkButton
            weight="secondary"
            icon="download"
            href={at('licencePdf', { licenceId: licence.licenceId })}
          >
            {zh ? '下载 PDF' : 'Download PDF'}
          </LinkButton>
          <LinkButton weight="quiet" href={at('dossier', { dossierId: licence.dossierId })}>
            {zh ? '看办件' : 'See the matter'}
          </LinkButton>
        </Actions>
        <Section title={zh ? '别人扫码看到什么' : 'What others see'}>
          <SummaryList
            rows={[
              { term: zh ? '证照' : 'Licence', value: licence.name },
              { term: zh ? '名称' : 'Holder', value: licence.holderName },
              { term: zh ? '状态' : 'State', value: validityText(licence, view) },
            ]}
          />
          <LineLink href={checkUrl}>{zh ? '打开查验页看看' : 'Open the page'}</LineLink>
        </Section>
      </Split>
    </PersonalPage>
  )
}

function MessageTable({ view, messages }: { view: View; messages: TextMessage[] }): ReactElement {
  const zh = view.lang === 'zh'
  return (
    <DataTable
      caption={zh ? '消息' : 'Messages'}
      columns={zh ? ['时间', '内容', '短信', '办件'] : ['When', 'Text', 'SMS', 'Matter']}
      rows={messages.map((m) => [
        <span key="t" className="nowrap">
          {instantText(m.writtenAt, { lang: view.lang, today: view.today, bare: true })}
        </span>,
        m.readAt === null ? <b key="b">{m.text}</b> : m.text,
        m.sentAt
          ? zh
            ? `已发到 ${m.phoneMasked}`
            : `Sent to ${m.phoneMasked}`
          : zh
            ? '还没发出'
            : 'Not sent yet',
        m.dossierId ? (
          <a key="a" href={at('dossier', { dossierId: m.dossierId })}>
            {zh ? '看办件' : 'Open'}
          </a>
        ) : (
          ''
        ),
      ])}
    />
  )
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
