/** What the benchmark needs to be there: signed-in people, drafts ready to hand in, many open dossiers. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { FormField, ItemVersion } from '../src/catalogue/index.ts'
import { hallCookie } from '../src/identity/testing.ts'
import type { Database } from '../src/platform/database.ts'

export interface SignedIn {
  accountId: string
  cookie: string
}

/** An applicant at 中级 with a session, written straight into the tables. */
export async function signedInApplicant(db: Database, now: Date): Promise<SignedIn> {
  const accountId = randomUUID()
  await db.query(
    `insert into identity.account (account_id, subject, subject_kind, name, id_kind, id_cipher, id_blind, id_masked, phone_masked,
       level, created_at, last_seen_at) values ($1, $2, 'person', '测速人', 'resident-id', '\\x00', $3, '999999****0010', '', 2, $4, $4)`,
    [accountId, `bench-${accountId}`, randomBytes(32), now],
  )
  return { accountId, cookie: await hallCookie(db, accountId, 2, now) }
}

/** A right answer to a field, so that the drafts pass the same validation as anybody's. */
function answerTo(field: FormField): unknown {
  switch (field.type) {
    case 'choice':
      return field.options[0]!.value
    case 'multiple':
      return [field.options[0]!.value]
    case 'number':
    case 'money':
      return String(Math.max(field.min ?? 1, 1))
    case 'date':
      return field.dateRule === 'past' ? '2026-01-05' : '2026-12-25'
    case 'resident-id':
      return '11010519491231002X'
    case 'credit-code':
      return '91350100M000100Y43'
    case 'phone':
      return '13800000000'
    case 'person-name':
      return '测速人'
    default:
      return '测速用的一段文字，够长也不太长'.slice(0, field.maxLength ?? 30)
  }
}

/** Drafts with every answer and five uploaded materials; returns their ids. */
export async function readyDrafts(
  db: Database,
  applicants: SignedIn[],
  item: ItemVersion,
  count: number,
  now: Date,
): Promise<{ draftId: string; cookie: string }[]> {
  const fields = item.content.form!.groups.flatMap((g) => g.fields)
  const answers = Object.fromEntries(fields.map((f) => [f.key, answerTo(f)]))
  const drafts = Array.from({ length: count }, (_, i) => ({
    draftId: randomUUID(),
    ...applicants[i % applicants.length]!,
  }))
  await db.query(
    `insert into hall.draft (draft_id, account_id, item_id, item_version, answers, known, created_at, saved_at)
     select d.id::uuid, d.account::uuid, $3, $4, $5, null, $6, $6 from unnest($1::text[], $2::text[]) as d(id, account)`,
    [
      drafts.map((d) => d.draftId),
      drafts.map((d) => d.accountId),
      item.itemId,
      item.version,
      JSON.stringify(answers),
      now,
    ],
  )
  for (const material of item.content.materials) {
    await db.query(
      `insert into hall.draft_material (draft_id, material_key, source, file_id, file_name, added_at)
       select id::uuid, $2, 'upload', gen_random_uuid(), '材料.pdf', $3 from unnest($1::text[]) as d(id)`,
      [drafts.map((d) => d.draftId), material.key, now],
    )
  }
  return drafts
}

/** Open dossiers of one organ, spread over posts and due moments. */
export async function openDossiers(db: Database, item: ItemVersion, count: number, now: Date): Promise<void> {
  const clock = {
    acceptanceFrom: now.toISOString(),
    promise: item.content.promiseLimit,
    statutory: item.content.legalLimit,
    acceptedAt: now.toISOString(),
    stoppedAt: null,
    pauses: [],
    extension: null,
    step: { key: 's2', limit: { days: 2, unit: 'G' }, from: now.toISOString() },
  }
  await db.query(
    `insert into casework.dossier (dossier_id, number, item_id, item_version, item_name, organ_id, organ_name, area_code, account_id,
       applicant, applicant_name, status, step_key, step_name, holder_post, channel, submitted_at, received_at, accepted_at, clock,
       due_at, yellow_at, red_at, verification, sample)
     select gen_random_uuid(), $1 || lpad(n::text, 8, '0'), $2, $3, $4, $5, $6, $7, gen_random_uuid(),
       jsonb_build_object('accountId', '', 'kind', 'person', 'name', '申请人' || n, 'idKind', 'resident-id', 'idMasked', '', 'phoneMasked', ''),
       '申请人' || n, 'accepted', 's2', '审查', (array['window','examiner','approver'])[1 + n % 3], 'web', $8::timestamptz, $8::timestamptz, $8::timestamptz, $9::jsonb,
       $8::timestamptz + (n % 20) * interval '6 hours', $8::timestamptz, $8::timestamptz + (n % 20) * interval '6 hours', 'done', true
     from generate_series(1, ${count}) as n`,
    [
      item.content.implCode,
      item.itemId,
      item.version,
      item.content.name,
      item.content.organId,
      item.content.organName,
      item.content.areaCode,
      now,
      JSON.stringify(clock),
    ],
  )
  await db.query('analyze casework.dossier')
}
