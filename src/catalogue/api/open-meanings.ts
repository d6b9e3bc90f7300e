import { z } from 'zod'

/** What each field of a published guide means, for programmers who do not know our code; under '' stands the thing itself. */
export type Meanings = { readonly [field: string]: string | Meanings }

const english = 'The same in English; empty: not translated'
const days = 'Number of days; 0: on the spot (当场)'
const unit = 'G: working days (工作日); Z: calendar days (自然日)'
const when = {
  '': 'Asked only when these conditions hold; empty: always',
  field: 'Key of the field that is looked at',
  test: 'is / not: one of `values`; filled: anything; at-least / at-most: the number or day in values[0]',
  values: 'What the answer is compared with',
}
const whenMode = 'How many of the conditions must hold'
const answered = 'Key of a question → answers that fit; a question that is not named may have any answer'

const plainField: Meanings = {
  key: 'Stable key of the field: answers are filed under it',
  label: 'What the applicant reads beside the field',
  labelEn: english,
  hint: '填写说明: how to fill it in',
  hintEn: english,
  type: 'Kind of field; it decides what an answer looks like',
  required: 'Whether it must be answered when it is asked',
  unit: 'Unit of a number, e.g. 平方米',
  min: 'Smallest number allowed',
  max: 'Largest number allowed',
  minLength: 'Fewest characters allowed',
  maxLength: 'Most characters allowed',
  dateRule: 'past: not after the day of filing; future: not before it',
  options: {
    '': 'What can be chosen',
    value: 'Filed as the answer',
    label: 'Shown to the applicant',
    labelEn: english,
    hint: 'Explains the choice',
  },
  idKinds: 'For a person: which identity documents are taken; empty: all',
  regionDepth: 'For an address by regions: the lowest step that must be chosen',
  accept: 'For a file: kinds that are taken, decided by content',
  maxMegabytes: 'For a file: largest size in MB',
  prefill: 'Where the value is already known (Art. 13): a path into what the registers say of the applicant',
  compute: {
    '': 'For numbers: computed and shown, not typed',
    kind: 'sum, product, difference, count of rows, days between, days with both ends',
    of: 'Keys of fields, `table.column`, `group.field`, or plain numbers',
  },
  checks: {
    '': 'Rules of the form with their own sentences',
    test: 'How the answer is compared with `against`',
    against:
      'A number, a day, `today`, the key of another field, or a pattern of places: 0 digit, A capital, * either',
    sentence: 'Said when it fails',
    sentenceEn: english,
  },
  when,
  whenMode,
}

