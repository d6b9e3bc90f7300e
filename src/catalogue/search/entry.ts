import type { Tx } from '../../platform/database.ts'
import { isOnline } from '../guide-facts.ts'
import { type ItemContent, limitText } from '../item.ts'
import { indexWords, initials, letters } from './words.ts'

/**
 * Writes what search knows of a published item. The weights of the words: A name and everyday names, B organ and
 * topics, C the summary.
 */
export async function writeSearchEntry(tx: Tx, itemId: string, content: ItemContent): Promise<void> {
  const names = [content.name, ...content.everydayNames]
  await tx.query(
    `insert into catalogue.search_entry
       (item_id, name, organ_name, area_code, online, service_objects, topics, words, letters, initials, names, summary, promise)
     values ($1, $2, $3, $4, $5, $6, $7,
       setweight(to_tsvector('simple', $8), 'A') || setweight(to_tsvector('simple', $9), 'B') ||
       setweight(to_tsvector('simple', $10), 'C'),
       $11, $12, $13, $14, $15)
     on conflict (item_id) do update set name = excluded.name, organ_name = excluded.organ_name,
       area_code = excluded.area_code, online = excluded.online, service_objects = excluded.service_objects,
       topics = excluded.topics, words = excluded.words, letters = excluded.letters, initials = excluded.initials,
       names = excluded.names, summary = excluded.summary, promise = excluded.promise`,
    [
      itemId,
      content.name,
      content.organName,
      content.areaCode,
      isOnline(content),
      content.serviceObjects,
      content.topics,
      indexWords([...names, content.nameEn].join('\n')),
      indexWords([content.organName, ...content.topics].join('\n')),
      indexWords(`${content.summary}\n${content.summaryEn}`),
      names.map(letters).join(' '),
      names.map(initials).join(' '),
      names.join('\n').toLowerCase(),
      content.summary,
      limitText(content.promiseLimit),
    ],
  )
}

/** Takes an item out of the search: cancelled or devolved. */
export async function dropSearchEntry(tx: Tx, itemId: string): Promise<void> {
  await tx.query('delete from catalogue.search_entry where item_id = $1', [itemId])
}

/** A suspended item (暂停) is still found, and says so. */
export async function markSuspended(tx: Tx, itemId: string, suspended: boolean): Promise<void> {
  await tx.query('update catalogue.search_entry set suspended = $2 where item_id = $1', [itemId, suspended])
}
