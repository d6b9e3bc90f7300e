import { isLiteral } from '../form/own-check.ts'
import { PARTS } from '../form/value.ts'
import {
  type Condition,
  columnTypes,
  type FormField,
  type FormGroup,
  type ItemContent,
  type PlainField,
} from '../item.ts'
import { blocks, type Finding } from './finding.ts'
import { isOnline } from './guide-facts.ts'

/** A field with its place, and whether it stands in a row. */
interface Placed {
  field: PlainField
  path: string
  /** Fields that conditions, sums and checks of this one may name by their bare key, in the order of the form. */
  near: PlainField[]
  inRow: boolean
}

/** The application form: there if one can apply online, answerable, and consistent with itself and with the result. */
export function formFindings(content: ItemContent): Finding[] {
  const groups = content.form?.groups ?? []
  const placed = groups.flatMap(placedIn)
  if (placed.length === 0)
    return isOnline(content)
      ? [blocks('form', 'form', '网上能办的事项要有申请表。请设计表单，或取消网上办理形式。')]
      : []
  const top = groups.flatMap((g) => (g.repeat ? [] : g.fields))
  return [
    ...keyFindings(groups, placed),
    ...groups.flatMap((g, i) => groupFindings(g, `form.groups.${i}`, top, groups.slice(0, i))),
    ...placed.flatMap((p) => fieldFindings(p, groups)),
    ...faceFindings(content, new Set([...top.map((f) => f.key), ...groups.map((g) => g.key)])),
  ]
}

function placedIn(group: FormGroup, i: number, groups: FormGroup[]): Placed[] {
  const before = groups.slice(0, i).flatMap((g) => (g.repeat ? [] : g.fields))
  return group.fields.flatMap((field, j): Placed[] => {
    const path = `form.groups.${i}.fields.${j}`
    // An entry of a repeatable group knows only itself.
    const near = group.repeat ? group.fields.slice(0, j) : [...before, ...group.fields.slice(0, j)]
    const columns = field.columns.map((c, k) => ({
      field: c,
      path: `${path}.columns.${k}`,
      near: field.columns.filter((x) => x !== c),
      inRow: true,
    }))
    return [
      { field, path, near, inRow: group.repeat !== undefined },
      ...(field.type === 'table' ? columns : []),
    ]
  })
}

const nameOf = (field: { label: string; key: string }): string => field.label || field.key

/** Answers lie by key: two fields under one would overwrite each other. */
function keyFindings(groups: readonly FormGroup[], placed: readonly Placed[]): Finding[] {
  const seen = new Set(groups.filter((g) => g.repeat).map((g) => g.key))
  return placed.flatMap(({ field, path }) => {
    const again = seen.has(field.key)
    seen.add(field.key)
    return again ? [blocks('field-key', path, `字段“${nameOf(field)}”的编号“${field.key}”与前面重复。`)] : []
  })
}

function groupFindings(group: FormGroup, path: string, top: PlainField[], before: FormGroup[]): Finding[] {
  const name = group.title || group.key
  const earlier = before.flatMap((g) => (g.repeat ? [] : g.fields))
  const findings = group.when.flatMap((when) => conditionFindings(when, name, path, earlier, top))
  if (group.repeat && group.repeat.min > group.repeat.max)
    findings.push(blocks('field-range', path, `“${name}”的最少项数大于最多项数，没有人能填完。`))
  if (group.repeat && group.repeat.each.trim() === '')
    findings.push(blocks('field-label', path, `“${name}”可以填多项，写明每一项叫什么，例如：股东。`))
  return findings
}

function fieldFindings(placed: Placed, groups: readonly FormGroup[]): Finding[] {
  const { field, path, near, inRow } = placed
  const findings: Finding[] = []
  const name = nameOf(field)
  const bad = (id: string, sentence: string) => findings.push(blocks(id, path, sentence))
  if (field.label.trim() === '') bad('field-label', `编号“${field.key}”的字段没有名称。`)
  if ((field.type === 'choice' || field.type === 'multiple') && field.options.length < 2)
    bad('field-options', `“${name}”是选择题，至少写两个选项。`)
  else if (field.options.some((o) => o.label.trim() === ''))
    bad('field-options', `“${name}”有没写字的选项，请写上或去掉。`)
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    bad('field-range', `“${name}”的最小值大于最大值，没有数能填。`)
  if (field.minLength !== undefined && field.maxLength !== undefined && field.minLength > field.maxLength)
    bad('field-range', `“${name}”的最少字数大于最多字数，没有内容能填。`)
  findings.push(...rowFindings(placed))
  findings.push(...field.when.flatMap((when) => conditionFindings(when, name, `${path}.when`, near, near)))
  findings.push(...computeFindings(placed, groups))
  for (const check of field.checks) {
    if (check.sentence.trim() === '') bad('field-check', `“${name}”的校验没有写提示语，申请人不知道怎么改。`)
    if (check.against.trim() === '') {
      bad('field-check', `“${name}”的校验没有写和什么比，没有人能填对。`)
      continue
    }
    const other = check.test === 'shape' || check.against === 'today' || isLiteral(check.against)
    const known = inRow ? near : groups.flatMap((g) => (g.repeat ? [] : g.fields))
    if (!other && !known.some((f) => f.key === check.against))
      bad('field-check', `“${name}”的校验用到字段“${check.against}”，申请表里没有它。`)
  }
  return findings
}

