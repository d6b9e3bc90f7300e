import type { ReactElement } from 'react'
import type { Dossier, DossierClocks } from '../../../casework/index.ts'
import type { ItemVersion } from '../../../catalogue/index.ts'
import type { StoredEvent } from '../../../history/index.ts'
import { dayOf, type WorkingCalendar } from '../../../regulation/index.ts'
import {
  Button,
  Card,
  type ClockChipProps,
  dayText,
  LineLink,
  LinkButton,
  NoticeCard,
  Opening,
  Phone,
  Section,
  SITE,
  Split,
  Stack,
  TextField,
  Timeline,
  TurnCard,
  t,
} from '../../../ui/index.ts'
import { chipOf } from '../../my/turn.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { inChinese } from '../guide/in-chinese.tsx'
import { headline, publicSteps } from './steps.ts'

const TITLE = { zh: '查进度', en: 'Progress' }

interface AskProps {
  frame: Frame
  number: string
  /** What went wrong with the last try. */
  fault?: 'no-match' | 'too-many'
}

/** Number and query code, no sign-in. A wrong number and a wrong code get the same answer. */
export function AskProgressPage({ frame, number, fault }: AskProps): ReactElement {
  const { lang } = frame.display
  return (
    <Framed
      frame={frame}
      title={t(lang, TITLE)}
      place="progress"
      crumbs={[HOME_CRUMB(lang), { text: t(lang, TITLE) }]}
      noIndex
    >
      <Opening
        title={t(lang, { zh: '查办到哪一步', en: 'Where is my application' })}
        lead={t(lang, {
          zh: '不用登录。办件编号和查询码印在收件凭证上，短信里也有。',
          en: 'No sign-in. Number and query code are printed on the receipt and stand in the text message.',
        })}
      />
      <Split asideLabel={t(lang, { zh: '帮助', en: 'Help' })} aside={<Help frame={frame} />}>
        <Stack>
          {fault === 'no-match' && (
            <NoticeCard
              tone="ochre"
              title={t(lang, { zh: '编号和查询码对不上', en: 'Number and code do not match' })}
            >
              <p className="small" role="alert">
                {t(lang, {
                  zh: '对照收件凭证再看一遍。查询码是 8 位字母和数字，大小写都行，没有数字 0、1，也没有字母 O、I。',
                  en: 'Compare them with the receipt. The code has 8 letters and figures; there is no 0 or 1, no O or I in it.',
                })}
              </p>
            </NoticeCard>
          )}
          {fault === 'too-many' && (
            <NoticeCard tone="ochre" title={t(lang, { zh: '试得太多了，先停一停', en: 'Too many tries' })}>
              <p className="small" role="alert">
                {t(lang, {
                  zh: '十分钟后可以再查。急的话登录后在「我的」里看，或者打 12345。',
                  en: 'Try again in ten minutes, sign in, or call 12345.',
                })}
              </p>
            </NoticeCard>
          )}
          <form method="post" action={PUBLIC.progress}>
            <Stack>
              <TextField
                name="number"
                label={t(lang, { zh: '办件编号', en: 'Application number' })}
                value={number}
                autoComplete="off"
                maxLength={60}
              />
              <TextField
                name="code"
                label={t(lang, { zh: '查询码', en: 'Query code' })}
                hint={t(lang, { zh: '8 位字母和数字', en: '8 letters and figures' })}
                width="medium"
                maxLength={12}
                secret
              />
              <div className="actions">
                <Button>{t(lang, { zh: '查进度', en: 'Show progress' })}</Button>
              </div>
            </Stack>
          </form>
        </Stack>
      </Split>
    </Framed>
  )
}

function Help({ frame }: { frame: Frame }): ReactElement {
  const { lang } = frame.display
  return (
    <Card title={t(lang, { zh: '查询码找不到了', en: 'Code lost?' })}>
      <p className="small">
        {t(lang, {
          zh: '是您自己申请的：登录后在「我的」里能看到全部进度和文书。',
          en: 'Your own application: sign in and see everything in your space.',
        })}
      </p>
      <LineLink href="/my">{t(lang, { zh: '登录看我的办件', en: 'Sign in to my applications' })}</LineLink>
      <p className="small">
        {t(lang, { zh: '在窗口办的，或者替人查的，打电话：', en: 'Anything else, call:' })}
      </p>
      <Phone number={SITE.hotline} />
    </Card>
  )
}

