import type { Check } from '../../src/casework/api/contract.ts'
import { articleName } from './words.ts'

/** What the act still asks for, as links to it, and what the law says of it, with its article. */
export function CheckList({ checks, follow }: { checks: Check[]; follow: (to: string) => void }) {
  if (checks.length === 0) return null
  return (
    <ul className="checks" id="checks">
      {checks.map((c) => (
        <li key={`${c.act}${c.sentence}`} className={c.state}>
          {c.sentence}
          {c.targets.length > 0 && '：'}
          {c.targets.map((t, i) => (
            <span key={t.to}>
              {i > 0 && '、'}
              <button type="button" className="linklike" onClick={() => follow(t.to)}>
                {t.label}
              </button>
            </span>
          ))}{' '}
          {c.article !== null && (
            <a className="article" href={`/regulation#article-${c.article}`} target="_blank" rel="noreferrer">
              {articleName(c.article)}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

export const blocked = (checks: Check[]): boolean =>
  checks.some((c) => c.state === 'todo' || c.state === 'no')
