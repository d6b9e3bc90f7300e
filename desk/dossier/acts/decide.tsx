import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Check, DossierRecord } from '../../../src/casework/api/contract.ts'
import { useDraft } from '../../draft.ts'
import { ActDrawer } from '../../parts/act-drawer.tsx'
import { blocked } from '../check-list.tsx'
import { ActRefused, fieldOf } from '../refused.tsx'
import { useAct } from '../use-act.ts'
import { VERDICT_NAMES } from '../words.ts'

const BLANK = { reason: '', basis: '' }
const RESULT_TELLS: Record<string, string> = {
  licence: '发出准予决定书，系统随后制证、签章、推送；推送后才能办结。不能撤回。',
  approval: '发出准予决定书，系统随后生成批文、推送；推送后才能办结。不能撤回。',
  none: '发出准予决定书。不能撤回。',
}

/** 作决定: what the steps found, then 准予, or 不予许可 with reasons and remedies in a drawer of its own. */
export function DecideAct({ record, checks }: { record: DossierRecord; checks: Check[] }) {
  const id = useId()
  const [refusing, setRefusing] = useState(false)
  const [words, setWords] = useDraft(`${record.dossierId}.grant`, '')
  const grant = useAct<object>(record, 'decision', () => setWords(''))
  const stop = blocked(checks)
  return (
    <div className="formgap">
      {record.opinions.length > 0 && (
        <ul className="opinionbrief">
          {record.opinions.map((o) => (
            <li key={o.no}>
              <b>{o.stepName}</b> {o.by}：{VERDICT_NAMES[o.verdict]}。{o.text}
            </li>
          ))}
        </ul>
      )}
      <div className="field wide">
        <label htmlFor={id}>决定意见（选填）</label>
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(e) => setWords(e.target.value)}
        />
      </div>
      <ActRefused error={grant.error} dossierId={record.dossierId} />
      <Button
        type="primary"
        block
        data-primary
        aria-disabled={stop || grant.isPending}
        aria-describedby={`${id}h`}
        onClick={() =>
          !stop && !grant.isPending && grant.mutate({ outcome: 'granted', reason: words.trim(), basis: '' })
        }
      >
        {grant.isPending ? '正在办…' : '准予'} <kbd>A</kbd>
      </Button>
      <p className="tiny mute" id={`${id}h`}>
        {stop ? '上面空心的几条办完就能决定。' : RESULT_TELLS[record.item.resultType]}
      </p>
      <Button className="danger-act" onClick={() => setRefusing(true)}>
        不予许可…
      </Button>
      <RefuseDrawer record={record} open={refusing} onClose={() => setRefusing(false)} />
    </div>
  )
}

function RefuseDrawer({
  record,
  open,
  onClose,
}: {
  record: DossierRecord
  open: boolean
  onClose: () => void
}) {
  const id = useId()
  const [text, keep, forget] = useDraft(`${record.dossierId}.refusal`, BLANK)
  const act = useAct<object>(record, 'decision', () => {
    forget()
    onClose()
  })
  const wrong = fieldOf(act.error)
  const missing = [text.reason.trim().length < 4 && '理由', !text.basis.trim() && '依据']
  const { reviewOrgan, court } = record.item.remedy
  return (
    <ActDrawer
      title="不予许可"
      open={open}
      onClose={onClose}
      missing={missing}
      tells="发出后不能撤回，只能更正。"
      act="决定：不予许可"
      busy={act.isPending}
      danger
      onAct={() => act.mutate({ outcome: 'refused', ...text })}
    >
      <div className="field wide">
        <label htmlFor={`${id}r`}>理由（事实，申请人看得到）</label>
        <Input.TextArea
          id={`${id}r`}
          rows={5}
          maxLength={2000}
          status={wrong === 'reason' ? 'error' : ''}
          value={text.reason}
          onChange={(e) => keep({ ...text, reason: e.target.value })}
        />
        <span className="hint">写查到了什么、哪一条标准没有达到。</span>
      </div>
      <div className="field wide">
        <label htmlFor={`${id}b`}>依据的法律条款</label>
        <Input
          id={`${id}b`}
          list={`${id}l`}
          maxLength={500}
          status={wrong === 'basis' ? 'error' : ''}
          value={text.basis}
          onChange={(e) => keep({ ...text, basis: e.target.value })}
        />
        <datalist id={`${id}l`}>
          {record.item.legalBasis.map((b) => (
            <option key={b} value={b} />
          ))}
        </datalist>
      </div>
      <section className="consequence">
        <h3>发出以后</h3>
        <p className="small">
          申请人收到不予许可决定书和短信。决定书告知：60 日内可以向{reviewOrgan || '（清单没写复议机关）'}
          申请行政复议，6 个月内可以向{court || '（清单没写法院）'}起诉。
        </p>
      </section>
      <ActRefused error={act.error} dossierId={record.dossierId} />
    </ActDrawer>
  )
}
