/** The one list of recurring work: what, how often, and the module that knows how. */
import { sweepAbsent } from './appointments/index.ts'
import { type CaseworkDeps, sweepDeemedAcceptance, sweepOverdueCorrections } from './casework/index.ts'
import {
  IMPORTS_KEPT_DAYS,
  renewSearch,
  sweepChanges,
  sweepDirectory,
  sweepImports,
  sweepItemFiles,
  sweepUnanswered,
} from './catalogue/index.ts'
import type { Documents } from './documents/index.ts'
import { forgetPhones, PHONES_KEPT_DAYS } from './feedback/index.ts'
import { KEPT_DAYS, sweepDrafts } from './hall/index.ts'
import { dayOf } from './regulation/index.ts'

export interface Timetable {
  stop(): void
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function startTimetable(deps: CaseworkDeps & { now: () => Date; documents: Documents }): Timetable {
  const work: { name: string; every: number; run: (now: Date) => Promise<unknown> }[] = [
    // Five working days of silence: deemed accepted (行政许可法 §32(4)).
    { name: 'deemed acceptance', every: 5 * MINUTE, run: (now) => sweepDeemedAcceptance(deps, now) },
    // A correction that never came: 退件.
    { name: 'overdue corrections', every: 30 * MINUTE, run: (now) => sweepOverdueCorrections(deps, now) },
    // Who had booked and did not come.
    { name: 'missed bookings', every: 60 * MINUTE, run: (now) => sweepAbsent(deps, now) },
    // Drafts that nobody touched for as long as the page promised to keep them.
    {
      name: 'old drafts',
      every: 6 * 60 * MINUTE,
      run: (now) => sweepDrafts(deps, new Date(now.getTime() - KEPT_DAYS * DAY)),
    },
    // Which words are rare changes with the catalogue.
    { name: 'words of the search', every: 60 * MINUTE, run: () => renewSearch(deps.db) },
    // Words that were looked for without an answer are kept for 30 days.
    {
      name: 'unanswered words',
      every: 12 * 60 * MINUTE,
      run: (now) => sweepUnanswered(deps.db, dayOf(now)),
    },
    // Changes of items whose day has come.
    { name: 'changes of items', every: MINUTE, run: (now) => sweepChanges(deps, now) },
    // Versions of the directory whose day has come.
    { name: 'versions of the directory', every: MINUTE, run: (now) => sweepDirectory(deps, now) },
    // Imports with their files and reports.
    {
      name: 'old imports',
      every: 6 * 60 * MINUTE,
      run: (now) =>
        sweepImports(
          { db: deps.db, files: deps.documents.files },
          new Date(now.getTime() - IMPORTS_KEPT_DAYS * DAY),
        ),
    },
    // Blank forms and samples that no guide names any more.
    {
      name: 'files of items',
      every: 12 * 60 * MINUTE,
      run: (now) => sweepItemFiles({ db: deps.db, history: deps.history, files: deps.documents.files }, now),
    },
    // Numbers that visitors left with their questions.
    {
      name: 'numbers of answered questions',
      every: 6 * 60 * MINUTE,
      run: (now) => forgetPhones(deps.db, new Date(now.getTime() - PHONES_KEPT_DAYS * DAY)),
    },
    // What was deleted leaves the disk too.
    { name: 'bytes of deleted files', every: 60 * MINUTE, run: () => deps.documents.files.sweep() },
  ]
  const timers = work.map(({ name, every, run }) => {
    const once = () =>
      run(deps.now()).catch((error: Error) => console.error(`timetable: ${name}: ${error.message}`))
    // What came due while nothing ran is not left lying for another minute.
    if (every === MINUTE) void once()
    const timer = setInterval(() => void once(), every)
    timer.unref()
    return timer
  })
  return { stop: () => timers.forEach(clearInterval) }
}
