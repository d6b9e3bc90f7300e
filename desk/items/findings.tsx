import { createContext, useContext } from 'react'
import type { FindingAnswer } from '../../src/catalogue/api/contract.ts'
import { RulesDrawer } from './findings-rules.tsx'
import { blocking, controlId, SECTIONS, sectionOf } from './sections.ts'

const Findings = createContext<FindingAnswer[]>([])
export const FindingsProvider = Findings.Provider

/** What the gate says of exactly this control. */
export const useFindings = (path: string): FindingAnswer[] =>
  useContext(Findings).filter((f) => f.path === path)

/** How much of what stops publication lies inside this part, e.g. of one material. */
export const useStopsUnder = (path: string): number =>
  blocking(useContext(Findings)).filter((f) => f.path === path || f.path.startsWith(`${path}.`)).length

/** The id of what is written under a control, which the control names as its description. */
export const saidId = (path: string): string => `${controlId(path)}-said`

/** Under a control: what it is for, and what the gate says of it, with its ground. */
export function Said({ path, hint }: { path: string; hint?: string | undefined }) {
  const said = useFindings(path)
  return (
    <div className="fieldsaid" id={saidId(path)}>
      {hint && <span className="hint">{hint}</span>}
      {said.map((f) => (
        <span key={f.id} className={f.severity === 'blocks' ? 'wrong' : 'warned'}>
          <Mark severity={f.severity} /> {f.sentence}{' '}
          {f.citation && <span className="ground">{f.citation}</span>}
        </span>
      ))}
    </div>
  )
}

/** ■ stops, ▲ is only said; read aloud as a word. */
export function Mark({ severity }: { severity: FindingAnswer['severity'] }) {
  return (
    <>
      <span aria-hidden="true">{severity === 'blocks' ? '■' : '▲'}</span>
      <span className="vh">{severity === 'blocks' ? '拦住' : '提醒'}</span>
    </>
  )
}

/** 发布检查: what stops and what is only said, section by section, each a link to its field. */
export function FindingList({
  findings,
  whatNow,
  follow,
}: {
  findings: FindingAnswer[]
  /** What the findings mean for who looks at them now. */
  whatNow: string
  /** Leads to the field that a finding is about. */
  follow: (path: string) => void
}) {
  const stops = blocking(findings)
  const warns = findings.filter((f) => f.severity === 'warns')
  return (
    <>
      <section aria-live="polite">
        <div className="row between">
          <h2>发布检查</h2>
          <RulesDrawer findings={findings} />
        </div>
        <p className="small mute">{whatNow}</p>
      </section>
      {stops.length > 0 && (
        <section>
          <h3 className="alarm">■ 拦住 {stops.length} 项</h3>
          <Lines findings={stops} follow={follow} />
        </section>
      )}
      {warns.length > 0 && (
        <section>
          <h3 className="warn-ink">▲ 提醒 {warns.length} 项</h3>
          <Lines findings={warns} follow={follow} />
        </section>
      )}
    </>
  )
}

/** How many of one rule stand in sight before the rest is folded. */
const IN_SIGHT = 3

function Lines({ findings, follow }: { findings: FindingAnswer[]; follow: (path: string) => void }) {
  const groups = SECTIONS.map((s) => ({
    ...s,
    own: findings.filter((f) => sectionOf(f.path) === s.id),
  })).filter((g) => g.own.length > 0)
  return groups.map((group) => {
    const nth = new Map<string, number>()
    const counted = group.own.map((f) => {
      nth.set(f.id, (nth.get(f.id) ?? 0) + 1)
      return { finding: f, folded: nth.get(f.id)! > IN_SIGHT }
    })
    const folded = counted.filter((c) => c.folded).map((c) => c.finding)
    return (
      <div key={group.id} className="findinggroup">
        <h4>{group.name}</h4>
        <List findings={counted.filter((c) => !c.folded).map((c) => c.finding)} follow={follow} />
        {folded.length > 0 && (
          <details className="fold">
            <summary>同样的还有 {folded.length} 处</summary>
            <List findings={folded} follow={follow} />
          </details>
        )}
      </div>
    )
  })
}

function List({ findings, follow }: { findings: FindingAnswer[]; follow: (path: string) => void }) {
  return (
    <ol className="findings">
      {findings.map((f, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand twice, for two entries
        <li key={`${f.id}${f.path}${i}`}>
          <button type="button" className="linklike" onClick={() => follow(f.path)}>
            {f.sentence}
          </button>{' '}
          {f.citation && <span className="ground">{f.citation}</span>}
        </li>
      ))}
    </ol>
  )
}
