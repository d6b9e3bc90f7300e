import type { NewEvent } from '../../history/index.ts'
import { postRuling, type Staff } from '../../identity/index.ts'
import type { Tx } from '../../platform/database.ts'
import { done, orRefusal, type Refusal, Refused, type Result } from '../../platform/refusal.ts'
import { type Enquiry, type Entry, spokenBy, streamOf, timesOf } from '../enquiry.ts'
import { addEntry, lockEnquiry, readEntries, saveEnquiry } from '../enquiry-store.ts'
import { ANSWER_POSTS, answers } from '../receiver.ts'
import type { AnswerDeps } from './deps.ts'

/** Sent with every act: `key` makes a repeated press harmless, `version` says what the officer was looking at. */
export interface EnquiryCommand {
  key: string
  version: number
}

export interface EnquiryScene {
  tx: Tx
  enquiry: Enquiry
  entries: Entry[]
}

/** What an act decides: the enquiry as it shall be, what is said in the thread, what happened, and what follows in the same transaction. */
export interface EnquiryChange {
  enquiry: Enquiry
  said: Pick<Entry, 'kind' | 'text'> & { toOrganName?: string }
  event: NewEvent
  follows?(tx: Tx, no: number): Promise<void>
}

export const notFound: Refusal = { name: 'not-found', sentence: '没有这个问题，或者它不归本部门答复。' }

/** Why this officer may not answer for their body, or null. */
export function mayNotAnswer(staff: Staff): Refusal | null {
  if (answers(staff)) return null
  const given = staff.posts.find((p) => ANSWER_POSTS.includes(p.post))
  const sentence = given
    ? postRuling(staff, given.post).sentence.zh
    : '没有答复咨询的岗位（受理、审查、决定、事项管理、备案）。请本部门设岗。'
  return { name: 'not-allowed', sentence }
}

/**
 * One act of an officer on one question of their body, in one transaction. Another body's question is not found. The same key twice
 * changes nothing and answers the same; who looked at an older version gets a conflict that names who was first.
 */
export async function deskAct(
  deps: AnswerDeps,
  act: string,
  staff: Staff,
  enquiryId: string,
  command: EnquiryCommand,
  now: Date,
  work: (scene: EnquiryScene) => Promise<Result<EnquiryChange>>,
): Promise<Result<{ version: number }>> {
  const by = { kind: 'staff' as const, id: staff.staffId, name: staff.name }
  const key = `${act}:${staff.staffId}:${command.key}`
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const enquiry = await lockEnquiry(tx, enquiryId)
      if (!enquiry) throw new Refused(notFound)
      const entries = await readEntries(tx, enquiryId)
      if (entries.some((e) => e.key === key)) return done({ version: enquiry.version })
      if (enquiry.organId !== staff.organId) throw new Refused(notFound)
      const no = mayNotAnswer(staff)
      if (no) throw new Refused(no)
      if (enquiry.version !== command.version) throw new Refused(conflict(enquiry, entries))
      const outcome = await work({ tx, enquiry, entries })
      if (!outcome.ok) throw new Refused(outcome.refusal)
      const { said, event, follows } = outcome.value
      const changed = { ...outcome.value.enquiry, version: enquiry.version + 1 }
      await saveEnquiry(tx, changed, timesOf(changed, deps.calendar))
      const entry = { key, by, organName: staff.organName, toOrganName: said.toOrganName ?? '', at: now }
      const written = await addEntry(tx, enquiryId, { ...entry, kind: said.kind, text: said.text })
      const data = { ...event.data, no: written }
      await deps.history.record(tx, streamOf(enquiryId), by, now, [{ type: event.type, data }])
      await follows?.(tx, written)
      return done({ version: changed.version })
    }),
  )
}

const DID: Record<Entry['kind'], string> = {
  question: '提了问题',
  'follow-up': '又追问了',
  answer: '答复了',
  supplement: '补充了答复',
  'passed-on': '转给了别的部门',
  extended: '延长了时限',
}

function conflict(enquiry: Enquiry, entries: Entry[]): Refusal {
  const last = entries.at(-1)!
  const time = last.at.toLocaleTimeString('zh-CN', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Shanghai',
  })
  return {
    name: 'conflict',
    sentence: `${spokenBy(last)} ${time} 已经${DID[last.kind]}，写的内容保留在下面，看过新情况再办。`,
    detail: { version: enquiry.version, by: spokenBy(last), kind: last.kind },
  }
}
