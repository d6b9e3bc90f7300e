import { randomBytes, randomUUID } from 'node:crypto'
import {
  CITY,
  catalogueWorld,
  checker,
  examiner,
  newClerk,
  ORGAN,
  OTHER_ORGAN,
  otherClerk,
  registrar,
  SERVICE,
} from '../catalogue/testing.ts'
import { createVault } from '../identity/index.ts'
import { officialCalendar } from '../regulation/index.ts'
import type { Question } from './acts/ask.ts'
import type { AnswerDeps, AskDeps } from './acts/deps.ts'
import type { Enquiry } from './enquiry.ts'

export { CITY, checker, examiner, newClerk, ORGAN, OTHER_ORGAN, otherClerk, registrar, SERVICE }

/** Monday morning; a question of this day is answered by 17:30 of the Wednesday. */
export const MONDAY = new Date('2026-11-23T10:00:00+08:00')

/** Departments with officers, one item in force, and a listener in the place of the messages. */
export async function enquiryWorld() {
  const catalogue = await catalogueWorld()
  const { db } = catalogue.database
  const itemId = await catalogue.draft()
  await db.transaction(async (tx) => {
    await tx.query(
      `update catalogue.item_version set status = 'published', published_at = $2 where item_id = $1`,
      [itemId, MONDAY],
    )
    await tx.query('update catalogue.item set published_version = 1 where item_id = $1', [itemId])
  })
  const vault = createVault({ encryptionKey: randomBytes(32), blindKey: randomBytes(32) })
  const told: { enquiry: Enquiry; answerNo: number }[] = []
  const deps: AskDeps & AnswerDeps = {
    db,
    history: catalogue.history,
    calendar: officialCalendar,
    queryCodeKey: randomBytes(32),
    identity: { vault },
    tell: async (_tx, enquiry, answerNo) => void told.push({ enquiry, answerNo }),
  }
  return {
    deps,
    db,
    vault,
    history: catalogue.history,
    itemId,
    told,
    /** A question of a visitor about the item; `changes` make it another one. */
    question: (changes: Partial<Question> = {}): Question => ({
      enquiryId: randomUUID(),
      asker: null,
      itemId,
      organId: null,
      text: '店面还没装修好，可以先申请吗？',
      phone: '',
      ...changes,
    }),
    close: () => catalogue.close(),
  }
}
