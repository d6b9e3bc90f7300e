import {
  type Condition,
  type Form,
  type FormField,
  type FormGroup,
  type ItemVersion,
  PERSON_ID_NAMES,
  type PlainField,
  personIdKinds,
} from '../../../catalogue/index.ts'
import { type BlankCell, type BlankForm, type BlankGroup, dayText } from '../../../documents/index.ts'
import { dayOfInstant } from '../../../ui/index.ts'

/** Rows that a table has on paper, and entries of a repeatable group; who has more adds a sheet. */
const ROWS = 5
const ENTRIES = 2

const NEED = { required: '必要', optional: '有就交', later: '可以后补' } as const

/** The blank form of one version, or null where the item has no form to fill in. */
export function blankForm(item: ItemVersion, qrUrl: string): BlankForm | null {
  const c = item.content
  if (c.form === null || c.form.groups.length === 0) return null
  const { form } = c
  const day = item.publishedAt ? dayOfInstant(item.publishedAt) : '2018-10-15'
  return {
    title: `${c.name}申请表`,
    organ: { name: c.organName },
    item: { name: c.name, code: c.implCode },
    versionText: `第 ${item.version} 版，${dayText(day)}起施行`,
    date: day,
    sample: c.sample,
    groups: form.groups.map((group) => blankGroup(form, group)),
    materials: c.materials.map((m) => ({
      name: m.name,
      note: [NEED[m.need], m.licenceKind && '有电子证照的不用交'].filter(Boolean).join('；'),
    })),
    declaration: '所填内容和所交材料真实、有效，我对此负责。',
    consultPhone: c.consultPhone,
    qrUrl,
  }
}

function blankGroup(form: Form, group: FormGroup): BlankGroup {
  const { repeat } = group
  return {
    title: group.title,
    notes: [
      // What is said of values that stand there already is true online only.
      group.fields.some((field) => field.prefill) ? '' : group.hint,
      whenText(form, group.when, group.whenMode),
      repeat ? `每个${repeat.each}填一份，不够的另附页。` : '',
    ].filter(Boolean),
    copies: repeat ? Math.min(ENTRIES, repeat.max) : 0,
    cells: group.fields.map((field) => blankCell(form, field)),
  }
}

function blankCell(form: Form, field: FormField): BlankCell {
  const { lines, printed } = roomFor(field)
  return {
    label: field.required ? field.label : `${field.label}（选填）`,
    notes: [
      field.compute ? '按上面填的算，窗口可以代算。' : '',
      field.hint,
      whenText(form, field.when, field.whenMode),
    ].filter(Boolean),
    printed,
    lines:
      field.type === 'table' ? Math.min(field.maxRows ?? ROWS, Math.max(ROWS, field.minRows ?? 0)) : lines,
    table:
      field.type === 'table' ? field.columns.map((c) => (c.unit ? `${c.label}（${c.unit}）` : c.label)) : [],
  }
}

const WIDE = '　　　　'
const DAY = '　　　　年　　月　　日'
const boxes = (names: readonly string[]): string => names.map((name) => `□ ${name}`).join('　　')

/** What is printed where the answer goes, and how many lines it needs. Every kind of field is answered here. */
function roomFor(field: PlainField): { printed: string[]; lines: number } {
  const unit = field.unit ? [`${WIDE}${WIDE}${field.unit}`] : []
  switch (field.type) {
    case 'text':
    case 'number':
    case 'money':
      return { printed: unit, lines: 1 }
    case 'long-text':
      return { printed: [], lines: 4 }
    case 'date':
      return { printed: [DAY], lines: 1 }
    case 'period':
      return { printed: [`${DAY}　至　${DAY}`], lines: 1 }
    case 'choice':
    case 'multiple':
      // Few words stand in one line; with an explanation or many, each in its own.
      return field.options.some((o) => o.hint) || field.options.length > 4
        ? {
            printed: field.options.map((o) => `□ ${o.label}${o.hint ? `（${o.hint}）` : ''}`),
            lines: 1,
          }
        : { printed: [boxes(field.options.map((o) => o.label))], lines: 1 }
    case 'address':
    case 'map-point':
      return { printed: [], lines: 2 }
    case 'region-address':
      return { printed: [`${WIDE}区（县）${WIDE}街道（镇、乡）`, '详细地址：'], lines: 3 }
    case 'person-name':
    case 'resident-id':
    case 'credit-code':
    case 'phone':
      return { printed: [], lines: 1 }
    case 'person': {
      const kinds = field.idKinds.length > 0 ? field.idKinds : personIdKinds
      return {
        printed: ['姓名：', `证件：${boxes(kinds.map((kind) => PERSON_ID_NAMES[kind].zh))}`, '证件号码：'],
        lines: 3,
      }
    }
    case 'body':
      return { printed: ['名称：', '统一社会信用代码：'], lines: 2 }
    case 'account':
      return { printed: ['户名：', '开户银行：', '账号：'], lines: 3 }
    case 'file':
      return { printed: ['□ 另附'], lines: 1 }
    case 'signature':
      return { printed: ['签名：'], lines: 2 }
    case 'table':
      return { printed: [], lines: ROWS }
  }
}

/** 「"主体业态"选"餐饮服务"的填。」; empty where it is always asked. */
function whenText(form: Form, when: readonly Condition[], mode: 'all' | 'any'): string {
  if (when.length === 0) return ''
  const words = when.map((one) => conditionText(form, one))
  return `${words.join(mode === 'all' ? '，并且' : '，或者')}的填。`
}

function conditionText(form: Form, { field: key, test, values }: Condition): string {
  const field = form.groups
    .flatMap((group) => group.fields)
    .flatMap((one) => [one, ...one.columns])
    .find((one) => one.key === key)
  const name = `“${field?.label ?? key}”`
  const named = values
    .map((value) => `“${field?.options.find((o) => o.value === value)?.label ?? value}”`)
    .join('或者')
  switch (test) {
    case 'is':
      return `${name}是${named}`
    case 'not':
      return `${name}不是${named}`
    case 'filled':
      return `填了${name}`
    case 'at-least':
      return `${name}不小于${named}`
    case 'at-most':
      return `${name}不大于${named}`
  }
}
