import type { ItemVersion, Step } from '../../catalogue/index.ts'
import { type Actor, readStream } from '../../history/index.ts'
import { licenceOf } from '../../licences/index.ts'
import type { Db } from '../../platform/database.ts'
import {
  addCalendarDays,
  CLOCK_NAMES,
  type ClockReading,
  dayOf,
  lightRuling,
  type WorkingCalendar,
} from '../../regulation/index.ts'
import type { DeskActName, Difference, DossierRecord, PaperView, Reading } from '../api/contract.ts'
import { clocksOf } from '../clocks.ts'
import { type Dossier, RESULTS, STATUS_NAMES } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { allMaterials, type DossierMaterial, readCorrections } from '../material-store.ts'
import { readDossier, streamOf } from '../store.ts'
import { actsFor } from '../transitions.ts'
import { checksFor } from './checks.ts'
import { formGroups } from './form-values.ts'
import { type FileNotes, latestOf, materialViews } from './materials.ts'
import { POST_NAMES, type Reach, reaches } from './reach.ts'
import { situationView } from './situation.ts'
import { channelName, stepViews } from './steps.ts'
import { timelineOf } from './timeline.ts'
import { unitOf } from './worklist.ts'

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
  const step = item.content.steps.find((s) => s.key === dossier.stepKey) ?? null
  const [forms, revisions, verification, corrections, opinions, papers, licence, events] = await Promise.all([
    formRevisions(db, dossierId),
    allMaterials(db, dossierId),
    differencesOf(db, dossierId),
    readCorrections(db, dossierId),
    opinionsOf(db, dossierId),
    papersOf(db, dossierId),
    licenceOf(db, dossierId),
    readStream(db, streamOf(dossierId)),
  ])
  const fileIds = revisions.flatMap((m) => (m.fileId ? [m.fileId] : []))
  const notes = await fileNotes(db, fileIds)
  const materials = latestOf(revisions)
  const acts = actsFor(dossier, step, reach.staff)
  const clocks = clocksOf(dossier, now, calendar)
  const licenceState = licence && {
    issuedOn: licence.issuedOn,
    pushedAt: licence.pushedAt,
    madeOffline: licence.madeOffline,
    offlineAllowed: item.content.result?.offlineAllowed ?? false,
  }
  const reading = (r: ClockReading): Reading => readingView(r, dossier)

  return {
    at: now.toISOString(),
    ...headOf(dossier, item, step, reach),
    steps: stepViews(dossier, item.content, events),
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
      step,
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

function headOf(dossier: Dossier, item: ItemVersion, step: Step | null, reach: Reach) {
  const holder = dossier.holderPost
  return {
    dossierId: dossier.dossierId,
    number: dossier.number,
    version: dossier.version,
    status: dossier.status,
    statusName: STATUS_NAMES[dossier.status],
    result: dossier.result,
    resultName: dossier.result ? RESULTS[dossier.result] : '',
    channel: channelName(dossier.channel),
    sample: dossier.sample,
    item: {
      itemId: dossier.itemId,
      version: dossier.itemVersion,
      name: dossier.itemName,
      resultType: item.content.result?.type ?? 'none',
      remedy: item.content.remedy,
      legalBasis: item.content.legalBasis.map((b) => `《${b.name.replace(/[《》]/g, '')}》${b.clause}`),
    },
    organName: dossier.organName,
    applicant: {
      name: dossier.applicant.name,
      kind: dossier.applicant.kind,
      idMasked: dossier.applicant.idMasked,
      phoneMasked: dossier.applicant.phoneMasked,
    },
    submittedAt: dossier.submittedAt.toISOString(),
    receivedAt: dossier.receivedAt.toISOString(),
    acceptedAt: dossier.acceptedAt?.toISOString() ?? null,
    decidedAt: dossier.decidedAt?.toISOString() ?? null,
    closedAt: dossier.closedAt?.toISOString() ?? null,
    corrections: dossier.corrections,
    extended: dossier.clock.extension !== null,
    holder: {
      post: holder,
      postName: holder ? (POST_NAMES[holder] ?? holder) : dossier.status === 'correcting' ? '申请人' : '',
      mine:
        holder !== null && dossier.organId === reach.staff.organId && reach.posts.some((p) => p === holder),
    },
    stepKey: dossier.stepKey,
    stepName: dossier.stepName,
    stepKind: step?.kind ?? 'plain',
  }
}

function readingView(r: ClockReading, dossier: Dossier): Reading {
  return {
    kind: r.kind,
    name: CLOCK_NAMES[r.kind].zh,
    light: r.light,
    dueAt: r.dueAt?.toISOString() ?? null,
    usedDays: r.usedDays,
    limitDays: r.limitDays,
    unit: unitOf(dossier.clock, r.kind),
    remainingDays: r.remainingDays,
    yellowAt: r.yellowAt?.toISOString() ?? null,
    why: [lightRuling(r).sentence.zh, ...r.why.map((s) => s.zh)],
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

async function formRevisions(
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

async function opinionsOf(db: Db, dossierId: string): Promise<DossierRecord['opinions']> {
  const rows = await db.query<{
    opinion_no: number
    step_name: string
    staff: Actor
    verdict: 'agree' | 'disagree' | 'return'
    text: string
    record: { heldAt?: string; people?: string[]; findings?: string }
    at: Date
  }>(
    'select opinion_no, step_name, staff, verdict, text, record, at from casework.opinion where dossier_id = $1 order by opinion_no',
    [dossierId],
  )
  return rows.map((r) => ({
    no: r.opinion_no,
    stepName: r.step_name,
    by: r.staff.name,
    verdict: r.verdict,
    text: r.text,
    record: r.record.findings
      ? { heldAt: r.record.heldAt ?? '', people: r.record.people ?? [], findings: r.record.findings }
      : null,
    at: r.at.toISOString(),
  }))
}

async function papersOf(db: Db, dossierId: string): Promise<PaperView[]> {
  const rows = await db.query<Omit<PaperView, 'at'> & { at: Date }>(
    `select paper_no as no, kind, title, document_number as "documentNumber", for_applicant as "forApplicant", at
       from casework.paper where dossier_id = $1 order by paper_no`,
    [dossierId],
  )
  return rows.map((r) => ({ ...r, at: r.at.toISOString() }))
}
