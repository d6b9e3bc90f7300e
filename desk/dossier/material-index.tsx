import type { DossierRecord, MaterialView } from '../../src/casework/api/contract.ts'
import { SOURCE_NAMES } from './words.ts'

/** The form's place among the materials. */
export const FORM = 'form'

/** The next material that nobody has looked at, after the one in view, from the start where none follows. */
export function nextUnseen(record: DossierRecord, after?: string): MaterialView | undefined {
  const at = record.materials.findIndex((m) => m.key === after)
  const unseen = (m: MaterialView) => m.verdict === 'unseen' && m.key !== after
  return record.materials.slice(at + 1).find(unseen) ?? record.materials.find(unseen)
}

/** The list of what was handed in, with its verdicts; the form stands first. */
export function MaterialIndex({
  record,
  chosen,
  choose,
}: {
  record: DossierRecord
  chosen: string
  choose: (key: string) => void
}) {
  const seen = record.materials.filter((m) => m.verdict !== 'unseen').length
  const changed = record.form.groups.flatMap((g) => g.fields).filter((f) => f.before !== null).length
  return (
    <nav className="index" aria-label="材料">
      <div className="row between top">
        <h2>材料</h2>
        <span className="tiny mute">
          看过 {seen} / {record.materials.length}
        </span>
      </div>
      <ol>
        <li>
          <button
            type="button"
            aria-current={chosen === FORM ? 'true' : undefined}
            onClick={() => choose(FORM)}
          >
            <span className="ix">表</span>
            <span>
              申请表
              <small>{changed > 0 ? `补正改了 ${changed} 项` : '网上填写'}</small>
            </span>
          </button>
        </li>
        {record.materials.map((m, i) => (
          <li key={m.key}>
            <button
              type="button"
              aria-current={chosen === m.key ? 'true' : undefined}
              onClick={() => choose(m.key)}
            >
              <span className="ix">{i + 1}</span>
              <span>
                {m.name}
                <small>
                  {SOURCE_NAMES[m.source]}
                  {m.earlier.length > 0 && `，第 ${m.revision} 次交`}
                </small>
              </span>
              <VerdictMark verdict={m.verdict} />
            </button>
          </li>
        ))}
      </ol>
      <p className="tiny mute bottom">
        <kbd>N</kbd> 下一份 <kbd>1</kbd> 合格 <kbd>2</kbd> 须补正
      </p>
    </nav>
  )
}

export function VerdictMark({ verdict }: { verdict: MaterialView['verdict'] }) {
  if (verdict === 'ok') return <span className="mark good-ink">✓ 合格</span>
  if (verdict === 'fault') return <span className="mark warn-ink">▲ 须补正</span>
  return <span className="mark mute">○ 没看</span>
}
