import { implCodeParts } from '../codes.ts'
import { isOnline } from '../gate/guide-facts.ts'
import { type ItemContent, limitText } from '../item.ts'
import { standInCode } from '../store.ts'
import { IN_COLUMNS, IN_PART, type ItemTables, LONGEST_VALUE, type TableRow } from './tables.ts'

/** An item at a version, as an export carries it. */
export interface ExportedItem {
  itemId: string
  version: number
  /** 事项状态: 1 在用, 2 挂起, 3 取消, 4 草稿 */
  state: '1' | '2' | '3' | '4'
  effectiveOn: string | null
  content: ItemContent
}

const MATERIAL_FORMS = { paper: '1', electronic: '2', both: '3' } as const
const NEEDS = { required: '1', optional: '2', later: '3' } as const
const RESULT_TYPES = { licence: '10', approval: '20', none: '99' } as const
const yes = (value: boolean) => (value ? '1' : '0')

/** One item as rows of the national tables. `batch` names the export; `at` is when it was made. */
export function toTables(item: ExportedItem, batch: string, at: Date): ItemTables {
  const { content: c } = item
  const codes = {
    task_code: c.implCode,
    task_handle_item: c.handleItemCode,
    local_task_code: c.implCode === '' ? standInCode(item.itemId) : '',
  }
  const rows = (list: TableRow[]): TableRow[] =>
    list.map((row, i) => ({ ...codes, order_num: String(i + 1), ...row }))
  return {
    up_task_general_basic: [{ ...codes, ...basicOf(item, batch, at) }],
    up_task_general_extend: [{ ...codes, ...extendOf(c) }],
    up_task_general_material: rows(c.materials.map(materialRow)),
    up_task_general_fee_project: rows(
      (c.fee?.items ?? []).map((f) => ({ fee_name: f.name, fee_stand: f.standard, by_law: f.basis })),
    ),
    up_task_general_questions: rows(c.faq.map(({ q, a }) => ({ question: q, answer: a }))),
    rb_task_law: rows(
      c.legalBasis.map((l) => ({
        law_name: l.name,
        law_number: l.number,
        law_clause: l.clause,
        law_content: l.content,
      })),
    ),
    rb_task_step: rows(c.steps.map(stepRow)),
    rb_task_special: rows(
      c.specialProcedures.map((s) => ({
        special_name: s.name,
        special_day: String(s.days),
        special_type: s.unit,
        by_law: s.basis,
      })),
    ),
    rb_task_extend: restRows(c).map((row) => ({ ...codes, ...row })),
  }
}

function basicOf(
  { itemId, version, state, effectiveOn, content: c }: ExportedItem,
  batch: string,
  at: Date,
): TableRow {
  return {
    row_guid: itemId,
    catalog_code: c.basicCode,
    task_name: c.name,
    task_type: c.itemType,
    by_law: c.legalBasis
      .map((l) => [l.name, l.number, l.clause, l.content].filter(Boolean).join(' '))
      .join('\n'),
    use_level: c.level,
    task_state: state,
    task_version: String(version),
    dept_name: c.organName,
    dept_code: implCodeParts(c.implCode)?.creditCode ?? '',
    project_type: c.projectType,
    server_type: c.serviceObjects.join('^'),
    anticipate_day: c.legalLimit ? String(c.legalLimit.days) : '',
    anticipate_type: c.legalLimit?.unit ?? '',
    anticipate_explain: c.legalLimitNote,
    promise_day: c.promiseLimit ? String(c.promiseLimit.days) : '',
    promise_type: c.promiseLimit?.unit ?? '',
    promise_explain: c.promiseLimitNote,
    accept_condition: c.conditions.join('\n'),
    handle_flow: c.steps.map((s) => `${s.name}（${limitText(s.limit)}）`).join('→'),
    is_fee: c.fee === null ? '' : yes(c.fee.charged),
    fee_basis: c.fee?.basis ?? '',
    handle_type: c.handlingForms.join('^'),
    limit_scene_num: String(c.visits),
    special_procedure: c.specialProcedures.map((s) => s.name).join('；') || '无',
    transact_addr: c.place?.address ?? '',
    transact_time: c.place?.hours ?? '',
    link_way: c.consultPhone,
    supervise_way: c.complaintPhone,
    plan_effective_date: effectiveOn ?? '',
    data_source: c.areaCode,
    cd_operation: 'I',
    cd_time: at.toISOString(),
    cd_batch: batch,
  }
}

const extendOf = (c: ItemContent): TableRow => ({
  is_entry_center: yes((c.place?.centreId ?? '') !== ''),
  result_type: c.result ? RESULT_TYPES[c.result.type] : '',
  result_name: c.result?.name ?? '',
  is_schedule: yes(c.bookable),
  is_pay_online: yes(c.fee?.payOnline ?? false),
  is_express: yes(c.express),
  is_online: yes(isOnline(c)),
  limit_scene_explain: c.visitReason,
})

function materialRow(m: ItemContent['materials'][number]): TableRow {
  const { name, need, form, originals, copies, source, sourceOrgan, basis, standard, note, ...rest } = m
  const { blankFile, filledFile, ...more } = rest
  return {
    material_name: name,
    material_type: originals > 0 ? (copies > 0 ? '3' : '1') : copies > 0 ? '2' : '',
    material_format: MATERIAL_FORMS[form],
    is_need: NEEDS[need],
    form_guid: blankFile,
    example_guid: filledFile,
    source_type: source,
    source_explain: sourceOrgan,
    original_num: String(originals),
    copy_num: String(copies),
    by_law: basis,
    accept_stand: standard,
    remark: note,
    extend_field: JSON.stringify(more),
  }
}

function stepRow(s: ItemContent['steps'][number]): TableRow {
  const { name, phase, kind, post, limit, standard, note, ...more } = s
  return {
    step_name: name,
    phase,
    step_kind: kind,
    post,
    limit_day: String(limit.days),
    limit_type: limit.unit,
    check_stand: standard,
    remark: note,
    extend_field: JSON.stringify(more),
  }
}

/** What no column has, as one JSON object. The organ's id is this installation's own and stays here. */
function restRows(c: ItemContent): TableRow[] {
  const whole = new Set<string>([...IN_COLUMNS, 'organId'])
  const rest = Object.entries(c)
    .filter(([key]) => !whole.has(key))
    .map(([key, value]) => [key, withoutColumns(key, value)])
  // Characters beyond the first plane are escaped, so that no cut goes through one.
  const text = JSON.stringify(Object.fromEntries(rest)).replace(
    /[\ud800-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  )
  const rows: TableRow[] = []
  for (let at = 0; at < text.length; at += LONGEST_VALUE)
    rows.push({ order_num: String(rows.length + 1), extend_field: text.slice(at, at + LONGEST_VALUE) })
  return rows
}

function withoutColumns(key: string, value: unknown): unknown {
  const known = IN_PART[key as keyof typeof IN_PART] as readonly string[] | undefined
  if (!known || value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).filter(([k]) => !known.includes(k)))
}
