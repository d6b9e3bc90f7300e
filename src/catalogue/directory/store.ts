import type { Actor } from '../../history/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { basicElements, type Entry, type EntryVersion, type Proposal } from './entry.ts'

/** SQL over the directory's entries, versions and proposals. */

const ENTRY = `select e.basic_code as "basicCode", e.version, e.state, e.sample, v.elements,
    case when e.version = 0 then v.bodies else
      array(select b.organ_id from catalogue.directory_body b where b.basic_code = e.basic_code order by 1) end as bodies
  from catalogue.directory_entry e
  join catalogue.directory_version v on v.basic_code = e.basic_code and v.version = greatest(e.version, 1)`

const toEntry = (row: Entry): Entry => ({ ...row, elements: basicElements.parse(row.elements) })

export async function readEntry(db: Db, basicCode: string): Promise<Entry | null> {
  const [row] = await db.query<Entry>(`${ENTRY} where e.basic_code = $1`, [basicCode])
  return row ? toEntry(row) : null
}

/** Entries by their codes, held until the transaction ends; in the order of the codes, so that nobody waits in a ring. */
export async function lockEntries(tx: Tx, codes: string[]): Promise<Entry[]> {
  await tx.query(
    'select 1 from catalogue.directory_entry where basic_code = any ($1) order by basic_code for update',
    [codes],
  )
  const rows = await tx.query<Entry>(`${ENTRY} where e.basic_code = any ($1) order by e.basic_code`, [codes])
  return rows.map(toEntry)
}

/** Decisions are carried out one after the other, so that no code and no name is given twice. */
export async function takeTurn(tx: Tx): Promise<void> {
  await tx.query("select pg_advisory_xact_lock(hashtext('catalogue.directory_entry'))")
}

/** Every code ever given in a province. */
export async function codesOf(tx: Tx, province: string): Promise<string[]> {
  const rows = await tx.query<{ code: string }>(
    "select basic_code as code from catalogue.directory_entry where basic_code like $1 || '%'",
    [province],
  )
  return rows.map((row) => row.code)
}

export async function insertEntry(tx: Tx, basicCode: string, sample: boolean): Promise<void> {
  await tx.query(
    "insert into catalogue.directory_entry (basic_code, version, state, sample) values ($1, 0, 'waiting', $2)",
    [basicCode, sample],
  )
}

