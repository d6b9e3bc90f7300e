import { Button, Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import type {
  EntryRecordAnswer,
  ProposalAnswer,
  ProposalBody,
} from '../../src/catalogue/api/directory-contract.ts'
import { newKey, Refused } from '../api.ts'
import { useDraft } from '../draft.ts'
import { ActDrawer } from '../parts/act-drawer.tsx'
import { Note } from '../parts/states.tsx'
import '../styles/items.css'
import '../styles/record.css'
import { NotDone } from '../parts/not-done.tsx'
import { type Drafted, EntryFields } from './entry-fields.tsx'
import { MergeWith } from './merge-with.tsx'
import { useDirectoryAct } from './use-directory.ts'
import { OPERATIONS, type Operation } from './words.ts'

const BLANK: Drafted = {
  elements: {
    name: '',
    itemType: '01',
    legalBasis: [{ name: '', number: '', clause: '', content: '' }],
    levels: [],
    bodyKinds: [],
  },
  bodies: [],
  parent: '',
}

const FOLLOWS: Record<Operation, string> = {
  add: '审改部门同意后，编码由系统给下一个空号，从生效那天起可以照它新增事项。',
  change: '生效那天起，照它编制的事项都要核对：名称、类型、依据和新版不同的，不核对不能再发布。',
  split: '生效那天起，这一项取消，拆出的各项有自己的编码，新旧编码的对应关系留着。',
  merge: '生效那天起，合并的各项取消，合成的一项有新的编码，新旧编码的对应关系留着。',
  suspend: '生效那天起，照它编制的事项不能再发布，各部门会看到要暂停本部门事项。',
  resume: '生效那天起，照它编制的事项又可以发布。',
  cancel: '生效那天起，照它编制的事项不能再发布，各部门会看到要取消本部门事项。',
}

const written = (one: Drafted): string[] =>
  [
    !one.elements.name.trim() && '事项名称',
    one.elements.legalBasis.some((b) => !b.name.trim() || !b.clause.trim()) && '设定依据（文件名称和条款）',
    one.elements.levels.length === 0 && '行使层级',
  ].filter((lack) => lack !== false)

/** Proposes one operation on the directory. What comes of it is said before it is sent. */
export function ProposalDrawer({
  operation,
  entry,
  again = null,
  open,
  onClose,
}: {
  operation: Operation
  entry: EntryRecordAnswer | null
  /** The proposal that was sent back: the form begins with what was typed in it. */
  again?: ProposalAnswer | null
  open: boolean
  onClose: () => void
}) {
  const id = useId()
  const as = (): Drafted =>
    entry ? { elements: entry.elements, bodies: entry.bodies, parent: '' } : structuredClone(BLANK)
  const blank = (): Drafted => ({ ...as(), elements: { ...as().elements, name: '' } })
  const begun: Drafted[] =
    again?.results ??
    (operation === 'split'
      ? [blank(), blank()]
      : operation === 'add' || operation === 'change' || operation === 'merge'
        ? [as()]
        : [])
  const about = entry ? `${entry.basicCode}.${entry.versions[0]?.version ?? 0}` : 'new'
  const [text, setText, forget] = useDraft(`proposal.${operation}.${again?.proposalId ?? about}`, {
    results: begun,
    others: again?.entries.slice(1).map((e) => e.basicCode) ?? [],
    reason: again?.reason ?? '',
  })
  const { results, others, reason } = text
  const keep = (change: Partial<typeof text>) => setText({ ...text, ...change })
  const setResults = (next: Drafted[]) => keep({ results: next })
  const [key, setKey] = useState(newKey)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is sent next is another proposal
  useEffect(() => setKey(newKey()), [open, operation])
  const act = useDirectoryAct<ProposalBody, Pick<ProposalAnswer, 'proposalId'>>(
    () => '/api/directory/proposals',
    () => {
      forget()
      onClose()
    },
  )
  const at = act.error instanceof Refused ? (act.error.refusal.field ?? '') : ''
  const missing = [
    ...results.flatMap((one, i) =>
      written(one).map((l) => (results.length > 1 ? `第 ${i + 1} 项的${l}` : l)),
    ),
    operation === 'merge' && others.length === 0 && '和哪一项合并',
    !reason.trim() && '理由和依据',
  ]
  const title = entry ? `${OPERATIONS[operation]}“${entry.elements.name}”` : '提出新增目录事项'
  const submit = () =>
    act.mutate({
      proposalId: key,
      operation,
      codes: entry ? [entry.basicCode, ...others] : [],
      results,
      reason,
      follows: again?.proposalId ?? null,
    })
  return (
    <ActDrawer
      title={title}
      open={open}
      onClose={onClose}
      size={760}
      missing={missing}
      tells="送审改部门决定，决定以前目录不变。"
      leave="不提了"
      act={`提出${OPERATIONS[operation]}`}
      doing="正在送…"
      busy={act.isPending}
      onAct={submit}
    >
      {again && (
        <Note kind="warn">
          <div className="sentback">
            <p>
              <b>{again.decidedBy}退回：</b>
            </p>
            <p>{again.answer}</p>
          </div>
        </Note>
      )}
      {operation === 'merge' && entry && (
        <MergeWith entry={entry} chosen={others} onChange={(codes) => keep({ others: codes })} />
      )}
      {results.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the new entries have no other name than their place
        <section key={i} className={results.length > 1 ? 'proposedentry' : undefined}>
          {results.length > 1 && <h3>拆出的第 {i + 1} 项</h3>}
          <EntryFields
            path={`${id}-${i}`}
            value={one}
            operation={operation}
            wrong={at.startsWith(`results.${i}.`) ? at.slice(`results.${i}.`.length) : ''}
            onChange={(next) => setResults(results.map((r, j) => (j === i ? next : r)))}
          />
        </section>
      ))}
      {operation === 'split' && (
        <div className="row">
          <Button size="small" onClick={() => setResults([...results, blank()])}>
            再拆一项
          </Button>
          {results.length > 2 && (
            <Button size="small" onClick={() => setResults(results.slice(0, -1))}>
              少拆一项
            </Button>
          )}
        </div>
      )}
      <div className="field wide">
        <label htmlFor={`${id}r`}>理由和依据（审改部门照此决定）</label>
        <Input.TextArea
          id={`${id}r`}
          rows={4}
          maxLength={2000}
          status={at === 'reason' ? 'error' : ''}
          value={reason}
          onChange={(e) => keep({ reason: e.target.value })}
        />
      </div>
      <section className="consequence plain">
        <h3>同意以后</h3>
        <p className="small">{FOLLOWS[operation]}</p>
      </section>
      <NotDone error={act.error} />
    </ActDrawer>
  )
}
