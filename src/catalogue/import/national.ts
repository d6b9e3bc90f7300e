import { z } from 'zod'
import { type ItemContent, itemContent } from '../item.ts'
import { IN_COLUMNS, IN_PART, type ItemTables, type TableRow } from '../transfer/tables.ts'
import { judged, linesOf, type Reading, type RecordFault, statedBy } from './reading.ts'

/** Rows of the national tables that belong to one item, as a file has them; a table that the file has not is not there. */
export type NationalRecord = { main: TableRow } & Partial<Omit<ItemTables, 'up_task_general_basic'>>

const chinese = { error: z.locales.zhCN().localeError }
const text = (row: TableRow | undefined, column: string) => row?.[column]?.trim() ?? ''
const codesIn = (value: string) =>
  value
    .split(/[\^,，、;；|]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

/** What a reading collects on its way: faults by column, and which elements the file speaks of at all. */
interface Found {
  faults: RecordFault[]
  said: Set<keyof ItemContent>
}

/**
 * One item from the national tables. Elements of which the file has neither table nor column are not `said`: an item that is
 * there already keeps its own.
 */
export function readNational(record: NationalRecord): Reading {
  const found: Found = { faults: [], said: new Set() }
  const basic = record.main
  const content: Record<string, unknown> = {
    sample: false,
    name: '',
    organId: '',
    organName: '',
    ...restOf(record, found),
  }
  const put = <K extends keyof ItemContent>(key: K, given: boolean, value: () => unknown) => {
    if (!given) return
    found.said.add(key)
    content[key] = value()
  }
  const has = (column: string) => column in basic
  for (const [key, column] of Object.entries(TEXTS) as [keyof ItemContent, string][])
    put(key, has(column), () => text(basic, column))
  put('projectType', has('project_type'), () => (text(basic, 'project_type') === '1' ? '1' : '2'))
  put('serviceObjects', has('server_type'), () => codesIn(text(basic, 'server_type')))
  put('handlingForms', has('handle_type'), () => codesIn(text(basic, 'handle_type')))
  put('conditions', has('accept_condition'), () => linesOf(text(basic, 'accept_condition')))
  put('legalLimit', has('anticipate_day'), () => limitIn(basic, 'anticipate_day', 'anticipate_type', found))
  put('promiseLimit', has('promise_day'), () => limitIn(basic, 'promise_day', 'promise_type', found))
  put('visits', has('limit_scene_num'), () => numberIn(basic, 'limit_scene_num', found))

  const [extend] = record.up_task_general_extend ?? []
  put('express', 'is_express' in (extend ?? {}), () => text(extend, 'is_express') === '1')
  put('bookable', 'is_schedule' in (extend ?? {}), () => text(extend, 'is_schedule') === '1')
  put('visitReason', 'limit_scene_explain' in (extend ?? {}), () => text(extend, 'limit_scene_explain'))
  put('fee', has('is_fee'), () => feeOf(basic, extend, record))
  put('place', has('transact_addr'), () => placeOf(basic, content['place']))
  put('result', 'result_type' in (extend ?? {}), () => resultOf(extend, content['result'], found))

  const { up_task_general_material: materials, rb_task_step: steps, rb_task_law: laws } = record
  put('materials', materials !== undefined, () => inOrder(materials!).map((m, i) => materialOf(m, i, found)))
  put('steps', steps !== undefined, () => inOrder(steps!).map((s, i) => stepOf(s, i, found)))
  put('legalBasis', laws !== undefined || has('by_law'), () =>
    laws ? inOrder(laws).map(lawOf) : linesOf(text(basic, 'by_law')).map((name) => ({ name })),
  )
  put('specialProcedures', record.rb_task_special !== undefined, () =>
    inOrder(record.rb_task_special!).map((s) => specialOf(s, found)),
  )
  put('faq', record.up_task_general_questions !== undefined, () =>
    inOrder(record.up_task_general_questions!).map((f) => ({ q: text(f, 'question'), a: text(f, 'answer') })),
  )
  const flow = text(basic, 'handle_flow')
  if (steps === undefined && flow !== '') {
    found.said.add('sourceNotes')
    content['sourceNotes'] = [`来源的办理流程是一段文字，请拆成环节：${flow}`]
  }
  if (text(basic, 'cd_operation').toUpperCase() === 'D')
    found.faults.push({
      field: 'cd_operation',
      reason: 'deletion',
      sentence: '文件要删除这个事项。取消事项要走取消的手续，导入不办。',
    })
  return finished(content, found, basic)
}

function finished(content: Record<string, unknown>, { faults, said }: Found, basic: TableRow): Reading {
  const name = text(basic, 'task_name')
  const implCode = text(basic, 'task_code')
  const parsed = itemContent.safeParse(content, chinese)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field = columnOf(issue.path)
      faults.push({ field, reason: 'bad-value', sentence: `“${field}”读不懂：${issue.message}。` })
    }
    return { ok: false, name, implCode, faults }
  }
  // A stand-in of ours for a code that there is not.
  const stated = statedBy(implCode)
  const deptCode = text(basic, 'dept_code')
  if (deptCode !== '' && stated.creditCode !== '' && deptCode !== stated.creditCode)
    faults.push({
      field: 'dept_code',
      reason: 'parts-contradict',
      sentence: `部门代码是 ${deptCode}，实施编码里的是 ${stated.creditCode}，两处要相同。请核对哪一处写错。`,
    })
  return judged(
    parsed.data,
    { name: text(basic, 'dept_name'), creditCode: stated.creditCode || deptCode, areaName: '' },
    faults,
    NAMES,
    [...said],
  )
}

