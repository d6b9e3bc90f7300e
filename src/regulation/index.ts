/** The regulation as code: rulings, the working calendar, clocks, the rules of the articles and their texts. */

export type { Article, ArticleKind, Clause } from './article.ts'
export { addressIn, isOfState, oneEntrance } from './article-03/entrance.ts'
export { filedInTime } from './article-05/filing.ts'
export {
  EXCEPTION_KINDS,
  type ExceptionFacts,
  type ExceptionKind,
  exceptionIsApproved,
  itemIsPlaced,
  type Placement,
  type PlacementFacts,
} from './article-05/rule.ts'
export { GUIDE_ELEMENTS, type GuideFacts, guideIsComplete, promiseWithinLaw } from './article-07/rule.ts'
export { type TelephoneFault, telephoneSentence, telephonesServe } from './article-07/telephones.ts'
export {
  type AssuranceLevel,
  credentialOf,
  FUNCTIONS,
  type HallFunction,
  isPerson,
  LEVELS,
  mayUse,
  type SubjectKind,
} from './article-08/rule.ts'
export {
  answerIsGiven,
  type EnquiryTimes,
  enquiryInTime,
  enquiryLimit,
  mayExtendEnquiry,
  readEnquiryClock,
} from './article-09/rule.ts'
export { bookable, mayRefuseBooked, type TurnAwayFacts, type TurnedAwayFor } from './article-10/rule.ts'
export { type HeldElsewhere, mayBeDemanded, mayHandIn } from './article-13/rule.ts'
export {
  acceptanceInTime,
  acceptanceLimit,
  correctionIsWhole,
  correctionReviewLimit,
  mayDemandAgain,
  mayExamineCorrection,
  mayExtend,
  type Verdict,
} from './article-15/rule.ts'
export { paidOnline } from './article-18/rule.ts'
export { type ClosingOutcome, type LicenceState, mayClose } from './article-19/rule.ts'
export { GRADES, type Grade, ratingIsComplete } from './article-22/rule.ts'
export { notFiledAgain, onlineStepsWithinCounter } from './article-23/rule.ts'
export { lightRuling } from './article-24/rule.ts'
export { remedies } from './article-27/rule.ts'
export { inForceOn } from './article-28/rule.ts'
export { articles } from './articles.ts'
export {
  addCalendarDays,
  addMonths,
  type Day,
  dayOf,
  endOfOffice,
  MissingCalendarYear,
  officialCalendar,
  startOfDay,
  type WorkingCalendar,
  weekday,
  workingCalendar,
} from './calendar.ts'
export {
  type ClockInput,
  type ClockKind,
  type ClockReading,
  type Light,
  type Limit,
  type Pause,
  readClock,
} from './clock.ts'
export { CLOCK_NAMES, limitInWords } from './clock-sentences.ts'
export { HOLIDAY_NOTICES, type HolidayNotice } from './holiday-notices.ts'
export { type DatedValue, PARAMETERS, type ParameterName, parameterOn } from './parameters.ts'
export { type Outcome, type Ruling, type Sentence, saysNothing, VERSION } from './ruling.ts'
