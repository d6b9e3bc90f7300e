import { Button, Input } from 'antd'
import type { Column, Form, Place } from './model.ts'
import { checkFields } from './reach.ts'

type Check = Column['checks'][number]
type Test = Check['test']

function testsFor(type: Column['type']): { value: Test; label: string }[] {
  const same: { value: Test; label: string }[] = [
    { value: 'same-as', label: '要和它一样' },
    { value: 'differs-from', label: '不能和它一样' },
  ]
  if (type === 'number' || type === 'money')
    return [{ value: 'at-least', label: '不能小于' }, { value: 'at-most', label: '不能大于' }, ...same]
  if (type === 'date')
    return [{ value: 'not-before', label: '不能早于' }, { value: 'not-after', label: '不能晚于' }, ...same]
  if (type === 'text') return [{ value: 'shape', label: '要照这个样子' }, ...same]
  return ['phone', 'person-name', 'resident-id', 'credit-code', 'address'].includes(type) ? same : []
}

const FIXED = '#'
const isFixed = (against: string, others: Column[]): boolean =>
  against !== 'today' && !others.some((f) => f.key === against)

/** The sentence that says it, until the clerk writes another. */
function sentenceOf(field: Column, { test, against }: Check, others: Column[]): string {
  const name = field.label || '这一项'
  const other = others.find((f) => f.key === against)
  const what = against === 'today' ? '今天' : other ? `“${other.label}”` : against
  switch (test) {
    case 'at-least':
      return `${name}不能小于${what}，请核对。`
    case 'at-most':
      return `${name}不能大于${what}，请核对。`
    case 'not-before':
      return `${name}不能早于${what}，请核对。`
    case 'not-after':
      return `${name}不能晚于${what}，请核对。`
    case 'same-as':
      return `${name}要和${what}一样，请核对。`
    case 'differs-from':
      return `${name}不能和${what}一样，请改一项。`
    default:
      return `${name}的写法不对，请按“${against}”的样子写。`
  }
}

/** Rules of the item's own, each with what the applicant is told. */
export function Checks({
  form,
  place,
  field,
  english,
  onChange,
}: {
  form: Form
  place: Place
  field: Column
  english: boolean
  onChange: (checks: Check[]) => void
}) {
  const tests = testsFor(field.type)
  if (tests.length === 0) return null
  const others = checkFields(form, place)
  const { checks } = field
  const put = (i: number, part: Partial<Check>) =>
    onChange(
      checks.map((c, j) => {
        if (j !== i) return c
        const next = { ...c, ...part }
        const own = part.sentence === undefined && c.sentence === sentenceOf(field, c, others)
        return own ? { ...next, sentence: sentenceOf(field, next, others) } : next
      }),
    )
  const add = () => {
    const [first] = tests
    const against = first!.value === 'shape' ? '' : field.type === 'date' ? 'today' : (others[0]?.key ?? '0')
    const fresh: Check = { test: first!.value, against, sentence: '', sentenceEn: '' }
    onChange([...checks, { ...fresh, sentence: sentenceOf(field, fresh, others) }])
  }
  return (
    <fieldset className="field sentences">
      <legend className="label">填得对不对</legend>
      {checks.map((c, i) => {
        const fixed = isFixed(c.against, others)
        const n = `第 ${i + 1} 条规则`
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no other name than their place
          <div className="checkrule" key={i}>
            <div className="sentence">
              <select
                className="pick"
                aria-label={n}
                value={c.test}
                onChange={(e) => {
                  const test = e.target.value as Test
                  put(i, { test, ...(test === 'shape' || c.test === 'shape' ? { against: '' } : {}) })
                }}
              >
                {tests.map((t) => (
                  <option key={t.value} value={t.value}>
                    {t.label}
                  </option>
                ))}
              </select>
              {c.test !== 'shape' && (
                <select
                  className="pick"
                  aria-label={`${n}和什么比`}
                  value={fixed ? FIXED : c.against}
                  onChange={(e) => put(i, { against: e.target.value === FIXED ? '' : e.target.value })}
                >
                  {field.type === 'date' && <option value="today">提交那天</option>}
                  {others.map((f) => (
                    <option key={f.key} value={f.key}>
                      {f.label || '没有名称的字段'}
                    </option>
                  ))}
                  <option value={FIXED}>写一个值</option>
                </select>
              )}
              {(fixed || c.test === 'shape') && (
                <Input
                  className="short"
                  type={field.type === 'date' ? 'date' : 'text'}
                  aria-label={`${n}的值`}
                  value={c.against}
                  onChange={(e) => put(i, { against: e.target.value })}
                />
              )}
              <Button
                size="small"
                aria-label={`去掉${n}`}
                onClick={() => onChange(checks.filter((_, j) => j !== i))}
              >
                去掉
              </Button>
            </div>
            {c.test === 'shape' && (
              <span className="hint">
                0 是一位数字，A 是一个大写字母，* 两样都行，别的照写。例如 闽A·00000
              </span>
            )}
            <Input
              aria-label={`${n}不满足时说什么`}
              placeholder="不满足时对申请人说什么"
              value={c.sentence}
              onChange={(e) => put(i, { sentence: e.target.value })}
            />
            {english && (
              <Input
                aria-label={`${n}的英文`}
                placeholder="英文"
                value={c.sentenceEn}
                onChange={(e) => put(i, { sentenceEn: e.target.value })}
              />
            )}
          </div>
        )
      })}
      <div>
        <Button size="small" onClick={add}>
          加一条规则
        </Button>
      </div>
    </fieldset>
  )
}
