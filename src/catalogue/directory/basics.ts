import type { z } from 'zod'
import type { Db } from '../../platform/database.ts'
import { done, type Result, refuse } from '../../platform/refusal.ts'
import { type ItemContent, legalBasis } from '../item.ts'

export type LegalBasis = z.infer<typeof legalBasis>

/** The directory's entry in force, as far as implementation lists copy it. */
export interface DirectoryBasics {
  basicCode: string
  version: number
  name: string
  itemType: string
  legalBasis: LegalBasis[]
  state: 'in-force' | 'suspended' | 'cancelled'
  /** Bodies that need not be in a service centre: ids of organs with an approved exception (Art. 5.1(2)). */
  exempt: string[]
}

/** The entry of a basic code at the version in force. Null where the directory has none, or none yet in force. */
export async function directoryBasics(db: Db, basicCode: string): Promise<DirectoryBasics | null> {
  const [row] = await db.prepared<
    Omit<DirectoryBasics, 'legalBasis' | 'name' | 'itemType'> & { elements: Record<string, unknown> }
  >(
    'catalogue-directory-basics',
    `select e.basic_code as "basicCode", e.version, e.state, v.elements,
            array(select x.organ_id from catalogue.directory_exception x
                   where x.basic_code = e.basic_code and x.ended_at is null order by 1) as exempt
       from catalogue.directory_entry e join catalogue.directory_version v using (basic_code, version)
      where e.basic_code = $1 and e.state <> 'waiting'`,
    [basicCode],
  )
  if (!row) return null
  const { elements, ...entry } = row
  return {
    ...entry,
    name: String(elements['name']),
    itemType: String(elements['itemType']),
    legalBasis: legalBasis.array().parse(elements['legalBasis']),
  }
}

/** Set by the directory or drawn from it, under the names that a clerk knows them by. */
const SET_BY_DIRECTORY = {
  directoryName: '目录事项名称',
  directoryVersion: '目录版本',
  basicCode: '基本编码',
  itemType: '事项类型',
  legalBasis: '设定依据',
  level: '行使层级',
  implCode: '实施编码',
  handleItemCode: '业务办理项编码',
} as const satisfies Partial<Record<keyof ItemContent, string>>

const BINDING = new Set<string>(['directoryName', 'directoryVersion'])

/**
 * The draft after a save, if the save left alone what belongs to the directory. A bound item keeps its basic elements
 * and the codes drawn from them; the binding itself is never typed, it comes with {@link takeOverBasics}.
 */
export function basicElementsKept(before: ItemContent, after: ItemContent): Result<ItemContent> {
  const bound = before.directoryVersion > 0
  const same = (key: keyof ItemContent) => JSON.stringify(before[key]) === JSON.stringify(after[key])
  for (const [key, name] of Object.entries(SET_BY_DIRECTORY) as [keyof ItemContent, string][]) {
    if (same(key) || (!bound && !BINDING.has(key))) continue
    return refuse(
      'set-by-directory',
      bound
        ? `${name}由事项目录规定，这里不能改，草稿没有保存。要改，先在“基本目录”提出变更。`
        : `${name}不能填写，草稿没有保存。用“照目录更新”绑定目录。`,
      { field: key },
    )
  }
  return done(after)
}
