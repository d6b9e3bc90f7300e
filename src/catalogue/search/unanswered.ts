/** Words that people looked for and nothing answered: how often, never by whom. What the list of synonyms should learn. */
import type { Db } from '../../platform/database.ts'
import { addCalendarDays } from '../../regulation/index.ts'
import { typed } from './question.ts'
import { runsOf } from './words.ts'

export const UNANSWERED_DAYS = 30
/** Shown from so many times on: what one person typed once may tell of that person. */
const SHOWN_FROM = 3
/** So many different words are noted a day: a machine that types at random must not fill the table. */
const A_DAY = 2000
const LONGEST = 20

/** What may be noted: no sentence, no number that could be a person's or a dossier's, no address. */
export function noteworthy(q: string): string | null {
  const words = runsOf(typed(q)).join(' ')
  const length = [...words].length
  if (length < 2 || length > LONGEST || /\d{5}/.test(words.replaceAll(' ', '')) || q.includes('@'))
    return null
  return words
}

/** Counts one search without answer; what may not be noted is let go. */
export async function noteUnanswered(db: Db, q: string, today: string): Promise<void> {
  const words = noteworthy(q)
  if (words === null) return
  await db.query(
    `insert into catalogue.search_unanswered (day, words)
     select $1, $2 where (select count(*) from catalogue.search_unanswered where day = $1) < ${A_DAY}
        or exists (select from catalogue.search_unanswered where day = $1 and words = $2)
     on conflict (day, words) do update set times = catalogue.search_unanswered.times + 1`,
    [today, words],
  )
}

export interface Unanswered {
  words: string
  times: number
  /** The last day on which it was looked for. */
  lastOn: string
  /** Whether the list of synonyms has it by now. */
  known: boolean
}

/** What was looked for most in the last 30 days without an answer, at least three times. */
export const unanswered = (db: Db, today: string): Promise<Unanswered[]> =>
  db.query<Unanswered>(
    `select words, sum(times)::int as times, max(day) as "lastOn",
            exists (select from catalogue.synonym s where s.word = words and s.means <> '{}') as known
       from catalogue.search_unanswered where day > $1
      group by words having sum(times) >= ${SHOWN_FROM} order by 2 desc, words limit 100`,
    [addCalendarDays(today, -UNANSWERED_DAYS)],
  )

/** Forgets what is older than 30 days. */
export async function sweepUnanswered(db: Db, today: string): Promise<void> {
  await db.query('delete from catalogue.search_unanswered where day <= $1', [
    addCalendarDays(today, -UNANSWERED_DAYS),
  ])
}
