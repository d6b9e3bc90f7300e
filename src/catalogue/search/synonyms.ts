/** 同义词: the city's own list of what people say. What belongs to one item alone stands in its everyday names. */
import type { Db, Tx } from '../../platform/database.ts'
import type { Rarity } from './candidates.ts'
import { oneForm } from './words.ts'

export interface Synonym {
  word: string
  /** Words under which the catalogue may have it. */
  means: readonly string[]
}

/** Adds words that the list does not have yet; what was changed in it since stays. */
export async function addSynonyms(tx: Tx, synonyms: readonly Synonym[]): Promise<void> {
  for (const { word, means } of synonyms)
    await tx.query('insert into catalogue.synonym (word, means) values ($1, $2) on conflict do nothing', [
      oneForm(word),
      means.map(oneForm),
    ])
}

/** Those of the spans that the list knows. */
export async function synonymsOf(db: Db, spans: readonly string[]): Promise<Map<string, readonly string[]>> {
  const rows = await db.prepared<{ word: string; means: string[] }>(
    'search-synonyms',
    'select word, means from catalogue.synonym where word = any($1)',
    [spans],
  )
  return new Map(rows.map(({ word, means }) => [word, means]))
}

/** In how many items the words stand, as last counted. */
export async function rarityOf(db: Db, words: readonly string[]): Promise<Rarity> {
  const rows = await db.prepared<{ word: string; items: number }>(
    'search-counts',
    'select word, items from catalogue.search_count where word = any($1)',
    [['', ...words]],
  )
  const items = new Map(rows.map((row) => [row.word, row.items]))
  return { all: items.get('') ?? 0, items }
}
