import type { Db } from '../../platform/database.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import type { EnquiryCounts, EnquiryFilter, EnquiryLight, EnquiryPage } from '../api/enquiry-contract.ts'
import { clockOf, type Enquiry } from '../enquiry.ts'

export const PAGE_SIZE = 20

type Row = Pick<
  Enquiry,
  'enquiryId' | 'number' | 'itemName' | 'askedAt' | 'answeredAt' | 'extension' | 'sample'
> & { words: string; asked: number; passedOnFrom: string | null }

/** The questions of one body, the first due first; those that are answered, the last answered first. */
export async function enquiryPage(
  db: Db,
  organId: string,
  filter: EnquiryFilter,
  page: number,
  now: Date,
  calendar: WorkingCalendar,
): Promise<EnquiryPage> {
  const order = filter === 'answered' ? 'answered_at desc, enquiry_id' : 'due_at nulls last, enquiry_id'
  const rows = await db.query<Row>(
    `select enquiry_id as "enquiryId", number, item_name as "itemName", asked_at as "askedAt", answered_at as "answeredAt", extension, sample,
            last.words, last.asked, came."passedOnFrom"
       from feedback.enquiry e,
            lateral (select (array_agg(left(text, 160) order by no desc))[1] as words, count(*)::int as asked
                       from feedback.enquiry_entry n where n.enquiry_id = e.enquiry_id and kind in ('question', 'follow-up')) last
       left join lateral (select organ_name as "passedOnFrom" from feedback.enquiry_entry n
                           where n.enquiry_id = e.enquiry_id and kind = 'passed-on' order by no desc limit 1) came on true
      where organ_id = $1 and status = $2 and ($3::timestamptz is null or red_at <= $3)
      order by ${order} limit ${PAGE_SIZE + 1} offset $4`,
    [
      organId,
      filter === 'answered' ? 'answered' : 'open',
      filter === 'overdue' ? now : null,
      (page - 1) * PAGE_SIZE,
    ],
  )
  return {
    at: now.toISOString(),
    more: rows.length > PAGE_SIZE,
    rows: rows.slice(0, PAGE_SIZE).map((row) => ({
      enquiryId: row.enquiryId,
      number: row.number,
      itemName: row.itemName,
      words: row.words,
      followUp: row.asked > 1,
      passedOnFrom: row.passedOnFrom ?? '',
      askedAt: row.askedAt.toISOString(),
      answeredAt: row.answeredAt?.toISOString() ?? null,
      lit: litOf(row, now, calendar),
      sample: row.sample,
    })),
  }
}

/** What lies before a body; the same conditions as the lists. */
export async function enquiryCounts(db: Db, organId: string, now: Date): Promise<EnquiryCounts> {
  const [row] = await db.query<Record<EnquiryFilter, number>>(
    `select count(*) filter (where status = 'open')::int as open,
            count(*) filter (where status = 'open' and red_at <= $2)::int as overdue,
            count(*) filter (where status = 'answered')::int as answered
       from feedback.enquiry where organ_id = $1`,
    [organId, now],
  )
  return { at: now.toISOString(), ...row! }
}

/** The light as lists and records draw it. */
export function litOf(
  times: Pick<Enquiry, 'askedAt' | 'answeredAt' | 'extension'>,
  now: Date,
  calendar: WorkingCalendar,
): EnquiryLight {
  const { light, dueAt, usedDays, limitDays, remainingDays } = clockOf(times, now, calendar)
  return { light, dueAt: dueAt?.toISOString() ?? null, usedDays, limitDays, remainingDays, unit: 'G' }
}