export const CONTENT: Meanings = {
  sample: 'True for invented items (示例)',
  name: '事项名称: name of this handling variant',
  nameEn: english,
  summary: 'One sentence: for whom and what for',
  summaryEn: english,
  everydayNames: 'Names that people search by',
  directoryVersion:
    'Version of the directory entry (基本目录) whose basic elements this guide copies; 0: bound to none',
  directoryName: 'Name in the directory; `name` may be narrower',
  basicCode: '基本编码, 12 digits',
  implCode: '实施编码, 31 characters',
  handleItemCode: '业务办理项编码, 33 characters; empty for a main item',
  itemType: '事项类型, GB/T 39046 A.1, two digits',
  projectType: '办件类型: 1 即办件 (on the spot), 2 承诺件 (within the promised term)',
  level: '行使层级, GB/T 39046 A.2',
  areaCode: '行政区划, GB/T 2260',
  organId: 'Id of the implementing body on this platform',
  organName: '实施主体: name of the implementing body',
  serviceObjects:
    '服务对象, GB/T 39046 A.4: 1 自然人, 2 企业法人, 3 事业法人, 4 社会组织法人, 5 行政机关, 6 其他组织',
  topics: '主题: names of the topics under which the hall lists it',
  legalBasis: {
    '': '设定依据',
    name: 'Name of the law or rule',
    number: '文号, where it has one',
    clause: 'Article or clause',
    content: 'What it says, in short',
  },
  conditions: '受理条件, one a line',
  materials: {
    '': '申请材料',
    key: 'Stable key within the item',
    name: '材料名称',
    need: '必要性: required, optional, later (容缺后补: may follow)',
    form: '材料形式',
    originals: '原件份数, for paper',
    copies: '复印件份数, for paper',
    source: '来源渠道: 10 申请人自备, 20 政府部门核发, 30 中介机构出具, 99 其他',
    sourceOrgan: 'Who issues it',
    basis: '要求提供材料的依据',
    standard: '受理标准: what makes it right',
    note: '填报须知',
    accept: 'Kinds of file that are taken',
    maxMegabytes: 'Largest file in MB',
    licenceKind:
      'Kind of electronic licence that answers it, so that nobody need hand it in; empty: none does',
    sharedSource: 'Register that already holds what it proves; empty: none does',
    namedList: 'Where the name stands for several papers: those meant, one by one',
    blankFile: '空白表格: `file:` and an id; empty: none',
    filledFile: '示例样表: `file:` and an id; empty: none',
    courierAllowed: 'May be sent by courier',
  },
  noMaterialsNeeded: 'True where nothing is asked for, so that an empty list is no gap',
  steps: {
    '': '办理流程, in order',
    key: 'Stable key within the item',
    name: '环节名称',
    phase: 'accept 受理, examine 审查, decide 决定',
    kind: 'plain, or 现场踏勘, 专家评审, 图纸审查, 缴费, 会签',
    post: '岗位: window 受理岗, examiner 审查岗, approver 决定岗',
    limit: { '': 'Term of this step', days, unit },
    parallel: 'Neighbouring steps with the same name here run at the same time; empty: by itself',
    organId: 'Other department whose post does this step (会签); empty: the own one',
    materials: 'Keys of the drawings reviewed, or of the materials the other department sees; empty: all',
    standard: '审查标准',
    note: 'What the applicant is told at this step',
  },
  counterSteps: 'Names of the steps at the counter (Art. 23: never fewer than online)',
  legalLimit: { '': '法定办结时限; null: none by law', days, unit },
  legalLimitNote: '法定办结时限说明',
  promiseLimit: { '': '承诺办结时限, counted from acceptance', days, unit },
  promiseLimitNote: '承诺办结时限说明',
  specialProcedures: {
    '': '特别程序: periods outside the promise',
    name: 'Name of the procedure',
    days: 'At most so many days',
    unit,
    basis: 'Its legal basis',
  },
  fee: {
    '': '收费情况',
    charged: 'Whether anything is charged',
    basis: '收费依据, or why nothing is charged',
    items: { '': '收费项目', name: 'Name of the fee', standard: '收费标准', basis: 'Its legal basis' },
    payOnline: '支持网上支付',
  },
  handlingForms: '办理形式, GB/T 39046 A.5: 1 窗口, 2 电脑端, 3 移动端, 4 快递, 9 其他',
  visits: '到办事现场次数',
  visitReason: '必须现场办理的原因',
  stateSystem: 'National or provincial system in which it has to be applied for; empty: here',
  express: '支持物流快递: results can be sent',
  bookable: '支持预约办理',
  place: {
    '': '办理地点; null: nowhere but online',
    name: 'Name of the place',
    address: 'Address',
    hours: '办理时间',
    traffic: '交通指引',
    centreId: 'Id of the service centre (服务中心); empty: in none',
    windows: '窗口',
  },
  result: {
    '': '办理结果',
    type: 'licence 证照, approval 批文, none: nothing to hand over',
    name: '结果名称',
    licenceTypeCode: '证照类型代码; empty for an approval',
    licenceKind: 'Kind of electronic licence on this platform',
    validMonths: 'Validity in months; null: without end, or as decided',
    faceFields: {
      '': '结果样本: what stands on its face',
      label: 'Name of the line',
      value: 'Template: {form.key}, {holder.name}, {organ.name} …',
      sampleValue: 'Value in the sample (示例)',
    },
    offlineAllowed: 'May be made offline on the day of closing (Art. 19)',
  },
  consultPhone: '咨询电话',
  complaintPhone: '投诉电话',
  faq: { '': '常见问题', q: 'Question', a: 'Answer' },
  remedy: {
    '': '救济途径 (Art. 27)',
    reviewOrgan: '行政复议机关',
    court: '管辖法院',
  },
  form: {
    '': '电子表单; null: nothing to fill in',
    groups: {
      '': 'Groups of fields, in order',
      key: 'Stable key; a repeatable group files its entries under it',
      title: 'Heading',
      titleEn: english,
      hint: 'Below the heading',
      hintEn: english,
      repeat: {
        '': 'Filled in once for each of several, e.g. 股东; absent: once',
        each: 'What one of them is called',
        eachEn: english,
        min: 'Fewest entries',
        max: 'Most entries',
      },
      fields: {
        '': 'Fields, in order',
        ...plainField,
        columns: { '': 'For a table: what a row holds', ...plainField },
        minRows: 'For a table: fewest rows',
        maxRows: 'For a table: most rows',
      },
      when,
      whenMode,
    },
  },
  situations: {
    '': '情形引导: questions that narrow the guide to one case; null: none',
    questions: {
      '': 'Questions, in order',
      key: 'Stable key within the item',
      text: 'The question',
      textEn: english,
      hint: 'Below the question',
      hintEn: english,
      options: {
        '': 'Answers',
        value: 'Filed as the answer',
        label: 'Shown to the applicant',
        labelEn: english,
      },
      when: `Asked only after these answers. ${answered}`,
    },
    barriers: {
      '': '条件表: rows that say which condition is not met',
      when: answered,
      condition: 'One of the conditions of the guide, word for word',
      conditionEn: english,
      why: 'Why these answers do not meet it',
      whyEn: english,
      remedy: 'What would change it',
      remedyEn: english,
    },
    effects: {
      '': '清单表: what a row that fits changes in the whole list',
      when: answered,
      needs: 'Keys of materials that must be handed in here',
      leavesOut: 'Keys of materials not asked for here',
      leavesOutSteps: 'Keys of steps not run here',
      leavesOutFees: 'Names of fee lines not charged here',
      variant: '业务办理项编码 that fits instead of this one; empty: this one',
      why: 'Told beside what this row changes',
      whyEn: english,
    },
    examples: {
      '': 'Examples by which the clerk tests the tables',
      name: 'Name of the example',
      answers: 'Key of a question → answer',
      expects: {
        '': 'What should come of it',
        eligible: 'Whether the conditions are met',
        materials: 'Keys of the materials asked for',
        steps: 'Keys of the steps run',
        fees: 'Names of the fee lines charged',
        variant: '业务办理项编码 that fits; empty: this one',
      },
    },
  },
}

