/** Art. 7 asks for telephones for questions and for complaints: numbers that can be dialled, and not the same for both. */
import { type Ruling, ruling, saysNothing } from '../ruling.ts'

/** Nation-wide service numbers, dialled as they are: 12345, 12315, 12333 …; 95- and 96- numbers; 400 and 800. */
const SHORT = /^(12\d{3}|9[56]\d{3,4}|[48]00\d{7})$/
/** Area code and local number, with an extension or without. */
const WITH_AREA = /^0(10|2\d|[3-9]\d{2})\d{7,8}(转\d{1,6})?$/
/** A short service number that is reached from elsewhere by its area code: 0591-12345. */
const SHORT_WITH_AREA = /^0(10|2\d|[3-9]\d{2})(12\d{3}|9[56]\d{3,4})$/

/** The numbers in a text such as 「0591-0000 0101、0591-0000 0102 转 8」, bare. */
export function telephoneNumbers(text: string): string[] {
  return text
    .split(/[、，,;；/\n]|或|和/)
    .map((number) => number.replace(/[\s\-—－–()（）]/g, ''))
    .filter((number) => number !== '')
}

const dialable = (number: string): boolean =>
  SHORT.test(number) || WITH_AREA.test(number) || SHORT_WITH_AREA.test(number)

export interface TelephoneFault {
  which: 'consult' | 'complaint'
  reason: 'not-dialable' | 'same'
  numbers: string[]
}

/**
 * Do the telephones of a guide serve? Every number has its area code (or is a nation-wide service number), and complaints
 * do not go to the telephone that they may be about. A telephone that is missing is a missing element, not a fault here.
 */
export function telephonesServe(
  consult: string,
  complaint: string,
): { ruling: Ruling; faults: TelephoneFault[] } {
  const numbers = { consult: listed(consult), complaint: listed(complaint) }
  const faults: TelephoneFault[] = []
  for (const which of ['consult', 'complaint'] as const) {
    const bad = numbers[which].filter((number) => !dialable(number))
    if (bad.length > 0) faults.push({ which, reason: 'not-dialable', numbers: bad })
  }
  const both = numbers.complaint.filter((number) => numbers.consult.includes(number))
  if (both.length > 0) faults.push({ which: 'complaint', reason: 'same', numbers: both })
  const facts = { ...numbers, faults }
  return {
    faults,
    ruling: ruling(
      '7.1',
      faults.length === 0 ? 'met' : 'not-met',
      facts,
      faults.length === 0
        ? { zh: '咨询和投诉电话都能拨，不是同一个。', en: 'Both telephones can be dialled and differ.' }
        : {
            zh: faults.map(telephoneSentence).join(''),
            en: 'The telephones need an area code each and must differ.',
          },
    ),
  }
}

const listed = (text: string): string[] => (saysNothing(text) ? [] : telephoneNumbers(text))

const NAMES = { consult: '咨询电话', complaint: '投诉电话' } as const

/** What the clerk has to do about one fault. */
export function telephoneSentence({ which, reason, numbers }: TelephoneFault): string {
  return reason === 'same'
    ? `咨询和投诉是同一个号码（${numbers.join('、')}）。投诉换成另外的人接的电话。`
    : `${NAMES[which]}“${numbers.join('、')}”拨不通：写上区号，例如 0591-8 位号码。`
}
