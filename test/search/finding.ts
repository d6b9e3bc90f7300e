/** The shipped items in a search of their own: what somebody types, and which items the hall would show first. */
import { randomUUID } from 'node:crypto'
import { itemsBySlug, sampleOrgans, synonyms } from '../../seeds/index.ts'
import { itemContent } from '../../src/catalogue/item.ts'
import { renewSearch, writeSearchEntry } from '../../src/catalogue/search/entry.ts'
import { search } from '../../src/catalogue/search/query.ts'
import { addSynonyms } from '../../src/catalogue/search/synonyms.ts'
import { loadStaff } from '../../src/identity/index.ts'
import { testDatabase } from '../../src/platform/testing.ts'
import type { Question, Slug } from './questions.ts'

export async function searchWorld() {
  const database = await testDatabase()
  const { db } = database
  const slugs = new Map<string, Slug>()
  await db.transaction(async (tx) => {
    await loadStaff(tx, { organs: sampleOrgans, staff: [] })
    await addSynonyms(tx, synonyms)
    for (const [slug, item] of Object.entries(itemsBySlug)) {
      const content = itemContent.parse(item)
      const itemId = randomUUID()
      await tx.query(
        'insert into catalogue.item (item_id, impl_code, handle_item_code, organ_id) values ($1, $2, $3, $4)',
        [itemId, content.implCode, content.handleItemCode, content.organId],
      )
      await writeSearchEntry(tx, itemId, content)
      slugs.set(itemId, slug as Slug)
    }
  })
  await renewSearch(db)
  /** What a page of results shows, best first: the answers, or else what comes near. */
  const shown = async (q: string): Promise<Slug[]> => {
    const { hits, near } = await search(db, { q })
    return (hits.length > 0 ? hits : near).map((hit) => slugs.get(hit.itemId)!)
  }
  /** The questions none of whose answers is among the first three, with what was there instead. */
  const misses = async (questions: readonly Question[]): Promise<string[]> => {
    const missed: string[] = []
    for (const [typed, ...answers] of questions) {
      const first = (await shown(typed)).slice(0, 3)
      if (!first.some((slug) => answers.includes(slug)))
        missed.push(`${typed} → ${answers.join(' / ')}, found ${first.join(', ') || 'nothing'}`)
    }
    return missed
  }
  return { db, shown, misses, close: () => database.close() }
}