/** The schema again, with the meaning of every field for the description of the API. Only for answers: limits are not kept. */
export function withMeanings<T extends z.ZodType>(schema: T, meanings: Meanings): T {
  return again(schema, meanings) as T
}

function again(schema: z.ZodType, meaning: string | Meanings | undefined): z.ZodType {
  if (meaning === undefined) return schema
  if (typeof meaning === 'string') return schema.describe(meaning)
  const whole = meaning['']
  const rebuilt = inside(schema, meaning)
  return typeof whole === 'string' ? rebuilt.describe(whole) : rebuilt
}

function inside(schema: z.ZodType, meanings: Meanings): z.ZodType {
  const part = (inner: unknown) => inside(inner as z.ZodType, meanings)
  if (schema instanceof z.ZodObject)
    return z.object(
      Object.fromEntries(
        Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => [
          key,
          again(field, meanings[key]),
        ]),
      ),
    )
  if (schema instanceof z.ZodArray) return z.array(part(schema.element))
  if (schema instanceof z.ZodNullable) return part(schema.unwrap()).nullable()
  if (schema instanceof z.ZodOptional) return part(schema.unwrap()).optional()
  if (schema instanceof z.ZodDefault) return part(schema.unwrap()).default(schema.def.defaultValue)
  // What is stored in an older form is answered in the present one.
  if (schema instanceof z.ZodPipe) return part(schema.def.out)
  return schema
}
