import type { Db } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { cleanText } from '../draft.ts'
import { type Candidate, exactly, MOST, partly, type Rarity, SHOWN, slipped, tooMany } from './candidates.ts'
import {
  type Choices,
  type Chosen,
  chosenFilters,
  type Faceted,
  passes,
  type Reach,
  type Subject,
  tag,
  tally,
  type Way,
} from './facets.ts'
import { ANSWERS, COMES_NEAR, type Judged, judge } from './judge.ts'
import { type Asked, soundsOf, spansOf, typed, understand, wordsAsked } from './question.ts'
import { rarityOf, synonymsOf } from './synonyms.ts'

/** What an applicant looks for. Everything is optional: no `q` lists all that the filters leave. */
export interface ItemQuery extends Chosen {
  q?: string | undefined
  subject?: Subject | undefined
  /** Name of the department. */
  organ?: string | undefined
  /** GB/T 2260 code of the area. */
  area?: string | undefined
  topic?: string | undefined
  way?: Way | undefined
  reach?: Reach | undefined
  /** From 1. */
  page?: number | undefined
}

export interface ItemHit {
  itemId: string
  name: string
  organName: string
  areaCode: string
  summary: string
  promise: string
  online: boolean
  reach: Reach
  /** 到现场次数 where the reach is `visits`. */
  visits: number
  /** 暂停: not taken at present. */
  suspended: boolean
  /** When it is planned to be offered again; null where nothing is planned. */
  resumesOn: Day | null
  consultPhone: string
  serviceObjects: string[]
  topics: string[]
}

export interface ItemHits {
  hits: ItemHit[]
  total: number
  page: number
  pageSize: number
  pages: number
  /** More match than anybody reads; `total` counts the first ones. */
  capped: boolean
  /** What each filter offers, while the others hold. */
  choices: Choices
  /** Whether the choices say how many items they leave; of very many that match nobody counts. */
  counted: boolean
  /** Only where nothing answers: what comes closest, best first, whatever the filters. */
  near: ItemHit[]
}

export const PAGE_SIZE = 20
const NEAR = 8
/** So many pages of a list without words can be turned; filters make it shorter. */
const LAST_PAGE = 50

/**
 * Published items by Chinese words, everyday names, pinyin, initials or English words, by filters alone without `q`. `census`
 * (see `takeCensus`) spares a list without words the counting; who asks often keeps it.
 */
export async function search(db: Db, query: ItemQuery, census?: readonly Faceted[]): Promise<ItemHits> {
  const q = typed(query.q ?? '')
  const chosen = cleanFilters(query)
  const page = Math.max(1, Math.trunc(query.page ?? 1))
  return q === ''
    ? listed(db, chosen, page, census ?? (await takeCensus(db)))
    : matched(db, q, chosen, page, census)
}

const SUGGESTED = 8
/** Enough to choose the best eight from. */
const LOOKED_AT = 100

/** At most eight items while somebody types; nothing for an empty box. */
export async function suggest(db: Db, q: string): Promise<ItemHit[]> {
  const text = typed(q)
  if (text === '') return []
  const { judged } = await lookedFor(db, text, {}, LOOKED_AT)
  const answers = answersOf(judged)
  return (answers.length > 0 ? answers : nearOf(judged)).slice(0, SUGGESTED).map(hitOf)
}

const cleanFilters = (query: ItemQuery): Chosen =>
  Object.fromEntries(chosenFilters(query).map((filter) => [filter, cleanText(query[filter]!)]))

/** How many items are alike in all that filters look at: the whole catalogue in some thousand rows at most. */
export const takeCensus = (db: Db): Promise<Faceted[]> =>
  db.query<Faceted>(
    `select organ_name as "organName", area_code as "areaCode", service_objects as "serviceObjects", topics, ways, reach,
            count(*)::int as items
       from catalogue.search_entry group by organ_name, area_code, service_objects, topics, ways, reach`,
  )

async function listed(db: Db, chosen: Chosen, page: number, census: readonly Faceted[]): Promise<ItemHits> {
  const { total, choices } = tally(census, chosen)
  const filters = chosenFilters(chosen).map(
    (filter) => `'${tag(filter, chosen[filter]!).replace(/['\\]/g, '$&$&')}'`,
  )
  const pages = Math.min(LAST_PAGE, pagesOf(total))
  const offset = (page - 1) * PAGE_SIZE
  const rows =
    total === 0 || page > pages
      ? []
      : await db.query<Shown>(
          `select ${SHOWN} from catalogue.search_entry e ${filters.length > 0 ? 'where words @@ $1::tsquery' : ''}
            order by sort_key collate "C", item_id limit ${PAGE_SIZE} offset ${offset}`,
          filters.length > 0 ? [filters.join(' & ')] : [],
        )
  return {
    hits: rows.map(hitOf),
    total,
    page,
    pageSize: PAGE_SIZE,
    pages,
    capped: false,
    choices,
    counted: true,
    near: [],
  }
}

