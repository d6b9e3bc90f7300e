import { loadSampleBookings } from '../src/appointments/index.ts'
import { loadDirectory, loadSampleAreas, loadSampleItems } from '../src/catalogue/index.ts'
import { createHistory } from '../src/history/index.ts'
import { loadStaff } from '../src/identity/index.ts'
import { openDatabase } from '../src/platform/database.ts'
import { createJobs, installJobs } from '../src/platform/jobs.ts'
import { migrate } from '../src/platform/migrations.ts'
import { officialCalendar } from '../src/regulation/index.ts'
import { sampleHours } from './bookings.ts'
import { loadSampleEnquiries } from './enquiries.ts'
import { sampleDirectory, sampleItems, sampleOrgans, sampleRegions, sampleStaff } from './index.ts'
import { loadSearch } from './search.ts'

/**
 * Loads the sample world (示例) into a database: departments, their officers, the directory, about thirty items published
 * through the same gate as any other. May run at every start: what is there stays, what was changed since is not undone.
 */
export async function loadWorld(ownerUrl: string, now: Date): Promise<void> {
  const { appUrl } = await migrate(ownerUrl)
  await installJobs(ownerUrl, new URL(appUrl).username)
  const db = openDatabase(appUrl, { max: 2 })
  try {
    const history = createHistory(createJobs(appUrl, () => {}))
    await db.transaction((tx) => loadStaff(tx, { organs: sampleOrgans, staff: sampleStaff }))
    await db.transaction((tx) => loadSampleAreas(tx, sampleRegions))
    await loadDirectory(db, history, sampleDirectory, now)
    await loadSampleItems(db, history, sampleItems, now)
    await loadSearch(db)
    await loadSampleEnquiries(db, { history, calendar: officialCalendar }, now)
    await loadSampleBookings(db, history, officialCalendar, sampleHours, now)
  } finally {
    await db.close()
  }
}
