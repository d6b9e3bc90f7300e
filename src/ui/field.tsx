/** One question of a form: label, hint, error, control, source. */
import type { ReactElement, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { pageLang, t } from './text.ts'

export interface FieldProps {
  /** Name of the control and id of the field: error summaries link to `#name`. */
  name: string
  label: ReactNode
  hint?: ReactNode
  /** The sentence that says what to change. */
  error?: string
  /** Where a prefilled value came from. */
  source?: ReactNode
  optional?: boolean
}

export interface Wiring {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
  'aria-required'?: true
}

/** Attributes that tie a control to its hint, error and source. */
export function wiring({ name, hint, error, source, optional }: FieldProps): Wiring {
  const described = [hint && `${name}-hint`, error && `${name}-error`, source && `${name}-source`].filter(
    Boolean,
  )
  return {
    id: name,
    name,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': optional ? undefined : true,
  }
}

function Before({ name, hint, error }: FieldProps): ReactElement {
  return (
    <>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="fault" id={`${name}-error`}>
          <Icon name="alarm" />
          <span>{error}</span>
        </p>
      )}
    </>
  )
}

const Optional = (): ReactElement => (
  <span className="optional">{t(pageLang(), { zh: '（可以不填）', en: ' (optional)' })}</span>
)

/** A single control with its label. Give the control the attributes of {@link wiring}. */
export function Field(props: FieldProps & { children: ReactNode }): ReactElement {
  return (
    <div className={props.error ? 'field field-wrong' : 'field'}>
      <label htmlFor={props.name}>
        {props.label}
        {props.optional && <Optional />}
      </label>
      <Before {...props} />
      {props.children}
      {props.source && <Source id={`${props.name}-source`}>{props.source}</Source>}
    </div>
  )
}

/** Several controls under one question. */
export function FieldSet(props: FieldProps & { children: ReactNode; heading?: boolean }): ReactElement {
  const wired = wiring(props)
  return (
    <fieldset
      className={props.error ? 'field field-wrong' : 'field'}
      id={props.name}
      tabIndex={-1}
      aria-describedby={wired['aria-describedby']}
    >
      <legend>
        {props.heading ? <h2>{props.label}</h2> : props.label}
        {props.optional && <Optional />}
      </legend>
      <Before {...props} />
      {props.children}
      {props.source && <Source id={`${props.name}-source`}>{props.source}</Source>}
    </fieldset>
  )
}

/** 「来自…」: a checked value with its register and time. */
export function Source({ id, children }: { id?: string; children: ReactNode }): ReactElement {
  return (
    <p className="source" id={id}>
      <Icon name="shield" />
      <span>{children}</span>
    </p>
  )
}
