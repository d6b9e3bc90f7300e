import { Button, Checkbox, Input } from 'antd'
import { Said } from '../findings.tsx'
import { controlId } from '../sections.ts'
import type { Form, Group, Place } from './model.ts'
import { conditionSubjects } from './reach.ts'

type Condition = Group['when'][number]
type Test = Condition['test']

/** How a condition is read, by the kind of the field that it looks at. */
function testsFor(type: string): { value: Test; label: string }[] {
  if (type === 'choice' || type === 'multiple')
    return [
      { value: 'is', label: '选了' },
      { value: 'not', label: '选的不是' },
      { value: 'filled', label: '选了任何一个' },
    ]
  if (type === 'number' || type === 'money')
    return [
      { value: 'at-least', label: '不小于' },
      { value: 'at-most', label: '不大于' },
      { value: 'filled', label: '填了' },
    ]
  if (type === 'date')
    return [
      { value: 'at-least', label: '不早于' },
      { value: 'at-most', label: '不晚于' },
      { value: 'filled', label: '填了' },
    ]
  return [{ value: 'filled', label: '填了' }]
}

/** What is not on offer: a part that this kind of field has not, or a field that is gone or stands later. */
function nameOf(form: Form, ref: string): string {
  const [key, part] = ref.split('.')
  const field = form.groups.flatMap((g) => g.fields).find((f) => f.key === key)
  if (!field) return '已经没有的字段'
  return part ? `${field.label}里的一项` : `${field.label}（在后面）`
}

/** 「当 经营方式 选了 餐饮服务 时才问」: one line a condition. */
export function Conditions({
  form,
  place,
  path,
  when,
  mode,
  onChange,
}: {
  form: Form
  place: Place
  path: string
  when: Condition[]
  mode: 'all' | 'any'
  onChange: (change: { when?: Condition[]; whenMode?: 'all' | 'any' }) => void
}) {
  const subjects = conditionSubjects(form, place)
  const put = (i: number, next: Condition) => onChange({ when: when.map((c, j) => (j === i ? next : c)) })
  const what = place.field === undefined ? '这一组' : '这一项'
  const fresh = (ref: string): Condition => {
    const { type } = subjects.find((x) => x.ref === ref)!
    return { field: ref, test: testsFor(type)[0]!.value, values: [] }
  }
  return (
    <fieldset className="field sentences" id={controlId(`${path}.when`)} tabIndex={-1}>
      <legend className="label">什么时候问</legend>
      {when.length === 0 && (
        <p className="small mid">
          {subjects.length === 0 ? `前面没有能作条件的字段，${what}都问。` : `${what}都问。`}
        </p>
      )}
      {when.map((c, i) => {
        const subject = subjects.find((x) => x.ref === c.field)
        const tests = testsFor(subject?.type ?? 'text')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name than their place
          <div className="sentence" key={i}>
            <span>{i === 0 ? '当' : mode === 'all' ? '并且' : '或者'}</span>
            <select
              className="pick"
              aria-label={`第 ${i + 1} 个条件看哪个字段`}
              value={c.field}
              onChange={(e) => put(i, fresh(e.target.value))}
            >
              {!subject && <option value={c.field}>{nameOf(form, c.field)}</option>}
              {subjects.map((x) => (
                <option key={x.ref} value={x.ref}>
                  {x.label}
                </option>
              ))}
            </select>
            <select
              className="pick"
              aria-label={`第 ${i + 1} 个条件怎么比`}
              value={c.test}
              onChange={(e) => put(i, { ...c, test: e.target.value as Test })}
            >
              {tests.map((t) => (
                <option key={t.value} value={t.value}>
                  {t.label}
                </option>
              ))}
            </select>
            {(c.test === 'is' || c.test === 'not') && subject && (
              <span className="ticks">
                {subject.options.map((o) => (
                  <Checkbox
                    key={o.value}
                    checked={c.values.includes(o.value)}
                    onChange={(e) =>
                      put(i, {
                        ...c,
                        values: e.target.checked
                          ? [...c.values, o.value]
                          : c.values.filter((v) => v !== o.value),
                      })
                    }
                  >
                    {o.label || '没有写的选项'}
                  </Checkbox>
                ))}
              </span>
            )}
            {(c.test === 'at-least' || c.test === 'at-most') && (
              <Input
                className="short"
                type={subject?.type === 'date' ? 'date' : 'text'}
                inputMode="decimal"
                aria-label={`第 ${i + 1} 个条件的值`}
                value={c.values[0] ?? ''}
                onChange={(e) => put(i, { ...c, values: [e.target.value.trim()] })}
              />
            )}
            {i === when.length - 1 && <span>时才问</span>}
            <Button
              size="small"
              aria-label={`去掉第 ${i + 1} 个条件`}
              onClick={() => onChange({ when: when.filter((_, j) => j !== i) })}
            >
              去掉
            </Button>
          </div>
        )
      })}
      <div className="row">
        {subjects.length > 0 && (
          <Button size="small" onClick={() => onChange({ when: [...when, fresh(subjects.at(-1)!.ref)] })}>
            {when.length === 0 ? '只在某种回答时问' : '再加一个条件'}
          </Button>
        )}
        {when.length > 1 && (
          <select
            className="pick"
            aria-label="几个条件怎么合起来"
            value={mode}
            onChange={(e) => onChange({ whenMode: e.target.value as 'all' | 'any' })}
          >
            <option value="all">都满足才问</option>
            <option value="any">满足一个就问</option>
          </select>
        )}
      </div>
      <Said path={`${path}.when`} />
    </fieldset>
  )
}
