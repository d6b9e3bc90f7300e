import type { Form, SituationAnswers } from '../../catalogue/index.ts'
import type { Documents } from '../../documents/index.ts'
import type { Known } from '../../exchange/index.ts'
import { openNumbers, sealNumbers } from '../../exchange/index.ts'
import type { Vault } from '../../identity/index.ts'
import type { Database, Db, Tx } from '../../platform/database.ts'
import type { Answers } from '../form/answers.ts'
import type { Delivery, Draft, GivenMaterial } from './draft.ts'
import { openKept } from './move-store.ts'

interface DraftRow {
  draft_id: string
  account_id: string
  item_id: string
  item_version: number
  moved_from: number | null
  kept: Buffer | null
  situation: SituationAnswers | null
  answers: Record<string, unknown>
  delivery: Partial<Delivery>
  known: Known | null
  revision: number
  created_at: Date
  saved_at: Date
  submitted_dossier: string | null
}

const toDraft = (vault: Vault, r: DraftRow): Draft => ({
  draftId: r.draft_id,
  accountId: r.account_id,
  itemId: r.item_id,
  itemVersion: r.item_version,
  movedFrom: r.moved_from,
  kept: openKept(vault, r.draft_id, r.kept),
  situation: r.situation,
  answers: openNumbers(vault, r.draft_id, r.answers) as Answers,
  delivery: r.delivery,
  known: r.known,
  revision: r.revision,
  createdAt: r.created_at,
  savedAt: r.saved_at,
  submittedDossier: r.submitted_dossier,
})

interface MaterialRow {
  material_key: string
  source: GivenMaterial['source']
  file_id: string | null
  file_name: string
  licence: Record<string, unknown> | null
  added_at: Date | string
}

const toMaterial = (r: MaterialRow): GivenMaterial => ({
  materialKey: r.material_key,
  source: r.source,
  fileId: r.file_id,
  fileName: r.file_name,
  licence: r.licence,
  addedAt: new Date(r.added_at),
})

/**
 * The newest draft of this item that was not handed in; two clicks at once wait for one another and get the same one. With
 * `situation` given it goes on in that one.
 */
