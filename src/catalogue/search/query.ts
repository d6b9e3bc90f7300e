import type { Db } from '../../platform/database.ts'
import { cleanText } from '../draft.ts'
import { type Candidate, COLUMNS, exactly, MOST, roughly } from './candidates.ts'
import {
  type Choices,
  type Chosen,
  choicesOf,
  chosenFilters,
  type Faceted,
  passes,
  type Reach,
  type Subject,
  tag,
  type Way,
} from './facets.ts'
import { ANSWERS, COMES_NEAR, judge } from './judge.ts'
import { spansOf, typed, understand, wordsAsked } from './question.ts'
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
  /** More match than anybody reads: total and choices count only the first ones. */
  capped: boolean
  /** What each filter offers, while the others hold. */
  choices: Choices
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
  return q === '' ? listed(db, chosen, page, census ?? (await takeCensus(db))) : matched(db, q, chosen, page)
}

/** At most eight items while somebody types; nothing for an empty box. */
export async function suggest(db: Db, q: string): Promise<ItemHit[]> {
  if (typed(q) === '') return []
  const { hits, near } = await search(db, { q })
  return (hits.length > 0 ? hits : near).slice(0, 8)
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
  const total = census.reduce((sum, one) => sum + (passes(one, chosen) ? one.items : 0), 0)
  const filters = chosenFilters(chosen).map(
    (filter) => `'${tag(filter, chosen[filter]!).replace(/['\\]/g, '$&$&')}'`,
  )
  const pages = Math.min(LAST_PAGE, pagesOf(total))
  const offset = (page - 1) * PAGE_SIZE
  const rows =
    total === 0 || page > pages
      ? []
      : await db.query<Candidate>(
          `select ${COLUMNS} from catalogue.search_entry e ${filters.length > 0 ? 'where words @@ $1::tsquery' : ''}
            order by sort_key, item_id limit ${PAGE_SIZE} offset ${offset}`,
          filters.length > 0 ? [filters.join(' & ')] : [],
        )
  return {
    hits: rows.map(hitOf),
    total,
    page,
    pageSize: PAGE_SIZE,
    pages,
    capped: false,
    choices: choicesOf(census, chosen),
    near: [],
  }
}

async function matched(db: Db, q: string, chosen: Chosen, page: number): Promise<ItemHits> {
  const asked = understand(q, await synonymsOf(db, spansOf(q)))
  const rarity = await rarityOf(db, wordsAsked(asked))
  const answering = async (filters: Chosen) => {
    let found = await exactly(db, asked, filters, rarity)
    let judged = judge(asked, found, rarity)
    // Where nothing is quite what was typed, it may be a slip or a long sentence.
    if ((judged[0]?.covers ?? 0) < 0.9) {
      const known = new Set(found.map((one) => one.itemId))
      found = [
        ...found,
        ...(await roughly(db, asked, filters, rarity)).filter((one) => !known.has(one.itemId)),
      ]
      judged = judge(asked, found, rarity)
    }
    const least = Math.max(ANSWERS, (judged[0]?.covers ?? 0) * 0.7)
    return { judged, answers: judged.filter((one) => one.covers >= least).map((one) => one.item) }
  }
  const all = await answering({})
  const capped = all.answers.length >= MOST
  const narrowed = chosenFilters(chosen).length > 0
  const left = !narrowed
    ? all.answers
    : capped
      ? (await answering(chosen)).answers
      : all.answers.filter((item) => passes(item, chosen))
  const near =
    all.answers.length > 0 ? [] : all.judged.filter((one) => one.covers >= COMES_NEAR).slice(0, NEAR)
  return {
    hits: left.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(hitOf),
    total: left.length,
    page,
    pageSize: PAGE_SIZE,
    pages: pagesOf(left.length),
    capped: capped && left.length >= MOST,
    choices: choicesOf(all.answers, chosen),
    near: near.map((one) => hitOf(one.item)),
  }
}

const pagesOf = (total: number) => Math.max(1, Math.ceil(total / PAGE_SIZE))

function hitOf({ names: _n, letters: _l, initials: _i, ways: _w, items: _c, ...hit }: Candidate): ItemHit {
  return hit
}
