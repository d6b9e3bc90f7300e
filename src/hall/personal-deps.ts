import type { CaseworkDeps } from '../casework/index.ts'
import type { Documents } from '../documents/index.ts'
import type { LicenceDeps } from '../exchange/index.ts'
import type { Identity } from '../identity/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/database.ts'
import type { Live } from '../platform/live.ts'

/** What applying and the personal space need; wired in `main.ts`. */
export interface PersonalDeps {
  db: Database
  casework: CaseworkDeps
  identity: Identity
  documents: Documents
  exchange: LicenceDeps
  live: Live
  clock: Clock
  /** Our own address as browsers see it, for QR codes. */
  publicUrl: () => string
  /** Folder for uploads that are under way. */
  uploadsDir: string
}
