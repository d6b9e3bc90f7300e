import type { Db } from '../../platform/database.ts'
import { cleanText } from '../draft.ts'
import { heartOf, letters, phrasesOf, queryWords, typedLetters } from './words.ts'

/** What an applicant looks for. Everything is optional: no `q` lists all that the filters leave. */
export interface ItemQuery {
  q?: string
  /** For whom: a person, an enterprise, another organisation, or one 服务对象 code of GB/T 39046 A.4. */
  subject?: 'person' | 'enterprise' | 'organisation' | '1' | '2' | '3' | '4' | '5' | '6'
  /** Name of the department. */
  organ?: string
  /** GB/T 2260 code of the area. */
  area?: string
  topic?: string
  online?: boolean
  /** From 1. */
  page?: number
}

export interface ItemHit {
  itemId: string
  name: string
  organName: string
  areaCode: string
  summary: string
  promise: string
  online: boolean
  serviceObjects: string[]
  topics: string[]
}

export interface ItemHits {
  hits: ItemHit[]
  total: number
  page: number
  pageSize: number
  /** Only where nothing matched: what comes closest, best first. */
  near: ItemHit[]
}

export const PAGE_SIZE = 20
const LONGEST_QUERY = 60
/** Generic words such as 许可 are in every second name: no arm of a query looks at more rows than this. */
const CAP = 2000

const SUBJECTS: Record<NonNullable<ItemQuery['subject']>, string[]> = {
  person: ['1'],
  enterprise: ['2'],
  organisation: ['3', '4', '5', '6'],
  '1': ['1'],
  '2': ['2'],
  '3': ['3'],
  '4': ['4'],
  '5': ['5'],
  '6': ['6'],
}

const HIT = `e.item_id as "itemId", e.name, e.organ_name as "organName", e.area_code as "areaCode", e.summary, e.promise,
  e.online, e.service_objects as "serviceObjects", e.topics`

/** Parameters of a statement, numbered as they are added. */
class Values {
  readonly list: unknown[] = []
  add(value: unknown): string {
    this.list.push(typeof value === 'string' ? cleanText(value) : value)
    return `$${this.list.length}`
  }
}

function filters(query: ItemQuery, values: Values): string {
  const wanted = ['true']
  if (query.subject) wanted.push(`service_objects && ${values.add(SUBJECTS[query.subject])}::text[]`)
  if (query.organ) wanted.push(`organ_name = ${values.add(query.organ)}`)
  if (query.area) wanted.push(`area_code = ${values.add(query.area)}`)
  if (query.topic) wanted.push(`topics @> array[${values.add(query.topic)}]`)
  if (query.online !== undefined) wanted.push(`online = ${values.add(query.online)}`)
  return wanted.join(' and ')
}

const like = (text: string) => `%${text.replace(/[\\%_]/g, (c) => `\\${c}`)}%`

const tsquery = (words: string[], join: ' & ' | ' | ') =>
  words.map((w) => `'${w.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`).join(join)

/** What was typed, in one form: full-width letters as plain ones, no control characters, not endless. */
const typed = (q: string) =>
  q
    .normalize('NFKC')
    .replace(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .toLowerCase()

/** Published items by Chinese words, everyday names, pinyin, initials or English words; by filters alone without `q`. */
export async function search(db: Db, query: ItemQuery): Promise<ItemHits> {
  const q = heartOf(typed(query.q ?? ''))
  const page = Math.max(1, Math.trunc(query.page ?? 1))
  const { hits, total } = q === '' ? await listed(db, query, page) : await matched(db, query, q, page)
  const near = q !== '' && total === 0 ? await nearest(db, query, q) : []
  return { hits, total, page, pageSize: PAGE_SIZE, near }
}

/** At most eight items while somebody types; nothing for an empty box. */
export async function suggest(db: Db, q: string): Promise<ItemHit[]> {
  if (typed(q) === '') return []
  const { hits, near } = await search(db, { q })
  return (hits.length > 0 ? hits : near).slice(0, 8)
}

type Counted = ItemHit & { total: number }

const counted = (rows: Counted[]) => ({
  hits: rows.map(({ total: _, ...hit }) => hit),
  total: Number(rows[0]?.total ?? 0),
})

async function listed(db: Db, query: ItemQuery, page: number) {
  const values = new Values()
  const where = filters(query, values)
  const rows = await db.query<Counted>(
    `select ${HIT}, count(*) over () as total from catalogue.search_entry e where ${where}
      order by e.letters, e.item_id limit ${PAGE_SIZE} offset ${values.add((page - 1) * PAGE_SIZE)}`,
    values.list,
  )
  return counted(rows)
}

/** Arms in the order of how sure they are: the phrase in a name (its own name first), all words, pinyin or initials. */
async function matched(db: Db, query: ItemQuery, q: string, page: number) {
  const values = new Values()
  const where = filters(query, values)
  const arms: string[] = []
  const arm = (sure: number, condition: string) =>
    arms.push(
      `(select item_id, ${sure} as sure from catalogue.search_entry where ${where} and ${condition} limit ${CAP})`,
    )
  for (const phrase of phrasesOf(q)) arm(4, `names like ${values.add(like(phrase))}`)
  const words = queryWords(q)
  const all = values.add(tsquery(words, ' & '))
  if (words.length > 0) arm(3, `words @@ ${all}::tsquery`)
  const latin = typedLetters(q)
  if (latin !== null && latin.length > 1) {
    arm(2, `letters like ${values.add(like(latin))}`)
    arm(1, `initials like ${values.add(like(latin))}`)
  }
  const rows = await db.query<Counted>(
    `with best as (select item_id, max(sure) as sure from (${arms.join(' union all ')}) a group by item_id)
     select ${HIT}, count(*) over () as total
       from best join catalogue.search_entry e using (item_id)
      order by best.sure desc, position(${values.add(phrasesOf(q).at(-1))} in lower(e.name)) > 0 desc, ts_rank(e.words, ${all}::tsquery) desc, length(e.name), e.letters, e.item_id
      limit ${PAGE_SIZE} offset ${values.add((page - 1) * PAGE_SIZE)}`,
    values.list,
  )
  return counted(rows)
}

/** Any of the words, the same sound written with other characters, or a name that looks alike. */
async function nearest(db: Db, query: ItemQuery, q: string): Promise<ItemHit[]> {
  const values = new Values()
  const where = filters(query, values)
  const any = values.add(tsquery(queryWords(q), ' | '))
  const name = values.add(q)
  const sound = letters(q)
  const arms = [
    `(select item_id, word_similarity(${name}, names) + ts_rank(words, ${any}::tsquery) / 10 as rank from catalogue.search_entry
       where ${where} and words @@ ${any}::tsquery limit ${CAP})`,
    `(select item_id, word_similarity(${name}, names) as rank from catalogue.search_entry
       where ${where} and ${name} <% names limit ${CAP})`,
  ]
  if (sound.length > 2)
    arms.push(
      `(select item_id, 1 + word_similarity(${values.add(sound)}, letters) as rank from catalogue.search_entry
         where ${where} and letters like ${values.add(like(sound))} limit ${CAP})`,
    )
  return db.query<ItemHit>(
    `with best as (select item_id, max(rank) as rank from (${arms.join(' union all ')}) a group by item_id)
     select ${HIT} from best join catalogue.search_entry e using (item_id)
      order by best.rank desc, length(e.name), e.item_id limit 8`,
    values.list,
  )
}
