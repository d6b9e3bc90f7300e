/** Numbers of the law as dated data: a rule asks for the value in force on the dossier's own day. */
import type { Day } from './day.ts'

export interface DatedValue {
  value: number
  from: Day
  source: string
}

export type ParameterName = keyof typeof PARAMETERS

export const PARAMETERS = {
  /** Working days to accept or to ask for a correction; silence beyond it is acceptance. */
  acceptanceDays: [{ value: 5, from: '2004-07-01', source: '行政许可法第三十二条第一款第四项' }],
  /** Working days for the whole decision where no other law sets a term. */
  decisionDays: [{ value: 20, from: '2004-07-01', source: '行政许可法第四十二条第一款' }],
  /** Working days of the one extension that the head of the organ may approve. */
  extensionDays: [{ value: 10, from: '2004-07-01', source: '行政许可法第四十二条第一款' }],
  /** Working days from the decision to the delivery of the licence. */
  deliveryDays: [{ value: 10, from: '2004-07-01', source: '行政许可法第四十四条' }],
  /** Calendar days to apply for administrative reconsideration. */
  reviewDays: [
    { value: 60, from: '1999-10-01', source: '行政复议法（1999）第九条' },
    { value: 60, from: '2024-01-01', source: '行政复议法（2023修订）第二十条' },
  ],
  /** Months to bring an administrative lawsuit. */
  suitMonths: [
    { value: 3, from: '1990-10-01', source: '行政诉讼法（1989）第三十九条' },
    { value: 6, from: '2015-05-01', source: '行政诉讼法（2014修正）第四十六条' },
  ],
  /** Working days to answer an enquiry (在线咨询), and of the one extension of it. */
  enquiryDays: [{ value: 2, from: '2018-10-15', source: '平台默认值；第九条只说规定时间，未定天数' }],
  enquiryExtensionDays: [{ value: 5, from: '2018-10-15', source: '平台默认值；第九条未定延长' }],
  /**
   * Per cent of a limit after which the light is yellow. The regulation says only "close to the limit" (Art. 24(1));
   * no published text of the city gives the number, so this is the platform's own default.
   */
  yellowPercent: [{ value: 80, from: '2018-10-15', source: '平台默认值；第二十四条第一项未定具体数值' }],
} satisfies Record<string, readonly DatedValue[]>

/** The value in force on that day. Throws RangeError for a day before the first one. */
export function parameterOn(name: ParameterName, day: Day): DatedValue {
  const values: readonly DatedValue[] = PARAMETERS[name]
  const found = values.findLast((v) => v.from <= day)
  if (!found) throw new RangeError(`${name} had no value yet on ${day}`)
  return found
}
