import { Button, Input } from 'antd'
import type { Column, Form, Place } from './model.ts'
import { computeTerms, type Term } from './reach.ts'

type Computation = NonNullable<Column['compute']>
type Kind = Computation['kind']

const KINDS: { value: Kind; label: string }[] = [
  { value: 'sum', label: '加起来' },
  { value: 'product', label: '相乘' },
  { value: 'difference', label: '第一个减后面的' },
  { value: 'count', label: '有几行、几个、几项' },
  { value: 'days', label: '第一天到第二天有几天' },
  { value: 'days-inclusive', label: '第一天到第二天有几天，两头都算' },
]

/** What fits each way of counting. */
function fits(kind: Kind, { type, ref }: Term): boolean {
  const number = type === 'number' || type === 'money'
  if (kind === 'count') return !ref.includes('.') && ['table', 'group', 'multiple'].includes(type)
  if (kind === 'days' || kind === 'days-inclusive')
    return !ref.includes('.') && ['date', 'period'].includes(type)
  if (kind === 'sum') return number
  return number && !ref.includes('.')
}

const JOINTS: Record<Kind, string> = {
  sum: '加',
  product: '乘',
  difference: '减',
  count: '和',
  days: '到',
  'days-inclusive': '到',
}

const isNumeral = (ref: string): boolean => /^-?\d+(\.\d+)?$/.test(ref)
const NUMBER = '#'

/** 「由申请人填」 or 「自动算：单价 乘 数量」. */
export function Computed({
  form,
  place,
  compute,
  onChange,
}: {
  form: Form
  place: Place
  compute: Computation | undefined
  onChange: (compute: Computation | undefined) => void
}) {
  const all = computeTerms(form, place)
  const ways = KINDS.filter((k) => all.some((t) => fits(k.value, t)))
  const begin = (kind: Kind): Computation => {
    const terms = all.filter((t) => fits(kind, t))
    const two = kind === 'product' || kind === 'difference' || kind.startsWith('days')
    const most = two && terms[0]?.type !== 'period' ? 2 : 1
    return { kind, of: terms.slice(0, most).map((t) => t.ref) }
  }
  const terms = compute ? all.filter((t) => fits(compute.kind, t)) : []
  const put = (of: string[]) => compute && onChange({ ...compute, of })
  const takesNumber = compute !== undefined && ['sum', 'product', 'difference'].includes(compute.kind)
  if (!compute && ways.length === 0) return null
  return (
    <fieldset className="field sentences">
      <legend className="label">谁来填</legend>
      <div className="row">
        <select
          className="pick"
          aria-label="谁来填"
          value={compute?.kind ?? ''}
          onChange={(e) => onChange(e.target.value === '' ? undefined : begin(e.target.value as Kind))}
        >
          <option value="">申请人填</option>
          {KINDS.filter((k) => k.value === compute?.kind || ways.includes(k)).map((k) => (
            <option key={k.value} value={k.value}>
              自动算：{k.label}
            </option>
          ))}
        </select>
      </div>
      {compute?.of.map((ref, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same field may be named twice
        <div className="sentence" key={i}>
          <span>{i === 0 ? '用' : JOINTS[compute.kind]}</span>
          <select
            className="pick"
            aria-label={`用来算的第 ${i + 1} 个`}
            value={isNumeral(ref) ? NUMBER : ref}
            onChange={(e) =>
              put(
                compute.of.map((x, j) => (j === i ? (e.target.value === NUMBER ? '1' : e.target.value) : x)),
              )
            }
          >
            {!isNumeral(ref) && !terms.some((t) => t.ref === ref) && (
              <option value={ref}>已经没有的字段</option>
            )}
            {terms.map((t) => (
              <option key={t.ref} value={t.ref}>
                {t.label}
              </option>
            ))}
            {takesNumber && <option value={NUMBER}>一个固定的数</option>}
          </select>
          {isNumeral(ref) && (
            <Input
              className="short"
              inputMode="decimal"
              aria-label={`第 ${i + 1} 个固定的数`}
              defaultValue={ref}
              onBlur={(e) => {
                const typed = e.target.value.trim()
                if (isNumeral(typed)) put(compute.of.map((x, j) => (j === i ? typed : x)))
                else e.target.value = ref
              }}
            />
          )}
          {compute.of.length > 1 && (
            <Button
              size="small"
              aria-label={`去掉用来算的第 ${i + 1} 个`}
              onClick={() => put(compute.of.filter((_, j) => j !== i))}
            >
              去掉
            </Button>
          )}
        </div>
      ))}
      {compute && terms.length > 0 && !(compute.kind.startsWith('days') && compute.of.length > 1) && (
        <div>
          <Button size="small" onClick={() => put([...compute.of, terms.at(-1)!.ref])}>
            再{JOINTS[compute.kind]}一个
          </Button>
        </div>
      )}
    </fieldset>
  )
}
