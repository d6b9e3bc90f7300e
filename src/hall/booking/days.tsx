import type { ReactElement } from 'react'
import { type DayChoice, spanText } from '../../appointments/index.ts'
import { Button, Choices, dayText, type Lang, NoticeCard, Section, t, Unseen } from '../../ui/index.ts'

const WEEKDAYS: Record<Lang, readonly string[]> = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

/** 1 Monday … 7 Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const WORDS: Record<DayChoice['state'], { zh: string; en: string }> = {
  free: { zh: '', en: '' },
  full: { zh: '约满', en: 'full' },
  over: { zh: '过了', en: 'over' },
  closed: { zh: '休', en: 'shut' },
  unknown: { zh: '未定', en: 'open?' },
  ended: { zh: '停办', en: 'ended' },
}

/** The coming days as a calendar, month by month: free ones are links with what is left, all others say why they are not. */
export function DayCalendar({
  days,
  chosen,
  href,
  lang,
}: {
  days: readonly DayChoice[]
  chosen: string | null
  href: (day: string) => string
  lang: Lang
}): ReactElement {
  const months = [...Map.groupBy(days, (d) => d.day.slice(0, 7))]
  return (
    <div className="days">
      {months.map(([month, its]) => (
        <table key={month}>
          <caption>{monthText(month, lang)}</caption>
          <thead>
            <tr>
              {WEEKDAYS[lang].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(its).map((week) => (
              <tr key={week.find((d) => d !== null)!.day}>
                {week.map((d, i) =>
                  d === null ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the empty places before and after a month
                    <td key={i} />
                  ) : (
                    <td key={d.day}>
                      <DayCell day={d} chosen={d.day === chosen} href={href(d.day)} lang={lang} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

function DayCell({
  day: d,
  chosen,
  href,
  lang,
}: {
  day: DayChoice
  chosen: boolean
  href: string
  lang: Lang
}): ReactElement {
  const number = <b>{Number(d.day.slice(8))}</b>
  const word = t(lang, WORDS[d.state])
  const spoken = <Unseen>{dayText(d.day, { lang })} </Unseen>
  if (d.state !== 'free')
    return (
      <span className={`day day-${d.state}`} title={d.note || undefined}>
        {spoken}
        <span aria-hidden="true">{number}</span>
        <span className="left">{word}</span>
      </span>
    )
  return (
    <a className="day" href={href} aria-current={chosen ? 'true' : undefined}>
      {spoken}
      <span aria-hidden="true">{number}</span>
      <span className="left">{t(lang, { zh: `余 ${d.left}`, en: `${d.left} free` })}</span>
    </a>
  )
}

function monthText(month: string, lang: Lang): string {
  const [year, number] = month.split('-')
  return t(lang, {
    zh: `${year}年${Number(number)}月`,
    en: new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-GB', {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }),
  })
}

/** Rows from Monday to Sunday; null where the month has no offered day. */
function weeksOf(days: readonly DayChoice[]): (DayChoice | null)[][] {
  const weeks: (DayChoice | null)[][] = []
  for (const d of days) {
    const at = weekdayOf(d.day) - 1
    if (weeks.length === 0 || at === 0) weeks.push(Array.from({ length: 7 }, () => null))
    weeks.at(-1)![at] = d
  }
  return weeks
}

/** The times of one day: those that can be had to choose from, full ones named. */
export function Times({
  day,
  chosen,
  error,
  action,
  hidden,
  lang,
}: {
  day: DayChoice
  /** The minute that was chosen, right or not. */
  chosen: number | null
  error: string | undefined
  action: string
  hidden: Record<string, string>
  lang: Lang
}): ReactElement {
  const free = day.slots.filter((slot) => slot.left > 0)
  const full = day.slots.filter((slot) => slot.left === 0)
  const title = dayText(day.day, { lang })
  if (free.length === 0)
    return (
      <Section title={title} id="times">
        <NoticeCard
          tone="ochre"
          title={t(lang, { zh: '这一天没有空的时间了。', en: 'No time is left on this day.' })}
        >
          <p className="small">{t(lang, { zh: '在上面换一天。', en: 'Choose another day above.' })}</p>
        </NoticeCard>
      </Section>
    )
  return (
    <Section title={title} id="times">
      <form method="get" action={action}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="day" value={day.day} />
        <div className="times">
          <Choices
            name="time"
            label={t(lang, { zh: '几点到', en: 'When' })}
            boxed
            {...(error ? { error } : {})}
            value={chosen !== null && free.some((s) => s.from === chosen) ? String(chosen) : ''}
            options={free.map((slot) => ({
              value: String(slot.from),
              label: spanText(slot),
              hint: t(lang, { zh: `余 ${slot.left}`, en: `${slot.left} free` }),
            }))}
          />
        </div>
        {full.length > 0 && (
          <p className="fine">
            {t(lang, { zh: '已约满：', en: 'Full: ' })}
            {full.map(spanText).join(t(lang, { zh: '、', en: ', ' }))}
          </p>
        )}
        <div className="actions">
          <Button>{t(lang, { zh: '下一步', en: 'Next' })}</Button>
        </div>
      </form>
    </Section>
  )
}
