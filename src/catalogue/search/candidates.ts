/** Which items may be meant: a few hundred at most, found by the index; `judge.ts` says how well each answers. */
import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { type Chosen, chosenFilters, type Faceted, tag } from './facets.ts'
import { type Asked, sounding, type Unit } from './question.ts'
import { isHan, letters, pairs } from './words.ts'

export interface Candidate extends Faceted {
  itemId: string
  name: string
  summary: string
  promise: string
  online: boolean
  visits: number
  suspended: boolean
  /** The planned end of its suspension; null where none is planned. */
  resumesOn: Day | null
  consultPhone: string
  serviceObjects: string[]
  topics: string[]
  /** All that it is called, its own name first; one a line, small letters. */
  names: string
  letters: string
  initials: string
}

/** What a list shows of an item. */
export const SHOWN = `e.item_id as "itemId", e.name, e.organ_name as "organName", e.area_code as "areaCode", e.summary, e.promise,
  e.online, e.visits, e.suspended, e.resumes_on as "resumesOn", e.consult_phone as "consultPhone", e.service_objects as "serviceObjects", e.topics, e.ways, e.reach,
  1 as items`

/** Nobody pages through more than this; sharper words or a filter do better. */
export const MOST = 400
/** Where something was not found as it was typed, so many items are enough to look for it. */
const FEW = 120
/** A word in more items than this is common: it narrows, but it is not worth reading them all for it. */
const COMMON = 1500

export interface Rarity {
  /** How many items there are. */
  all: number
  items: ReadonlyMap<string, number>
}

const lexeme = (word: string) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
const every = (parts: readonly string[]) => parts.join(' & ')
const some = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(' | ')
const wholeWord = (text: string) => every(pairs(text).map(lexeme))
const anyNameOf = (unit: Unit) => some([unit.text, ...unit.synonyms].map(wholeWord).filter(Boolean))

/** How many items have this text at most, as far as was counted. */
const atMost = (text: string, { all, items }: Rarity) =>
  Math.min(all, ...pairs(text).map((word) => items.get(word) ?? 0))

/** A character that stands alone among words (开, 证) tells little: it ranks, but it does not exclude. */
const excluding = (units: readonly Unit[]) => {
  const long = units.filter((unit) => [...unit.text].length > 1)
  return long.length > 0 ? long : units
}

/** Items in which everything that was asked stands; those whose name begins so are surely among them. */
export async function exactly(db: Db, asked: Asked, chosen: Chosen, most = MOST): Promise<Candidate[]> {
  const arms = new Arms(chosen, most)
  const words = allOf(asked)
  if (asked.latin.length > 0) {
    arms.latin(asked.latin, words)
    if (words === '') arms.beginning(sounding(asked.latin))
  } else {
    arms.words(words, most)
    if ([...asked.phrase].length > 1) arms.beginning(letters(asked.phrase))
  }
  return arms.read(db, asked)
}

const allOf = ({ units }: Asked): string => every(excluding(units).map((unit) => `(${anyNameOf(unit)})`))

/** Whether so many items hold everything that was asked that nobody reads them all. */
export async function tooMany(db: Db, asked: Asked): Promise<boolean> {
  const words = allOf(asked)
  if (asked.latin.length > 0 || words === '') return false
  const [row] = await db.query<{ items: number }>(
    `select count(*)::int as items from
       (${someOf('words @@ $1::tsquery')} limit ${MOST}) found`,
    [words],
  )
  return row!.items >= MOST
}

/** Items in which it stands with a slip, or that sound like it. */
export async function slipped(db: Db, asked: Asked, chosen: Chosen, rarity: Rarity): Promise<Candidate[]> {
  const arms = new Arms(chosen)
  arms.words(withOneSlip(asked.phrase, rarity), FEW)
  const characters = [...asked.phrase].length
  if (characters > 1 && characters <= 8 && isHan(asked.phrase)) arms.sound(letters(asked.phrase))
  // One wrong letter leaves one half whole.
  const heard = sounding(asked.latin)
  if (heard.length >= 6) {
    arms.sound(heard.slice(0, Math.ceil(heard.length / 2)))
    arms.sound(heard.slice(Math.ceil(heard.length / 2)))
  }
  return arms.read(db, asked)
}

/** Items in which some of it stands: two of the things asked for, or a rare one. */
export async function partly(db: Db, asked: Asked, chosen: Chosen, rarity: Rarity): Promise<Candidate[]> {
  const arms = new Arms(chosen)
  arms.anyOf(asked.latin)
  arms.words(twoOf(asked.units, rarity), FEW)
  arms.words(rareOnes(asked.units, asked.phrase, rarity), FEW)
  return arms.read(db, asked)
}

/** One character wrong, missing or too many spoils at most two neighbouring pairs. */
function withOneSlip(phrase: string, rarity: Rarity): string {
  const words = pairs(phrase)
  if (words.length < 3) return ''
  return some(
    words
      .map((_, i) => words.filter((_word, k) => k !== i && k !== i + 1))
      .filter((left) => Math.min(...left.map((word) => rarity.items.get(word) ?? 0)) <= COMMON)
      .map((left) => every(left.map(lexeme))),
  )
}