export interface ProgressFacts {
  dossier: Dossier
  item: ItemVersion
  events: readonly StoredEvent[]
  clocks: DossierClocks
  answerUntil: string | null
  now: Date
  calendar: WorkingCalendar
}

/** What Art. 6 opens about one dossier: item, department, status, steps, days. Nothing about the person, no materials. */
export function ProgressPage({ frame, facts }: { frame: Frame; facts: ProgressFacts }): ReactElement {
  const { lang } = frame.display
  const { dossier, item, events, now } = facts
  const today = dayOf(now)
  const name = lang === 'en' && item.content.nameEn ? item.content.nameEn : dossier.itemName
  const organ = inChinese(dossier.organName, lang)
  const due = facts.clocks.all.find((clock) => clock.kind === 'promised')?.dueDay ?? null
  return (
    <Framed
      frame={{ ...frame, path: PUBLIC.progress }}
      title={`${name} ${t(lang, TITLE)}`}
      place="progress"
      crumbs={[HOME_CRUMB(lang), { text: t(lang, TITLE), href: PUBLIC.progress }, { text: name }]}
      noIndex
    >
      <Opening
        title={name}
        sample={dossier.sample}
        close
        facts={[
          <span key="number">
            {t(lang, { zh: '编号 ', en: 'No. ' })}
            <span className="code">{dossier.number}</span>
          </span>,
          organ,
          t(lang, {
            zh: `${dayText(dayOf(dossier.receivedAt), { lang, today })}收件`,
            en: `received ${dayText(dayOf(dossier.receivedAt), { lang, today })}`,
          }),
        ]}
      />
      <Split asideLabel={t(lang, { zh: '帮助', en: 'Help' })} aside={<Contact item={item} frame={frame} />}>
        <TurnCard
          clock={publicChip(facts, lang)}
          title={t(lang, headline(dossier))}
          acts={
            dossier.status === 'correcting' && (
              <LinkButton href="/my">{t(lang, { zh: '登录去补正', en: 'Sign in to correct' })}</LinkButton>
            )
          }
        >
          <p>
            {dossier.closedAt === null && due !== null
              ? t(lang, {
                  zh: `${dayText(due, { lang, today })}前办结。`,
                  en: `To be finished by ${dayText(due, { lang, today })}.`,
                })
              : dossier.closedAt === null
                ? t(lang, { zh: '受理后开始算承诺的时限。', en: 'The promised time begins with acceptance.' })
                : t(lang, {
                    zh: '文书和结果，申请人登录后在「我的」里看。',
                    en: 'The applicant finds papers and result after signing in.',
                  })}
          </p>
        </TurnCard>
        <Section title={t(lang, { zh: '办理进度', en: 'Steps' })}>
          <Timeline
            variant="dossier"
            steps={publicSteps({ dossier, content: item.content, events, now, lang })}
          />
          <p className="section-note">
            {t(lang, {
              zh: '这里只公开进度和结果。材料、理由和个人资料，申请人登录后才能看。',
              en: 'Only progress and result are open here. Documents, reasons and personal data need a sign-in of the applicant.',
            })}
          </p>
        </Section>
      </Split>
    </Framed>
  )
}

/** What an officer wrote as reason of a pause may be personal: it is not told here. */
function publicChip(
  { dossier, clocks, answerUntil, now, calendar }: ProgressFacts,
  lang: 'zh' | 'en',
): ClockChipProps {
  const chip = chipOf(dossier, clocks, answerUntil, now, calendar, lang)
  return chip.state === 'paused'
    ? { state: 'paused', reason: t(lang, { zh: '特别程序', en: 'special procedure' }) }
    : chip
}

function Contact({ item, frame }: { item: ItemVersion; frame: Frame }): ReactElement {
  const { lang } = frame.display
  return (
    <Card title={t(lang, { zh: '问这件事', en: 'Questions' })}>
      <p className="small">{inChinese(item.content.organName, lang)}</p>
      <Phone number={item.content.consultPhone} />
      <LineLink href={PUBLIC.item(item.itemId)}>
        {t(lang, { zh: '看办事指南', en: 'Read the guide' })}
      </LineLink>
    </Card>
  )
}
