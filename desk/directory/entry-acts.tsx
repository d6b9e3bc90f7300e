import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import type { EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { dayOf } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Note } from '../parts/states.tsx'
import { EndExceptionDrawer, ExceptionDrawer } from './exceptions.tsx'
import { ProposalDrawer } from './propose.tsx'
import { TodoLines } from './todo-lines.tsx'
import { EXCEPTION_KINDS, OPERATIONS, type Operation, PROPOSAL_STATES } from './words.ts'

const POSSIBLE: Record<EntryRecordAnswer['state'], Operation[]> = {
  waiting: [],
  'in-force': ['change', 'split', 'merge', 'suspend', 'cancel'],
  suspended: ['resume', 'change', 'cancel'],
  cancelled: [],
}

/** What can be done with an entry, and what is under way with it. */
export function EntryActs({ entry }: { entry: EntryRecordAnswer }) {
  const [opened, setOpened] = useState<Operation | 'exception' | null>(null)
  const [shown, setShown] = useState<Operation>('change')
  const [ending, setEnding] = useState<string | null>(null)
  const possible = entry.may.propose ? POSSIBLE[entry.state] : []
  const current = entry.exceptions.filter((e) => e.endedAt === null)
  const open = entry.proposals.find((p) => p.status === 'open')
  const waiting = entry.versions.find((v) => !v.inForce)
  return (
    <Pane className="side entryacts" label="变动和例外">
      <section>
        <h2>变动</h2>
        {open && (
          <Note kind="warn">
            {open.organName}
            {dayOf(open.proposedAt)}提出{OPERATIONS[open.operation]}，等审改部门决定。
            <Link to={`/directory/proposals?p=${open.proposalId}`}>看提议</Link>
          </Note>
        )}
        {waiting && (
          <Note kind="warn">
            第 {waiting.version} 版（{OPERATIONS[waiting.operation]}）已同意，{waiting.effectiveOn} 生效。
          </Note>
        )}
        {!entry.underChange && possible.length > 0 && (
          <div className="minor">
            {possible.map((operation) => (
              <Button
                key={operation}
                className={operation === 'cancel' ? 'danger-act' : ''}
                onClick={() => {
                  setShown(operation)
                  setOpened(operation)
                }}
              >
                提出{OPERATIONS[operation]}
              </Button>
            ))}
          </div>
        )}
        {!entry.may.propose && (
          <p className="small mid">变动由实施它的部门（事项管理岗）或备案岗提出，审改部门决定。</p>
        )}
        {entry.state === 'cancelled' && <p className="small mid">已经取消，只看不改。</p>}
      </section>
      {entry.todos.length > 0 && (
        <section>
          <h2>要核对的事项</h2>
          <TodoLines todos={entry.todos} />
        </section>
      )}
      <section>
        <h2>不进驻的例外</h2>
        {current.length === 0 && <p className="small mid">没有。</p>}
        <ul className="past">
          {current.map((e) => (
            <li key={e.exceptionId} className="small">
              <b>{e.organName}</b>：{EXCEPTION_KINDS[e.kind]}。{e.government} {e.approvedOn} 批准（
              {e.document}
              ）。
              <span className="mid block">{e.reason}</span>
              {entry.may.recordExceptions && (
                <button type="button" className="linklike" onClick={() => setEnding(e.exceptionId)}>
                  终止
                </button>
              )}
            </li>
          ))}
        </ul>
        {entry.may.recordExceptions && entry.placed.length > current.length && (
          <div className="minor">
            <Button onClick={() => setOpened('exception')}>登记例外</Button>
          </div>
        )}
      </section>
      {entry.proposals.length > 0 && (
        <section>
          <h2>提议</h2>
          <ul className="log">
            {entry.proposals.map((p) => (
              <li key={p.proposalId}>
                <time>{dayOf(p.proposedAt)}</time>
                <span>
                  {OPERATIONS[p.operation]}{' '}
                  <span className={`tag ${PROPOSAL_STATES[p.status].kind}`}>
                    {PROPOSAL_STATES[p.status].word}
                  </span>
                  <span className="said mid block">
                    {p.proposedBy}
                    {p.answer && `。${p.decidedBy}：${p.answer}`}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ProposalDrawer
        operation={shown}
        entry={entry}
        open={opened === shown}
        onClose={() => setOpened(null)}
      />
      <ExceptionDrawer entry={entry} open={opened === 'exception'} onClose={() => setOpened(null)} />
      <EndExceptionDrawer exceptionId={ending} onClose={() => setEnding(null)} />
    </Pane>
  )
}
