import type { ItemContent, ItemVersion, Step } from '../../catalogue/index.ts'
import { readStream } from '../../history/index.ts'
import type { Db } from '../../platform/database.ts'
import type { WorkingCalendar } from '../../regulation/index.ts'
import type { DossierRecord, Reading, StepView } from '../api/contract.ts'
import { clocksOf } from '../clocks.ts'
import type { Dossier } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { allMaterials, type DossierMaterial } from '../material-store.ts'
import { atBranch, openSteps, stepsFor } from '../stage.ts'
import { readDossier, streamOf } from '../store.ts'
import { actsFor } from '../transitions.ts'
import { checksFor } from './checks.ts'
import { formGroups } from './form-values.ts'
import { type FileNotes, latestOf, materialViews } from './materials.ts'
import { opinionsOf } from './opinions.ts'
import type { Reach } from './reach.ts'
import { formRevisions } from './record.ts'
import { headOf, organNames, ownStepView, readingView } from './record-head.ts'
import { stepViews } from './steps.ts'
import { timelineOf } from './timeline.ts'

/** 会签: another department's dossier, as far as an officer here has to do with it. */
interface JointSight {
  dossier: Dossier
  item: ItemVersion
  /** The joint steps that lie in this officer's posts now; empty once they are signed. */
  mine: Step[]
}

/** Null where the officer's department neither is asked for an opinion now nor has signed one. */
async function jointSight(db: Db, reach: Reach, dossierId: string): Promise<JointSight | null> {
  const dossier = await readDossier(db, dossierId)
  if (!dossier || dossier.organId === reach.staff.organId) return null
  const item = await itemOfDossier(db, dossier)
  if (!item.content.steps.some((s) => s.organId === reach.staff.organId)) return null
  const mine =
    dossier.status === 'accepted' ? stepsFor(openSteps(item.content, dossier), dossier, reach.staff) : []
  if (mine.length > 0) return { dossier, item, mine }
  const [signed] = await db.query(
    'select 1 from casework.opinion where dossier_id = $1 and organ_id = $2 limit 1',
    [dossierId, reach.staff.organId],
  )
  return signed ? { dossier, item, mine } : null
}

/** The materials that a joint step shows: those that it names, or all. */
function shownMaterials(mine: Step[], materials: DossierMaterial[]): DossierMaterial[] {
  const named = mine.flatMap((s) => s.materials)
  const all = mine.some((s) => s.materials.length === 0)
  return materials.filter((m) => all || named.includes(m.materialKey))
}

/** While a joint step lies here: the newest revision of a material that it shows. Afterwards no file any more. */
export async function jointFile(db: Db, reach: Reach, dossierId: string, fileId: string): Promise<boolean> {
  const sight = await jointSight(db, reach, dossierId)
  if (!sight || sight.mine.length === 0) return false
  const newest = latestOf(await allMaterials(db, dossierId))
  return shownMaterials(sight.mine, newest).some((m) => m.fileId === fileId)
}

/** Where the dossier stands now is no business of a department that has signed. */
const SIGNED = {
  status: 'signed',
  statusName: '已会签',
  stepKey: null,
  stepName: '',
  stepKind: 'plain',
  acceptedAt: null,
  holder: { post: null, postName: '', mine: false },
}
const NO_CLOCK: Reading = {
  kind: 'step',
  name: '',
  light: 'none',
  dueAt: null,
  usedDays: 0,
  limitDays: 0,
  unit: 'G',
  remainingDays: 0,
  yellowAt: null,
  why: [],
}

/**
 * The record page for the other department: while its opinion is asked, form and materials that it needs; afterwards
 * what it signed. Neither verification, papers, opinions of others nor the course of the matter.
 */
export async function jointRecord(
  db: Db,
  fileNotes: (db: Db, fileIds: string[]) => Promise<FileNotes>,
  reach: Reach,
  dossierId: string,
  now: Date,
  calendar: WorkingCalendar,
): Promise<DossierRecord | null> {
  const sight = await jointSight(db, reach, dossierId)
  if (!sight) return null
  const { dossier, item, mine } = sight
  const isOpen = mine.length > 0
  const shown: ItemContent = isOpen ? item.content : { ...item.content, materials: [], form: null }
  const materials = isOpen ? shownMaterials(mine, latestOf(await allMaterials(db, dossierId))) : []
  const forms = isOpen ? await formRevisions(db, dossierId) : []
  const notes = await fileNotes(
    db,
    materials.flatMap((m) => (m.fileId ? [m.fileId] : [])),
  )
  const organs = await organNames(db, item.content, dossier)
  const signed = (await readStream(db, streamOf(dossierId)))
    .filter((e) => e.type === 'dossier.step-finished' && e.data['organName'] === reach.staff.organName)
    .map((e) => ({ ...e, data: { ...e.data, waitsFor: '', nextName: '' } }))
  const acts = actsFor(dossier, mine, reach.staff)
  const timed = mine[0] ? atBranch(dossier, mine[0]) : dossier
  const clocks = clocksOf(timed, now, calendar)
  const paused = dossier.clock.pauses.find((p) => p.to === null)
  const head = headOf(dossier, item, mine, reach, organs)
  const ownKeys = item.content.steps.filter((s) => s.organId === reach.staff.organId).map((s) => s.key)
  const own = (s: StepView) => ownKeys.includes(s.key)

  return {
    at: now.toISOString(),
    ...head,
    ...(isOpen ? {} : SIGNED),
    // What became of it is told to the applicant by its own department.
    result: null,
    resultName: '',
    decidedAt: null,
    closedAt: null,
    corrections: 0,
    extended: false,
    applicant: { ...head.applicant, ...(isOpen ? {} : { idMasked: '', phoneMasked: '' }) },
    // To tell the applicant is the business of their own department.
    unsentSms: null,
    situation: null,
    steps: stepViews(dossier, item.content, signed, organs).filter(own),
    ownSteps: mine.map((s) => ownStepView(s, item.content, materials)),
    joint: { organName: dossier.organName, open: isOpen },
    clocks: {
      governing: isOpen ? readingView(clocks.governing, timed) : NO_CLOCK,
      all: isOpen ? [readingView(clocks.governing, timed)] : [],
      pausedFor: isOpen ? (paused?.reason ?? '') : '',
    },
    form: {
      revision: forms.at(-1)?.revision ?? 0,
      groups: formGroups(shown, forms.at(-1)?.answers ?? {}, null),
    },
    materials: materialViews(shown, materials, notes),
    verificationState: 'not-applicable',
    differences: [],
    correctionsAsked: [],
    answerLimits: [],
    pauseKinds: [],
    opinions: await opinionsOf(db, dossierId, item.content, reach.staff.organId),
    papers: [],
    licence: null,
    acts,
    primary: acts[0] ?? null,
    checks: checksFor(acts, {
      dossier: { ...dossier, verification: 'not-applicable' },
      content: shown,
      steps: mine,
      materials,
      differences: [],
      corrections: [],
      licence: null,
      now,
      calendar,
    }),
    timeline: timelineOf(signed, (key) => key),
  }
}
