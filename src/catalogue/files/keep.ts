import { type FileStore, inspectFile } from '../../documents/index.ts'
import type { Staff } from '../../identity/index.ts'
import { done, orRefusal, type Result, refuse } from '../../platform/refusal.ts'
import { actorOf, type CatalogueDeps, mayEdit, streamOf } from '../acts/scene.ts'
import { findItem, lockItem } from '../store.ts'
import { findItemFile, type ItemFile, insertItemFile } from './store.ts'

export interface KeepFile {
  /** Made by the client: the same id again is the same file, so that a repeated request keeps it once. */
  fileId: string
  name: string
  content: Buffer
}

/** What people can open and print at home. */
const KINDS = ['pdf', 'docx', 'xlsx', 'jpg', 'png'] as const
export const MOST_BYTES = 10_000_000

/**
 * Keeps a blank form or a filled sample (空白表格、示例样表) for the materials of an item. Nobody outside the department gets it
 * before a version that names it is in force. Refuses whom {@link mayEdit} refuses, and a file that is not what it says.
 */
export async function keepItemFile(
  deps: CatalogueDeps & { files: FileStore },
  staff: Staff,
  itemId: string,
  { fileId, name: told, content }: KeepFile,
  now: Date,
): Promise<Result<ItemFile>> {
  const { db, files, history } = deps
  const allowed = mayEdit(staff, await findItem(db, itemId))
  if (!allowed.ok) return allowed
  const name = shownName(told)
  const found = await inspectFile(content, { declaredName: name, allowed: KINDS, maxBytes: MOST_BYTES })
  if (!found.ok) return found
  return orRefusal(
    db.transaction(async (tx) => {
      const still = mayEdit(staff, await lockItem(tx, itemId))
      if (!still.ok) return still
      const before = await findItemFile(tx, fileId)
      if (before) return before.itemId === itemId ? done(before) : TAKEN
      const { mediaType, size } = found
      const by = actorOf(staff)
      const { sha256 } = await files.put(
        content,
        { fileId, mediaType, name, at: now, ownerStaff: staff.staffId },
        tx,
      )
      const file: ItemFile = { fileId, itemId, name, mediaType, size }
      await insertItemFile(tx, file, by, now)
      await history.record(tx, streamOf(itemId), by, now, [
        { type: 'item.file-kept', data: { fileId, name, sha256 } },
      ])
      return done(file)
    }),
  )
}

const TAKEN = refuse('conflict', '这个文件编号已经用在别的事项上。重新选择文件。')

/** Without what would break a line, a header or a path; at most 120 characters, the ending kept. */
function shownName(told: string): string {
  const clean = told.replace(/[\p{Cc}\p{Cf}"<>|:*?\\/]/gu, '').trim()
  if (clean === '' || /^\.+$/.test(clean)) return '文件'
  const letters = [...clean]
  const dot = clean.lastIndexOf('.')
  const ending = dot > 0 && clean.length - dot <= 6 ? clean.slice(dot) : ''
  return letters.length <= 120 ? clean : letters.slice(0, 120 - ending.length).join('') + ending
}
