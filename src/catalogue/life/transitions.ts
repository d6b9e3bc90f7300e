import { organById, type Post, postRuling, type Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type Change, type ChangeAct, isDecided, isOpen, type OpenState } from './change.ts'

/** What an officer does with a change that lies before them; `submit` begins one and `enforce` is the calendar's. */
export type SignAct = Exclude<ChangeAct, 'submit' | 'enforce'>

interface Station {
  post: Post
  /** How it goes on from here. */
  act: 'pass' | 'take' | 'decide'
  /** Of which organ the officer must be: the department's own, or one of this kind. */
  organ: 'own' | 'supervisor' | 'reform'
}

/**
 * Who has a change in hand in which state; `scheduled` waits for nobody. Acts, lists and buttons read this table, and a
 * new state does not compile until it is answered.
 */
export const STATIONS = {
  checking: { post: 'checker', act: 'pass', organ: 'own' },
  filing: { post: 'registrar', act: 'take', organ: 'supervisor' },
  deciding: { post: 'reformer', act: 'decide', organ: 'reform' },
  scheduled: null,
} as const satisfies Record<OpenState, Station | null>

/** Where a change goes when it is signed. `decided`: the reform body has decided it already, with the 下放 that it is part of. */
export function nextState(state: OpenState, kind: Change['kind'], decided: boolean): OpenState {
  if (state === 'checking') return 'filing'
  if (state === 'filing' && isDecided(kind) && !decided) return 'deciding'
  return 'scheduled'
}

/** Those who had a hand in a change, so that nobody passes their own work. */
export interface Hands {
  submittedBy: string
  /** Everybody who saved the draft; nobody where the change brings none. */
  savedBy: string[]
  /** Who has signed it already: of one person two hands would be one. */
  signedBy: string[]
}

/**
 * May this officer do this act on the change now? `withdraw` is the department's own clerk's as long as it is not in force;
 * all other acts are for the post that has it in hand, in an organ of the right kind, and never for one's own work.
 */
export async function maySign(
  db: Db,
  act: SignAct,
  change: Change,
  hands: Hands,
  staff: Staff,
): Promise<Result<null>> {
  if (!isOpen(change.state)) return refuse('not-possible-now', '这次变更已经了结，不能再办。')
  if (act === 'withdraw') return mayWithdraw(change, staff)
  const station: Station | null = STATIONS[change.state]
  if (station === null || (act !== 'send-back' && act !== station.act))
    return refuse('not-possible-now', '这次变更不在这一步，看过现在的样子再办。')
  const ruling = postRuling(staff, station.post)
  if (ruling.outcome !== 'met') return refuse('not-allowed', ruling.sentence.zh, { detail: { ruling } })
  const placed =
    station.organ === 'own'
      ? staff.organId === change.organId
      : (await organById(db, staff.organId))?.kind === station.organ
  if (!placed) return refuse('not-allowed', WRONG_ORGAN[station.organ])
  if (staff.staffId === hands.submittedBy || hands.savedBy.includes(staff.staffId))
    return refuse('own-work', '这份内容是你自己写的或提交的，要由另一个人审核。')
  if (hands.signedBy.includes(staff.staffId))
    return refuse('own-work', '前一道手续是你自己办的，这一道要由另一个人办。')
  return done(null)
}

const WRONG_ORGAN: Record<Station['organ'], string> = {
  own: '这是别的部门的变更，由那个部门的审核岗审核。',
  supervisor: '备案由行政服务管理机构接收。',
  reform: '新增、取消、下放由审改机构决定。',
}

function mayWithdraw(change: Change, staff: Staff): Result<null> {
  const ruling = postRuling(staff, 'clerk')
  if (staff.organId !== change.organId) return refuse('not-allowed', '只有提出变更的部门能撤回。')
  return ruling.outcome === 'met'
    ? done(null)
    : refuse('not-allowed', ruling.sentence.zh, { detail: { ruling } })
}
