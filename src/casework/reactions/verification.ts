import { type VerificationRow, verifyApplication } from '../../exchange/index.ts'
import type { Db } from '../../platform/database.ts'
import { latestAnswers } from '../material-store.ts'
import { note, type ReactionDeps, type Scene } from './deps.ts'

/**
 * 数据验证、比对 (Art. 11): holds what was filed against the registers. While a register is down the dossier stays
 * 「待核验」: the officer sees that and works on, and the job tries again.
 */
export async function verify(deps: ReactionDeps, { dossier, item }: Scene): Promise<void> {
  const { form } = item.content
  if (dossier.verification === 'done') return
  const filed = {
    dossierId: dossier.dossierId,
    number: dossier.number,
    accountId: dossier.accountId,
    idKind: dossier.applicant.idKind as Parameters<typeof verifyApplication>[1]['idKind'],
    form: form ?? { groups: [] },
    answers: await latestAnswers(deps.db, dossier.dossierId),
  }
  const { rows, pending } = await verifyApplication(deps, filed, deps.now())
  if (pending) {
    await saveRows(deps.db, dossier.dossierId, rows)
    throw new Error('a register did not answer; verification is tried again')
  }
  const differs = rows.filter((r) => r.outcome === 'differs').map((r) => r.field)
  await note(
    deps,
    dossier.dossierId,
    'verified',
    'dossier.verified',
    { checked: rows.length, differs },
    async (tx) => {
      await saveRows(tx, dossier.dossierId, rows)
      await tx.query("update casework.dossier set verification = 'done' where dossier_id = $1", [
        dossier.dossierId,
      ])
    },
  )
}

/** What the officer concluded stays; only what was still pending is written anew. */
async function saveRows(db: Db, dossierId: string, rows: VerificationRow[]): Promise<void> {
  for (const r of rows) {
    await db.query(
      `insert into casework.verification (dossier_id, field, label, filed, registered, outcome, source, as_of)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (dossier_id, field) do update set registered = excluded.registered, outcome = excluded.outcome,
         source = excluded.source, as_of = excluded.as_of where casework.verification.outcome = 'pending'`,
      [dossierId, r.field, r.label, r.filed, r.registered, r.outcome, r.source, r.asOf],
    )
  }
}
