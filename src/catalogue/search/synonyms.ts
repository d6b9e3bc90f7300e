/** 同义词: the city's own list of what people say. What belongs to one item alone stands in its everyday names. */
import type { Database, Db, Tx } from '../../platform/database.ts'
import type { Rarity } from './candidates.ts'
import { letters, oneForm } from './words.ts'

export interface Synonym {
  word: string
  /** Words under which the catalogue may have it, the closest first. */
  means: readonly string[]
}

/** Adds words that the list does not have yet; what was changed in it or removed from it since stays so. */
export async function addSynonyms(tx: Tx, synonyms: readonly Synonym[]): Promise<void> {
  for (const { word, means } of synonyms)
    await tx.query(
      'insert into catalogue.synonym (word, letters, means) values ($1, $2, $3) on conflict do nothing',
      [oneForm(word), letters(word), means.map(oneForm)],
    )
}

/** Words from before it was written how they sound. */
export async function soundSynonyms(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    for (const { word } of await tx.query<{ word: string }>(
      `select word from catalogue.synonym where letters = '' for update`,
    ))
      await tx.query('update catalogue.synonym set letters = $2 where word = $1', [
        word,
        letters(word) || '-',
      ])
  })
}

/** Those of the spans that the list knows, and those that only sound so (`sounds`: by their letters); these bring the word meant along. */
export async function synonymsOf(
  db: Db,
  spans: readonly string[],
  sounds: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, readonly string[]>> {
  const rows = await db.prepared<Synonym & { letters: string }>(
    'search-synonyms',
    `select word, means, letters from catalogue.synonym where (word = any($1) or letters = any($2)) and means <> '{}' order by word`,
    [spans, [...sounds.keys()]],
  )
  const asTyped = new Set(spans)
  const known = new Map<string, readonly string[]>()
  for (const { word, means } of rows) if (asTyped.has(word)) known.set(word, means)
  for (const { word, means, letters: heard } of rows) {
    const said = sounds.get(heard)
    if (said !== undefined && !known.has(said)) known.set(said, [word, ...means])
  }
  return known
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

export interface KeptSynonym extends Synonym {
  changedAt: Date | null
  changedBy: string | null
}

export const SYNONYMS_A_PAGE = 50

/** The list by word; `part` is looked for in word and meaning. */
export async function listSynonyms(
  db: Db,
  { part, page }: { part: string; page: number },
): Promise<{ rows: KeptSynonym[]; total: number }> {
  const values = [oneForm(part).trim()]
  const where = `means <> '{}' and ($1 = '' or position($1 in word) > 0 or exists (select from unnest(means) m where position($1 in m) > 0))`
  const [{ total } = { total: 0 }] = await db.query<{ total: number }>(
    `select count(*)::int as total from catalogue.synonym where ${where}`,
    values,
  )
  const rows = await db.query<KeptSynonym>(
    `select word, means, changed_at as "changedAt", changed_by as "changedBy" from catalogue.synonym where ${where}
      order by changed_at desc nulls last, letters collate "C", word
      limit ${SYNONYMS_A_PAGE} offset ${(page - 1) * SYNONYMS_A_PAGE}`,
    values,
  )
  return { rows, total }
}

/** What the list has for a word, locked; empty where it has nothing. */
export async function lockSynonym(tx: Tx, word: string): Promise<readonly string[]> {
  // Two who add the same new word wait for each other too.
  await tx.query('select pg_advisory_xact_lock(hashtext($1))', [`synonym ${word}`])
  const [row] = await tx.query<{ means: string[] }>(
    'select means from catalogue.synonym where word = $1 for update',
    [word],
  )
  return row?.means ?? []
}

/** `means` empty: removed. */
export async function saveSynonym(tx: Tx, { word, means }: Synonym, by: string, now: Date): Promise<void> {
  await tx.query(
    `insert into catalogue.synonym (word, letters, means, changed_at, changed_by) values ($1, $2, $3, $4, $5)
     on conflict (word) do update set means = excluded.means, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [word, letters(word), means, now, by],
  )
}
