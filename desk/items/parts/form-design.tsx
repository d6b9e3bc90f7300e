import { Button } from 'antd'
import { ChoiceField, LinesField, ListOf, NumberField, TextField, TickField } from '../fields.tsx'
import type { Content } from '../sections.ts'
import type { ItemEdit } from '../use-item.ts'
import { freeKey } from './materials.tsx'

type Form = NonNullable<Content['form']>
type Group = Form['groups'][number]
type FormField = Group['fields'][number]

const TYPES: { value: FormField['type']; label: string }[] = [
  { value: 'text', label: '一行字' },
  { value: 'long-text', label: '多行字' },
  { value: 'number', label: '数' },
  { value: 'money', label: '金额' },
  { value: 'date', label: '日期' },
  { value: 'choice', label: '单选' },
  { value: 'multiple', label: '多选' },
  { value: 'person-name', label: '姓名' },
  { value: 'resident-id', label: '身份证号' },
  { value: 'credit-code', label: '统一社会信用代码' },
  { value: 'phone', label: '手机号' },
  { value: 'address', label: '地址' },
]
const PREFILLS = [
  { value: '', label: '申请人填' },
  { value: 'person.name', label: '人口库：姓名' },
  { value: 'person.idNumber', label: '人口库：身份证号' },
  { value: 'person.address', label: '人口库：住址' },
  { value: 'person.phone', label: '账户：手机号' },
  { value: 'body.name', label: '法人库：名称' },
  { value: 'body.creditCode', label: '法人库：信用代码' },
  { value: 'body.legalPerson', label: '法人库：法定代表人' },
  { value: 'body.address', label: '法人库：住所' },
  { value: 'body.scope', label: '法人库：经营范围' },
  { value: 'body.capital', label: '法人库：注册资本' },
] as const

