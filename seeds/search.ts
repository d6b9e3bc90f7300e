import { addSynonyms, renewSearch } from '../src/catalogue/index.ts'
import type { Database } from '../src/platform/database.ts'
import { synonyms } from './synonyms.ts'

/** The city's synonyms, and an index that knows the items just loaded. */
export async function loadSearch(db: Database): Promise<void> {
  await db.transaction((tx) => addSynonyms(tx, synonyms))
  await renewSearch(db)
}
