import type { CaseworkDeps } from '../casework/index.ts'
import type { Documents } from '../documents/index.ts'
import type { LicenceDeps } from '../exchange/index.ts'
import type { Identity } from '../identity/index.ts'
import type { Clock } from '../platform/clock.ts'
import type { Live } from '../platform/live.ts'

/** What applying and the personal space need; wired in `main.ts`. */
export interface PersonalDeps extends CaseworkDeps, Omit<LicenceDeps, 'identity'> {
  identity: Identity
  documents: Documents
  live: Live
  clock: Clock
  /** Our own address as browsers see it, for QR codes; asked at each use, because the port may be drawn at start. */
  readonly publicUrl: string
  /** Folder for uploads that are under way. */
  uploadsDir: string
  /** Address of the script of the hall's small elements, with the hash of its content. */
  elementsHref?: string
}
