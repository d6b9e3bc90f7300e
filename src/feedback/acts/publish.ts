import { itemForGuide } from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Db, Tx } from '../../platform/database.ts'
import { done, orRefusal, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { type Enquiry, publicStreamOf } from '../enquiry.ts'
import { lockEnquiry, readEntries } from '../enquiry-store.ts'
import { publicWords } from '../enquiry-words.ts'
import { lockPublicAnswers, putPublicAnswer, takeDownPublicAnswer } from '../public-answer-store.ts'
import type { AnswerDeps } from './deps.ts'
import { mayNotAnswer, notFound } from './desk-act.ts'

/** Question and answer in words for everybody, without anything personal. */
export interface PublicWords {
  question: string
  answer: string
}

/** May these words stand on the guide? Only a body's own item, and no number of a person in them. */
export async function checkedPublic(
  db: Db,
  staff: Staff,
  enquiry: Enquiry,
  words: PublicWords,
): Promise<Result<PublicWords>> {
  const item = enquiry.itemId === null ? null : await itemForGuide(db, enquiry.itemId)
  if (!item) return refuse('no-guide', '这个问题没有对应的办事指南，不能公开。', { field: 'publish' })
  if (item.content.organId !== staff.organId)
    return refuse('foreign-guide', `这份指南由${item.content.organName}管，由它来公开。`, {
      field: 'publish',
    })
  return publicWords(words.question, words.answer)
}

/** Puts it under the frequent questions of the item; the caller holds the lock on the enquiry. */
export async function makePublic(
  deps: Pick<AnswerDeps, 'history'>,
  tx: Tx,
  staff: Staff,
  enquiry: Enquiry,
  no: number,
  words: PublicWords,
  now: Date,
): Promise<void> {
  const { enquiryId, itemVersion, sample } = enquiry
  const itemId = enquiry.itemId!
  const by = { kind: 'staff' as const, id: staff.staffId, name: staff.name }
  await lockPublicAnswers(tx, itemId)
  const shown = { enquiryId, no, itemId, itemVersion: itemVersion!, organName: staff.organName, ...words }
  await putPublicAnswer(tx, { ...shown, answeredOn: dayOf(now), sample }, now)
  const data = { enquiryId, no, ...words }
  await deps.history.record(tx, publicStreamOf(itemId), by, now, [{ type: 'answer.published', data }])
}

/** 公开 an answer that was given before, or in other words than before. The newest answer of the question is meant. */
export function publish(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  words: PublicWords,
  now: Date,
): Promise<Result<{ version: number }>> {
  return onOwn(deps, staff, enquiryId, async (tx, enquiry) => {
    const answers = (await readEntries(tx, enquiryId)).filter(
      (e) => e.kind === 'answer' || e.kind === 'supplement',
    )
    const last = answers.at(-1)
    if (!last) return refuse('not-answered', '还没有答复，先答复再公开。')
    const checked = await checkedPublic(tx, staff, enquiry, words)
    if (!checked.ok) return checked
    await makePublic(deps, tx, staff, enquiry, last.no, checked.value, now)
    return done({ version: enquiry.version })
  })
}

/** 撤下 what was public of a question. Taken down twice, it is taken down once. */
export function takeDown(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  { no }: { no: number },
  now: Date,
): Promise<Result<{ version: number }>> {
  return onOwn(deps, staff, enquiryId, async (tx, enquiry) => {
    if (enquiry.itemId === null) return done({ version: enquiry.version })
    await lockPublicAnswers(tx, enquiry.itemId)
    if (await takeDownPublicAnswer(tx, enquiryId, no, now)) {
      const by = { kind: 'staff' as const, id: staff.staffId, name: staff.name }
      const event = { type: 'answer.taken-down', data: { enquiryId, no } }
      await deps.history.record(tx, publicStreamOf(enquiry.itemId), by, now, [event])
    }
    return done({ version: enquiry.version })
  })
}

function onOwn(
  deps: AnswerDeps,
  staff: Staff,
  enquiryId: string,
  work: (tx: Tx, enquiry: Enquiry) => Promise<Result<{ version: number }>>,
): Promise<Result<{ version: number }>> {
  return orRefusal(
    deps.db.transaction(async (tx) => {
      const enquiry = await lockEnquiry(tx, enquiryId)
      if (enquiry?.organId !== staff.organId) throw new Refused(notFound)
      const no = mayNotAnswer(staff)
      if (no) throw new Refused(no)
      const outcome = await work(tx, enquiry)
      if (!outcome.ok) throw new Refused(outcome.refusal)
      return outcome
    }),
  )
}
