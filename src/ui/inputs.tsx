import type { HTMLInputTypeAttribute, ReactElement, ReactNode } from 'react'
import { Field, type FieldProps, FieldSet, wiring } from './field.tsx'

export interface TextFieldProps extends FieldProps {
  value?: string
  type?: HTMLInputTypeAttribute
  /** Room by what is expected: short (number, code), medium (telephone, name), full. */
  width?: 'short' | 'medium' | 'full'
  inputMode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text'
  autoComplete?: string
  maxLength?: number
  /** Unit after the control: 平方米. */
  unit?: string
  /** Codes and passwords are not spell-checked or kept by the browser. */
  secret?: boolean
}

export function TextField(props: TextFieldProps): ReactElement {
  const { value, type = 'text', width = 'full', unit } = props
  const input = (
    <input
      className={`input input-${width}`}
      {...wiring(props)}
      type={type}
      defaultValue={value}
      inputMode={props.inputMode}
      autoComplete={props.secret ? 'off' : props.autoComplete}
      maxLength={props.maxLength}
      spellCheck={props.secret ? false : undefined}
    />
  )
  return (
    <Field {...props}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}

export interface TextAreaProps extends FieldProps {
  value?: string
  rows?: number
  maxLength?: number
  autoComplete?: string
}

export function TextArea(props: TextAreaProps): ReactElement {
  return (
    <Field {...props}>
      <textarea
        className="input"
        {...wiring(props)}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        autoComplete={props.autoComplete}
        defaultValue={props.value}
      />
    </Field>
  )
}

export interface DateFieldProps extends FieldProps {
  /** 'YYYY-MM-DD' or whatever was typed. */
  value?: string
  min?: string
  max?: string
  autoComplete?: string
}

/** The browser's own date control: keyboard, wheel and calendar come with it. */
export function DateField(props: DateFieldProps): ReactElement {
  return (
    <Field {...props}>
      <input
        className="input input-medium"
        {...wiring(props)}
        type="date"
        min={props.min}
        max={props.max}
        autoComplete={props.autoComplete}
        defaultValue={props.value}
      />
    </Field>
  )
}

export interface Option {
  value: string
  label: string
  /** A sentence below the label; the choices are then better boxed. */
  hint?: ReactNode
  /** Where its words are of another language than the page. */
  lang?: string | undefined
}

export interface SelectProps extends FieldProps {
  options: readonly Option[]
  value?: string
  /** First entry while nothing is chosen: 「请选择」. */
  prompt?: string
}

export function Select(props: SelectProps): ReactElement {
  return (
    <Field {...props}>
      <select className="input input-select" {...wiring(props)} defaultValue={props.value ?? ''}>
        {props.prompt && <option value="">{props.prompt}</option>}
        {props.options.map((o) => (
          <option key={o.value} value={o.value} lang={o.lang}>
            {o.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export interface ChoicesProps extends FieldProps {
  options: readonly Option[]
  /** One answer (radio) or several (checkbox). */
  kind?: 'one' | 'several'
  value?: string | readonly string[]
  /** Each choice in a box of its own, for choices with a sentence. */
  boxed?: boolean
  /** Short choices stand side by side on wide screens. */
  columns?: 1 | 2 | 3
  /** The question is the heading of its section. */
  heading?: boolean
}

export function Choices(props: ChoicesProps): ReactElement {
  const { options, kind = 'one', value = [], boxed, columns = 1 } = props
  const chosen = typeof value === 'string' ? [value] : value
  const layout = boxed ? 'choices-boxed' : `choices-${columns}`
  return (
    <FieldSet {...props}>
      <div className={`choices ${layout}`}>
        {options.map((o) => (
          <label key={o.value}>
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              name={props.name}
              value={o.value}
              defaultChecked={chosen.includes(o.value)}
              required={kind === 'one' && !props.optional}
              aria-describedby={props.error ? `${props.name}-error` : undefined}
            />
            <span>
              <span className={o.hint ? 'choice-name' : undefined}>{o.label}</span>
              {o.hint && <span className="hint">{o.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldSet>
  )
}

export interface AgreeProps {
  name: string
  error?: string
  children: ReactNode
  checked?: boolean
}

/** A declaration to be ticked. */
export function Agree({ name, error, children, checked }: AgreeProps): ReactElement {
  return (
    <div className={error ? 'agree field-wrong' : 'agree'}>
      {error && (
        <p className="fault" id={`${name}-error`}>
          {error}
        </p>
      )}
      <div className="choices choices-1">
        <label>
          <input
            type="checkbox"
            id={name}
            name={name}
            value="yes"
            required
            defaultChecked={checked}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `${name}-error` : undefined}
          />
          <span>{children}</span>
        </label>
      </div>
    </div>
  )
}
