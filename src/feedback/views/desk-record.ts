import { type ItemContent, itemForGuide, itemVersion } from '../../catalogue/index.ts'
import type { Staff } from '../../identity/index.ts'
import type { Db } from '../../platform/database.ts'
import {
  dayOf,
  enquiryInTime,
  limitInWords,
  parameterOn,
  type WorkingCalendar,
} from '../../regulation/index.ts'
import type { EnquiryEntry, EnquiryGuide, EnquiryRecord } from '../api/enquiry-contract.ts'
import { clockOf, type Enquiry, type Entry, spokenBy } from '../enquiry.ts'
import { readEnquiry, readEntries } from '../enquiry-store.ts'
import { publicAnswersOf, publicOfEnquiry } from '../public-answer-store.ts'
import { bodiesThatAnswer } from '../receiver.ts'
import { litOf } from './desk-list.ts'

/** One question as its body reads it; null where it is another body's. */
export async function enquiryRecord(
  db: Db,
  staff: Staff,
  enquiryId: string,
  now: Date,
  calendar: WorkingCalendar,
): Promise<EnquiryRecord | null> {
  const enquiry = await readEnquiry(db, enquiryId)
  if (enquiry?.organId !== staff.organId) return null
  const clock = clockOf(enquiry, now, calendar)
  const [entries, guide, published, publicOnes, bodies] = await Promise.all([
    readEntries(db, enquiryId),
    guideOf(db, enquiry),
    publicOfEnquiry(db, enquiryId),
    enquiry.itemId === null ? [] : publicAnswersOf(db, enquiry.itemId),
    bodiesThatAnswer(db),
  ])
  const inForce = guide?.versionInForce ?? null
  return {
    at: now.toISOString(),
    enquiryId,
    number: enquiry.number,
    version: enquiry.version,
    status: enquiry.status,
    organName: enquiry.organName,
    signedIn: enquiry.accountId !== null,
    toldBySms: enquiry.accountId !== null || enquiry.phoneCipher !== null,
    firstAskedAt: enquiry.firstAskedAt.toISOString(),
    extended: enquiry.extension !== null,
    extensionDays: parameterOn('enquiryExtensionDays', dayOf(enquiry.askedAt)).value,
    lit: litOf(enquiry, now, calendar),
    ruling: enquiryInTime(clock).sentence.zh,
    why: clock.why.map((one) => one.zh),
    entries: entries.map(shown),
    guide: guide && { ...guide.shown, versionInForce: inForce },
    mayPublish: inForce !== null && guide?.organId === staff.organId,
    published: published.map(({ no, question, answer, answeredOn }) => ({
      no,
      question,
      answer,
      answeredOn,
    })),
    publicOnes: publicOnes
      .filter((one) => one.enquiryId !== enquiryId)
      .map(({ question, answer, answeredOn }) => ({ question, answer, answeredOn })),
    bodies: bodies
      .filter((body) => body.organId !== staff.organId)
      .map(({ organId, name }) => ({ organId, name })),
    sample: enquiry.sample,
  }
}

/** The asker is not named: what is answered is the question. */
function shown(entry: Entry): EnquiryEntry {
  const { no, kind, text, organName, toOrganName } = entry
  return { no, kind, text, by: spokenBy(entry), organName, toOrganName, at: entry.at.toISOString() }
}

async function guideOf(db: Db, { itemId, itemVersion: version }: Enquiry) {
  if (itemId === null || version === null) return null
  const [asked, current] = await Promise.all([itemVersion(db, itemId, version), itemForGuide(db, itemId)])
  if (!asked) return null
  return {
    organId: (current ?? asked).content.organId,
    versionInForce: current?.version ?? null,
    shown: { itemId, version, ...guideText(asked.content) },
  }
}

const NEED = { required: '必要', optional: '可不交', later: '可后补' } as const

function guideText(content: ItemContent): Omit<EnquiryGuide, 'itemId' | 'version' | 'versionInForce'> {
  const { name, organName, summary, conditions, materials, promiseLimit, fee, place, faq } = content
  return {
    name,
    organName,
    summary,
    conditions,
    materials: materials.map((one) => ({ name: one.name, need: NEED[one.need] })),
    promise: promiseLimit ? `受理后 ${limitInWords(promiseLimit.days, promiseLimit.unit).zh}办结` : '',
    fee: fee ? (fee.charged ? `收费：${fee.basis}` : '不收费') : '',
    place: place ? [place.name, place.address, place.hours].filter(Boolean).join('，') : '',
    faq: faq.map(({ q, a }) => ({ q, a })),
  }
}
