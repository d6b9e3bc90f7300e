import { createHash } from 'node:crypto'
import { queryCode, queryCodeFits } from '../casework/index.ts'
import type { Actor } from '../history/index.ts'
import {
  type ClockReading,
  dayOf,
  type EnquiryTimes,
  enquiryInTime,
  readEnquiryClock,
  type WorkingCalendar,
} from '../regulation/index.ts'

/** 在线咨询: a question in writing to a body, with everything that was said to it. */
export interface Enquiry {
  enquiryId: string
  /** 咨询编号: ZX, the day, and its serial on that day. */
  number: string
  /** Null: asked without signing in. */
  accountId: string | null
  /** The item that it is about, at the version that the asker saw; null: about none in particular. */
  itemId: string | null
  itemVersion: number | null
  itemName: string
  /** The body that has to answer now. */
  organId: string
  organName: string
  /** Sealed for {@link phonePlace}; null when none was left. */
  phoneCipher: Buffer | null
  phoneMasked: string
  status: 'open' | 'answered'
  firstAskedAt: Date
  /** When the question was asked that waits now, or waited last. */
  askedAt: Date
  extension: { days: number; reason: string } | null
  answeredAt: Date | null
  version: number
  sample: boolean
}

export type EntryKind = 'question' | 'follow-up' | 'answer' | 'supplement' | 'passed-on' | 'extended'

/** One thing said to an enquiry. What was said stays as it was said. */
export interface Entry {
  no: number
  /** Which press of which button wrote it. */
  key: string
  kind: EntryKind
  text: string
  by: Actor
  /** The body for which it was said; empty for the asker. */
  organName: string
  /** Where it was passed on to. */
  toOrganName: string
  at: Date
}

/** Who said it, in words for officers: the officer by name, the asker never. */
export const spokenBy = ({ by }: Pick<Entry, 'by'>): string => (by.kind === 'staff' ? by.name : '提问人')

/** Who may read a question and ask on: its account, or whoever knows its number and code. */
export type Asker = { accountId: string } | { number: string; code: string }

export const streamOf = (enquiryId: string): string => `enquiry:${enquiryId}`

/** The stream of what is public of an item's questions: guides that show it are drawn again when it changes. */
export const publicStreamOf = (itemId: string): string => `answers:${itemId}`

/** Where the phone number that was left is sealed. */
export const phonePlace = (enquiryId: string): string => `enquiry-phone:${enquiryId}`

/**
 * The id of the question of a form. The form's own id stays with its asker: sent again with the same words, it shows the code again, and
 * officers, who know id and words of the question, must not be able to send it.
 */
export function enquiryIdOf(formId: string): string {
  const hex = createHash('sha256').update(`enquiry-form:${formId}`).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return parts.join('-')
}

/** 查询码 of a question that was asked without signing in. */
export const codeOf = (key: Buffer, enquiryId: string): string => queryCode(key, streamOf(enquiryId))
export const codeFits = (key: Buffer, enquiryId: string, typed: string): boolean =>
  queryCodeFits(key, streamOf(enquiryId), typed)

/** As printed or as typed: without spaces and hyphens, letters large. */
export const cleanNumber = (typed: string): string => typed.replace(/[\s-]/g, '').toUpperCase().slice(0, 40)

/** Asked without signing in, nobody is named. */
export const VISITOR: Actor & { kind: 'applicant' } = {
  kind: 'applicant',
  id: 'visitor',
  name: '没有登录的提问人',
}

export const clockOf = (
  enquiry: EnquiryTimes,
  now: Date,
  calendar: WorkingCalendar,
): ClockReading<'enquiry'> => readEnquiryClock(enquiry, now, calendar)

export interface Times {
  dueAt: Date | null
  yellowAt: Date | null
  redAt: Date | null
}

/** When its light turns, for the index of the lists. */
export function timesOf(enquiry: Enquiry, calendar: WorkingCalendar): Times {
  const { dueAt, yellowAt, redAt } = clockOf({ ...enquiry, answeredAt: null }, enquiry.askedAt, calendar)
  return { dueAt, yellowAt, redAt }
}

/** What the law says of the answer's time, for the history. */
export const timeRuling = (enquiry: Enquiry, now: Date, calendar: WorkingCalendar) =>
  enquiryInTime(clockOf(enquiry, now, calendar))

export const numberFor = (now: Date, serial: number): string =>
  `ZX${dayOf(now).replaceAll('-', '')}${String(serial).padStart(4, '0')}`
