import type { History } from '../../history/index.ts'
import type { Vault } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import type { Enquiry } from '../enquiry.ts'

/** What asking needs. */
export interface AskDeps {
  db: Database
  history: History
  calendar: WorkingCalendar
  /** Secret from which query codes are derived; they are never stored. */
  queryCodeKey: Buffer
  identity: { vault: Pick<Vault, 'seal'> }
}

/** What the acts of officers need. */
export interface AnswerDeps {
  db: Database
  history: History
  calendar: WorkingCalendar
  /** Tells the asker, in the act's own transaction, that there is an answer; see `tellAsker`. */
  tell(tx: Tx, enquiry: Enquiry, answerNo: number, now: Date): Promise<void>
}
