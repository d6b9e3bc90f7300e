import type { Documents } from '../../documents/index.ts'
import type { History } from '../../history/index.ts'
import type { Identity } from '../../identity/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/database.ts'
import type { Live } from '../../platform/live.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'

/** What the public pages need; wired in `main.ts`. */
export interface PublicDeps {
  db: Database
  identity: Pick<Identity, 'hallSession' | 'account' | 'vault'>
  history: History
  clock: Clock
  live: Pick<Live, 'subscribeAll'>
  documents: Pick<Documents, 'files'>
  calendar: WorkingCalendar
  /** Where the hall is to be found from outside; codes on prints lead there. */
  readonly publicUrl: string
  /** Key of the query codes (查询码). */
  queryCodeKey: Buffer
}
