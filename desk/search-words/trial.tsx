import type { TrialAnswer } from '../../src/catalogue/api/search-contract.ts'
import { Failed, Waiting } from '../parts/states.tsx'
import { useTrial } from './use-search-words.ts'

type Why = TrialAnswer['rows'][number]['why'][number]

const WHERE: Record<Exclude<Why['by'], 'nothing'>, (one: Why) => string> = {
  name: (one) => `「${one.text}」在名称或俗称「${one.through}」里`,
  slip: (one) => `「${one.text}」像「${one.through}」，差一点`,
  synonym: (one) => `「${one.text}」按词表是「${one.through}」`,
  topic: (one) => `「${one.text}」在主题「${one.through}」里`,
  organ: (one) => `「${one.text}」在部门名称里`,
  summary: (one) => `「${one.text}」在简介里`,
}

function whyInWords(why: readonly Why[]): string {
  const there = why.flatMap((one) => (one.by === 'nothing' ? [] : [WHERE[one.by](one)]))
  const lacking = why.filter((one) => one.by === 'nothing').map((one) => `「${one.text}」`)
  return [
    there.join('；') || '按拼音、首字母或整句接近',
    ...(lacking.length > 0 && there.length > 0 ? [`没有${lacking.join('、')}`] : []),
  ].join('；')
}

/** 试查: what somebody types, the first ten items as the hall would show them, and why. */
export function Trial({ q, onTry }: { q: string; onTry: (q: string) => void }) {
  const trial = useTrial(q)
  const data = trial.data
  return (
    <section aria-labelledby="trial">
      <h2 id="trial">试查</h2>
      <form
        className="seek"
        onSubmit={(event) => {
          event.preventDefault()
          onTry(String(new FormData(event.currentTarget).get('q') ?? '').trim())
        }}
      >
        <input
          key={q}
          name="q"
          type="search"
          maxLength={60}
          aria-label="像群众那样写一句"
          placeholder="像群众那样写一句，回车"
          defaultValue={q}
        />
      </form>
      {q === '' && <p className="small mid">和大厅用同一个搜索，写明每个事项为什么在这里。</p>}
      {q !== '' && trial.isPending && <Waiting what="试查结果" />}
      {trial.isError && <Failed what="试查结果" error={trial.error} retry={() => void trial.refetch()} />}
      {q !== '' && data && (
        <div role="status" aria-live="polite">
          <p className="small mid">
            {data.units.length > 0
              ? `看作：${data.units.map((unit) => unit.text).join(' · ')}。`
              : '按拼音或首字母找。'}
            {data.rows.length === 0
              ? '一个事项也没有，相近的也没有。'
              : data.answers
                ? '第一个对得上。'
                : '没有对得上的，大厅只列「最接近」。'}
          </p>
          <ol className="trialrows">
            {data.rows.map((row) => (
              <li key={row.itemId}>
                <b>{row.name}</b> <span className="mute small">{row.organName}</span>
                <span className="small mid block">
                  {row.covers}%　{whyInWords(row.why)}
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  )
}
