import type { Form, FormValue } from '../../catalogue/index.ts'
import { sealNumbers } from '../../exchange/index.ts'
import type { Vault } from '../../identity/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import type { KeptAnswer } from './move.ts'

/** SQL of drafts that go over to another version. */

const about = (draftId: string): string => `kept:${draftId}`

/** Sealed as a whole: among what was typed may be numbers of persons. */
export const openKept = (vault: Vault, draftId: string, sealed: Uint8Array | null): KeptAnswer[] =>
  sealed === null ? [] : (JSON.parse(vault.open(sealed, about(draftId))) as KeptAnswer[])

/** Drafts of an item that were not handed in and follow another version than this one. */
export async function draftsBehind(db: Db, itemId: string, version: number): Promise<string[]> {
  const rows = await db.query<{ draftId: string }>(
    `select draft_id as "draftId" from hall.draft
      where item_id = $1 and item_version <> $2 and submitted_dossier is null order by draft_id`,
    [itemId, version],
  )
  return rows.map((r) => r.draftId)
}

export async function unfinishedDrafts(
  db: Db,
  itemId: string,
): Promise<{ draftId: string; accountId: string }[]> {
  return db.query(
    `select draft_id as "draftId", account_id as "accountId" from hall.draft
      where item_id = $1 and submitted_dossier is null order by draft_id`,
    [itemId],
  )
}

export interface MovedDraft {
  draftId: string
  /** As it was read: if it was saved or handed in meanwhile, nothing is written. */
  revision: number
  version: number
  movedFrom: number | null
  form: Form
  changed: Record<string, FormValue | undefined>
  kept: KeptAnswer[]
  /** Given where the applicant saved something with it; otherwise the moment of saving stays. */
  savedAt?: Date
}

/** False: it changed meanwhile. */
export async function writeMove(tx: Tx, vault: Vault, m: MovedDraft): Promise<boolean> {
  const kept = m.kept.length === 0 ? null : vault.seal(JSON.stringify(m.kept), about(m.draftId))
  const fresh = Object.fromEntries(Object.entries(m.changed).filter(([, value]) => value !== undefined))
  const sealed = sealNumbers(vault, m.draftId, m.form, fresh)
  const rows = await tx.query(
    `update hall.draft set item_version = $3, moved_from = $4, kept = $5, revision = revision + 1,
            saved_at = coalesce($8, saved_at),
            answers = jsonb_set((answers - $6::text[]) || ($7::jsonb - '$sealed'), '{$sealed}',
              (coalesce(answers->'$sealed', '{}') - $6::text[]) || coalesce($7::jsonb->'$sealed', '{}'))
      where draft_id = $1 and revision = $2 and submitted_dossier is null returning 1`,
    [
      m.draftId,
      m.revision,
      m.version,
      m.movedFrom,
      kept,
      Object.keys(m.changed),
      JSON.stringify(sealed),
      m.savedAt ?? null,
    ],
  )
  return rows.length > 0
}

/** The applicant has looked at what changed; what they typed stays kept. */
export async function markSeen(db: Db, accountId: string, draftId: string): Promise<void> {
  await db.query(
    `update hall.draft set moved_from = null
      where draft_id = $1 and account_id = $2 and submitted_dossier is null`,
    [draftId, accountId],
  )
}
