import type { AreaTree, Form, FormValue, FormValues, PlainField, Row } from '../../catalogue/index.ts'

/**
 * Plain answers to every field of a form, to look at it filled in. Numbers of persons, bodies, accounts and telephones stay empty:
 * an invented one that passes its check could be somebody's.
 */
export function exampleAnswers(form: Form, today: string, areas: AreaTree): FormValues {
  const rowOf = (fields: readonly PlainField[]): Row => {
    const row: Row = {}
    for (const field of fields) {
      const value = exampleOf(field, today, areas)
      if (value !== undefined) row[field.key] = value as Row[string]
    }
    return row
  }
  const answers: FormValues = {}
  for (const group of form.groups) {
    if (group.repeat) {
      answers[group.key] = Array.from({ length: Math.max(group.repeat.min, 1) }, () => rowOf(group.fields))
      continue
    }
    for (const field of group.fields) {
      const value: FormValue | undefined =
        field.type === 'table'
          ? Array.from({ length: Math.max(field.minRows ?? 0, 2) }, () => rowOf(field.columns))
          : exampleOf(field, today, areas)
      if (value !== undefined) answers[field.key] = value
    }
  }
  return answers
}

function exampleOf(field: PlainField, today: string, areas: AreaTree): FormValue | undefined {
  if (field.compute) return undefined
  switch (field.type) {
    case 'text':
    case 'long-text':
      return textOf(field)
    case 'number':
    case 'money':
      return String(field.min ?? Math.min(field.max ?? 12, 12))
    case 'date':
      return dayOf(field, today)
    case 'period':
      return { from: dayOf(field, today), to: dayOf(field, today) }
    case 'choice':
      return field.options[0]?.value
    case 'multiple':
      return field.options.slice(0, 2).map((o) => o.value)
    case 'address':
      return '示例路 1 号 2 楼'
    case 'region-address':
      return { region: firstWhole(areas), detail: '示例路 1 号 2 楼' }
    case 'map-point':
      return { address: '示例路与示例街路口' }
    case 'person-name':
      return '示例申请人'
    case 'person':
      return { name: '示例申请人' }
    case 'body':
      return { name: '示例单位' }
    case 'account':
      return { holder: '示例单位', bank: '示例银行示例支行' }
    case 'signature':
      return { name: '示例申请人', declared: 'yes' }
    default:
      return undefined
  }
}

/** As many characters as are asked for. */
function textOf(field: PlainField): string {
  // A field with a shape of its own has its example in the shape; it cannot be guessed.
  const text = `示例${field.label}`
  const least = text.padEnd(field.minLength ?? 0, '例')
  return least.slice(0, field.maxLength ?? least.length)
}

function dayOf(field: PlainField, today: string): string {
  if (field.dateRule === undefined) return today
  const day = new Date(`${today}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + (field.dateRule === 'future' ? 30 : -30))
  return day.toISOString().slice(0, 10)
}

/** The first way down the region tree. */
function firstWhole(areas: AreaTree): string {
  let code = ''
  for (let next = areas.below()[0]; next; next = areas.below(code)[0]) code = next.code
  return code
}
