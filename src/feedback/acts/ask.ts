import { itemForGuide } from '../../catalogue/index.ts'
import type { Actor } from '../../history/index.ts'
import type { Db } from '../../platform/database.ts'
import { orRefusal, Refused, type Result, refuse } from '../../platform/refusal.ts'
import { dayOf } from '../../regulation/index.ts'
import { type Enquiry, numberFor, streamOf, timeRuling, timesOf, VISITOR } from '../enquiry.ts'
import { addEntry, drawSerial, insertEnquiry, readEnquiry, readEntries } from '../enquiry-store.ts'
import { questionWords, sealedPhone } from '../enquiry-words.ts'
import { receiverOf } from '../receiver.ts'
import type { AskDeps } from './deps.ts'

export interface Question {
  /** Made with the form: the same form sent twice is one question. */
  enquiryId: string
  /** Who is signed in, or null. */
  asker: (Actor & { kind: 'applicant' }) | null
  /** The item that it is about, or null. */
  itemId: string | null
  /** The body that is asked, where it is about no item; null: the asker does not know. */
  organId: string | null
  text: string
  /** Where a message shall go, as typed; '' for none. Whoever is signed in is told at their account's number instead. */
  phone: string
  sample?: boolean
}

/** 提问. Everybody may ask, without a sign-in too (Art. 8.1(1): whoever informs himself needs no real name). */
export async function ask(deps: AskDeps, given: Question, now: Date): Promise<Result<Enquiry>> {
  const text = questionWords(given.text)
  if (!text.ok) return text
  const before = await readEnquiry(deps.db, given.enquiryId)
  if (before) return askedBefore(deps.db, before, given, text.value)
  const phone = sealedPhone(deps.identity.vault, given.enquiryId, given.asker ? '' : given.phone)
  if (!phone.ok) return phone
  const item = given.itemId === null ? null : await itemForGuide(deps.db, given.itemId)
  if (given.itemId !== null && !item)
    return refuse('item-gone', '这件事现在没有公布的办事指南。换一件事，或者选部门来问。', {
      english: 'This service has no guide in force. Choose another one, or a department.',
      field: 'about',
    })
  const receiver = await receiverOf(deps.db, item?.content.organId ?? given.organId)
  const enquiry: Enquiry = {
    enquiryId: given.enquiryId,
    number: numberFor(now, await drawSerial(deps.db, dayOf(now))),
    accountId: given.asker?.id ?? null,
    itemId: item?.itemId ?? null,
    itemVersion: item?.version ?? null,
    itemName: item?.content.name ?? '',
    organId: receiver.organId,
    organName: receiver.name,
    phoneCipher: phone.value?.cipher ?? null,
    phoneMasked: phone.value?.masked ?? '',
    status: 'open',
    firstAskedAt: now,
    askedAt: now,
    extension: null,
    answeredAt: null,
    version: 1,
    sample: given.sample ?? false,
  }
  const by = given.asker ?? VISITOR
  return orRefusal(
    deps.db.transaction(async (tx) => {
      if (!(await insertEnquiry(tx, enquiry, timesOf(enquiry, deps.calendar)))) {
        // Sent twice at the same moment: the other one was first.
        const first = await askedBefore(tx, (await readEnquiry(tx, given.enquiryId))!, given, text.value)
        if (!first.ok) throw new Refused(first.refusal)
        return first
      }
      const kind = 'question' as const
      const said = { key: 'asked', kind, text: text.value, by, organName: '', toOrganName: '', at: now }
      await addEntry(tx, enquiry.enquiryId, said)
      // The words stay out of the history: it can never forget.
      const data = {
        number: enquiry.number,
        itemId: enquiry.itemId,
        organId: enquiry.organId,
        ruling: timeRuling(enquiry, now, deps.calendar),
      }
      await deps.history.record(tx, streamOf(enquiry.enquiryId), by, now, [{ type: 'enquiry.asked', data }])
      return { ok: true as const, value: enquiry }
    }),
  )
}

/** The same form again: the same question to its own asker, and nothing at all to anybody else. */
async function askedBefore(db: Db, before: Enquiry, given: Question, text: string): Promise<Result<Enquiry>> {
  const [first] = await readEntries(db, before.enquiryId)
  if (before.accountId === (given.asker?.id ?? null) && first?.text === text)
    return { ok: true, value: before }
  return refuse(
    'asked-before',
    '这一页上的问题已经提交过了，刚才改的没有存。再按一次提交，作为另一个问题。',
    {
      english:
        'The question of this page was sent before; what you changed is not saved. Send again as another question.',
      field: 'text',
    },
  )
}
