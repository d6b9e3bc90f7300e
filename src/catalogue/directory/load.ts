import { randomUUID } from 'node:crypto'
import { type History, SYSTEM } from '../../history/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import { type Day, dayOf, exceptionIsApproved } from '../../regulation/index.ts'
import { canonical } from '../draft.ts'
import { type BasicElements, basicElements, directoryStream } from './entry.ts'
import { insertException, listExceptions, type RecordException } from './exception-store.ts'
import { putInForce } from './in-force.ts'
import { insertEntry, insertVersion, lockEntries, readVersions } from './store.ts'

/** A directory as it is handed to the platform at the start, before anything was decided on it here. */
export interface DirectorySource {
  /** The document that put it in force, and from when. */
  document: string
  effectiveOn: Day
  entries: { basicCode: string; sample: boolean; elements: BasicElements; bodies: string[] }[]
  exceptions: RecordException[]
  centres: Centre[]
}

/** 服务中心 */
export interface Centre {
  centreId: string
  name: string
  areaCode: string
  address: string
  hours: string
  phone: string
  sample: boolean
}

/**
 * Loads a directory, its exceptions and the service centres. What is there and the same stays; an entry that changed in
 * the source gets its next version, unless something was decided on it here since: then the decision stands.
 */
export async function loadDirectory(
  db: Database,
  history: History,
  source: DirectorySource,
  now: Date,
): Promise<{ loaded: number; unchanged: number }> {
  return db.transaction(async (tx) => {
    for (const centre of source.centres) await writeCentre(tx, centre)
    let loaded = 0
    for (const entry of source.entries) if (await loadEntry(tx, history, source, entry, now)) loaded += 1
    for (const exception of source.exceptions) await loadException(tx, exception, now)
    return { loaded, unchanged: source.entries.length - loaded }
  })
}

async function loadEntry(
  tx: Tx,
  history: History,
  { document, effectiveOn }: DirectorySource,
  { basicCode, sample, bodies: wanted, ...entry }: DirectorySource['entries'][number],
  now: Date,
): Promise<boolean> {
  const elements = basicElements.parse(entry.elements)
  const bodies = [...wanted].sort()
  const [known] = await lockEntries(tx, [basicCode])
  if (known) {
    const [newest] = await readVersions(tx, basicCode)
    if (newest!.proposalId !== null) return false
    if (canonical([newest!.elements, newest!.bodies]) === canonical([elements, bodies])) return false
  } else await insertEntry(tx, basicCode, sample)
  const version = {
    basicCode,
    version: (known?.version ?? 0) + 1,
    operation: known ? ('change' as const) : ('add' as const),
    state: 'in-force' as const,
    elements,
    bodies,
    proposalId: null,
    document,
    effectiveOn,
    decidedBy: SYSTEM,
    decidedAt: now,
  }
  await insertVersion(tx, version)
  await putInForce(tx, history, [version], SYSTEM, now)
  await history.record(tx, directoryStream(basicCode), SYSTEM, now, [
    { type: 'directory.loaded', data: { version: version.version, document } },
  ])
  return true
}

/** Once: what the registrar ended stays ended. Throws for an exception that Art. 5.1(2) does not know. */
async function loadException(tx: Tx, exception: RecordException, now: Date): Promise<void> {
  const { basicCode, organId, ...facts } = exception
  const ruling = exceptionIsApproved(facts, dayOf(now))
  if (ruling.outcome !== 'met')
    throw new Error(`exception of ${organId} from ${basicCode}: ${ruling.sentence.zh}`)
  const [known] = await listExceptions(tx, { basicCode, organId, ended: true })
  if (!known) await insertException(tx, { exceptionId: randomUUID(), ...exception }, SYSTEM, now)
}

async function writeCentre(tx: Tx, c: Centre): Promise<void> {
  await tx.query(
    `insert into catalogue.centre (centre_id, name, area_code, address, hours, phone, sample)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (centre_id) do update set name = excluded.name, area_code = excluded.area_code,
       address = excluded.address, hours = excluded.hours, phone = excluded.phone, sample = excluded.sample`,
    [c.centreId, c.name, c.areaCode, c.address, c.hours, c.phone, c.sample],
  )
}

/** Every service centre, by area. */
export async function listCentres(db: Database | Tx): Promise<Centre[]> {
  return db.query<Centre>(
    `select centre_id as "centreId", name, area_code as "areaCode", address, hours, phone, sample
       from catalogue.centre order by area_code, centre_id`,
  )
}
