import { Button } from 'antd'
import { ChoiceField, NumberField, TextField, TickField } from '../fields.tsx'
import { Said } from '../findings.tsx'
import { Checks } from './checks.tsx'
import { Computed } from './computed.tsx'
import { Conditions } from './conditions.tsx'
import { KindFields } from './kind-fields.tsx'
import { COLUMN_TYPES, FAMILIES, kindName, NOT_IN_ROWS, PREFILL_NAMES, prefillsFor } from './kinds.ts'
import { type Column, type Field, type Form, type Line, retyped } from './model.ts'

/** Everything of one field, or of one column of a table, in plain words. */
export function FieldForm({
  form,
  line: { place, path, group },
  field: f,
  english,
  put,
  addColumn,
}: {
  form: Form
  line: Line
  field: Column
  english: boolean
  put: (part: Partial<Field>) => void
  addColumn: () => void
}) {
  const column = place.column !== undefined
  const inRow = column || group.repeat !== undefined
  const types = FAMILIES.flatMap((x) => Object.keys(x.kinds) as Column['type'][]).filter(
    (t) => t === f.type || (column ? COLUMN_TYPES.includes(t) : !(group.repeat && NOT_IN_ROWS.includes(t))),
  )
  const prefills = inRow ? [] : prefillsFor(f.type)
  const table = f as Field
  return (
    <div className="formgap">
      <Said path={path} />
      <div className="two">
        <TextField path={`${path}.label`} label="名称" value={f.label} onChange={(label) => put({ label })} />
        <ChoiceField
          path={`${path}.type`}
          label="类型"
          value={f.type}
          options={types.map((value) => ({ value, label: kindName(value) }))}
          onChange={(type) => put(retyped(f, type))}
        />
      </div>
      {!f.compute && (
        <TickField
          path={`${path}.required`}
          label="必填"
          value={f.required}
          onChange={(required) => put({ required })}
        />
      )}
      <TextField
        path={`${path}.hint`}
        label="填写说明"
        optional
        hint="写在名称下面，说清楚填什么、到哪里找"
        value={f.hint}
        onChange={(hint) => put({ hint })}
      />
      {english && (
        <div className="two">
          <TextField
            path={`${path}.labelEn`}
            label="英文名称"
            optional
            value={f.labelEn}
            onChange={(labelEn) => put({ labelEn })}
          />
          <TextField
            path={`${path}.hintEn`}
            label="英文填写说明"
            optional
            value={f.hintEn}
            onChange={(hintEn) => put({ hintEn })}
          />
        </div>
      )}
      {f.type === 'table' ? (
        <>
          <p className="small mid">
            {table.columns.length === 0 ? '表格还没有列。' : `${table.columns.length} 列，在左边点一列来改。`}
          </p>
          <div>
            <Button size="small" onClick={addColumn}>
              加一列
            </Button>
          </div>
          <div className="two">
            <NumberField
              path={`${path}.minRows`}
              label="最少几行"
              optional
              max={200}
              value={table.minRows ?? null}
              onChange={(v) => put({ minRows: v ?? undefined })}
            />
            <NumberField
              path={`${path}.maxRows`}
              label="最多几行"
              optional
              min={1}
              max={200}
              value={table.maxRows ?? null}
              onChange={(v) => put({ maxRows: v ?? undefined })}
            />
          </div>
        </>
      ) : (
        <KindFields path={path} field={f} english={english} put={put} />
      )}
      {prefills.length > 0 && !f.compute && (
        <ChoiceField
          path={`${path}.prefill`}
          label="从哪里来"
          hint="登记里有的，不再让申请人填"
          value={f.prefill ?? ''}
          options={[
            { value: '', label: '申请人填' },
            ...prefills.map((value) => ({ value, label: PREFILL_NAMES[value] })),
          ]}
          onChange={(v) => put({ prefill: v === '' ? undefined : v })}
        />
      )}
      {(f.type === 'number' || f.type === 'money') && (
        <Computed
          form={form}
          place={place}
          compute={f.compute}
          onChange={(compute) => put(compute ? { compute, prefill: undefined } : { compute })}
        />
      )}
      {!column && (
        <Conditions form={form} place={place} path={path} when={f.when} mode={f.whenMode} onChange={put} />
      )}
      <Checks form={form} place={place} field={f} english={english} onChange={(checks) => put({ checks })} />
      {!inRow && (
        <p className="tiny mute">
          系统给的编号 {f.key}，改名称、换位置都不变；结果的照面上写 {`{form.${f.key}}`} 就取这一项。
        </p>
      )}
    </div>
  )
}