export async function insertVersion(tx: Tx, v: Omit<EntryVersion, 'inForceAt'>): Promise<void> {
  await tx.query(
    `insert into catalogue.directory_version (basic_code, version, operation, state, elements, bodies, proposal_id,
       document, effective_on, decided_by, decided_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      v.basicCode,
      v.version,
      v.operation,
      v.state,
      JSON.stringify(v.elements),
      v.bodies,
      v.proposalId,
      v.document,
      v.effectiveOn,
      JSON.stringify(v.decidedBy),
      v.decidedAt,
    ],
  )
}

const VERSION = `select basic_code as "basicCode", version, operation, state, elements, bodies, proposal_id as "proposalId",
    document, effective_on as "effectiveOn", decided_by as "decidedBy", decided_at as "decidedAt",
    in_force_at as "inForceAt" from catalogue.directory_version`

const toVersion = (row: EntryVersion): EntryVersion => ({
  ...row,
  elements: basicElements.parse(row.elements),
})

export async function readVersions(db: Db, basicCode: string): Promise<EntryVersion[]> {
  const rows = await db.query<EntryVersion>(`${VERSION} where basic_code = $1 order by version desc`, [
    basicCode,
  ])
  return rows.map(toVersion)
}

/** Versions whose day has come and that are not in force yet, held until the transaction ends. */
export async function dueVersions(tx: Tx, today: string): Promise<EntryVersion[]> {
  const rows = await tx.query<EntryVersion>(
    `${VERSION} where in_force_at is null and effective_on <= $1 order by effective_on, basic_code, version
      for update skip locked`,
    [today],
  )
  return rows.map(toVersion)
}

/** Makes a version the entry's own: state, elements and the bodies that have to implement it. */
export async function setInForce(tx: Tx, v: Omit<EntryVersion, 'inForceAt'>, at: Date): Promise<void> {
  await tx.query(
    'update catalogue.directory_version set in_force_at = $3 where basic_code = $1 and version = $2',
    [v.basicCode, v.version, at],
  )
  await tx.query('update catalogue.directory_entry set version = $2, state = $3 where basic_code = $1', [
    v.basicCode,
    v.version,
    v.state,
  ])
  await tx.query('delete from catalogue.directory_body where basic_code = $1 and not organ_id = any ($2)', [
    v.basicCode,
    v.bodies,
  ])
  await addBodies(tx, v.basicCode, v.bodies)
}

export async function addBodies(tx: Tx, basicCode: string, organIds: string[]): Promise<void> {
  await tx.query(
    `insert into catalogue.directory_body (basic_code, organ_id) select $1, unnest($2::text[])
     on conflict do nothing`,
    [basicCode, organIds],
  )
}

export async function removeBodies(tx: Tx, basicCode: string, organIds: string[]): Promise<void> {
  await tx.query('delete from catalogue.directory_body where basic_code = $1 and organ_id = any ($2)', [
    basicCode,
    organIds,
  ])
}

export async function insertLineage(tx: Tx, from: string, to: string): Promise<void> {
  await tx.query('insert into catalogue.directory_lineage (from_code, to_code) values ($1, $2)', [from, to])
}

const PROPOSAL = `select proposal_id as "proposalId", operation, status, organ_id as "organId", codes, results, reason,
    proposed_by as "proposedBy", proposed_at as "proposedAt", document, effective_on as "effectiveOn", answer,
    decided_by as "decidedBy", decided_at as "decidedAt", follows,
    (select n.proposal_id from catalogue.directory_proposal n where n.follows = p.proposal_id) as "followedBy"
  from catalogue.directory_proposal p`

/** False where another press of the same has just made it. */
export async function insertProposal(
  tx: Tx,
  p: Pick<Proposal, 'proposalId' | 'operation' | 'organId' | 'codes' | 'results' | 'reason' | 'follows'>,
  by: Actor,
  at: Date,
): Promise<boolean> {
  const made = await tx.query(
    `insert into catalogue.directory_proposal (proposal_id, operation, status, organ_id, codes, results, reason,
       proposed_by, proposed_at, follows) values ($1, $2, 'open', $3, $4, $5, $6, $7, $8, $9)
     on conflict do nothing returning 1`,
    [
      p.proposalId,
      p.operation,
      p.organId,
      p.codes,
      JSON.stringify(p.results),
      p.reason,
      JSON.stringify(by),
      at,
      p.follows,
    ],
  )
  return made.length > 0
}

export async function lockProposal(tx: Tx, proposalId: string): Promise<Proposal | null> {
  const [row] = await tx.query<Proposal>(`${PROPOSAL} where proposal_id = $1 for update`, [proposalId])
  return row ?? null
}

export async function proposalsOf(db: Db, ids: string[]): Promise<Map<string, Proposal>> {
  const rows =
    ids.length === 0 ? [] : await db.query<Proposal>(`${PROPOSAL} where proposal_id = any ($1)`, [ids])
  return new Map(rows.map((p) => [p.proposalId, p]))
}

/** Newest first; of one organ or of all, of one entry or of all. */
export async function listProposals(
  db: Db,
  of: { organ?: string | null; basicCode?: string; status?: Proposal['status']; limit?: number },
): Promise<Proposal[]> {
  return db.query<Proposal>(
    `${PROPOSAL} where ($1::text is null or organ_id = $1) and ($2::text is null or $2 = any (codes)
        or proposal_id in (select v.proposal_id from catalogue.directory_version v where v.basic_code = $2))
       and ($3::text is null or status = $3) order by proposed_at desc, proposal_id limit $4`,
    [of.organ ?? null, of.basicCode ?? null, of.status ?? null, of.limit ?? 100],
  )
}

export async function settleProposal(
  tx: Tx,
  p: Pick<Proposal, 'proposalId' | 'document' | 'effectiveOn' | 'answer'> & {
    status: 'agreed' | 'sent-back'
  },
  by: Actor,
  at: Date,
): Promise<void> {
  await tx.query(
    `update catalogue.directory_proposal set status = $2, document = $3, effective_on = $4, answer = $5,
            decided_by = $6, decided_at = $7 where proposal_id = $1`,
    [p.proposalId, p.status, p.document, p.effectiveOn, p.answer, JSON.stringify(by), at],
  )
}

/** Codes of entries that are being decided on, or whose next version waits for its day. */
export async function codesUnderChange(db: Db, codes: string[]): Promise<string[]> {
  const rows = await db.query<{ code: string }>(
    `select unnest(codes) as code from catalogue.directory_proposal where status = 'open' and codes && $1
      union select basic_code from catalogue.directory_version where in_force_at is null and basic_code = any ($1)`,
    [codes],
  )
  return rows.map((row) => row.code).filter((code) => codes.includes(code))
}

/** The code of a living entry of this name, other than those that make way for it; null if the name is free. */
export async function namesTaken(tx: Tx, name: string, except: string[]): Promise<string | null> {
  const [row] = await tx.query<{ code: string }>(
    `select e.basic_code as code from catalogue.directory_entry e
       join catalogue.directory_version v on v.basic_code = e.basic_code and v.version = greatest(e.version, 1)
      where e.state <> 'cancelled' and v.elements->>'name' = $1 and not e.basic_code = any ($2) limit 1`,
    [name, except],
  )
  return row?.code ?? null
}

/** How many sub-items under a main item are not cancelled. */
export async function livingSubItems(tx: Tx, main: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*) as n from catalogue.directory_entry
      where basic_code like left($1, 9) || '%' and basic_code <> $1 and state <> 'cancelled'`,
    [main],
  )
  return row!.n
}

/** Names of entries by their codes. */
export async function namesOf(db: Db, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await db.query<{ code: string; name: string }>(
    `select e.basic_code as code, v.elements->>'name' as name from catalogue.directory_entry e
       join catalogue.directory_version v on v.basic_code = e.basic_code and v.version = greatest(e.version, 1)
      where e.basic_code = any ($1)`,
    [codes],
  )
  return new Map(rows.map((row) => [row.code, row.name]))
}
