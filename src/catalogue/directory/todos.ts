import type { Db } from '../../platform/database.ts'
import { type BasicDifference, basicDifferences } from '../gate/directory.ts'
import { itemContent } from '../item.ts'
import type { DirectoryBasics } from './basics.ts'
import { basicElements } from './entry.ts'

/** What the directory changed under an item (实施清单), told to its clerk and to the registrar until it is dealt with. */
export interface DirectoryTodo {
  itemId: string
  name: string
  organId: string
  organName: string
  basicCode: string
  /** The directory's version in force, its document and day. */
  version: number
  document: string
  effectiveOn: string
  kind: 'review' | 'suspended' | 'cancelled'
  sentence: string
  /** What differs, for `review`. */
  differences: BasicDifference[]
  /** Entries that came in its place (拆分、合并). */
  became: { basicCode: string; name: string }[]
}

interface Row {
  itemId: string
  organId: string
  content: unknown
  basicCode: string
  version: number
  state: 'in-force' | 'suspended' | 'cancelled'
  elements: unknown
  document: string
  effectiveOn: string
  operation: string
  became: DirectoryTodo['became']
}

/**
 * Items whose newest text does not read as the directory's entry in force does, and items that go on although their entry
 * is suspended or cancelled. Of one organ, one item, or all.
 */
export async function directoryTodos(
  db: Db,
  of: { organId?: string | null; itemId?: string; basicCode?: string },
): Promise<DirectoryTodo[]> {
  const rows = await db.query<Row>(
    `select i.item_id as "itemId", i.organ_id as "organId", v.content, e.basic_code as "basicCode", e.version, e.state,
            d.elements, d.document, d.effective_on as "effectiveOn", d.operation,
            coalesce((select jsonb_agg(jsonb_build_object('basicCode', l.to_code, 'name', t.elements->>'name') order by l.to_code)
              from catalogue.directory_lineage l
              join catalogue.directory_version t on t.basic_code = l.to_code and t.version = 1
             where l.from_code = e.basic_code), '[]') as became
       from catalogue.item i
       join catalogue.item_version v on v.item_id = i.item_id and v.version = coalesce(i.draft_version, i.published_version)
       join catalogue.directory_entry e on e.basic_code = right(i.impl_code, 12)
       join catalogue.directory_version d on d.basic_code = e.basic_code and d.version = e.version
      where v.directory_version > 0 and (e.version > 1 or e.state <> 'in-force')
        and ($1::text is null or i.organ_id = $1) and ($2::uuid is null or i.item_id = $2)
        and ($3::text is null or e.basic_code = $3)
        and ((e.state = 'in-force' and i.life in ('active', 'suspended') and v.directory_version < e.version)
          or (e.state = 'suspended' and i.life = 'active')
          or (e.state = 'cancelled' and i.life in ('active', 'suspended')))
      order by d.effective_on desc, i.item_id limit 500`,
    [of.organId ?? null, of.itemId ?? null, of.basicCode ?? null],
  )
  return rows.flatMap(todoOf)
}

function todoOf(row: Row): DirectoryTodo[] {
  const content = itemContent.parse(row.content)
  const { name, itemType, legalBasis } = basicElements.parse(row.elements)
  const { itemId, organId, basicCode, version, state, document, effectiveOn, became } = row
  const entry: DirectoryBasics = { basicCode, version, state, name, itemType, legalBasis, exempt: [] }
  const differences = state === 'in-force' ? basicDifferences(content, entry) : []
  // A version that left the copied elements alone (bodies, a pause and its end) asks nothing of the copies.
  if (state === 'in-force' && differences.length === 0) return []
  const kind = state === 'in-force' ? 'review' : state
  const labels = differences.map((d) => d.label).join('、')
  const sentence = {
    review: `目录第 ${version} 版改了${labels}，核对后照目录更新。`,
    suspended: `目录第 ${version} 版暂停了“${name}”（${document}），办理本部门事项的暂停。`,
    cancelled:
      became.length > 0
        ? `目录第 ${version} 版把“${name}”改成“${became.map((b) => b.name).join('”“')}”（${document}），照新的目录新增事项，再取消这一项。`
        : `目录第 ${version} 版取消了“${name}”（${document}），办理本部门事项的取消。`,
  }[kind]
  return [
    {
      itemId,
      name: content.name,
      organId,
      organName: content.organName,
      basicCode,
      version,
      document,
      effectiveOn,
      kind,
      sentence,
      differences,
      became,
    },
  ]
}
