import { blocks, type Finding } from './finding.ts'
import { isOnline } from './guide-facts.ts'
import type { Condition, FormField, ItemContent } from './item.ts'

/** The application form: there if one can apply online, answerable, and consistent with itself and with the result. */
export function formFindings(content: ItemContent): Finding[] {
  const fields = (content.form?.groups ?? []).flatMap((g, gi) =>
    g.fields.map((field, fi) => ({ field, path: `form.groups.${gi}.fields.${fi}` })),
  )
  if (fields.length === 0)
    return isOnline(content)
      ? [blocks('form', 'form', '网上能办的事项要有申请表。请设计表单，或取消网上办理形式。')]
      : []
  const keys = fields.map(({ field }) => field.key)
  return [
    ...fields.flatMap(({ field, path }, i) =>
      fieldFindings(
        field,
        path,
        fields.slice(0, i).map((f) => f.field),
      ),
    ),
    ...faceFindings(content, new Set(keys)),
  ]
}

function fieldFindings(field: FormField, path: string, before: FormField[]): Finding[] {
  const findings: Finding[] = []
  const name = field.label || field.key
  if (before.some((f) => f.key === field.key))
    findings.push(blocks('field-key', path, `字段“${name}”的编号“${field.key}”与前面重复。`))
  if (field.label.trim() === '')
    findings.push(blocks('field-label', path, `编号“${field.key}”的字段没有名称。`))
  if ((field.type === 'choice' || field.type === 'multiple') && field.options.length < 2)
    findings.push(blocks('field-options', path, `“${name}”是选择题，至少写两个选项。`))
  if (field.min !== undefined && field.max !== undefined && field.min > field.max)
    findings.push(blocks('field-range', path, `“${name}”的最小值大于最大值，没有数能填。`))
  if (field.minLength !== undefined && field.maxLength !== undefined && field.minLength > field.maxLength)
    findings.push(blocks('field-range', path, `“${name}”的最少字数大于最多字数，没有内容能填。`))
  return [...findings, ...field.when.flatMap((when) => conditionFindings(when, name, path, before))]
}

function conditionFindings(when: Condition, name: string, path: string, before: FormField[]): Finding[] {
  const asked = before.find((f) => f.key === when.field)
  if (!asked)
    return [
      blocks(
        'field-when',
        `${path}.when`,
        `“${name}”的显示条件用到字段“${when.field}”，前面没有这个字段。请改条件或调整顺序。`,
      ),
    ]
  const absent = when.values.find((v) => !asked.options.some((o) => o.value === v))
  if (asked.options.length > 0 && absent !== undefined)
    return [
      blocks(
        'field-when',
        `${path}.when`,
        `“${name}”要在“${asked.label}”选“${absent}”时显示，可是没有这个选项，永远不会出现。`,
      ),
    ]
  return []
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
