import { Button, Input } from 'antd'
import { ChoiceField, ManyField, NumberField, TextField } from '../fields.tsx'
import { ID_KINDS } from './kinds.ts'
import { type Column, type Field, isDay, isText, newOption } from './model.ts'

const MOST = 1_000_000_000_000
const ACCEPT = ['pdf', 'jpg', 'png', 'docx', 'xlsx', 'zip', 'ofd'] as const

export interface KindProps {
  path: string
  field: Column
  english: boolean
  put: (part: Partial<Field>) => void
}

/** What only this kind of field has: choices, bounds, unit, kinds of document or file. */
export function KindFields(p: KindProps) {
  const { path, field: f, put } = p
  const number = (key: 'min' | 'max' | 'minLength' | 'maxLength', label: string, least: number) => (
    <NumberField
      path={`${path}.${key}`}
      label={label}
      optional
      min={least}
      max={MOST}
      value={f[key] ?? null}
      onChange={(v) => put({ [key]: v ?? undefined })}
    />
  )
  if (f.type === 'choice' || f.type === 'multiple') return <Options {...p} />
  if (f.type === 'number' || f.type === 'money')
    return (
      <div className="three">
        {number('min', '最小', -MOST)}
        {number('max', '最大', -MOST)}
        <TextField
          path={`${path}.unit`}
          label="单位"
          optional
          value={f.unit}
          onChange={(unit) => put({ unit })}
        />
      </div>
    )
  if (isText(f.type))
    return (
      <div className="two">
        {number('minLength', '最少字数', 0)}
        {number('maxLength', '最多字数', 1)}
      </div>
    )
  if (isDay(f.type))
    return (
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
    )
  if (f.type === 'region-address')
    return (
      <ChoiceField
        path={`${path}.regionDepth`}
        label="选到哪一级"
        value={f.regionDepth}
        options={[
          { value: 'street', label: '街道、乡镇' },
          { value: 'district', label: '区、县' },
        ]}
        onChange={(regionDepth) => put({ regionDepth })}
      />
    )
  if (f.type === 'person')
    return (
      <ManyField
        path={`${path}.idKinds`}
        label="收哪些证件（都不勾，就都收）"
        value={f.idKinds}
        options={ID_KINDS}
        onChange={(idKinds) => put({ idKinds })}
      />
    )
  if (f.type === 'file')
    return (
      <>
        <ManyField
          path={`${path}.accept`}
          label="收哪些文件"
          value={f.accept}
          options={ACCEPT.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={(accept) => accept.length > 0 && put({ accept })}
        />
        <NumberField
          path={`${path}.maxMegabytes`}
          label="最大多少 MB"
          min={1}
          max={200}
          value={f.maxMegabytes}
          onChange={(v) => put({ maxMegabytes: v ?? 20 })}
        />
      </>
    )
  return null
}

function Options({ field: f, english, put }: KindProps) {
  const change = (at: number, part: Partial<Column['options'][number]>) =>
    put({ options: f.options.map((o, i) => (i === at ? { ...o, ...part } : o)) })
  const fresh = (labels: string[]) => {
    const used = f.options.map((o) => o.value)
    return labels.map((label) => {
      const option = { ...newOption(used), label }
      used.push(option.value)
      return option
    })
  }
  /** A list that was copied from elsewhere comes in as one option a line. */
  const paste = (at: number, text: string) => {
    const labels = text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter(Boolean)
    const own = f.options[at]!
    const first = own.label === '' ? [{ ...own, label: labels[0]! }] : [own]
    const more = fresh(own.label === '' ? labels.slice(1) : labels)
    put({ options: f.options.toSpliced(at, 1, ...first, ...more) })
  }
  const swap = (at: number) => {
    const next = [...f.options]
    ;[next[at - 1], next[at]] = [next[at]!, next[at - 1]!]
    put({ options: next })
  }
  return (
    <fieldset className="field">
      <legend className="label">选项</legend>
      <span className="hint">可以把一整列选项粘贴进来，一行一个</span>
      {f.options.map((o, i) => (
        <div className="optionrow" key={o.value}>
          <Input
            aria-label={`第 ${i + 1} 个选项`}
            value={o.label}
            onChange={(e) => change(i, { label: e.target.value })}
            onPaste={(e) => {
              const text = e.clipboardData.getData('text')
              if (!text.trim().includes('\n')) return
              e.preventDefault()
              paste(i, text)
            }}
          />
          <Input
            aria-label={`第 ${i + 1} 个选项的说明`}
            placeholder="说明，选填"
            value={o.hint}
            onChange={(e) => change(i, { hint: e.target.value })}
          />
          {english && (
            <Input
              aria-label={`第 ${i + 1} 个选项的英文`}
              placeholder="英文"
              value={o.labelEn}
              onChange={(e) => change(i, { labelEn: e.target.value })}
            />
          )}
          <Button
            size="small"
            aria-label={`第 ${i + 1} 个选项上移`}
            aria-disabled={i === 0}
            onClick={() => i > 0 && swap(i)}
          >
            ↑
          </Button>
          <Button
            size="small"
            aria-label={`去掉选项“${o.label}”`}
            onClick={() => put({ options: f.options.filter((_, j) => j !== i) })}
          >
            去掉
          </Button>
        </div>
      ))}
      <div>
        <Button size="small" onClick={() => put({ options: [...f.options, ...fresh([''])] })}>
          加个选项
        </Button>
      </div>
    </fieldset>
  )
}
