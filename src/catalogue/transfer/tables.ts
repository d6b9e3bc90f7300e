/**
 * The national exchange tables (`up_task_*`, 2020) as files carry them, and the tables of our own beside them (`rb_task_*`) for
 * what those have no place for. One table is one sheet of an XLSX, one CSV in a ZIP, one array of a JSON. Every cell is
 * text. Rows of all tables belong together by their codes: `task_handle_item`, else `task_code`, else `local_task_code`.
 */

const CODES = ['task_code', 'task_handle_item', 'local_task_code'] as const

export const TABLES = {
  /** 基本信息: one row an item. */
  up_task_general_basic: [
    'row_guid',
    ...CODES,
    'catalog_code',
    'task_name',
    'task_type',
    'by_law',
    'use_level',
    'task_state',
    'task_version',
    'dept_name',
    'dept_code',
    'project_type',
    'server_type',
    'anticipate_day',
    'anticipate_type',
    'anticipate_explain',
    'promise_day',
    'promise_type',
    'promise_explain',
    'accept_condition',
    'handle_flow',
    'is_fee',
    'fee_basis',
    'handle_type',
    'limit_scene_num',
    'special_procedure',
    'transact_addr',
    'transact_time',
    'link_way',
    'supervise_way',
    'plan_effective_date',
    'data_source',
    'cd_operation',
    'cd_time',
    'cd_batch',
  ],
  /** 扩展信息: one row an item. */
  up_task_general_extend: [
    ...CODES,
    'is_entry_center',
    'result_type',
    'result_name',
    'is_schedule',
    'is_pay_online',
    'is_express',
    'is_online',
    'limit_scene_explain',
  ],
  /** 申请材料 */
  up_task_general_material: [
    ...CODES,
    'order_num',
    'material_name',
    'material_type',
    'material_format',
    'is_need',
    'form_guid',
    'example_guid',
    'source_type',
    'source_explain',
    'original_num',
    'copy_num',
    'by_law',
    'accept_stand',
    'remark',
    'extend_field',
  ],
  /** 收费项目 */
  up_task_general_fee_project: [...CODES, 'order_num', 'fee_name', 'fee_stand', 'by_law'],
  /** 常见问题 */
  up_task_general_questions: [...CODES, 'order_num', 'question', 'answer'],
  /** 设定依据, clause by clause; `by_law` of the basic table has them as text. */
  rb_task_law: [...CODES, 'order_num', 'law_name', 'law_number', 'law_clause', 'law_content'],
  /** 办理环节; `handle_flow` of the basic table has them as text. */
  rb_task_step: [
    ...CODES,
    'order_num',
    'step_name',
    'phase',
    'step_kind',
    'post',
    'limit_day',
    'limit_type',
    'check_stand',
    'remark',
    'extend_field',
  ],
  /** 特别程序; `special_procedure` of the basic table has them as text. */
  rb_task_special: [...CODES, 'order_num', 'special_name', 'special_day', 'special_type', 'by_law'],
  /** Everything else of the item as one JSON object: form, situations, sample of the result and so on. */
  rb_task_extend: [...CODES, 'order_num', 'extend_field'],
} as const satisfies Record<string, readonly string[]>

export type TableName = keyof typeof TABLES
export const TABLE_NAMES = Object.keys(TABLES) as TableName[]
export const BASIC: TableName = 'up_task_general_basic'

export const TABLE_TITLES: Record<TableName, string> = {
  up_task_general_basic: '基本信息',
  up_task_general_extend: '扩展信息',
  up_task_general_material: '申请材料',
  up_task_general_fee_project: '收费项目',
  up_task_general_questions: '常见问题',
  rb_task_law: '设定依据',
  rb_task_step: '办理环节',
  rb_task_special: '特别程序',
  rb_task_extend: '其他要素',
}

/** One row: text by column. */
export type TableRow = Record<string, string>
export type ItemTables = Record<TableName, TableRow[]>

/** By which the rows of one item find each other; empty: it belongs to none. */
export const keyOfRow = (row: Record<string, unknown>): string => {
  for (const column of ['task_handle_item', 'task_code', 'local_task_code']) {
    const value = row[column]
    if (typeof value === 'string' && value.trim() !== '') return value.trim()
  }
  return ''
}

/** A name as files write it: case and a leading schema do not matter. */
export function tableNamed(name: string): TableName | null {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/\.csv$/, '')
  return TABLE_NAMES.find((t) => t === bare) ?? null
}

/** A cell of a workbook holds no more than 32,767 characters, so longer values go on in the next row. */
export const LONGEST_VALUE = 30_000

/** Elements whose columns say all there is to say about them; every other element travels in `rb_task_extend`. */
export const IN_COLUMNS = [
  'name',
  'basicCode',
  'implCode',
  'handleItemCode',
  'itemType',
  'level',
  'organName',
  'projectType',
  'serviceObjects',
  'legalBasis',
  'conditions',
  'materials',
  'steps',
  'legalLimit',
  'legalLimitNote',
  'promiseLimit',
  'promiseLimitNote',
  'specialProcedures',
  'fee',
  'handlingForms',
  'visits',
  'visitReason',
  'express',
  'bookable',
  'consultPhone',
  'complaintPhone',
  'faq',
] as const

/** Elements of which the columns have a part, and `rb_task_extend` the rest. */
export const IN_PART = { place: ['address', 'hours'], result: ['type', 'name'] } as const
