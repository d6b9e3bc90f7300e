import type { ReactElement } from 'react'
import { clockOf, type Enquiry, type Entry, MOST_FOLLOW_UPS, type OwnEnquiry } from '../../feedback/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { dayOf, enquiryInTime, type WorkingCalendar } from '../../regulation/index.ts'
import {
  Button,
  type ClockChipProps,
  daysText,
  dayText,
  ErrorSummary,
  fullDay,
  instantText,
  type Lang,
  LineLink,
  Saying,
  Section,
  Stack,
  TextArea,
  TurnCard,
  t,
} from '../../ui/index.ts'
import { PUBLIC } from '../public/addresses.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'

/** What a question is drawn with, for its account as for a visitor with number and code. */
export interface ThreadProps {
  own: OwnEnquiry
  now: Date
  calendar: WorkingCalendar
  lang: Lang
  /** Where asking on is posted, with what makes the post the asker's. */
  followUp: { action: string; hidden: Record<string, string>; text: string; fault: Refusal | null }
}

/** 「等答复，还剩 2 个工作日」, 「已答复」. */
export function enquiryChip(
  enquiry: Enquiry,
  now: Date,
  calendar: WorkingCalendar,
  lang: Lang,
): ClockChipProps {
  if (enquiry.status === 'answered')
    return { state: 'closed', text: t(lang, { zh: '已答复', en: 'Answered' }) }
  const { light, dueDay, remainingDays } = clockOf(enquiry, now, calendar)
  const days = Math.abs(remainingDays)
  if (light === 'red')
    return {
      state: 'over',
      days,
      text: t(lang, {
        zh: `部门超期 ${daysText(days)}没答复`,
        en: `Department ${daysText(days, 'en')} late`,
      }),
    }
  const left = { zh: `，还剩 ${daysText(days)}`, en: `, ${daysText(days, 'en')} left` }
  const rest =
    dueDay === null ? { zh: '', en: '' } : days === 0 ? { zh: '，今天到期', en: ', due today' } : left
  return {
    state: light === 'yellow' ? 'near' : 'department',
    days,
    text: t(lang, { zh: `等答复${rest.zh}`, en: `Waiting${rest.en}` }),
  }
}

/** By when there is an answer; without the calendar of the year, how long it takes. */
export function dueWords(enquiry: Enquiry, now: Date, calendar: WorkingCalendar, lang: Lang): string {
  const { dueDay, limitDays } = clockOf(enquiry, now, calendar)
  const today = dayOf(now)
  if (dueDay === null)
    return t(lang, { zh: `${daysText(limitDays)}内答复`, en: `Answered within ${daysText(limitDays, 'en')}` })
  return t(lang, {
    zh: `${dayText(dueDay, { today })}前答复`,
    en: `Answered by ${dayText(dueDay, { lang: 'en', today })}`,
  })
}

/** Where it stands, what was said, and asking on. */
export function Thread(props: ThreadProps): ReactElement {
  const { own, now, calendar, lang } = props
  const { enquiry, entries } = own
  const clock = clockOf(enquiry, now, calendar)
  const late = enquiry.status === 'open' && clock.light === 'red'
  return (
    <Stack gap="l">
      {props.followUp.fault?.field && (
        <ErrorSummary faults={[{ field: props.followUp.fault.field, text: props.followUp.fault.sentence }]} />
      )}
      <TurnCard
        clock={enquiryChip(enquiry, now, calendar, lang)}
        title={
          enquiry.status === 'answered'
            ? t(lang, { zh: '部门已经答复', en: 'The department has answered' })
            : t(lang, { zh: '等部门答复', en: 'With the department' })
        }
      >
        <p>
          {enquiry.status === 'answered' ? (
            t(lang, {
              zh: '答复在下面。没说清的，可以追问。',
              en: 'The answer is below. You can ask on.',
            })
          ) : late ? (
            t(lang, enquiryInTime(clock).sentence)
          ) : (
            <>
              {inChinese(enquiry.organName, lang)}
              {t(lang, { zh: '', en: ': ' })}
              {dueWords(enquiry, now, calendar, lang)}
              {t(lang, { zh: '。', en: '.' })}
            </>
          )}
        </p>
        {late && (
          <p>
            {t(lang, { zh: '可以打 12345，报咨询编号。', en: 'You can call 12345 and give the number.' })}
          </p>
        )}
      </TurnCard>
      <Section title={t(lang, { zh: '问和答', en: 'Question and answer' })}>
        <Stack>
          <div>
            {entries.map((entry) => (
              <Turn key={entry.no} entry={entry} lang={lang} today={dayOf(now)} />
            ))}
          </div>
          {enquiry.itemId && (
            <LineLink href={PUBLIC.item(enquiry.itemId)}>
              {t(lang, { zh: '看这件事的办事指南', en: 'Read the guide' })}
            </LineLink>
          )}
        </Stack>
      </Section>
      {enquiry.status === 'answered' && <AskOn entries={entries} lang={lang} {...props.followUp} />}
    </Stack>
  )
}

