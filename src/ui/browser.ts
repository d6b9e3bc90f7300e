/** The second door of the furniture: what scripts in the browser may use. No React, no Node. */
export { timeText } from './dates.ts'
export type { Lang } from './lang.ts'
export { remainingText, sizeText } from './quantities.ts'