/** Elements that are one column of the basic table as it is. */
const TEXTS = {
  name: 'task_name',
  basicCode: 'catalog_code',
  implCode: 'task_code',
  handleItemCode: 'task_handle_item',
  itemType: 'task_type',
  level: 'use_level',
  organName: 'dept_name',
  legalLimitNote: 'anticipate_explain',
  promiseLimitNote: 'promise_explain',
  consultPhone: 'link_way',
  complaintPhone: 'supervise_way',
} as const satisfies Partial<Record<keyof ItemContent, string>>

const NAMES = {
  basicCode: 'catalog_code',
  implCode: 'task_code',
  handleItemCode: 'task_handle_item',
  itemType: 'task_type',
  level: 'use_level',
  promiseLimit: 'promise_day',
  name: 'task_name',
  dept: 'dept_name',
}

const COLUMNS: Record<string, string> = {
  ...TEXTS,
  serviceObjects: 'server_type',
  handlingForms: 'handle_type',
  visits: 'limit_scene_num',
  materials: 'up_task_general_material',
  steps: 'rb_task_step',
  specialProcedures: 'rb_task_special',
}

/** Where a fault of our type lies in the file: the column, or the table with the place of its row. */
const columnOf = ([key, ...rest]: PropertyKey[]): string =>
  [COLUMNS[String(key)] ?? `rb_task_extend.${String(key)}`, ...rest.map(String)].join('.')

const inOrder = (rows: TableRow[]): TableRow[] =>
  rows.toSorted((a, b) => Number(a['order_num'] ?? 0) - Number(b['order_num'] ?? 0))

function numberIn(row: TableRow, column: string, { faults }: Found): number {
  const value = text(row, column)
  if (/^\d{1,6}(\.0+)?$/.test(value)) return Number(value)
  if (value !== '')
    faults.push({ field: column, reason: 'bad-value', sentence: `“${column}”要填整数，这里是“${value}”。` })
  return 0
}

const UNITS: Record<string, 'G' | 'Z'> = { G: 'G', Z: 'Z', 工作日: 'G', 自然日: 'Z' }

function limitIn(row: TableRow, days: string, unit: string, found: Found) {
  if (text(row, days) === '') return null
  const stated = text(row, unit)
  const known = UNITS[stated]
  if (known) return { days: numberIn(row, days, found), unit: known }
  found.faults.push({
    field: unit,
    reason: 'unknown-value',
    sentence: `“${unit}”要写 G（工作日）或 Z（自然日），这里是“${stated}”。`,
  })
  return null
}

function feeOf(basic: TableRow, extend: TableRow | undefined, record: NationalRecord) {
  const stated = text(basic, 'is_fee')
  if (stated === '') return null
  const items = inOrder(record.up_task_general_fee_project ?? []).map((f) => ({
    name: text(f, 'fee_name'),
    standard: text(f, 'fee_stand'),
    basis: text(f, 'by_law'),
  }))
  const payOnline = text(extend, 'is_pay_online') === '1'
  return { charged: stated === '1', basis: text(basic, 'fee_basis'), items, payOnline }
}

function placeOf(basic: TableRow, rest: unknown) {
  const own = { address: text(basic, 'transact_addr'), hours: text(basic, 'transact_time') }
  if (rest === undefined || rest === null) return own.address + own.hours === '' ? null : { name: '', ...own }
  return { ...(rest as object), ...own }
}

