/** How well an item answers a question. Pure. */
import type { Candidate, Rarity } from './candidates.ts'
import { type Asked, sounding, type Unit } from './question.ts'
import { pairs, soundOf } from './words.ts'

export interface Judged {
  item: Candidate
  /** 0 … 1: how much of what was asked is there. */
  covers: number
  /** For the order: `covers`, then what is called just so before what only mentions it. */
  rank: number
}

/** From here on an item answers the question; below it, it only comes near. */
export const ANSWERS = 0.62
export const COMES_NEAR = 0.2

/** What a match is worth by where it stands. */
const IN = { name: 1, organ: 0.9, topic: 0.7, summary: 0.65 } as const
/** A synonym; each further one of the same word, listed behind it, is a little less what was meant. */
const BY_SYNONYM = 0.92
const FURTHER = 0.02

/** The same names stand in many districts: each is compared once a search. */
type Compare = (text: string, name: string) => number

function comparing(): Compare {
  const known = new Map<string, number>()
  return (text, name) => {
    const key = `${text}\n${name}`
    let like = known.get(key)
    if (like === undefined) {
      like = likeness(text, name)
      known.set(key, like)
    }
    return like
  }
}

export function judge(asked: Asked, candidates: readonly Candidate[], rarity: Rarity): Judged[] {
  const compare = comparing()
  const read = candidates.map((item) => {
    const names = item.names.split('\n')
    return { item, names, worths: asked.units.map((unit) => answered(unit, item, names, compare).worth) }
  })
  const weights = asked.units.map((unit, i) =>
    weightOf(unit, Math.max(0, ...read.map((one) => one.worths[i]!)), asked.units.length, rarity),
  )
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return read
    .map(({ item, names, worths }) => {
      const byWords = all === 0 ? 1 : worths.reduce((sum, one, i) => sum + weights[i]! * one, 0) / all
      const whole =
        asked.phrase === '' ? 0 : 0.95 * Math.max(...names.map((name) => compare(asked.phrase, name)))
      const byLetters = asked.latin.length === 0 ? 1 : inLetters(asked, item)
      const covers = (asked.latin.length > 0 && all === 0 ? 1 : Math.max(byWords, whole)) * byLetters
      return { item, covers, rank: covers + fitness(asked, item, names) }
    })
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        a.item.name.length - b.item.name.length ||
        (a.item.itemId < b.item.itemId ? -1 : 1),
    )
}

/** Words of what is done with a thing: they stand in half of all names, and tell the thing itself in none. */
const DOING = new Set(
  '登记 许可 许可证 审批 备案 证 证件 证明 证书 核发 核准 认定 资格 执照 注册 办理 手续 报批'.split(' '),
)

/**
 * Rare words weigh more than common ones. One that stands in nothing that was found may be a slip: it weighs like a
 * middling one in a short question; in a long one it is the story around it.
 */
function weightOf(unit: Unit, best: number, asked: number, { all, items }: Rarity): number {
  const words = pairs(unit.text)
  const each = words.map((word) => {
    const n = items.get(word) ?? 0
    if (n === 0) return best >= 0.5 ? 0.9 : asked > 2 ? 0.3 : 0.6
    return Math.max(0.15, Math.log(1 + all / n) / Math.log(1 + all))
  })
  const mean = each.reduce((sum, one) => sum + one, 0) / Math.max(1, each.length)
  if ([...unit.text].length === 1) return mean * 0.3
  return DOING.has(unit.text) ? mean * 0.5 : mean
}

/** How an item answers one of the things asked for. */
export interface Answered {
  /** 0 … 1 */
  worth: number
  by: 'name' | 'slip' | 'synonym' | keyof typeof IN | 'nothing'
  /** The name or word in which it was found. */
  through: string
}

const NOTHING: Answered = { worth: 0, by: 'nothing', through: '' }

function answered(unit: Unit, item: Candidate, names: readonly string[], compare: Compare): Answered {
  let best = NOTHING
  for (const name of names) {
    const worth = IN.name * compare(unit.text, name)
    if (worth > best.worth) best = { worth, by: worth === 1 ? 'name' : 'slip', through: name }
  }
  if (best.worth < 1) best = better(best, mentioned(unit.text, item))
  for (const [i, other] of unit.synonyms.entries()) {
    const most = BY_SYNONYM - Math.min(FURTHER * i, 0.12)
    if (best.worth >= most) break
    const said = names.some((name) => name.includes(other)) ? IN.name : mentioned(other, item).worth
    best = better(best, { worth: most * said, by: 'synonym', through: other })
  }
  return best
}

