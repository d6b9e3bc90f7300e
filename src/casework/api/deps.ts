import type { Readable } from 'node:stream'
import type { Staff } from '../../identity/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Result } from '../../platform/refusal.ts'
import type { Request } from '../../platform/web.ts'
import type { CaseworkDeps } from '../acts/act.ts'
import type { Demand } from '../acts/examine-materials.ts'
import type { Dossier } from '../dossier.ts'
import type { FileNotes } from '../views/materials.ts'

/** A stored file as the viewer gets it. */
export interface OpenedFile {
  stream: Readable
  mediaType: string
  name: string
  size: number
}

export interface DeskApiDeps extends CaseworkDeps {
  clock: Clock
  deskSession(request: Request): Promise<{ staff: Staff } | null>
  files: {
    notes(db: Db, fileIds: string[]): Promise<FileNotes>
    open(fileId: string): Promise<OpenedFile | null>
  }
  /** Draws 补齐补正通知书 as it would be sent, unsealed and unnumbered, without saving anything. */
  drawCorrection(
    dossier: Dossier,
    staff: Staff,
    demands: Demand[],
    answerDays: number,
    now: Date,
  ): Promise<Result<Buffer>>
}
