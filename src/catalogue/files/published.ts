import type { Db } from '../../platform/database.ts'
import { keptFileId } from '../material.ts'
import { itemForGuide } from '../views/guide.ts'
import { findItemFile, type ItemFile } from './store.ts'

/** 空白表格 or 示例样表 of a material, as anybody may fetch it: only what the version in force names. */
export async function publishedFile(
  db: Db,
  itemId: string,
  materialKey: string,
  which: 'blank' | 'filled',
): Promise<ItemFile | null> {
  const item = await itemForGuide(db, itemId)
  const material = item?.content.materials.find((one) => one.key === materialKey)
  const fileId = material && keptFileId(which === 'blank' ? material.blankFile : material.filledFile)
  // Asked here and not in the file store: a guide gives out what was kept for a guide, and never anything else.
  return fileId ? findItemFile(db, fileId) : null
}
