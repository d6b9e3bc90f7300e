import { randomUUID } from 'node:crypto'
import type { ItemContent } from '../catalogue/index.ts'
import { publish } from '../catalogue/life/testing.ts'
import { type CatalogueWorld, catalogueWorld, clerk, guide, NOW, ORGAN } from '../catalogue/testing.ts'
import { createHistory } from '../history/index.ts'
import type { Account, Staff } from '../identity/index.ts'
import { createJobs } from '../platform/jobs.ts'
import { officialCalendar } from '../regulation/index.ts'
import type { AppointmentDeps } from './acts/act.ts'
import type { Booker } from './acts/book.ts'
import { setHours } from './acts/hours.ts'
import type { Opening } from './hours.ts'

/** A department with a counter in a centre, one item that can be booked there, and people who want to. Monday 10:00. */
export interface BookingWorld {
  deps: AppointmentDeps & { now: () => Date }
  catalogue: CatalogueWorld
  /** Publishes an item of the department in the centre. */
  item(changes?: Partial<ItemContent>): Promise<string>
  /** Sets these hours at the department's counter. */
  hours(openings?: Opening[], closed?: { day: string; reason: string }[]): Promise<void>
  close(): Promise<void>
}

export const CENTRE = 'centre-test'
export const SECOND_CENTRE = 'centre-second'
export { clerk, NOW, ORGAN }

/** 09:00–11:00 on working days, four times with two places each; the same where a weekend is worked in exchange. */
export const MORNINGS: Opening[] = ([1, 2, 3, 4, 5, 0] as const).map((weekday) => ({
  weekday,
  from: 540,
  until: 660,
  slotMinutes: 30,
  places: 2,
  validFrom: '2026-01-01',
  validUntil: null,
}))

const officer = (
  staffId: string,
  post: Staff['posts'][number]['post'],
  organId: string,
  trained = true,
): Staff => ({
  staffId,
  name: `${staffId}（示例）`,
  organId,
  organName: ORGAN.name,
  posts: [{ post, trainedOn: trained ? '2026-03-02' : null }],
})
export const window_ = officer('w1', 'window', ORGAN.organId)
export const newcomer = officer('w2', 'window', ORGAN.organId, false)
export const otherWindow = officer('w3', 'window', 'test-health')

/** Somebody who is signed in with this level. */
export function person(name: string, level: Booker['level'] = 1): Booker {
  const account: Account = {
    accountId: randomUUID(),
    subject: `person-${name}`,
    subjectKind: 'person',
    name,
    idKind: 'resident-id',
    idMasked: '999999****0010',
    phoneMasked: '154****0002',
    level,
  }
  return { account, level }
}

export async function bookingWorld(): Promise<BookingWorld> {
  const catalogue = await catalogueWorld()
  const { database } = catalogue
  const jobs = createJobs(database.appUrl, () => {})
  // Only declares the queue of the messages; nothing here works on it.
  jobs.work('sms', async () => {})
  await jobs.prepare()
  const history = createHistory(jobs)
  const deps = { db: database.db, jobs, history, calendar: officialCalendar, now: () => NOW }
  await database.db.query(
    `insert into catalogue.centre (centre_id, name, area_code, address, hours, sample)
     select id, name, $3, '示例路 1 号', '工作日 9:00–17:00', true
       from (values ($1, '示例区行政服务中心（示例）'), ($2, '示例区第二服务中心（示例）')) as c(id, name)`,
    [CENTRE, SECOND_CENTRE, ORGAN.areaCode],
  )
  let version = 0
  return {
    deps,
    catalogue,
    async item(changes = {}) {
      const place = { ...guide().place!, centreId: CENTRE, windows: 'A12' }
      const itemId = await catalogue.draft({ bookable: true, place, ...changes })
      const done = await publish(catalogue.deps, clerk, itemId, { revision: 1 }, NOW)
      if (!done.ok) throw new Error(JSON.stringify(done.refusal))
      return itemId
    },
    async hours(openings = MORNINGS, closed = []) {
      const set = await setHours(
        deps,
        clerk,
        { centreId: CENTRE, version, openings, closed, trial: false },
        NOW,
      )
      if (!set.ok) throw new Error(set.refusal.sentence)
      version = set.value.version
    },
    async close() {
      await jobs.stop().catch(() => {})
      await catalogue.close()
    },
  }
}
