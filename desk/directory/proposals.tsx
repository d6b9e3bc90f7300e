import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import type { ProposalAnswer } from '../../src/catalogue/api/directory-contract.ts'
import { dayOf } from '../dates.ts'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/directory.css'
import { DecisionForm } from './decision.tsx'
import { DirectoryHead } from './head.tsx'
import { ProposalDrawer } from './propose.tsx'
import { useEntry, useProposals } from './use-directory.ts'
import { Difference } from './versions.tsx'
import { levelNames, OPERATIONS, PROPOSAL_STATES, typeName } from './words.ts'

/** 变动提议: the queue of the reform body, and what became of each proposal for those who made it. */
export default function ProposalsPage({ officer }: { officer: Officer }) {
  const proposals = useProposals()
  const [params] = useSearchParams()
  const rows = [...(proposals.data?.rows ?? [])].sort(
    (a, b) => Number(b.status === 'open') - Number(a.status === 'open'),
  )
  const chosen = rows.find((p) => p.proposalId === params.get('p')) ?? rows[0]
  const open = rows.filter((p) => p.status === 'open').length
  return (
    <Shell officer={officer} crumbs={[{ label: '基本目录', to: '/directory' }, { label: '变动提议' }]}>
      <DirectoryHead title="变动提议" here="/directory/proposals" />
      {proposals.isPending && <Waiting what="变动提议" />}
      {proposals.isError && (
        <Failed what="变动提议" error={proposals.error} retry={() => void proposals.refetch()} />
      )}
      {proposals.data && rows.length === 0 && (
        <Pane className="pagebody" label="提议列表">
          <Empty title="没有变动提议。">在目录里打开一个事项提出，或者在目录页提出新增。</Empty>
        </Pane>
      )}
      {chosen && (
        <div className="queue">
          <Pane className="queuelist" label="提议列表">
            <ul>
              {rows.map((p) => (
                <li key={p.proposalId}>
                  <Link
                    to={`/directory/proposals?p=${p.proposalId}`}
                    aria-current={p === chosen ? 'true' : undefined}
                  >
                    <b>
                      {OPERATIONS[p.operation]}　{titleOf(p)}
                    </b>
                    <span className="small mute">
                      {p.organName}　{dayOf(p.proposedAt)}
                    </span>
                    <span className={`tag ${PROPOSAL_STATES[p.status].kind}`}>
                      {PROPOSAL_STATES[p.status].word}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </Pane>
          <Proposal key={chosen.proposalId} proposal={chosen} mayDecide={proposals.data!.mayDecide} />
        </div>
      )}
      <KeyBar keys={[[['?'], '全部快捷键']]}>
        {rows.length > 0 && <span>{open > 0 ? `等决定 ${open} 份` : '没有等决定的'}</span>}
      </KeyBar>
    </Shell>
  )
}

const titleOf = (p: ProposalAnswer): string =>
  p.entries.map((e) => e.name).join('、') || p.results.map((r) => r.elements.name).join('、')

function Proposal({ proposal: p, mayDecide }: { proposal: ProposalAnswer; mayDecide: boolean }) {
  return (
    <Pane className="queuework" label="提议的内容">
      <h2>
        {OPERATIONS[p.operation]}：{titleOf(p)}
      </h2>
      <p className="small mute">
        {p.organName}　{p.proposedBy}　{dayOf(p.proposedAt)} 提出
      </p>
      <section>
        <h3>理由和依据</h3>
        <p className="prose">{p.reason}</p>
      </section>
      {p.entries.length > 0 && (
        <section>
          <h3>涉及的目录事项</h3>
          {p.entries.map((e) => (
            <p key={e.basicCode}>
              <Link to={`/directory/${e.basicCode}`}>{e.name}</Link>{' '}
              <span className="small mute">{e.basicCode}</span>
            </p>
          ))}
        </section>
      )}
      {p.operation === 'change' ? (
        <ChangeOf proposal={p} />
      ) : (
        p.results.map((r) => <Result key={r.elements.name} result={r} />)
      )}
      {p.status !== 'open' && (
        <section>
          <h3>决定</h3>
          <p>
            {p.status === 'agreed' ? `同意。${p.document}，${p.effectiveOn} 生效。` : '退回。'}
            {p.answer}
          </p>
          <p className="small mute">
            {p.decidedBy}　{p.decidedAt && dayOf(p.decidedAt)}
          </p>
        </section>
      )}
      {p.follows && (
        <section>
          <h3>上一次</h3>
          <p className="prose">
            {p.follows.decidedBy}退回：{p.follows.answer}
          </p>
          <Link className="small" to={`/directory/proposals?p=${p.follows.proposalId}`}>
            看上一次的提议
          </Link>
        </section>
      )}
      {p.mayTakeUp && <Again proposal={p} />}
      {p.status === 'open' && mayDecide && <DecisionForm proposal={p} />}
      {p.status === 'open' && !mayDecide && <p className="small mid">由审改部门决定，决定以前目录不变。</p>}
    </Pane>
  )
}

/** What was sent back is made anew from what was typed, with the reasons beside it. */
function Again({ proposal }: { proposal: ProposalAnswer }) {
  const [open, setOpen] = useState(false)
  const code = proposal.entries[0]?.basicCode
  const entry = useEntry(code ?? '', code !== undefined).data ?? null
  return (
    <div className="minor">
      <Button type="primary" disabled={code !== undefined && entry === null} onClick={() => setOpen(true)}>
        改好重新提
      </Button>
      <ProposalDrawer
        operation={proposal.operation}
        entry={entry}
        again={proposal}
        open={open}
        onClose={() => setOpen(false)}
      />
    </div>
  )
}

const basisText = (r: ProposalAnswer['results'][number]): string =>
  r.elements.legalBasis
    .map((b) => `《${b.name}》${b.number && `（${b.number}）`}${b.clause}${b.content && `：${b.content}`}`)
    .join('\n')

function Result({ result }: { result: ProposalAnswer['results'][number] }) {
  const { elements, bodies, parent } = result
  return (
    <section>
      <h3>{elements.name}</h3>
      <dl className="pairs">
        {parent && (
          <>
            <dt>主项</dt>
            <dd>{parent}</dd>
          </>
        )}
        <dt>事项类型</dt>
        <dd>{typeName(elements.itemType)}</dd>
        <dt>设定依据</dt>
        <dd className="prose">{basisText(result)}</dd>
        <dt>行使层级</dt>
        <dd>{levelNames(elements.levels)}</dd>
        <dt>实施部门</dt>
        <dd>
          {elements.bodyKinds.join('、') || '没有写类别'}，现在 {bodies.length} 个
        </dd>
      </dl>
    </section>
  )
}

/** A change is shown as old and new; what stays is not repeated. */
function ChangeOf({ proposal }: { proposal: ProposalAnswer }) {
  const entry = useEntry(proposal.entries[0]!.basicCode).data
  const [result] = proposal.results
  if (!entry || !result) return null
  // Once decided, the entry may already read as proposed; then the version list of the entry shows the difference.
  const rows: [string, string, string][] = [
    ['名称', entry.elements.name, result.elements.name],
    ['依据', basisText({ ...result, elements: entry.elements }), basisText(result)],
    ['层级', levelNames(entry.elements.levels), levelNames(result.elements.levels)],
    ['部门类别', entry.elements.bodyKinds.join('、'), result.elements.bodyKinds.join('、')],
    ['实施部门', `${entry.bodies.length} 个`, `${result.bodies.length} 个`],
  ]
  const differs = rows.filter(([, before, after]) => before !== after)
  if (differs.length === 0) return <Result result={result} />
  return (
    <section>
      <h3>改什么</h3>
      <dl className="pairs sidebyside">
        {differs.map(([label, before, after]) => (
          <Difference key={label} label={label} before={before} after={after} />
        ))}
      </dl>
    </section>
  )
}
