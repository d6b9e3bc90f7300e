import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { EntryRecordAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { dayOf } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { EndExceptionDrawer, ExceptionDrawer } from './exceptions.tsx'
import { ProposalDrawer } from './propose.tsx'
import { TodoLines } from './todo-lines.tsx'
import { useEntry } from './use-directory.ts'
import { VersionList } from './versions.tsx'
import {
  EXCEPTION_KINDS,
  levelNames,
  OPERATIONS,
  type Operation,
  PLACEMENTS,
  PROPOSAL_STATES,
  STATES,
  typeName,
} from './words.ts'

/** 目录事项: one entry with its basic elements, versions, bodies and exceptions, and what can be done with it. */
export default function DirectoryEntryPage({ officer }: { officer: Officer }) {
  const { code = '' } = useParams()
  const entry = useEntry(code)
  const name = entry.data?.elements.name ?? '目录事项'
  return (
    <Shell officer={officer} crumbs={[{ label: '基本目录', to: '/directory' }, { label: name }]}>
      {entry.isPending && <Waiting what="目录事项" />}
      {entry.isError && (
        <div className="pagehead">
          <h1 className="vh">目录事项</h1>
          <Failed what="目录事项" error={entry.error} retry={() => void entry.refetch()} />
        </div>
      )}
      {entry.data && <Record key={code} entry={entry.data} />}
    </Shell>
  )
}

function Record({ entry }: { entry: EntryRecordAnswer }) {
  const { elements, state } = entry
  return (
    <>
      <div className="pagehead recordtitle">
        <h1>{elements.name}</h1>
        <span className={`tag ${STATES[state].kind}`}>{STATES[state].word}</span>
        {entry.sample && <span className="tag">示例</span>}
        <span className="small mid">{entry.basicCode}</span>
        <span className="small mid">{typeName(elements.itemType)}</span>
        <span className="small mid">{entry.version > 0 ? `第 ${entry.version} 版` : '第 1 版没有生效'}</span>
      </div>
      <div className="entrywork">
        <Pane className="entrymain" label="目录事项的内容">
          <Lineage entry={entry} />
          <section>
            <h2>基本要素</h2>
            <dl className="pairs">
              <dt>行使层级</dt>
              <dd>{levelNames(elements.levels)}</dd>
              <dt>实施部门</dt>
              <dd>{elements.bodyKinds.join('、') || '没有写'}</dd>
              {elements.legalBasis.map((b, i) => (
                <Basis key={`${b.name}${b.clause}`} first={i === 0} {...b} />
              ))}
            </dl>
          </section>
          <Bodies entry={entry} />
          <VersionList versions={entry.versions} />
        </Pane>
        <Acts entry={entry} />
      </div>
    </>
  )
}

function Basis({
  first,
  name,
  number,
  clause,
  content,
}: {
  first: boolean
  name: string
  number: string
  clause: string
  content: string
}) {
  return (
    <>
      <dt>{first ? '设定依据' : ''}</dt>
      <dd>
        《{name}》{number && `（${number}）`} {clause}
        {content && <span className="small mid block">{content}</span>}
      </dd>
    </>
  )
}

function Lineage({ entry }: { entry: EntryRecordAnswer }) {
  const { parent, subItems, cameFrom, became } = entry
  const rows: [string, { basicCode: string; name: string }[]][] = [
    ['主项', parent ? [parent] : []],
    ['子项', subItems],
    ['来自', cameFrom],
    ['改为', became],
  ]
  const said = rows.filter(([, list]) => list.length > 0)
  if (said.length === 0) return null
  return (
    <section>
      <h2>与其他目录事项</h2>
      <dl className="pairs">
        {said.map(([label, list]) => (
          <Related key={label} label={label} list={list} />
        ))}
      </dl>
    </section>
  )
}

function Related({ label, list }: { label: string; list: { basicCode: string; name: string }[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {list.map((e) => (
          <span key={e.basicCode} className="block">
            <Link to={`/directory/${e.basicCode}`}>{e.name}</Link>{' '}
            <span className="small mute">{e.basicCode}</span>
          </span>
        ))}
      </dd>
    </>
  )
}

function Bodies({ entry }: { entry: EntryRecordAnswer }) {
  const { placed } = entry
  return (
    <section>
      <h2>
        实施部门 <span className="small mute">{placed.length} 个</span>
      </h2>
      {placed.length === 0 ? (
        <p className="small mid">
          {entry.subItems.length > 0
            ? '由子项实施，主项没有实施部门。'
            : entry.state === 'in-force'
              ? '还没有定实施部门。提出变更，写明由哪些部门实施。'
              : '现在不要求哪个部门实施。'}
        </p>
      ) : (
        <table className="grid tall">
          <caption className="vh">实施部门和进驻</caption>
          <thead>
            <tr>
              <th scope="col">进驻</th>
              <th scope="col">部门</th>
              <th scope="col" className="narrowgone">
                情况
              </th>
              <th scope="col">实施清单</th>
            </tr>
          </thead>
          <tbody>
            {placed.map((p) => (
              <tr key={p.body.organId}>
                <td>
                  <span className={`tag ${PLACEMENTS[p.placement].kind}`}>
                    {PLACEMENTS[p.placement].word}
                  </span>
                </td>
                <th scope="row">
                  {p.body.name} <span className="small mute block">{p.body.areaName}</span>
                </th>
                <td className="small mid narrowgone">{p.sentence}</td>
                <td className="small">
                  {p.items.map((i) => (
                    <span key={i.itemId} className="block">
                      <Link to={`/items/${i.itemId}`}>{i.name || entry.elements.name}</Link>{' '}
                      <span className="mute">{i.centre || '没有进驻'}</span>
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

const POSSIBLE: Record<EntryRecordAnswer['state'], Operation[]> = {
  waiting: [],
  'in-force': ['change', 'split', 'merge', 'suspend', 'cancel'],
  suspended: ['resume', 'change', 'cancel'],
  cancelled: [],
}

function Acts({ entry }: { entry: EntryRecordAnswer }) {
  const [opened, setOpened] = useState<Operation | 'exception' | null>(null)
  const [shown, setShown] = useState<Operation>('change')
  const [ending, setEnding] = useState<string | null>(null)
  const possible = entry.may.propose ? POSSIBLE[entry.state] : []
  const current = entry.exceptions.filter((e) => e.endedAt === null)
  const open = entry.proposals.find((p) => p.status === 'open')
  const waiting = entry.versions.find((v) => !v.inForce)
  return (
    <Pane className="side entryacts" label="办理">
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
          <p className="small mid">变动由实施它的部门（事项目录管理岗）或备案岗提出，审改部门决定。</p>
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
        {entry.may.recordExceptions && entry.placed.length > 0 && (
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