const RESULTS: Record<string, 'licence' | 'approval' | 'none'> = {
  '10': 'licence',
  '20': 'approval',
  '30': 'approval',
  '99': 'none',
}

function resultOf(extend: TableRow | undefined, rest: unknown, { faults }: Found) {
  const code = text(extend, 'result_type')
  if (code === '') return null
  const type = RESULTS[code]
  if (type) return { ...(rest as object | undefined), type, name: text(extend, 'result_name') }
  faults.push({
    field: 'result_type',
    reason: 'unknown-value',
    sentence: `结果类型“${code}”没有对照：10 证照、20 批文、99 无。`,
  })
  return null
}

/** What a row's own JSON has beside its columns; the columns win. */
function moreOf(row: TableRow, what: string, { faults }: Found): object {
  const value = text(row, 'extend_field')
  if (value === '') return {}
  try {
    const more: unknown = JSON.parse(value)
    if (more !== null && typeof more === 'object' && !Array.isArray(more)) return more
  } catch {}
  faults.push({
    field: `${what}.extend_field`,
    reason: 'not-json',
    sentence: `“${what}”的 extend_field 要是 JSON 对象，读不下去。`,
  })
  return {}
}

const choice = <T extends string>(table: Record<string, T>, code: string): T | undefined => table[code]

function materialOf(m: TableRow, i: number, found: Found) {
  const paper = text(m, 'original_num') !== '' || text(m, 'copy_num') !== ''
  return {
    key: `m${i + 1}`,
    ...moreOf(m, `up_task_general_material.${i}`, found),
    name: text(m, 'material_name'),
    need: choice({ 1: 'required', 2: 'optional', 3: 'later' } as const, text(m, 'is_need')),
    form: choice({ 1: 'paper', 2: 'electronic', 3: 'both' } as const, text(m, 'material_format')) ?? 'both',
    originals: paper ? numberIn(m, 'original_num', found) : 0,
    copies: paper ? numberIn(m, 'copy_num', found) : 0,
    source: text(m, 'source_type') || undefined,
    sourceOrgan: text(m, 'source_explain'),
    basis: text(m, 'by_law'),
    standard: text(m, 'accept_stand'),
    note: text(m, 'remark'),
    blankFile: text(m, 'form_guid'),
    filledFile: text(m, 'example_guid'),
  }
}

const stepOf = (s: TableRow, i: number, found: Found) => ({
  key: `s${i + 1}`,
  ...moreOf(s, `rb_task_step.${i}`, found),
  name: text(s, 'step_name'),
  phase: text(s, 'phase'),
  kind: text(s, 'step_kind') || undefined,
  post: text(s, 'post'),
  limit: limitIn(s, 'limit_day', 'limit_type', found) ?? { days: 0, unit: 'G' },
  standard: text(s, 'check_stand'),
  note: text(s, 'remark'),
})

const lawOf = (l: TableRow) => ({
  name: text(l, 'law_name'),
  number: text(l, 'law_number'),
  clause: text(l, 'law_clause'),
  content: text(l, 'law_content'),
})

const specialOf = (s: TableRow, found: Found) => ({
  name: text(s, 'special_name'),
  ...(limitIn(s, 'special_day', 'special_type', found) ?? { days: 0, unit: 'G' as const }),
  basis: text(s, 'by_law'),
})

/** The elements that came as JSON; an object that was too long for one cell is put together again. */
function restOf({ rb_task_extend: rows }: NationalRecord, found: Found): Record<string, unknown> {
  if (!rows || rows.length === 0) return {}
  const whole = inOrder(rows)
    .map((row) => row['extend_field'] ?? '')
    .join('')
  const rest: Record<string, unknown> = {}
  const foreign = new Set<string>([...IN_COLUMNS, 'organId'])
  for (const [key, value] of Object.entries(moreOf({ extend_field: whole }, 'rb_task_extend', found))) {
    if (!Object.hasOwn(itemContent.shape, key) || foreign.has(key)) {
      const sentence = `rb_task_extend 里没有叫“${key}”的要素。`
      found.faults.push({ field: `rb_task_extend.${key}`, reason: 'unknown-value', sentence })
      continue
    }
    rest[key] = value
    if (!(key in IN_PART)) found.said.add(key as keyof ItemContent)
  }
  return rest
}
