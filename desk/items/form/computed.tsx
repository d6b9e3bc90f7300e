import { Button, Input } from 'antd'
import type { Column, Form, Place } from './model.ts'
import { computeTerms, nearestFirst, type Term } from './reach.ts'

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

const isDays = (kind: Kind): boolean => kind === 'days' || kind === 'days-inclusive'
const isNumeral = (ref: string): boolean => /^-?\d+(\.\d+)?$/.test(ref)
const NUMBER = '#'

/** What a way of counting begins with: in the order of the form, days from one date to the next or over one period. */
function firstTerms(kind: Kind, near: Term[]): string[] {
  const [first, ...others] = near.filter((t) => fits(kind, t))
  if (!first) return []
  const pairs = kind === 'product' || kind === 'difference' || isDays(kind)
  if (!pairs || first.type === 'period') return [first.ref]
  const second = others.find((t) => t.type !== 'period')
  return second ? [second.ref, first.ref] : [first.ref]
}

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
  const near = nearestFirst(form, place)
  const ways = KINDS.filter((k) => {
    const fitting = all.filter((t) => fits(k.value, t))
    // Days lie between two dates, or within one period.
    return fitting.length > 1 || fitting.some((t) => !isDays(k.value) || t.type === 'period')
  })
  const begin = (kind: Kind): Computation => ({ kind, of: firstTerms(kind, near) })
  const terms = compute ? all.filter((t) => fits(compute.kind, t)) : []
  const put = (of: string[]) => compute && onChange({ ...compute, of })
  const isPeriod = (ref: string | undefined) => all.some((t) => t.ref === ref && t.type === 'period')
  const choose = (i: number, ref: string) => {
    if (!compute) return
    const of = compute.of.map((x, j) => (j === i ? ref : x))
    if (!isDays(compute.kind) || i > 0) return put(of)
    const other = near.find((t) => t.type === 'date' && t.ref !== ref)
    put(isPeriod(ref) ? [ref] : [ref, ...of.slice(1), ...(of.length === 1 && other ? [other.ref] : [])])
  }
  const mayAdd = compute && !(isDays(compute.kind) && (compute.of.length > 1 || isPeriod(compute.of[0])))
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
            onChange={(e) => choose(i, e.target.value === NUMBER ? '1' : e.target.value)}
          >
            {!isNumeral(ref) && !terms.some((t) => t.ref === ref) && (
              <option value={ref}>已经没有的字段</option>
            )}
            {terms
              .filter((t) => i === 0 || !isPeriod(t.ref))
              .map((t) => (
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
          {compute.of.length > 1 && !isDays(compute.kind) && (
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
      {compute && terms.length > 0 && mayAdd && (
        <div>
          <Button size="small" onClick={() => put([...compute.of, terms.at(-1)!.ref])}>
            再{JOINTS[compute.kind]}一个
          </Button>
        </div>
      )}
    </fieldset>
  )
}
