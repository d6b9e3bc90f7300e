import { Button, Input, Segmented } from 'antd'
import { useId } from 'react'
import type {
  DecidedAnswer,
  DecisionBody,
  ProposalAnswer,
} from '../../src/catalogue/api/directory-contract.ts'
import { Refused } from '../api.ts'
import { useDraft } from '../draft.ts'
import { NotDone } from '../parts/not-done.tsx'
import { useDirectoryAct } from './use-directory.ts'
import { OPERATIONS } from './words.ts'

const BLANK = { agree: true, document: '', effectiveOn: '', answer: '' }

/** The reform body's decision: agreed, by a document and from a day on, or sent back with reasons. */
export function DecisionForm({ proposal }: { proposal: ProposalAnswer }) {
  const id = useId()
  const [text, setText, forget] = useDraft(`decision.${proposal.proposalId}`, BLANK)
  const keep = (change: Partial<typeof BLANK>) => setText({ ...text, ...change })
  const { agree, document, effectiveOn, answer } = text
  const act = useDirectoryAct<DecisionBody, DecidedAnswer>(
    () => `/api/directory/proposals/${proposal.proposalId}/decision`,
    forget,
  )
  const wrong = act.error instanceof Refused ? act.error.refusal.field : undefined
  const missing = (
    agree
      ? [!document.trim() && '决定文件的文号', !effectiveOn && '生效日期']
      : [!answer.trim() && '退回的理由']
  ).filter((lack): lack is string => lack !== false)
  const ready = missing.length === 0 && !act.isPending
  const decide = () => act.mutate(agree ? { agree, document, effectiveOn, answer } : { agree, answer })
  return (
    <section className="decision">
      <h3>决定</h3>
      <div className="formgap">
        <Segmented
          aria-label="决定"
          value={agree ? 'agree' : 'send-back'}
          options={[
            { value: 'agree', label: '同意' },
            { value: 'send-back', label: '退回' },
          ]}
          onChange={(v) => keep({ agree: v === 'agree' })}
        />
        {agree && (
          <div className="two">
            <div className="field">
              <label htmlFor={`${id}d`}>决定文件的文号</label>
              <Input
                id={`${id}d`}
                maxLength={120}
                status={wrong === 'document' ? 'error' : ''}
                value={document}
                onChange={(e) => keep({ document: e.target.value })}
              />
            </div>
            <div className="field">
              <label htmlFor={`${id}e`}>生效日期</label>
              <Input
                id={`${id}e`}
                type="date"
                status={wrong === 'effectiveOn' ? 'error' : ''}
                value={effectiveOn}
                onChange={(e) => keep({ effectiveOn: e.target.value })}
              />
            </div>
          </div>
        )}
        <div className="field wide">
          <label htmlFor={`${id}a`}>
            {agree ? '说明' : '退回的理由'}
            {agree && <span className="mute"> 选填</span>}
          </label>
          <Input.TextArea
            id={`${id}a`}
            rows={3}
            maxLength={2000}
            status={wrong === 'answer' ? 'error' : ''}
            value={answer}
            onChange={(e) => keep({ answer: e.target.value })}
          />
        </div>
        <NotDone error={act.error} />
        <div className="row">
          <Button
            type="primary"
            aria-disabled={!ready}
            aria-describedby={`${id}h`}
            onClick={() => ready && decide()}
          >
            {act.isPending ? '正在办…' : agree ? `同意${OPERATIONS[proposal.operation]}` : '退回'}
          </Button>
          <span className="small mute" id={`${id}h`}>
            {missing.length > 0 ? `还没写：${missing.join('、')}。` : '决定后不能撤回，要再变动另外提出。'}
          </span>
        </div>
      </div>
    </section>
  )
}
