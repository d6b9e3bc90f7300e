import { createContext, useContext } from 'react'
import type { FindingAnswer } from '../../src/catalogue/api/contract.ts'
import { RulesDrawer } from './findings-rules.tsx'
import { blocking, focusPath, SECTIONS, type SectionId, sectionOf } from './sections.ts'

const Findings = createContext<FindingAnswer[]>([])
export const FindingsProvider = Findings.Provider

/** What the gate says of exactly this control. */
export const useFindings = (path: string): FindingAnswer[] =>
  useContext(Findings).filter((f) => f.path === path)

/** 发布检查: what stops and what is only said, each a link to its field. */
export function FindingList({
  findings,
  drafted,
  open,
}: {
  findings: FindingAnswer[]
  /** There is a draft that could be published. */
  drafted: boolean
  open: (section: SectionId) => void
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
        <p className="small mute">
          {stops.length > 0
            ? '拦住的改完才能提交，提醒的可以留着。'
            : drafted
              ? '没有拦住的，可以提交审核。'
              : '没有改动，不用提交。'}
        </p>
      </section>
      {stops.length > 0 && (
        <section>
          <h3 className="alarm">■ 拦住 {stops.length} 项</h3>
          <Lines findings={stops} open={open} />
        </section>
      )}
      {warns.length > 0 && (
        <section>
          <h3 className="warn-ink">▲ 提醒 {warns.length} 项</h3>
          <Lines findings={warns} open={open} />
        </section>
      )}
    </>
  )
}

function Lines({ findings, open }: { findings: FindingAnswer[]; open: (section: SectionId) => void }) {
  return (
    <ol className="findings">
      {findings.map((f, i) => {
        const section = sectionOf(f.path)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand twice, for two entries
          <li key={`${f.id}${f.path}${i}`}>
            <button
              type="button"
              className="linklike"
              onClick={() => {
                open(section)
                setTimeout(() => focusPath(f.path), 60)
              }}
            >
              {f.sentence}
            </button>
            <span className="tiny mute">
              {SECTIONS.find((s) => s.id === section)?.name}
              {f.citation && `　${f.citation}`}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