function Turn({ entry, lang, today }: { entry: Entry; lang: Lang; today: string }): ReactElement {
  const at = instantText(entry.at, { lang, today, bare: true })
  const body = inChinese(entry.organName, lang)
  const by = t(lang, { zh: '，', en: ', ' })
  if (entry.kind === 'question' || entry.kind === 'follow-up')
    return (
      <Saying
        mine
        by={t(
          lang,
          entry.kind === 'question'
            ? { zh: `您，${at}`, en: `You, ${at}` }
            : { zh: `您追问，${at}`, en: `You asked on, ${at}` },
        )}
      >
        {entry.text}
      </Saying>
    )
  if (entry.kind === 'passed-on')
    return (
      <Saying
        by={
          <>
            {body}
            {by}
            {at}
          </>
        }
      >
        {t(lang, { zh: '转给', en: 'Passed on to ' })}
        {inChinese(entry.toOrganName, lang)}
        {t(lang, { zh: '答复。', en: '. ' })}
        {inChinese(entry.text, lang)}
      </Saying>
    )
  const over = {
    answer: { zh: '', en: '' },
    supplement: { zh: '补充，', en: 'addition, ' },
    extended: { zh: '延长答复时限，', en: 'needs longer, ' },
  }[entry.kind]
  return (
    <Saying
      by={
        <>
          {body}
          {by}
          {t(lang, over)}
          {at}
        </>
      }
    >
      {inChinese(entry.text, lang)}
    </Saying>
  )
}

function AskOn({
  entries,
  lang,
  action,
  hidden,
  text,
  fault,
}: ThreadProps['followUp'] & { entries: readonly Entry[]; lang: Lang }): ReactElement {
  const left = MOST_FOLLOW_UPS - entries.filter((one) => one.kind === 'follow-up').length
  if (left <= 0)
    return (
      <p className="section-note">
        {t(lang, {
          zh: `这个问题追问过 ${MOST_FOLLOW_UPS} 次了。还没说清的，打部门电话，或者另提一个问题。`,
          en: `You have asked on ${MOST_FOLLOW_UPS} times. Call the department, or ask a new question.`,
        })}{' '}
        <a href={PUBLIC.ask()}>{t(lang, { zh: '另提一个问题', en: 'Ask a new question' })}</a>
      </p>
    )
  return (
    <Section title={t(lang, { zh: '还没说清？追问', en: 'Ask on' })} id="ask-on">
      <form method="post" action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Stack>
          <TextArea
            name="text"
            label={t(lang, { zh: '还想问什么', en: 'What else would you like to know' })}
            rows={4}
            value={text}
            error={fault?.field === 'text' ? fault.sentence : undefined}
          />
          <div className="actions">
            <rb-confirm-once busy={t(lang, { zh: '正在提交…', en: 'Sending…' })}>
              <Button>{t(lang, { zh: '提交追问', en: 'Send' })}</Button>
            </rb-confirm-once>
          </div>
        </Stack>
      </form>
    </Section>
  )
}

/** Number, body and day, under the title of a question. */
export function enquiryFacts(enquiry: Enquiry, lang: Lang): ReactElement[] {
  return [
    <span key="number">
      {t(lang, { zh: '编号 ', en: 'No. ' })}
      <span className="code">{enquiry.number}</span>
    </span>,
    <span key="organ">{inChinese(enquiry.organName, lang)}</span>,
    <span key="day">
      {t(lang, {
        zh: `${fullDay(dayOf(enquiry.firstAskedAt))}提问`,
        en: `asked on ${fullDay(dayOf(enquiry.firstAskedAt), 'en')}`,
      })}
    </span>,
  ]
}

/** 「问：食品经营许可新办」, or that it is about none in particular. */
export const enquiryTitle = (enquiry: Enquiry, lang: Lang): string =>
  enquiry.itemName
    ? t(lang, { zh: `问「${enquiry.itemName}」`, en: `Question: ${enquiry.itemName}` })
    : t(lang, { zh: `问${enquiry.organName}`, en: `Question to ${enquiry.organName}` })
