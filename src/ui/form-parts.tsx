/** Furniture of longer forms: several controls that answer one question, and rows that one adds. */
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Unseen } from './layout.tsx'
import { pageLang, t } from './text.ts'

/** The controls of one question side by side where there is room: two ends of a period, longitude and latitude. */
export function Parts({ children }: { children: ReactNode }): ReactElement {
  return <div className="parts">{children}</div>
}

/** The sentence that says what to change, where no {@link Field} says it. */
export function Wrong({ text }: { text: string }): ReactElement {
  return (
    <p className="fault">
      <Icon name="alarm" />
      <span>{text}</span>
    </p>
  )
}

export interface ComputedProps {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value: string
  unit?: string | undefined
}

/** A value that the page works out; shown, not typed. */
export function Computed({ id, label, hint, error, value, unit }: ComputedProps): ReactElement {
  const lang = pageLang()
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      {hint && <p className="hint">{hint}</p>}
      {error && <Wrong text={error} />}
      <p className="computed">
        <output id={id} data-empty={t(lang, { zh: '填好后自动算出', en: 'Worked out for you' })}>
          {value}
        </output>
        {unit && <span> {unit}</span>}
      </p>
    </div>
  )
}

export interface RowsProps {
  /** Name of the controls' family; `row-add:<of>` is what the button says. */
  of: string
  name: string
  add: string
  children: ReactNode
}

/** Rows one below the other, with the button that adds one. The hidden mark says that this page shows the rows. */
export function Rows({ of, name, add, children }: RowsProps): ReactElement {
  return (
    <div className="rows" data-rows={of}>
      <input type="hidden" name={name} value="" />
      <ol>{children}</ol>
      <Button weight="secondary" small name="do" value={`row-add:${of}`} formNoValidate>
        {add}
      </Button>
    </div>
  )
}

export interface RowProps {
  id: string
  /** 「股东 2」 */
  title: string
  /** What the button that takes it away posts. */
  remove: string
  /** Narrow columns side by side, as in a table. */
  columns?: boolean
  children: ReactNode
}

export function FormRow({ id, title, remove, columns, children }: RowProps): ReactElement {
  return (
    <li id={id} tabIndex={-1}>
      <fieldset className="form-row">
        <legend data-row-title="">{title}</legend>
        <div className={columns ? 'row-columns' : 'row-fields'}>{children}</div>
        <Button weight="quiet" small name="do" value={remove} formNoValidate>
          {t(pageLang(), { zh: '删掉这一项', en: 'Remove' })}
          <Unseen>{title}</Unseen>
        </Button>
      </fieldset>
    </li>
  )
}