export async function openDraft(
  tx: Tx,
  vault: Vault,
  draft: {
    draftId: string
    accountId: string
    itemId: string
    itemVersion: number
    situation: SituationAnswers | null
  },
  now: Date,
): Promise<{ draft: Draft; resumed: boolean }> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${draft.accountId}:${draft.itemId}`,
  ])
  const [kept] = await tx.query<DraftRow>(
    `select * from hall.draft where account_id = $1 and item_id = $2 and submitted_dossier is null
      order by saved_at desc limit 1`,
    [draft.accountId, draft.itemId],
  )
  if (kept) {
    if (draft.situation === null) return { draft: toDraft(vault, kept), resumed: true }
    const [moved] = await tx.query<DraftRow>(
      'update hall.draft set situation = $2, saved_at = $3, revision = revision + 1 where draft_id = $1 returning *',
      [kept.draft_id, JSON.stringify(draft.situation), now],
    )
    return { draft: toDraft(vault, moved!), resumed: true }
  }
  const [made] = await tx.query<DraftRow>(
    `insert into hall.draft (draft_id, account_id, item_id, item_version, created_at, saved_at, situation)
     values ($1, $2, $3, $4, $5, $5, $6) returning *`,
    [
      draft.draftId,
      draft.accountId,
      draft.itemId,
      draft.itemVersion,
      now,
      draft.situation && JSON.stringify(draft.situation),
    ],
  )
  return { draft: toDraft(vault, made!), resumed: false }
}

/** The same for work that follows a change of the guide, whoever's it is. */
export async function readOpenDraft(
  db: Db,
  vault: Vault,
  draftId: string,
): Promise<{ draft: Draft; materials: GivenMaterial[] } | null> {
  const [row] = await db.query<DraftRow & { materials: MaterialRow[] }>(
    `select d.*, ${MATERIALS} as materials from hall.draft d where d.draft_id = $1 and d.submitted_dossier is null`,
    [draftId],
  )
  return row ? { draft: toDraft(vault, row), materials: row.materials.map(toMaterial) } : null
}

/** The drafts of an item that were not handed in, by their ids, as many at a time as are held in memory at once. */
export async function* openDraftsOf(
  db: Db,
  vault: Vault,
  itemId: string,
): AsyncIterable<{ draft: Draft; materials: GivenMaterial[] }[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await db.query<DraftRow & { materials: MaterialRow[] }>(
      `select d.*, ${MATERIALS} as materials from hall.draft d
        where d.item_id = $1 and d.submitted_dossier is null and d.draft_id > $2 order by d.draft_id limit ${AT_ONCE}`,
      [itemId, after],
    )
    yield rows.map((row) => ({ draft: toDraft(vault, row), materials: row.materials.map(toMaterial) }))
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)!.draft_id
  }
}

const AT_ONCE = 250

/** A draft with its materials in one round trip; somebody else's is not found. */
export async function readDraft(
  db: Db,
  vault: Vault,
  accountId: string,
  draftId: string,
): Promise<{ draft: Draft; materials: GivenMaterial[] } | null> {
  if (!isUuid(draftId)) return null
  const [row] = await db.prepared<DraftRow & { materials: MaterialRow[] }>(
    'hall-draft',
    `select d.*, ${MATERIALS} as materials from hall.draft d where d.draft_id = $1 and d.account_id = $2`,
    [draftId, accountId],
  )
  return row ? { draft: toDraft(vault, row), materials: row.materials.map(toMaterial) } : null
}

const MATERIALS = `coalesce((select jsonb_agg(m order by m.material_key) from hall.draft_material m
  where m.draft_id = d.draft_id), '[]')`

/** Drafts of an account that were not handed in, newest first. */
export async function listDrafts(db: Db, vault: Vault, accountId: string): Promise<Draft[]> {
  const rows = await db.query<DraftRow>(
    `select * from hall.draft where account_id = $1 and submitted_dossier is null order by saved_at desc limit 50`,
    [accountId],
  )
  return rows.map((r) => toDraft(vault, r))
}

/**
 * Writes what was typed over what was typed before, field by field, so that a page which does not show a field cannot
 * empty it. Null when the draft is not theirs or was handed in already.
 */
export async function saveDraft(
  db: Db,
  vault: Vault,
  draft: { draftId: string; accountId: string; form: Form; answers: Answers; delivery?: Partial<Delivery> },
  now: Date,
): Promise<Date | null> {
  if (!isUuid(draft.draftId)) return null
  const sealed = sealNumbers(vault, draft.draftId, draft.form, draft.answers)
  const rows = await db.query<{ saved_at: Date }>(
    `update hall.draft
        set answers = jsonb_set(answers || ($3::jsonb - '$sealed'), '{$sealed}',
              (coalesce(answers->'$sealed', '{}') - $6::text[]) || coalesce($3::jsonb->'$sealed', '{}')),
            delivery = delivery || $4::jsonb, saved_at = $5, revision = revision + 1
      where draft_id = $1 and account_id = $2 and submitted_dossier is null returning saved_at`,
    [
      draft.draftId,
      draft.accountId,
      JSON.stringify(sealed),
      JSON.stringify(draft.delivery ?? {}),
      now,
      Object.keys(draft.answers),
    ],
  )
  return rows[0]?.saved_at ?? null
}

export async function saveKnown(db: Db, draftId: string, known: Known): Promise<void> {
  await db.query('update hall.draft set known = $2 where draft_id = $1 and submitted_dossier is null', [
    draftId,
    JSON.stringify(known),
  ])
}

/**
 * Marks a draft as handed in, if it still is as it was read. Of two submissions at the same moment one waits for the other
 * here; false: it was handed in or saved meanwhile.
 */
export async function markSubmitted(
  tx: Tx,
  draft: Pick<Draft, 'draftId' | 'accountId' | 'revision'>,
  dossierId: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.prepared(
    'hall-draft-submitted',
    `update hall.draft set submitted_dossier = $4, saved_at = $5
      where draft_id = $1 and account_id = $2 and revision = $3 and submitted_dossier is null returning 1`,
    [draft.draftId, draft.accountId, draft.revision, dossierId, now],
  )
  return rows.length > 0
}

/** Throws a draft of theirs away, and with it what was uploaded for it: no dossier can refer to that yet. */
export async function deleteDraft(
  { db, documents }: Kept,
  accountId: string,
  draftId: string,
): Promise<void> {
  if (!isUuid(draftId)) return
  await db.transaction(async (tx) => {
    const files = await tx.query<{ file_id: string }>(
      `with gone as (delete from hall.draft where draft_id = $1 and account_id = $2 and submitted_dossier is null
         returning draft_id)
       select m.file_id from hall.draft_material m join gone using (draft_id) where m.file_id is not null`,
      [draftId, accountId],
    )
    await documents.files.remove(
      files.map((f) => f.file_id),
      tx,
    )
  })
}

/** For the timetable: drafts that nobody touched since `before`, with their files. */
export async function sweepDrafts({ db, documents }: Kept, before: Date): Promise<void> {
  await db.transaction(async (tx) => {
    const files = await tx.query<{ file_id: string }>(
      `with gone as (delete from hall.draft where saved_at < $1 and submitted_dossier is null returning draft_id)
       select m.file_id from hall.draft_material m join gone using (draft_id) where m.file_id is not null`,
      [before],
    )
    await documents.files.remove(
      files.map((f) => f.file_id),
      tx,
    )
  })
}

interface Kept {
  db: Database
  documents: Pick<Documents, 'files'>
}

/** Gives one material, in the place of what was given before. */
export async function putMaterial(db: Db, draftId: string, m: GivenMaterial): Promise<void> {
  await db.query(
    `insert into hall.draft_material (draft_id, material_key, source, file_id, file_name, licence, added_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (draft_id, material_key) do update set source = excluded.source, file_id = excluded.file_id,
       file_name = excluded.file_name, licence = excluded.licence, added_at = excluded.added_at`,
    [
      draftId,
      m.materialKey,
      m.source,
      m.fileId,
      m.fileName,
      m.licence && JSON.stringify(m.licence),
      m.addedAt,
    ],
  )
}

export async function removeMaterial(db: Db, draftId: string, materialKey: string): Promise<boolean> {
  const rows = await db.query(
    'delete from hall.draft_material where draft_id = $1 and material_key = $2 returning 1',
    [draftId, materialKey],
  )
  return rows.length > 0
}

/** Ids come from addresses: anything that is no UUID names nothing. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