/** What cannot stand in a row, and tables that ask for nothing. */
function rowFindings({ field, path, inRow }: Placed): Finding[] {
  const name = nameOf(field)
  const column = path.includes('.columns.')
  if (column && !(columnTypes as readonly string[]).includes(field.type))
    return [blocks('field-row', path, `“${name}”这种字段放不进表格的一列，请移到表格外。`)]
  if (column && field.when.length > 0)
    return [blocks('field-row', path, `表格的列“${name}”不能设显示条件，请给整个表格设条件。`)]
  if (inRow && ['table', 'file', 'signature'].includes(field.type))
    return [blocks('field-row', path, `“${name}”不能放在可以填多项的组里，请移到别的组。`)]
  const table = field as FormField
  if (field.type !== 'table') return []
  if (table.columns.length === 0) return [blocks('field-row', path, `表格“${name}”没有列。`)]
  return (table.minRows ?? 0) > (table.maxRows ?? 200)
    ? [blocks('field-range', path, `“${name}”的最少行数大于最多行数，没有人能填完。`)]
    : []
}

function conditionFindings(
  when: Condition,
  name: string,
  path: string,
  before: readonly PlainField[],
  all: readonly PlainField[],
): Finding[] {
  const [key, part] = when.field.split('.')
  const asked = before.find((f) => f.key === key)
  const later = all.find((f) => f.key === key)
  if (!asked)
    return [
      blocks(
        'field-when',
        path,
        later
          ? `“${name}”的显示条件用到后面的“${nameOf(later)}”。请调整顺序。`
          : `“${name}”的显示条件用到的字段（编号“${key}”）前面没有。请改条件或调整顺序。`,
      ),
    ]
  if (asked.compute)
    return [
      blocks('field-when', path, `“${name}”的显示条件用到算出来的“${nameOf(asked)}”，请改用填写的字段。`),
    ]
  const fault = (sentence: string) => [blocks('field-when', path, sentence)]
  const parts: readonly string[] = asked.type in PARTS ? PARTS[asked.type as keyof typeof PARTS] : []
  if (part !== undefined && !parts.includes(part))
    return fault(`“${name}”的显示条件用到“${nameOf(asked)}”里没有的一项。请重新选条件。`)
  if (when.test !== 'filled' && when.values.every((v) => v.trim() === ''))
    return fault(`“${name}”的显示条件没有说“${nameOf(asked)}”要答什么。请补上。`)
  if (asked.options.length > 0 && when.values.some((v) => !asked.options.some((o) => o.value === v)))
    return fault(`“${name}”的显示条件用到“${nameOf(asked)}”没有的选项。请改条件。`)
  return []
}

/** A sum of fields that are not there, or that are no numbers, would stay empty for ever. */
function computeFindings({ field, path, near, inRow }: Placed, groups: readonly FormGroup[]): Finding[] {
  if (!field.compute) return []
  const name = nameOf(field)
  const fault = (sentence: string): Finding[] => [blocks('field-compute', path, sentence)]
  if (field.type !== 'number' && field.type !== 'money')
    return fault(`“${name}”是算出来的，类型要是数或者金额。`)
  const { kind, of } = field.compute
  if (of.length === 0) return fault(`“${name}”没有写用哪些字段来算。`)
  if (kind === 'days' || kind === 'days-inclusive') {
    const types = of.map(
      (ref) => near.concat(groups.flatMap((g) => g.fields)).find((f) => f.key === ref)?.type,
    )
    const told = types[0] === 'period' ? types.length === 1 : types.length === 2 && !types.includes('period')
    if (!told && !types.includes(undefined)) return fault(`“${name}”算天数，要用一个起止日期，或者两个日期。`)
  }
  const top = groups.flatMap((g) => (g.repeat ? [] : g.fields))
  const reach = inRow ? near : top
  const missing = of.find((ref) => {
    if (isLiteral(ref)) return kind === 'count'
    const [key, column] = ref.split('.')
    if (column === undefined)
      return (
        !reach.some((f) => f.key === key && f !== field) && !groups.some((g) => g.repeat && g.key === key)
      )
    const rows =
      groups.find((g) => g.repeat && g.key === key)?.fields ?? top.find((f) => f.key === key)?.columns
    return !rows?.some((c) => c.key === column)
  })
  return missing === undefined ? [] : fault(`“${name}”用“${missing}”来算，申请表里没有它，或者它在后面。`)
}

/** What the licence shows is filled from the form: a template that names no field would leave a gap on its face. */
function faceFindings(content: ItemContent, keys: Set<string>): Finding[] {
  return (content.result?.faceFields ?? []).flatMap((face, i) =>
    [...face.value.matchAll(/\{form\.([^}]*)\}/g)]
      .filter(([, key]) => !keys.has(key!))
      .map(([, key]) =>
        blocks(
          'face-field',
          `result.faceFields.${i}`,
          `结果上的“${face.label}”取自申请表字段“${key}”，申请表里没有它。`,
        ),
      ),
  )
}
