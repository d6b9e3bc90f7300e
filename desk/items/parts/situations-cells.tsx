import { Select } from 'antd'
import type { Situations } from './situations.tsx'

type Question = Situations['questions'][number]
export type When = Question['when']

/** A row's demand with other answers to one question; no answers: any will do. */
export function withAnswer(when: When, key: string, values: string[]): When {
  const { [key]: _, ...rest } = when
  return values.length > 0 ? { ...rest, [key]: values } : rest
}

/** One cell of a decision table: which answers fit, several being 或; empty: any. */
export function AnswerCell({
  question,
  when,
  any = '任意',
  label,
  disabled,
  onChange,
}: {
  question: Question
  when: When
  any?: string
  label: string
  disabled: boolean
  onChange: (values: string[]) => void
}) {
  return (
    <Pick
      label={label}
      empty={any}
      options={question.options.map((o) => ({ value: o.value, label: o.label || '没有写的答案' }))}
      value={when[question.key] ?? []}
      disabled={disabled}
      onChange={onChange}
    />
  )
}

/** Several of a list, in a cell. */
export function Pick({
  label,
  empty,
  options,
  value,
  disabled,
  onChange,
}: {
  label: string
  empty: string
  options: { value: string; label: string }[]
  value: string[]
  disabled: boolean
  onChange: (values: string[]) => void
}) {
  return (
    <Select
      mode="multiple"
      size="small"
      variant="borderless"
      className="cellpick"
      aria-label={label}
      placeholder={empty}
      popupMatchSelectWidth={false}
      showSearch={options.length > 8}
      options={options}
      value={value}
      disabled={disabled}
      onChange={onChange}
    />
  )
}

/** One of a list, in a cell; a value that is not on the list is shown as it stands. */
export function PickOne({
  label,
  empty,
  options,
  value,
  disabled,
  onChange,
}: {
  label: string
  empty: string
  options: { value: string; label: string }[]
  value: string
  disabled: boolean
  onChange: (value: string) => void
}) {
  return (
    <Select
      size="small"
      variant="borderless"
      className="cellpick"
      aria-label={label}
      placeholder={empty}
      popupMatchSelectWidth={false}
      allowClear
      options={options}
      value={value === '' ? null : value}
      disabled={disabled}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  )
}