const better = (a: Answered, b: Answered): Answered => (b.worth > a.worth ? b : a)

function mentioned(text: string, item: Candidate): Answered {
  const topic = item.topics.find((one) => one.includes(text))
  if (topic !== undefined) return { worth: IN.topic, by: 'topic', through: topic }
  if (item.organName.includes(text)) return { worth: IN.organ, by: 'organ', through: item.organName }
  return item.summary.includes(text) ? { worth: IN.summary, by: 'summary', through: '' } : NOTHING
}

/** For who keeps the list of synonyms: how an item answers each thing that was asked for. */
export const reasons = (asked: Asked, item: Candidate): Answered[] =>
  asked.units.map((unit) => answered(unit, item, item.names.split('\n'), comparing()))

/**
 * 1 where a name contains the text, less for each slip: a character of the same sound counts a third of a wrong one. 0 for what
 * is too far off to be a slip. (Sellers: the cheapest way to turn the text into some stretch of the name.)
 */
export function likeness(text: string, name: string): number {
  if (name.includes(text)) return 1
  const a = [...text]
  if (a.length < 2) return 0
  const b = [...name]
  let before = new Array<number>(b.length + 1).fill(0)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1]
      const swap = before[k - 1]! + (same ? 0 : soundOf(a[i - 1]!) === soundOf(b[k - 1]!) ? 0.3 : 1)
      row.push(Math.min(swap, before[k]! + 1, row[k - 1]! + 1))
    }
    before = row
  }
  const like = 1 - (1.2 * Math.min(...before)) / a.length
  return like >= 0.58 ? like : 0
}

/** Typed in Latin letters: as pinyin, initials or English words; with a wrong letter it is worth less. */
function inLetters({ latin, units }: Asked, item: Candidate): number {
  const heard = units.length === 0 ? [sounding(latin)] : latin.map((run) => sounding([run]))
  const short = units.length === 0 ? [latin.join('')] : latin
  if (heard.every((text) => item.letters.includes(text))) return 1
  if (short.every((text) => item.initials.includes(text))) return 1
  const spoken = item.letters.split(' ')
  const slip = Math.max(
    ...heard.map((text) => (text.length < 6 ? 0 : Math.max(...spoken.map((name) => likeness(text, name))))),
  )
  if (slip > 0) return 0.9 * slip
  // Some of several words are there. What the index found by an English word is in none of the names' letters.
  const there = heard.filter((text) => item.letters.includes(text)).length
  return there > 0 ? 0.6 * (there / heard.length) : 0.8
}

/** At most 0.3: between items that cover the same, the one that is called so, and little else. */
function fitness(asked: Asked, item: Candidate, names: readonly string[]): number {
  let best = 0
  const text = asked.phrase
  if (text !== '')
    for (const [i, name] of names.entries()) {
      if (!name.includes(text)) continue
      const own = i === 0 ? 0.06 : 0
      best = Math.max(
        best,
        own +
          (name === text ? 0.1 : 0) +
          (name.startsWith(text) ? 0.04 : 0) +
          (0.08 * text.length) / name.length,
      )
    }
  else if (asked.latin.length > 0) best = fitLetters(asked, item)
  return best - (item.suspended ? 0.05 : 0)
}

function fitLetters({ latin }: Asked, item: Candidate): number {
  const heard = sounding(latin)
  const short = latin.join('')
  let best = 0
  const all = [
    ...item.letters
      .trim()
      .split(' ')
      .map((name, i) => [name, heard, i, 0.05] as const),
    ...item.initials
      .trim()
      .split(' ')
      .map((name, i) => [name, short, i, 0] as const),
  ]
  for (const [name, text, i, spelt] of all) {
    if (!name.includes(text)) continue
    const begins = name.startsWith(text) ? 0.08 : 0
    best = Math.max(best, spelt + begins + (i === 0 ? 0.04 : 0) + (0.08 * text.length) / name.length)
  }
  return best
}
