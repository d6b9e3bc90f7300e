/** 试查: for who keeps the list of synonyms. What a question is understood as, the first ten items, and why they are there. */
import type { Db } from '../../platform/database.ts'
import { ANSWERS, type Answered, reasons } from './judge.ts'
import { lookedFor } from './query.ts'
import { typed } from './question.ts'

export interface Trial {
  /** The things that were asked for, with what the list has for each. */
  units: { text: string; synonyms: readonly string[] }[]
  /** Whether the first items answer, or only come near. */
  answers: boolean
  rows: {
    itemId: string
    name: string
    organName: string
    /** Hundredths of what was asked that is there. */
    covers: number
    why: (Answered & { text: string })[]
  }[]
}

const FIRST = 10

/** Looks for it as the hall does, without filters. Letters alone are compared with pinyin as a whole: then there is no `why`. */
export async function trial(db: Db, q: string): Promise<Trial> {
  const text = typed(q)
  if (text === '') return { units: [], answers: false, rows: [] }
  const { asked, judged } = await lookedFor(db, text)
  return {
    units: asked.units.map((unit) => ({ ...unit })),
    answers: (judged[0]?.covers ?? 0) >= ANSWERS,
    rows: judged.slice(0, FIRST).map(({ item, covers }) => ({
      itemId: item.itemId,
      name: item.name,
      organName: item.organName,
      covers: Math.round(100 * covers),
      why: reasons(asked, item).map((one, i) => ({ text: asked.units[i]!.text, ...one })),
    })),
  }
}
