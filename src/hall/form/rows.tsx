import type { ReactElement } from 'react'
import { type FormField, type FormGroup, type PlainField, type Row, rowsOf } from '../../catalogue/index.ts'
import { FieldSet, FormRow, type Lang, Rows, Wrong } from '../../ui/index.ts'
import { controlName } from './answers.ts'
import { type Drawn, errorAt } from './context.ts'
import { frameOf, OneField } from './fields.tsx'

/** Number that stands for the row's own in the row that scripts copy. */
const BLANK = 9999

/** A table: rows of narrow columns under one question. */
export function TableField({ table, drawn }: { table: FormField; drawn: Drawn }): ReactElement {
  const frame = frameOf(table, table.key, drawn)
  const rows = rowsOf(drawn.answers[table.key])
  const zh = drawn.lang === 'zh'
  return (
    <FieldSet {...frame}>
      <RowList
        of={table.key}
        each={zh ? '第' : 'Row'}
        fields={table.columns}
        rows={rows}
        least={Math.max(table.minRows ?? 0, 1)}
        drawn={drawn}
        add={zh ? '再加一行' : 'Add a row'}
        columns
      />
    </FieldSet>
  )
}

/** A group that is filled in once for each: 「股东 1」, 「股东 2」. */
export function RepeatedGroup({ group, drawn }: { group: FormGroup; drawn: Drawn }): ReactElement {
  const rows = rowsOf(drawn.answers[group.key])
  const zh = drawn.lang === 'zh'
  const repeat = group.repeat!
  const each = (zh ? repeat.each : repeat.eachEn || repeat.each) || group.title
  const error = errorAt(drawn.errors, group.key, drawn.lang)
  return (
    <div id={controlName(group.key)} tabIndex={-1} className={error ? 'field-wrong' : undefined}>
      {error && <Wrong text={error} />}
      <RowList
        of={group.key}
        each={each}
        group={group}
        fields={group.fields}
        rows={rows}
        least={Math.max(repeat.min, 1)}
        drawn={drawn}
        add={zh ? `再加一个${each}` : `Add: ${each}`}
      />
    </div>
  )
}

interface RowListProps {
  of: string
  each: string
  fields: readonly PlainField[]
  group?: FormGroup
  rows: readonly Row[]
  /** So many are shown even where nothing was typed yet. */
  least: number
  drawn: Drawn
  add: string
  columns?: boolean
}

function RowList({ of, each, fields, group, rows, least, drawn, add, columns }: RowListProps): ReactElement {
  const shown = [...rows, ...Array.from({ length: Math.max(least - rows.length, 0) }, (): Row => ({}))]
  const one = (row: Row, i: number) => (
    <FormRow
      key={i}
      id={`${controlName(`${of}.${i}`)}-row`}
      title={rowTitle(each, i, drawn.lang)}
      remove={`row-remove:${of}.${i}`}
      columns={columns}
    >
      {/* A row without a tick or a word would else leave no trace in the form. */}
      <input type="hidden" name={controlName(`${of}.${i}`)} value="" />
      {fields.map((field) => (
        <div
          key={field.key}
          data-field={`${of}.${i}.${field.key}`}
          hidden={group && field.when.length > 0 && !drawn.asked.inRow(group, field as FormField, row)}
        >
          <OneField
            field={field}
            path={`${of}.${i}.${field.key}`}
            typed={field.compute ? computedAt(drawn, of, i, field.key) : row[field.key]}
            drawn={drawn}
            narrow={columns}
          />
        </div>
      ))}
    </FormRow>
  )
  return (
    <>
      <Rows of={of} name={controlName(of)} add={add}>
        {shown.map(one)}
      </Rows>
      <template data-row={of}>{one({}, BLANK)}</template>
    </>
  )
}

/** 「第 2 项」, 「股东 2」; scripts number the rows anew in the same words. */
const rowTitle = (each: string, i: number, lang: Lang): string =>
  each === '第' && lang === 'zh' ? `第 ${i + 1} 项` : `${each} ${i + 1}`

function computedAt({ computed }: Drawn, of: string, i: number, key: string): unknown {
  const rows = computed[of]
  return Array.isArray(rows) ? (rows[i] as Row | undefined)?.[key] : undefined
}
