/** Art. 28: the regulation applies from its day of issue. */
import type { Day } from '../day.ts'
import { type Ruling, ruling, VERSION } from '../ruling.ts'

/** Does the regulation apply to what happened on this day? */
export function inForceOn(day: Day): Ruling {
  return ruling(
    '28.1',
    day >= VERSION ? 'met' : 'not-met',
    { day, from: VERSION },
    day >= VERSION
      ? { zh: `本办法自 ${VERSION} 起施行。`, en: `The regulation applies from ${VERSION}.` }
      : {
          zh: `${day} 在本办法施行（${VERSION}）之前。`,
          en: `${day} lies before the regulation (${VERSION}).`,
        },
  )
}
