import type { ItemVersion, Step } from '../../catalogue/index.ts'
import { type Actor, type History, lastEvent, type NewEvent } from '../../history/index.ts'
import { postRuling, type Staff } from '../../identity/index.ts'
import type { Database, Tx } from '../../platform/database.ts'
import type { Jobs } from '../../platform/jobs.ts'
import { done, orRefusal, type Refusal, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf, type WorkingCalendar } from '../../regulation/index.ts'
import { saveBranches } from '../branch-store.ts'
import { lightIndex } from '../clocks.ts'
import { type Dossier, type DossierClock, STATUS_NAMES } from '../dossier.ts'
import { itemOfDossier } from '../dossier-item.ts'
import { atSteps, isSpread, openSteps, stepsFor } from '../stage.ts'
import { lockDossier, saveDossier, streamOf, takeActKey } from '../store.ts'
import { actsFor, type DeskAct, possible } from '../transitions.ts'

export interface CaseworkDeps {
  db: Database
  history: History
  jobs: Jobs
  calendar: WorkingCalendar
  /** Secret from which query codes are derived; they are never stored. */
  queryCodeKey: Buffer
}

/** Sent with every act: `key` makes a repeated press harmless, `version` says what the officer was looking at. */
export interface ActCommand {
  key: string
  version: number
}

/** What an act decides: the dossier as it shall be, and what happened. */
export interface Change {
  dossier: Dossier
  events: NewEvent[]
  /** It was about one of several branches, the others are as they were. */
  besides?: boolean
}

export interface ActScene {
  tx: Tx
  dossier: Dossier
  item: ItemVersion
  /** The step that the act is about: of several open ones the officer's own, or the one that the command names. */
  step: Step | null
  /** All steps under way. */
  open: Step[]
  actor: Actor
  now: Date
}

export const staffActor = (staff: Staff): Actor => ({ kind: 'staff', id: staff.staffId, name: staff.name })

/**
 * A key comes from a browser, so it counts only for this act of this person: nobody can use up the key under which the
 * platform makes a paper or an archive package, and a key that comes again with another act is not taken as done.
 */
const keptKey = (act: string, actor: Actor, key: string): string => `${act}:${actor.kind}:${actor.id}:${key}`

/**
 * One act of an officer on one dossier, in one transaction: lock → may it happen? → decide → save state, history and
 * jobs. A foreign organ's dossier is "not found", unless a joint step of it lies in this officer's post. The same key
 * twice changes nothing and answers the same. `step` names the branch where the officer holds several; who names it is
 * not told to look again because of what happened to other branches.
 */
export async function deskAct(
  deps: CaseworkDeps,
  act: DeskAct,
  staff: Staff,
  dossierId: string,
  command: ActCommand & { step?: string | undefined },
  now: Date,
  work: (scene: ActScene) => Promise<Result<Change>>,
): Promise<Result<{ version: number }>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const dossier = await lockDossier(tx, dossierId)
      if (!dossier) throw new Refused(notFound)
      const item = await itemOfDossier(tx, dossier)
      const foreign = dossier.organId !== staff.organId
      if (foreign && !item.content.steps.some((s) => s.organId === staff.organId)) throw new Refused(notFound)
      const actor = staffActor(staff)
      if (!(await takeActKey(tx, dossierId, keptKey(act, actor, command.key), act, now)))
        return done({ version: dossier.version })
      const open = openSteps(item.content, dossier)
      const may = actsFor(dossier, open, staff).includes(act)
      if (foreign && !may) {
        const waits = act === 'give-opinion' && stepsFor(open, dossier, staff).length > 0
        throw new Refused(waits && standsStill(dossier) ? paused(dossier) : notFound)
      }
      const step = ownStep(dossier, open, staff, command.step)
      const seen =
        dossier.version === command.version || (may && step !== null && sawBranch(dossier, command))
      if (!seen) throw new Refused(await conflict(tx, dossier))
      if (!may || (command.step !== undefined && !step))
        throw new Refused(mayNot(act, dossier, open[0] ?? null, staff))
      const scene = { tx, dossier, item, step, open, actor, now }
      return saveChange(deps, scene, await work(scene))
    }),
  )
}

