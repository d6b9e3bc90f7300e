import type { Db, Tx } from '../platform/database.ts'

/** 行政服务部门, as the platform keeps it. */
export interface Organ {
  organId: string
  name: string
  shortName: string
  /** 统一社会信用代码; empty where a source does not state it. */
  creditCode: string
  areaCode: string
  areaName: string
  kind: 'department' | 'supervisor' | 'operator' | 'reform'
  sample: boolean
}

/**
 * Makes sure that the organ is known and returns the id under which it stands: that of an organ with the same credit
 * code (or, where none is stated, with the same name and area) if there is one, else its own. Never changes an organ.
 */
export async function ensureOrgan(tx: Tx, organ: Organ): Promise<string> {
  const [known] = await tx.query<{ organ_id: string }>(
    organ.creditCode === ''
      ? 'select organ_id from identity.organ where organ_id = $1 or (name = $2 and area_code = $3) limit 1'
      : 'select organ_id from identity.organ where organ_id = $1 or credit_code = $2 limit 1',
    organ.creditCode === '' ? [organ.organId, organ.name, organ.areaCode] : [organ.organId, organ.creditCode],
  )
  if (known) return known.organ_id
  await tx.query(
    `insert into identity.organ (organ_id, name, short_name, credit_code, area_code, area_name, kind, sample)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (organ_id) do nothing`,
    [
      organ.organId,
      organ.name,
      organ.shortName,
      organ.creditCode,
      organ.areaCode,
      organ.areaName,
      organ.kind,
      organ.sample,
    ],
  )
  return organ.organId
}

/**
 * The organ's credit code and how many active officers hold each post after their training (Art. 5.1(1)), posts that
 * nobody holds left out. Null for an organ that is not known.
 */
export async function organStaffing(
  db: Db,
  organId: string,
): Promise<{ creditCode: string; holders: Record<string, number> } | null> {
  const [row] = await db.query<{ creditCode: string; holders: Record<string, number> }>(
    `select o.credit_code as "creditCode",
            coalesce((select jsonb_object_agg(h.post, h.n) from (
              select p.post, count(*) as n from identity.post_holding p join identity.staff s using (staff_id)
               where s.organ_id = o.organ_id and s.active and p.trained_on is not null group by p.post) h), '{}') as holders
       from identity.organ o where o.organ_id = $1`,
    [organId],
  )
  return row ?? null
}

/** How many active officers hold each post after their training, by organ; posts that nobody holds are left out. */
export async function holdersByOrgan(db: Db): Promise<Map<string, Record<string, number>>> {
  const rows = await db.query<{ organ_id: string; post: string; n: number }>(
    `select s.organ_id, p.post, count(*) as n from identity.post_holding p join identity.staff s using (staff_id)
      where s.active and p.trained_on is not null group by s.organ_id, p.post`,
  )
  const found = new Map<string, Record<string, number>>()
  for (const r of rows) found.set(r.organ_id, { ...found.get(r.organ_id), [r.post]: r.n })
  return found
}

/** An organ by its id, or null. */
export async function organById(db: Db, organId: string): Promise<Organ | null> {
  const [row] = await db.query<Organ>(
    `select organ_id as "organId", name, short_name as "shortName", credit_code as "creditCode", area_code as "areaCode",
            area_name as "areaName", kind, sample from identity.organ where organ_id = $1`,
    [organId],
  )
  return row ?? null
}

/** Every organ by area and id: what lists of bodies choose from. */
export async function listOrgans(db: Db): Promise<Organ[]> {
  return db.query<Organ>(
    `select organ_id as "organId", name, short_name as "shortName", credit_code as "creditCode", area_code as "areaCode",
            area_name as "areaName", kind, sample from identity.organ order by area_code, organ_id`,
  )
}