/** 申请表: groups of fields; what the registers know is prefilled and not asked for again (Art. 13). */
export function FormDesign({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const groups = c.form?.groups ?? []
  const keys = groups.flatMap((g) => g.fields.map((f) => f.key))
  const put = (next: Group[]) => set('form', { groups: next })
  if (c.form === null)
    return (
      <div className="formgap">
        <p className="mid">网上能办的事项要有申请表。</p>
        <Button id="f-form" onClick={() => put([{ ...blankGroup('g1'), title: '申请信息' }])}>
          设计申请表
        </Button>
      </div>
    )
  return (
    <ListOf
      path="form.groups"
      what="组"
      items={groups}
      blank={() =>
        blankGroup(
          freeKey(
            'g',
            groups.map((g) => g.key),
          ),
        )
      }
      onChange={put}
      title={(g) => g.title && `${g.title}　${g.fields.length} 项`}
    >
      {(g, i, change) => (
        <>
          <TextField
            path={`form.groups.${i}.title`}
            label="组名"
            value={g.title}
            onChange={(v) => change({ title: v })}
          />
          <TextField
            path={`form.groups.${i}.hint`}
            label="组的说明"
            optional
            value={g.hint}
            onChange={(v) => change({ hint: v })}
          />
          <ListOf
            path={`form.groups.${i}.fields`}
            what="个字段"
            items={g.fields}
            blank={() => blankField(keys)}
            onChange={(fields) => change({ fields })}
            title={(f) => f.label && `${f.label}　${TYPES.find((t) => t.value === f.type)?.label}`}
          >
            {(f, j, putField) => (
              <FieldEditor path={`form.groups.${i}.fields.${j}`} field={f} put={putField} others={keys} />
            )}
          </ListOf>
        </>
      )}
    </ListOf>
  )
}

const blankGroup = (key: string): Group => ({
  key,
  title: '',
  titleEn: '',
  hint: '',
  hintEn: '',
  when: [],
  whenMode: 'all',
  fields: [],
})

const blankField = (used: string[]): FormField => ({
  key: freeKey('field', used),
  label: '',
  labelEn: '',
  hint: '',
  type: 'text',
  hintEn: '',
  required: true,
  unit: '',
  options: [],
  idKinds: [],
  regionDepth: 'street',
  accept: ['pdf', 'jpg', 'png'],
  maxMegabytes: 20,
  checks: [],
  when: [],
  whenMode: 'all',
  columns: [],
})

function FieldEditor({
  path,
  field: f,
  put,
  others,
}: {
  path: string
  field: FormField
  put: (change: Partial<FormField>) => void
  others: string[]
}) {
  const chooses = f.type === 'choice' || f.type === 'multiple'
  const counts = f.type === 'number' || f.type === 'money'
  const when = f.when[0] ?? { field: '', test: 'is' as const, values: [] }
  return (
    <>
      <div className="two">
        <TextField path={`${path}.label`} label="名称" value={f.label} onChange={(v) => put({ label: v })} />
        <TextField
          path={`${path}.key`}
          label="编号"
          hint="英文小写字母开头，发布后不要改"
          value={f.key}
          onChange={(v) => put({ key: v })}
        />
      </div>
      <div className="two">
        <ChoiceField
          path={`${path}.type`}
          label="类型"
          value={f.type}
          options={TYPES}
          onChange={(v) => put({ type: v })}
        />
        <ChoiceField
          path={`${path}.prefill`}
          label="从哪里来"
          value={f.prefill ?? ''}
          options={PREFILLS}
          onChange={(v) => put({ prefill: v === '' ? undefined : v })}
        />
      </div>
      <TextField
        path={`${path}.hint`}
        label="提示"
        optional
        value={f.hint}
        onChange={(v) => put({ hint: v })}
      />
      {chooses && (
        <LinesField
          path={`${path}.options`}
          label="选项"
          value={f.options.map((o) => o.label)}
          onChange={(lines) =>
            put({
              options: lines.map(
                (label) =>
                  f.options.find((o) => o.label === label) ?? { value: label, label, labelEn: '', hint: '' },
              ),
            })
          }
        />
      )}
      {counts && (
        <div className="two">
          <NumberField
            path={`${path}.min`}
            label="最小"
            value={f.min ?? null}
            onChange={(v) => put({ min: v ?? undefined })}
          />
          <NumberField
            path={`${path}.max`}
            label="最大"
            max={1_000_000_000}
            value={f.max ?? null}
            onChange={(v) => put({ max: v ?? undefined })}
          />
        </div>
      )}
      {counts && (
        <TextField
          path={`${path}.unit`}
          label="单位"
          optional
          value={f.unit}
          onChange={(v) => put({ unit: v })}
        />
      )}
      {(f.type === 'text' || f.type === 'long-text') && (
        <NumberField
          path={`${path}.maxLength`}
          label="最多字数"
          value={f.maxLength ?? null}
          onChange={(v) => put({ maxLength: v ?? undefined })}
        />
      )}
      {f.type === 'date' && (
        <ChoiceField
          path={`${path}.dateRule`}
          label="日期限制"
          value={f.dateRule ?? ''}
          options={[
            { value: '', label: '不限' },
            { value: 'past', label: '不晚于今天' },
            { value: 'future', label: '不早于今天' },
          ]}
          onChange={(v) => put({ dateRule: v === '' ? undefined : v })}
        />
      )}
      <div className="two">
        <ChoiceField
          path={`${path}.when`}
          label="什么时候要填"
          value={when.field}
          options={[
            { value: '', label: '都要填' },
            ...others.filter((k) => k !== f.key).map((k) => ({ value: k, label: `${k} 等于…` })),
          ]}
          onChange={(v) => put({ when: v === '' ? [] : [{ ...when, field: v }] })}
        />
        {f.when.length > 0 && (
          <TextField
            path={`${path}.when.0.values`}
            label="等于什么"
            value={when.values[0] ?? ''}
            onChange={(v) => put({ when: [{ ...when, values: [v] }] })}
          />
        )}
      </div>
      <TickField
        path={`${path}.required`}
        label="必填"
        value={f.required}
        onChange={(v) => put({ required: v })}
      />
    </>
  )
}
