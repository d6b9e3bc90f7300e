import { Button, Checkbox, Input, InputNumber } from 'antd'
import { type ReactNode, useState } from 'react'
import { FieldHistoryMark } from './field-history.tsx'
import { useFindings } from './findings.tsx'
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
  const said = useFindings(path)
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
      {hint && <span className="hint">{hint}</span>}
      {said.map((f) => (
        <span key={f.id} className={f.severity === 'blocks' ? 'wrong' : 'hint warn-ink'}>
          {f.sentence}
        </span>
      ))}
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
          autoSize={{ minRows: p.rows, maxRows: 14 }}
          value={p.value}
          onChange={(e) => p.onChange(e.target.value)}
        />
      ) : (
        <Input
          id={id}
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
  const said = useFindings(p.path)
  return (
    <fieldset className="field many" id={controlId(p.path)} tabIndex={-1}>
      <legend className="label">{p.label}</legend>
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
      {said.map((f) => (
        <span key={f.id} className={f.severity === 'blocks' ? 'wrong' : 'hint warn-ink'}>
          {f.sentence}
        </span>
      ))}
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
    <Checkbox id={controlId(path)} checked={value} onChange={(e) => onChange(e.target.checked)}>
      {label}
    </Checkbox>
  )
}

export interface LimitValue {
  days: number
  unit: 'G' | 'Z'
}

/** A term in days with its unit; 0 is 当场. Never bare days. */
export function LimitField(p: Base & { value: LimitValue | null; onChange: (v: LimitValue) => void }) {
  const value = p.value ?? { days: 0, unit: 'G' as const }
  return (
    <Field {...p} hint={p.hint ?? '0 是当场办结'}>
      <span className="row">
        <InputNumber
          id={controlId(p.path)}
          min={0}
          max={3650}
          value={p.value === null ? null : value.days}
          onChange={(v) => p.onChange({ ...value, days: v ?? 0 })}
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

/** A list of like things: each can be moved and removed, one can be added. */
export function ListOf<T>({
  path,
  what,
  items,
  blank,
  onChange,
  title,
  children,
}: {
  path: string
  /** 「材料」, 「环节」: for the buttons. */
  what: string
  items: T[]
  blank: () => T
  onChange: (items: T[]) => void
  title: (item: T, i: number) => string
  children: (item: T, i: number, set: (change: Partial<T>) => void) => ReactNode
}) {
  const swap = (i: number, j: number) => {
    const next = [...items]
    ;[next[i], next[j]] = [next[j]!, next[i]!]
    onChange(next)
  }
  return (
    <div className="listof" id={controlId(path)} tabIndex={-1}>
      {items.map((item, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no other name than their place
        <Entry key={i} path={`${path}.${i}`} place={i + 1} title={title(item, i)} fresh={`新${what}`}>
          <div className="entrybody">
            {children(item, i, (change) =>
              onChange(items.map((x, j) => (j === i ? { ...x, ...change } : x))),
            )}
            <div className="row">
              <Button size="small" aria-disabled={i === 0} onClick={() => i > 0 && swap(i, i - 1)}>
                上移
              </Button>
              <Button
                size="small"
                aria-disabled={i === items.length - 1}
                onClick={() => i < items.length - 1 && swap(i, i + 1)}
              >
                下移
              </Button>
              <span className="spring" />
              <Button size="small" onClick={() => onChange(items.filter((_, j) => j !== i))}>
                去掉这{what}
              </Button>
            </div>
          </div>
        </Entry>
      ))}
      <Button onClick={() => onChange([...items, blank()])}>加{what}</Button>
    </div>
  )
}

/** One entry, folded to its title; a new one, which has none yet, opens by itself and stays open while it is named. */
function Entry({
  path,
  place,
  title,
  fresh,
  children,
}: {
  path: string
  place: number
  title: string
  fresh: string
  children: ReactNode
}) {
  const [open, setOpen] = useState(title === '')
  return (
    <details
      className="entry"
      id={controlId(path)}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) setOpen(event.currentTarget.open)
      }}
    >
      <summary>
        <span className="ix">{place}</span>
        <b>{title || fresh}</b>
      </summary>
      {children}
    </details>
  )
}
