import { Checkbox, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { FieldHistoryMark } from './field-history.tsx'
import { Said, saidId } from './findings.tsx'
import { controlId } from './sections.ts'

interface Base {
  /** Where in the content, e.g. `steps.0.name`: names the control, so that findings lead to it. */
  path: string
  label: string
  hint?: string
  optional?: boolean
}

/** A labelled control with its hint and what the publish gate says of it. */
export function Field({ path, label, hint, optional, children }: Base & { children: ReactNode }) {
  return (
    <div className="field">
      <span className="fieldhead">
        <label htmlFor={controlId(path)}>
          {label}
          {optional && <span className="mute"> 选填</span>}
        </label>
        <FieldHistoryMark path={path} label={label} />
      </span>
      {children}
      <Said path={path} hint={hint} />
    </div>
  )
}

export function TextField(
  p: Base & { value: string; onChange: (v: string) => void; list?: string[]; rows?: number },
) {
  const id = controlId(p.path)
  return (
    <Field {...p}>
      {p.rows ? (
        <Input.TextArea
          id={id}
          aria-describedby={saidId(p.path)}
          autoSize={{ minRows: p.rows, maxRows: 14 }}
          value={p.value}
          onChange={(e) => p.onChange(e.target.value)}
        />
      ) : (
        <Input
          id={id}
          aria-describedby={saidId(p.path)}
          value={p.value}
          onChange={(e) => p.onChange(e.target.value)}
          {...(p.list ? { list: `${id}-list` } : {})}
        />
      )}
      {p.list && (
        <datalist id={`${id}-list`}>
          {p.list.map((v) => (
            <option key={v} value={v} />
          ))}
        </datalist>
      )}
    </Field>
  )
}

/** One entry a line. */
export function LinesField(p: Base & { value: string[]; onChange: (v: string[]) => void; rows?: number }) {
  return (
    <Field {...p} hint={p.hint ?? '一行一条'}>
      <Input.TextArea
        id={controlId(p.path)}
        aria-describedby={saidId(p.path)}
        autoSize={{ minRows: p.rows ?? 3, maxRows: 14 }}
        value={p.value.join('\n')}
        onChange={(e) => p.onChange(e.target.value.split('\n'))}
        onBlur={() => {
          const whole = p.value.map((line) => line.trim()).filter(Boolean)
          if (whole.length !== p.value.length) p.onChange(whole)
        }}
      />
    </Field>
  )
}

export function ChoiceField<V extends string>(
  p: Base & { value: V; options: readonly { value: V; label: string }[]; onChange: (v: V) => void },
) {
  return (
    <Field {...p}>
      <select
        id={controlId(p.path)}
        aria-describedby={saidId(p.path)}
        className="pick tall"
        value={p.value}
        onChange={(e) => p.onChange(e.target.value as V)}
      >
        {!p.options.some((o) => o.value === p.value) && <option value={p.value}>没有选</option>}
        {p.options.map((o) => (
          <option key={o.value} value={o.value}>
            {o.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export function ManyField<V extends string>(
  p: Base & { value: V[]; options: readonly { value: V; label: string }[]; onChange: (v: V[]) => void },
) {
  return (
    <fieldset className="field many" id={controlId(p.path)} tabIndex={-1} aria-describedby={saidId(p.path)}>
      <legend className="label">
        {p.label}
        {p.optional && <span className="mute"> 选填</span>}
      </legend>
      <FieldHistoryMark path={p.path} label={p.label} />
      <div className="manyoptions">
        {p.options.map((o) => (
          <Checkbox
            key={o.value}
            checked={p.value.includes(o.value)}
            onChange={(e) =>
              p.onChange(e.target.checked ? [...p.value, o.value] : p.value.filter((v) => v !== o.value))
            }
          >
            {o.label}
          </Checkbox>
        ))}
      </div>
      <Said path={p.path} hint={p.hint} />
    </fieldset>
  )
}

export function NumberField(
  p: Base & { value: number | null; min?: number; max?: number; onChange: (v: number | null) => void },
) {
  return (
    <Field {...p}>
      <InputNumber
        id={controlId(p.path)}
        aria-describedby={saidId(p.path)}
        value={p.value}
        min={p.min ?? 0}
        max={p.max ?? 100_000}
        onChange={(v) => p.onChange(v)}
      />
    </Field>
  )
}

export function TickField({
  path,
  label,
  value,
  onChange,
}: {
  path: string
  label: string
  value: boolean
  onChange: (v: boolean) => void
}) {
  return (
    <div className="field">
      <span className="fieldhead">
        <Checkbox
          id={controlId(path)}
          aria-describedby={saidId(path)}
          checked={value}
          onChange={(e) => onChange(e.target.checked)}
        >
          {label}
        </Checkbox>
        <FieldHistoryMark path={path} label={label} />
      </span>
      <Said path={path} />
    </div>
  )
}

export interface LimitValue {
  days: number
  unit: 'G' | 'Z'
}

/** A term in days with its unit; 0 is 当场. Never bare days. An emptied field says nothing, which is not 当场, where that is allowed. */
export function LimitField(
  p: Base & { value: LimitValue | null } & (
      | { mayBeEmpty: true; onChange: (v: LimitValue | null) => void }
      | { mayBeEmpty?: false; onChange: (v: LimitValue) => void }
    ),
) {
  const value = p.value ?? { days: 0, unit: 'G' as const }
  return (
    <Field {...p} hint={p.hint ?? '0 是当场办结'}>
      <span className="row">
        <InputNumber
          id={controlId(p.path)}
          aria-describedby={saidId(p.path)}
          min={0}
          max={3650}
          value={p.value === null ? null : value.days}
          onChange={(v) => {
            if (v !== null) p.onChange({ ...value, days: v })
            else if (p.mayBeEmpty) p.onChange(null)
          }}
        />
        <select
          className="pick tall"
          aria-label={`${p.label}的单位`}
          value={value.unit}
          onChange={(e) => p.onChange({ ...value, unit: e.target.value as 'G' | 'Z' })}
        >
          <option value="G">工作日</option>
          <option value="Z">自然日</option>
        </select>
      </span>
    </Field>
  )
}
