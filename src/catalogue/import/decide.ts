import type { Tx } from '../../platform/database.ts'
import { basicElementsKept } from '../directory/basics.ts'
import { canonical } from '../draft.ts'
import type { ItemContent } from '../item.ts'
import { mayChange } from '../life/under-way.ts'
import type { ItemRow } from '../store.ts'
import type { OutcomeRow } from './job-store.ts'
import type { ReadRecord, RecordFault } from './reading.ts'
import type { Batch, Known } from './take.ts'

/**
 * What is to become of one record. imported: a new draft; updated: a draft that only the import has touched, or the first draft
 * beside the version in force; unchanged: nothing to do; kept: what a clerk has in hand is not the import's to change.
 */
export interface Decision {
  outcome: OutcomeRow['outcome']
  itemId: string | null
  /** What is judged and shown: the content to write, or the one that stays. */
  content: ItemContent
  version: number
  revision: number
  faults: RecordFault[]
}

export async function decide(
  tx: Tx,
  batch: Batch,
  { record, sourceHash }: { record: ReadRecord; sourceHash: string },
  known: Known,
): Promise<Decision> {
  const { item, newest } = known
  if (item === null || newest === null) {
    // What a sample department has is 示例 like the department.
    const sample = record.content.sample || (batch.own?.sample ?? false)
    const content = { ...record.content, sample, organId: batch.own?.organId ?? '' }
    return { outcome: 'imported', itemId: null, content, version: 1, revision: 1, faults: [] }
  }
  const stays = (outcome: Decision['outcome'], reason = '', sentence = '', field = ''): Decision => ({
    outcome,
    itemId: item.itemId,
    content: newest.content,
    version: newest.version,
    revision: newest.revision,
    faults: sentence === '' ? [] : [{ field, reason, sentence }],
  })
  if (batch.own !== null && item.organId !== batch.own.organId)
    return stays('refused', 'other-organ', '这个编码的事项归别的部门管。', batch.columns.dept)
  if (known.record?.sourceHash === sourceHash) return stays('unchanged')

  const content = merged(record, newest.content, item)
  if (batch.mayStartChange && canonical(content) === canonical(newest.content)) return stays('unchanged')
  const inDraft = item.draftVersion !== null
  const ours =
    known.record !== null &&
    inDraft &&
    known.record.version === newest.version &&
    known.record.revision === newest.revision
  if (!ours && !(batch.mayStartChange && !inDraft))
    return inDraft
      ? stays('kept', 'draft-in-hand', `${newest.savedBy?.name ?? '部门'}编辑过这份草稿，没有动。`)
      : stays('kept', 'in-force', '这个事项已经发布，没有动。')
  const open = await mayChange(tx, item)
  if (!open.ok) return stays('kept', open.refusal.name, open.refusal.sentence)
  if (batch.mayStartChange) {
    const kept = basicElementsKept(newest.content, content)
    if (!kept.ok) return stays('refused', kept.refusal.name, kept.refusal.sentence, kept.refusal.field ?? '')
  }
  return {
    outcome: 'updated',
    itemId: item.itemId,
    content,
    version: inDraft ? newest.version : newest.version + 1,
    revision: inDraft ? newest.revision + 1 : 1,
    faults: [],
  }
}

/** What the source does not speak of stays as it is here; the mark 示例, once set, stays too. */
function merged({ content, said }: ReadRecord, before: ItemContent, item: ItemRow): ItemContent {
  const spoken = said === null ? content : Object.fromEntries(said.map((key) => [key, content[key]]))
  return {
    ...before,
    ...spoken,
    organId: item.organId,
    sample: before.sample || content.sample,
  }
}