/** What was typed, and how common its words are; `bySound`: with words of the list of synonyms that only sound like it. */
async function meant(db: Db, q: string, bySound = false): Promise<{ asked: Asked; rarity: Rarity }> {
  const asked = understand(q, await synonymsOf(db, spansOf(q), bySound ? soundsOf(q) : undefined))
  return { asked, rarity: await rarityOf(db, wordsAsked(asked)) }
}

/** A question as it was understood, and what answers it. */
interface Looked {
  asked: Asked
  judged: Judged[]
}

/** As it was typed, and where that answers nothing, as it sounds. */
export async function lookedFor(db: Db, q: string, chosen: Chosen = {}, most = MOST): Promise<Looked> {
  const { asked, rarity } = await meant(db, q)
  const judged = await answering(db, asked, chosen, rarity, most)
  const best = judged[0]?.covers ?? 0
  if (best >= ANSWERS) return { asked, judged }
  const heard = await meant(db, q, true)
  if (wordsAsked(heard.asked).join() === wordsAsked(asked).join()) return { asked, judged }
  const others = await answering(db, heard.asked, chosen, heard.rarity, most)
  return (others[0]?.covers ?? 0) > best ? { asked: heard.asked, judged: others } : { asked, judged }
}

async function answering(
  db: Db,
  asked: Asked,
  chosen: Chosen,
  rarity: Rarity,
  most = MOST,
): Promise<Judged[]> {
  const found = new Map<string, Candidate>()
  let judged: Judged[] = []
  const look = async (more: Promise<Candidate[]>) => {
    const before = found.size
    for (const one of await more) found.set(one.itemId, one)
    if (found.size > before) judged = judge(asked, [...found.values()], rarity)
    return judged[0]?.covers ?? 0
  }
  // Further only where what was found is not quite what was typed.
  if ((await look(exactly(db, asked, chosen, most))) >= 0.8) return judged
  if ((await look(slipped(db, asked, chosen, rarity))) >= ANSWERS) return judged
  await look(partly(db, asked, chosen, rarity))
  return judged
}

/** What answers: well enough, and not much worse than the best; what is hardly worse than an answer is one too. */
function answersOf(judged: readonly Judged[]): Candidate[] {
  const best = judged[0]?.covers ?? 0
  if (best < ANSWERS) return []
  const least = Math.min(Math.max(ANSWERS, best * 0.7), best * 0.9)
  return judged.filter((one) => one.covers >= least).map((one) => one.item)
}

async function matched(
  db: Db,
  q: string,
  chosen: Chosen,
  page: number,
  census: readonly Faceted[] | undefined,
): Promise<ItemHits> {
  const narrowed = chosenFilters(chosen).length > 0
  // Of very many, only those within the filters are read; else all are, and the filters can say what they leave.
  let within = narrowed && (await tooMany(db, (await meant(db, q)).asked))
  let { judged } = await lookedFor(db, q, within ? chosen : {})
  if (narrowed && !within && answersOf(judged).length >= MOST) {
    within = true
    judged = (await lookedFor(db, q, chosen)).judged
  }
  const answers = answersOf(judged)
  const left = narrowed && !within ? answers.filter((item) => passes(item, chosen)) : answers
  const capped = within || answers.length >= MOST
  return {
    hits: left.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(hitOf),
    total: left.length,
    page,
    pageSize: PAGE_SIZE,
    pages: pagesOf(left.length),
    capped: left.length >= MOST,
    // The first of very many are no fair picture: then every choice of the catalogue is offered.
    choices: tally(capped && census ? census : answers, chosen).choices,
    counted: !capped,
    near: answers.length > 0 || within ? [] : nearOf(judged).map(hitOf),
  }
}

const nearOf = (judged: readonly Judged[]): Candidate[] =>
  judged
    .filter((one) => one.covers >= COMES_NEAR)
    .slice(0, NEAR)
    .map((one) => one.item)

const pagesOf = (total: number) => Math.max(1, Math.ceil(total / PAGE_SIZE))

type Shown = ItemHit & {
  ways: unknown
  items: unknown
  names?: unknown
  letters?: unknown
  initials?: unknown
}

function hitOf({ names: _n, letters: _l, initials: _i, ways: _w, items: _c, ...hit }: Shown): ItemHit {
  return hit
}
