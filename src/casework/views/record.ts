import type { ItemVersion } from '../../catalogue/index.ts'
import { readStream } from '../../history/index.ts'
import { licenceOf } from '../../licences/index.ts'
import { unsentSms } from '../../messages/index.ts'
import type { Db } from '../../platform/database.ts'
import { addCalendarDays, type ClockReading, dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import type { DeskActName, Difference, DossierRecord, PaperView, Reading } from '../api/contract.ts'
import { clocksOf } from '../clocks.ts'
import type { Dossier } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { allMaterials, type DossierMaterial, readCorrections } from '../material-store.ts'
import { atBranch, openSteps, stepsFor } from '../stage.ts'
import { readDossier, streamOf } from '../store.ts'
import { actsFor } from '../transitions.ts'
import { checksFor } from './checks.ts'
import { formGroups } from './form-values.ts'
import { type FileNotes, latestOf, materialViews } from './materials.ts'
import { opinionsOf } from './opinions.ts'
import { type Reach, reaches } from './reach.ts'
import { headOf, organNames, ownStepView, readingView } from './record-head.ts'
import { situationView } from './situation.ts'
import { stepViews } from './steps.ts'
import { timelineOf } from './timeline.ts'

/** Calendar days that an applicant may be given for a correction; the desk offers these. */
const ANSWER_DAYS = [15, 10, 20, 30]

/** A dossier that this officer may see, or null: not there and not yours are the same answer. */
export async function visibleDossier(db: Db, reach: Reach, dossierId: string): Promise<Dossier | null> {
  const dossier = await readDossier(db, dossierId)
  return dossier && reaches(reach, dossier) ? dossier : null
}

/** Everything that the record page shows, at `now`. Null where the officer has no business with it. */
export async function dossierRecord(
  db: Db,
  fileNotes: (db: Db, fileIds: string[]) => Promise<FileNotes>,
  reach: Reach,
  dossierId: string,
  now: Date,
  calendar: WorkingCalendar,
): Promise<DossierRecord | null> {
  const dossier = await visibleDossier(db, reach, dossierId)
  if (!dossier) return null
  const item = await itemOfDossier(db, dossier)
  const open = openSteps(item.content, dossier)
  const mine = stepsFor(open, dossier, reach.staff)
  const [forms, revisions, verification, corrections, opinions, papers, licence, events, unsent] =
    await Promise.all([
      formRevisions(db, dossierId),
      allMaterials(db, dossierId),
      differencesOf(db, dossierId),
      readCorrections(db, dossierId),
      opinionsOf(db, dossierId, item.content),
      papersOf(db, dossierId),
      licenceOf(db, dossierId),
      readStream(db, streamOf(dossierId)),
      unsentSms(db, dossierId),
    ])
  const fileIds = revisions.flatMap((m) => (m.fileId ? [m.fileId] : []))
  const notes = await fileNotes(db, fileIds)
  const materials = latestOf(revisions)
  const acts = actsFor(dossier, open, reach.staff)
  // The holder of a branch works against its own limit; everybody else waits for the slowest.
  const timed = mine[0] ? atBranch(dossier, mine[0]) : dossier
  const clocks = clocksOf(timed, now, calendar)
  const organs = await organNames(db, item.content, dossier)
  const licenceState = licence && {
    issuedOn: licence.issuedOn,
    pushedAt: licence.pushedAt,
    madeOffline: licence.madeOffline,
    offlineAllowed: item.content.result?.offlineAllowed ?? false,
  }
  const reading = (r: ClockReading): Reading => readingView(r, timed)

  return {
    at: now.toISOString(),
    ...headOf(dossier, item, open, reach, organs),
    steps: stepViews(dossier, item.content, events, organs),
    ownSteps: mine.map((s) => ownStepView(s, item.content, materials)),
    unsentSms: unsent && { at: unsent.writtenAt.toISOString(), noPhone: unsent.refusal === 'no-phone' },
    joint: null,
    clocks: {
      governing: reading(clocks.governing),
      all: clocks.all.map(reading),
      pausedFor: dossier.clock.pauses.find((p) => p.to === null)?.reason ?? '',
    },
    form: {
      revision: forms.at(-1)?.revision ?? 0,
      groups: formGroups(item.content, forms.at(-1)?.answers ?? {}, forms.at(-2)?.answers ?? null),
    },
    situation: dossier.situation && situationView(dossier.situation),
    materials: materialViews(item.content, revisions, notes),
    verificationState: dossier.verification,
    differences: verification,
    correctionsAsked: corrections.map((c) => ({
      no: c.correctionNo,
      askedBy: c.askedBy.name,
      askedAt: c.askedAt.toISOString(),
      demands: c.demands.map(({ materialKey, name, problem, cure }) => ({
        materialKey,
        name,
        problem,
        cure,
      })),
      answerUntil: c.answerUntil,
      answeredAt: c.answeredAt?.toISOString() ?? null,
      superiorReason: c.superiorReason,
    })),
    answerLimits: ANSWER_DAYS.map((days) => ({ days, until: addCalendarDays(dayOf(now), days) })),
    pauseKinds: item.content.specialProcedures.map((p) => ({ name: p.name, days: p.days, basis: p.basis })),
    opinions,
    papers,
    licence: licence && {
      identifier: licence.identifier,
      name: licence.name,
      number: licence.number,
      issuedOn: licence.issuedOn,
      validUntil: licence.validUntil,
      status: licence.status,
      pushedAt: licence.pushedAt?.toISOString() ?? null,
      fileId: licence.fileId,
    },
    acts,
    primary: primaryOf(acts, materials),
    checks: checksFor(acts, {
      dossier,
      content: item.content,
      steps: mine,
      materials,
      differences: verification,
      corrections,
      licence: licenceState,
      now,
      calendar,
    }),
    timeline: timelineOf(events, namesIn(item, verification)),
  }
}

/** The act that comes next: where faults are told once all is seen, the correction; otherwise the way forward. */
function primaryOf(acts: DeskActName[], materials: DossierMaterial[]): DeskActName | null {
  if (acts.includes('ask-correction') && materials.some((m) => m.verdict === 'fault')) return 'ask-correction'
  const forward: DeskActName[] = ['accept', 'resume', 'give-opinion', 'decide', 'close']
  return forward.find((act) => acts.includes(act)) ?? null
}

function namesIn(item: ItemVersion, differences: Difference[]) {
  const names = new Map([
    ...item.content.materials.map((m) => [m.key, m.name] as const),
    ...differences.map((d) => [d.field, d.label] as const),
  ])
  return (key: string): string => names.get(key) ?? key
}

export async function formRevisions(
  db: Db,
  dossierId: string,
): Promise<{ revision: number; answers: Record<string, unknown> }[]> {
  return db.query(
    'select revision, answers from casework.dossier_form where dossier_id = $1 order by revision',
    [dossierId],
  )
}

async function differencesOf(db: Db, dossierId: string): Promise<Difference[]> {
  const rows = await db.query<Omit<Difference, 'asOf'> & { as_of: Date | null }>(
    `select field, label, filed, registered, outcome, source, as_of, conclusion from casework.verification
      where dossier_id = $1
      order by case outcome when 'differs' then 0 when 'not-found' then 1 when 'pending' then 2 else 3 end, field`,
    [dossierId],
  )
  return rows.map(({ as_of, ...r }) => ({ ...r, asOf: as_of?.toISOString() ?? null }))
}

async function papersOf(db: Db, dossierId: string): Promise<PaperView[]> {
  const rows = await db.query<Omit<PaperView, 'at'> & { at: Date }>(
    `select paper_no as no, kind, title, document_number as "documentNumber", for_applicant as "forApplicant", at
       from casework.paper where dossier_id = $1 order by paper_no`,
    [dossierId],
  )
  return rows.map((r) => ({ ...r, at: r.at.toISOString() }))
}
