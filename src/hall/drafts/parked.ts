import { createHash, randomBytes } from 'node:crypto'
import type { Vault } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { isUuid } from './store.ts'

/**
 * What somebody typed whose session ended meanwhile, kept sealed until they have signed in. The browser keeps the only
 * key to it (a cookie); whoever signs in gets it back only into a draft of their own.
 */
const KEPT_MS = 24 * 3600_000

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function park(
  db: Db,
  vault: Vault,
  draftId: string,
  body: Record<string, unknown>,
  now: Date,
): Promise<string | null> {
  if (!isUuid(draftId)) return null
  await db.query('delete from hall.parked where parked_at < $1', [new Date(now.getTime() - KEPT_MS)])
  const token = randomBytes(32).toString('base64url')
  const sealed = vault.seal(JSON.stringify(body), `parked:${draftId}`)
  // Only for a draft that exists, so that strangers cannot fill the table.
  const rows = await db.query(
    `insert into hall.parked (token_hash, draft_id, body, parked_at)
     select $1, draft_id, $3, $4 from hall.draft where draft_id = $2 and submitted_dossier is null returning 1`,
    [hashOf(token), draftId, sealed, now],
  )
  return rows.length > 0 ? token : null
}

/** Takes it back, once. */
export async function unpark(
  db: Db,
  vault: Vault,
  draftId: string,
  token: string,
): Promise<Record<string, unknown> | null> {
  if (!isUuid(draftId)) return null
  const [row] = await db.query<{ body: Buffer }>(
    'delete from hall.parked where token_hash = $1 and draft_id = $2 returning body',
    [hashOf(token), draftId],
  )
  return row ? JSON.parse(vault.open(row.body, `parked:${draftId}`)) : null
}
