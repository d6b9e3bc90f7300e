import type { ChangeKindName, ChangeStateName } from '../../src/catalogue/api/life-contract.ts'
import { wayOf } from './words.ts'

/** 手续: the stations of a change, those behind, the one where it lies, those ahead. */
export function Way({ kind, state }: { kind: ChangeKindName; state: ChangeStateName | null }) {
  const way = wayOf(kind)
  const at = way.findIndex((s) => s.state === state)
  return (
    <ol className="way">
      {way.map((s, i) => {
        const done = state === 'in-force' || (at >= 0 && i < at)
        const now = i === at
        return (
          <li
            key={s.state}
            className={done ? 'done' : now ? 'now' : ''}
            aria-current={now ? 'step' : undefined}
          >
            <b>{s.name}</b>
            <span>{done ? '办完' : s.who}</span>
          </li>
        )
      })}
    </ol>
  )
}
