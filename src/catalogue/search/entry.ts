import type { Database, Tx } from '../../platform/database.ts'
import type { Day } from '../../regulation/index.ts'
import { type ItemContent, itemContent, limitText } from '../item.ts'
import { reachOf, tagsOf, waysOf } from './facets.ts'
import { soundSynonyms } from './synonyms.ts'
import { indexWords, initials, letters, oneForm } from './words.ts'

/** Raised with every change of what an entry holds: entries of an older making are written anew at start. */
const MAKING = 1

/** Writes what search knows of a published item. Whether it is suspended stays as it was. */
export async function writeSearchEntry(tx: Tx, itemId: string, content: ItemContent): Promise<void> {
  const names = namesOf(content)
  const reach = reachOf(content)
  const words = new Set(
    [
      ...names,
      content.nameEn,
      content.organName,
      ...content.topics,
      content.summary,
      content.summaryEn,
    ].flatMap(indexWords),
  )
  await tx.prepared(
    'write-search-entry',
    `insert into catalogue.search_entry
       (item_id, name, organ_name, area_code, online, service_objects, topics, words, letters, initials, names, summary, promise,
        ways, reach, visits, consult_phone, sort_key, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, array_to_tsvector($8), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict (item_id) do update set name = excluded.name, organ_name = excluded.organ_name,
       area_code = excluded.area_code, online = excluded.online, service_objects = excluded.service_objects,
       topics = excluded.topics, words = excluded.words, letters = excluded.letters, initials = excluded.initials,
       names = excluded.names, summary = excluded.summary, promise = excluded.promise, ways = excluded.ways,
       reach = excluded.reach, visits = excluded.visits, consult_phone = excluded.consult_phone,
       sort_key = excluded.sort_key, made_by = excluded.made_by`,
    [
      itemId,
      content.name,
      content.organName,
      content.areaCode,
      reach !== 'counter',
      content.serviceObjects,
      content.topics,
      [...words, ...tagsOf(content)],
      // A blank before each name, so that the index knows where names begin.
      names.map((name) => ` ${letters(name)}`).join(''),
      names.map((name) => ` ${initials(name)}`).join(''),
      names.map((name) => oneForm(name)).join('\n'),
      content.summary,
      limitText(content.promiseLimit),
      waysOf(content),
      reach,
      content.visits,
      content.consultPhone,
      letters(content.name).slice(0, 60),
      MAKING,
    ],
  )
}

/** What an item is called: its own name first, in the directory, by people, and the paper that comes of it. */
function namesOf({ name, directoryName, everydayNames, result }: ItemContent): string[] {
  const all = [name, directoryName, ...everydayNames, result?.name ?? '']
  return [...new Set(all.map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== ''))]
}

/** Takes an item out of the search: cancelled or devolved. */
export async function dropSearchEntry(tx: Tx, itemId: string): Promise<void> {
  await tx.query('delete from catalogue.search_entry where item_id = $1', [itemId])
}

/** A suspended item (暂停) is still found, and says so, and until when where that is planned. */
export async function markSuspended(
  tx: Tx,
  itemId: string,
  suspended: boolean,
  resumesOn: Day | null,
): Promise<void> {
  await tx.query('update catalogue.search_entry set suspended = $2, resumes_on = $3 where item_id = $1', [
    itemId,
    suspended,
    resumesOn,
  ])
}

const BATCH = 200

/**
 * Brings the index up to date: entries of an older making are written anew, and the words are counted. For the start,
 * after an import of many items, and once in a while; it may run beside searches.
 */
export async function renewSearch(db: Database): Promise<void> {
  for (;;) {
    const renewed = await db.transaction(async (tx) => {
      const rows = await tx.query<{ itemId: string; content: unknown }>(
        `select e.item_id as "itemId", v.content from catalogue.search_entry e
           join catalogue.item i using (item_id)
           join catalogue.item_version v on v.item_id = i.item_id and v.version = i.published_version
          where e.made_by < $1 limit ${BATCH} for update of e skip locked`,
        [MAKING],
      )
      for (const row of rows) await writeSearchEntry(tx, row.itemId, itemContent.parse(row.content))
      return rows.length
    })
    if (renewed < BATCH) break
  }
  await soundSynonyms(db)
  await countWords(db)
}

/** Enough to tell rare words from common ones, and no more to read where the catalogue is large. */
const SAMPLE = 5000

async function countWords(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const [{ items } = { items: 0 }] = await tx.query<{ items: number }>(
      'select count(*)::int as items from catalogue.search_entry',
    )
    const every = Math.max(1, Math.ceil(items / SAMPLE))
    // Item ids are drawn at random: the first so many of all possible ones are a fair sample.
    const upTo = Math.min(0xffffffff, Math.floor(2 ** 32 / every))
      .toString(16)
      .padStart(8, '0')
    await tx.query('delete from catalogue.search_count')
    await tx.query(
      `insert into catalogue.search_count (word, items)
       select word, ndoc * ${every} from ts_stat($$select words from catalogue.search_entry where item_id <= '${upTo}-ffff-ffff-ffff-ffffffffffff'$$)
       union all select '', ${items}`,
    )
  })
}
