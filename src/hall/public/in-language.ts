import { type ItemHit, itemForGuide } from '../../catalogue/index.ts'
import type { Db } from '../../platform/database.ts'
import type { Lang } from '../../ui/index.ts'
import { limitText } from './guide/names.ts'

/** An item as a list shows it: in English where its department wrote it in English too. */
export type ShownHit = ItemHit & { lang: Lang }

/** Lists carry Chinese only; the English of the few items on a page comes from their guides, which are kept in memory. */
export function inLanguage(db: Db, hits: readonly ItemHit[], lang: Lang): Promise<ShownHit[]> {
  return Promise.all(
    hits.map(async (hit): Promise<ShownHit> => {
      const content = lang === 'en' ? (await itemForGuide(db, hit.itemId))?.content : undefined
      if (!content?.nameEn) return { ...hit, lang: 'zh' }
      const promise = content.promiseLimit ? limitText(content.promiseLimit, 'en') : ''
      return { ...hit, lang: 'en', name: content.nameEn, summary: content.summaryEn, promise }
    }),
  )
}