/** One act of the applicant, or of the system, on a dossier that is already known to be theirs to act on. */
export async function otherAct(
  deps: CaseworkDeps,
  actor: Actor,
  dossierId: string,
  key: string,
  actName: string,
  now: Date,
  mayTouch: (dossier: Dossier) => Refusal | null,
  work: (scene: ActScene) => Promise<Result<Change>>,
): Promise<Result<{ version: number }>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const dossier = await lockDossier(tx, dossierId)
      if (!dossier) throw new Refused(notFound)
      if (!(await takeActKey(tx, dossierId, keptKey(actName, actor, key), actName, now)))
        return done({ version: dossier.version })
      const no = mayTouch(dossier)
      if (no) throw new Refused(no)
      const item = await itemOfDossier(tx, dossier)
      const open = openSteps(item.content, dossier)
      const scene = { tx, dossier, item, step: open[0] ?? null, open, actor, now }
      return saveChange(deps, scene, await work(scene))
    }),
  )
}

async function saveChange(
  deps: CaseworkDeps,
  { tx, dossier, item, actor, now }: ActScene,
  outcome: Result<Change>,
): Promise<Result<{ version: number }>> {
  if (!outcome.ok) throw new Refused(outcome.refusal)
  const { dossier: decided, besides = false } = outcome.value
  const seenFrom = besides ? (dossier.clock.step?.seenFrom ?? dossier.version) : undefined
  const changed = { ...decided, clock: withSeen(decided.clock, seenFrom), version: dossier.version + 1 }
  await saveDossier(tx, changed, lightIndex(changed, now, deps.calendar))
  if (isSpread(dossier) || isSpread(changed)) {
    const open = isSpread(changed) ? openSteps(item.content, changed) : []
    await saveBranches(tx, changed, open, now, deps.calendar)
  }
  await deps.history.record(tx, streamOf(dossier.dossierId), actor, now, outcome.value.events)
  return done({ version: changed.version })
}

function withSeen(clock: DossierClock, seenFrom: number | undefined): DossierClock {
  if (clock.step === null) return clock
  const { seenFrom: _, ...step } = clock.step
  return { ...clock, step: seenFrom === undefined ? step : { ...step, seenFrom } }
}

/** The named step if it is open to the officer; without a name the first that is, else the first open one. */
function ownStep(dossier: Dossier, open: Step[], staff: Staff, named: string | undefined): Step | null {
  const mine = stepsFor(open, dossier, staff)
  if (named !== undefined) return mine.find((s) => s.key === named) ?? null
  return mine[0] ?? open[0] ?? null
}

/** Did the officer see the named branch as it is, however far others have gone with theirs? */
function sawBranch(dossier: Dossier, { version, step }: ActCommand & { step?: string | undefined }): boolean {
  const from = dossier.clock.step?.seenFrom
  return step !== undefined && from !== undefined && from <= version && version < dossier.version
}

export const notFound: Refusal = { name: 'not-found', sentence: '没有这个办件，或者它不归本部门办理。' }

async function conflict(tx: Tx, dossier: Dossier): Promise<Refusal> {
  const event = await lastEvent(tx, streamOf(dossier.dossierId))
  const time = event?.at.toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
  return {
    name: 'conflict',
    sentence: `${event?.actor.name ?? '别人'} ${time ?? '刚才'} 已经办了这件，写的内容保留在下面，看过新情况再办。`,
    detail: { version: dossier.version, by: event?.actor ?? null, type: event?.type ?? null },
  }
}

const pauseOf = (dossier: Dossier) => dossier.clock.pauses.find((p) => p.to === null)
const standsStill = (dossier: Dossier): boolean => pauseOf(dossier) !== undefined

const paused = (dossier: Dossier): Refusal => ({
  name: 'not-possible-now',
  sentence: `这件暂停着计时（${pauseOf(dossier)?.reason ?? ''}），恢复以后再办。`,
  detail: { status: dossier.status },
})

function mayNot(act: DeskAct, dossier: Dossier, step: Step | null, staff: Staff): Refusal {
  if (!possible(dossier.status, act)) {
    return {
      name: 'not-possible-now',
      sentence: `这件现在是「${STATUS_NAMES[dossier.status]}」，不能做这一步。`,
      detail: { status: dossier.status },
    }
  }
  if (standsStill(dossier) && act !== 'resume') return paused(dossier)
  const post = dossier.holderPost ?? step?.post
  const ruling = post ? postRuling(staff, post as Parameters<typeof postRuling>[1]) : null
  const where = step ? `现在在「${step.name}」环节。` : ''
  return {
    name: 'not-allowed',
    sentence: `${where}${ruling?.sentence.zh ?? '这一步不归你的岗位办。'}`,
    detail: ruling,
  }
}

/** Puts a dossier at a stage, its branches' limits running from this moment. */
export const atStage = (dossier: Dossier, stage: Step[], now: Date): Dossier =>
  atSteps(dossier, stage, now.toISOString())

export const today = (now: Date): string => dayOf(now)

export { done, refuse }