/** Two of the things asked for stand together. */
function twoOf(units: readonly Unit[], rarity: Rarity): string {
  const rarest = excluding(units)
    .map((unit) => ({ unit, items: atMost(unit.text, rarity) || COMMON }))
    .sort((a, b) => a.items - b.items)
    .slice(0, 5)
    .map(({ unit }) => anyNameOf(unit))
  if (rarest.length < 3) return ''
  return some(rarest.flatMap((one, i) => rarest.slice(i + 1).map((other) => `(${one}) & (${other})`)))
}

/** The rare things that were asked for, each on its own, as long as they are not too many to read. */
function rareOnes(units: readonly Unit[], phrase: string, rarity: Rarity): string {
  const wanted = new Map<string, number>()
  for (const unit of units) {
    for (const name of unit.synonyms) wanted.set(wholeWord(name), atMost(name, rarity))
    for (const word of pairs(unit.text)) wanted.set(lexeme(word), rarity.items.get(word) ?? 0)
  }
  for (const word of pairs(phrase)) wanted.set(lexeme(word), rarity.items.get(word) ?? 0)
  const parts: string[] = []
  let reading = 0
  // What was not counted is rarest of all: the counts are of a sample, in which a word of few items may be missing.
  for (const [part, items] of [...wanted].sort((a, b) => a[1] - b[1])) {
    if (parts.length > 0 && reading + items > COMMON) break
    parts.push(part)
    reading += items
  }
  return some(parts)
}

/**
 * Items of a condition, to be cut off by a limit. PostgreSQL would rather read the table from its beginning until enough are
 * found, as if they lay evenly in it; but items of one department lie together. As a list of its own it is planned for all
 * of them, by the index, and still read only as far as the limit.
 */
const someOf = (condition: string) =>
  `with matching as materialized (select item_id from catalogue.search_entry where ${condition}) select item_id from matching`

/** Statements whose answers together are the candidates; every one of them is bounded. */
class Arms {
  private readonly list: string[] = []
  private readonly values: unknown[] = []
  private readonly filters: string[]
  private readonly most: number

  constructor(chosen: Chosen, most = MOST) {
    this.most = most
    this.filters = chosenFilters(chosen).map((filter) => lexeme(tag(filter, chosen[filter]!)))
  }

  private value(value: string): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  private add(condition: string, limit: number): void {
    this.list.push(`(${someOf(condition)} limit ${limit})`)
  }

  private wordCondition(words: string): string {
    const all = every([...(words === '' ? [] : [`(${words})`]), ...this.filters])
    return all === '' ? 'true' : `words @@ ${this.value(all)}::tsquery`
  }

  words(words: string, limit: number): void {
    if (words !== '') this.add(this.wordCondition(words), limit)
  }

  /** Names that begin so, the shortest first. */
  beginning(heard: string): void {
    if (heard === '') return
    const from = `sort_key collate "C" >= ${this.value(heard)} and sort_key collate "C" < ${this.value(`${heard}~`)}`
    this.list.push(
      `(select item_id from catalogue.search_entry where ${this.wordCondition('')} and ${from}
         order by sort_key collate "C" limit ${FEW})`,
    )
  }

  /** Pinyin or initials anywhere in a name (while they are short: at its beginning), or English words that begin so. */
  latin(runs: readonly string[], words: string): void {
    const english = every(runs.map((run) => `${lexeme(run)}:*`))
    this.add(this.wordCondition(words === '' ? english : `(${words}) & ${english}`), this.most / 4)
    const also = this.wordCondition(words)
    const like = (text: string) => this.value(text.length > 2 ? `%${text}%` : `% ${text}%`)
    // With Chinese beside them the letters are its continuation: 食品xkz.
    const heard = words === '' ? [sounding(runs)] : runs.map((run) => sounding([run]))
    this.add(`${also} and ${heard.map((text) => `letters like ${like(text)}`).join(' and ')}`, this.most)
    const typedLetters = words === '' ? [runs.join('')] : runs
    this.add(
      `${also} and ${typedLetters.map((text) => `initials like ${like(text)}`).join(' and ')}`,
      this.most,
    )
  }

  /** Of several words in Latin letters, each on its own. */
  anyOf(runs: readonly string[]): void {
    if (runs.length > 1) for (const run of runs) if (run.length > 3) this.sound(sounding([run]))
  }

  sound(heard: string): void {
    if (heard.length < 3) return
    this.add(`${this.wordCondition('')} and letters like ${this.value(`%${heard}%`)}`, FEW)
  }

  async read(db: Db, { latin }: Asked): Promise<Candidate[]> {
    if (this.list.length === 0) return []
    // How it sounds is long, and only asked for where letters were typed.
    const sounds = latin.length > 0 ? 'e.letters, e.initials' : "'' as letters, '' as initials"
    return db.query<Candidate>(
      `select ${SHOWN}, e.names, ${sounds} from catalogue.search_entry e
        where e.item_id in (select item_id from (${this.list.join(' union ')}) found)`,
      this.values,
    )
  }
}
