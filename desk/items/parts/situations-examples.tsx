import { Button, Checkbox, Input } from 'antd'
import type { Trial } from '../../../src/catalogue/api/situation-contract.ts'
import { Said } from '../findings.tsx'
import { controlId } from '../sections.ts'
import type { SituationsEdit } from './situations.tsx'

type Example = SituationsEdit['s']['examples'][number]

/** 例子: answers with what the clerk expects of them, run at every change; one that fails stops publication. */
export function Examples({ edit, s, put, results }: SituationsEdit & { results: Trial['examples'] }) {
  const change = (at: number, next: Partial<Example>) =>
    put({ examples: s.examples.map((e, j) => (j === at ? { ...e, ...next } : e)) })
  return (
    <section className="formgap" id={controlId('situations.examples')} tabIndex={-1}>
      <h3>例子</h3>
      <p className="small mid">
        {s.examples.length === 0
          ? '在上面试一试，把对的结果存为例子。以后改了表，例子变了就拦住发布。'
          : '每次改表都重新算一遍。没有通过的拦住发布：改表，或者改例子应有的结果。'}
      </p>
      <Said path="situations.examples" />
      {s.examples.map((example, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an example has no other name than its place
        <details className="entry" key={i} id={controlId(`situations.examples.${i}`)}>
          <summary>
            <Verdict result={results[i]} />
            <b>{example.name || `例子 ${i + 1}`}</b>
          </summary>
          <div className="entrybody">
            {results[i]?.differences.map((difference) => (
              <p key={difference} className="alarm">
                {difference}
              </p>
            ))}
            <div className="field">
              <label htmlFor={`example-${i}`}>名称</label>
              <Input
                id={`example-${i}`}
                value={example.name}
                onChange={(e) => change(i, { name: e.target.value })}
              />
            </div>
            <Answers example={example} s={s} />
            <Expected edit={edit} example={example} set={(expects) => change(i, { expects })} />
            <div className="row">
              <span className="spring" />
              <Button size="small" onClick={() => put({ examples: s.examples.filter((_, j) => j !== i) })}>
                去掉这个例子
              </Button>
            </div>
          </div>
        </details>
      ))}
    </section>
  )
}

function Verdict({ result }: { result: Trial['examples'][number] | undefined }) {
  if (!result) return <span className="tag">还没算</span>
  return result.pass ? <span className="tag ok">✓ 通过</span> : <span className="tag bad">■ 没通过</span>
}

function Answers({ example, s }: { example: Example; s: SituationsEdit['s'] }) {
  return (
    <dl className="trylists">
      <div>
        <dt>回答</dt>
        {Object.entries(example.answers).map(([key, value]) => {
          const question = s.questions.find((q) => q.key === key)
          return (
            <dd key={key}>
              {question?.text ?? key}　
              <b>{question?.options.find((o) => o.value === value)?.label ?? value}</b>
            </dd>
          )
        })}
      </div>
    </dl>
  )
}

function Expected({
  edit,
  example: { expects },
  set,
}: {
  edit: SituationsEdit['edit']
  example: Example
  set: (expects: Example['expects']) => void
}) {
  const { materials, steps, fee } = edit.content
  const lists = [
    { key: 'materials', label: '应交的材料', all: materials.map((m) => [m.key, m.name] as const) },
    { key: 'steps', label: '应走的环节', all: steps.map((step) => [step.key, step.name] as const) },
    {
      key: 'fees',
      label: '应收的费',
      all: (fee?.charged ? fee.items : []).map((f) => [f.name, f.name] as const),
    },
  ] as const
  const toggle = (key: (typeof lists)[number]['key'], all: readonly string[], value: string, on: boolean) => {
    const wanted = new Set(expects[key])
    if (on) wanted.add(value)
    else wanted.delete(value)
    // In the order of the guide; what the guide no longer has goes.
    set({ ...expects, [key]: all.filter((k) => wanted.has(k)) })
  }
  return (
    <fieldset className="field">
      <legend className="label">应有的结果</legend>
      <Checkbox
        checked={expects.eligible}
        disabled={edit.readOnly}
        onChange={(e) => set({ ...expects, eligible: e.target.checked })}
      >
        符合条件
      </Checkbox>
      {lists.map(({ key, label, all }) =>
        all.length === 0 ? null : (
          <fieldset className="field many" key={key}>
            <legend className="label">{label}</legend>
            <div className="manyoptions">
              {all.map(([value, name]) => (
                <Checkbox
                  key={value}
                  checked={expects[key].includes(value)}
                  disabled={edit.readOnly}
                  onChange={(e) =>
                    toggle(
                      key,
                      all.map(([k]) => k),
                      value,
                      e.target.checked,
                    )
                  }
                >
                  {name}
                </Checkbox>
              ))}
            </div>
          </fieldset>
        ),
      )}
      {expects.variant !== '' && <p className="small">转到 {expects.variant}</p>}
    </fieldset>
  )
}
