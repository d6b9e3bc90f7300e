import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import type { DossierRecord } from '../../../src/casework/api/contract.ts'
import { ActDrawer } from '../../parts/act-drawer.tsx'
import { ActRefused, fieldOf } from '../refused.tsx'
import { useAct } from '../use-act.ts'

interface Props {
  record: DossierRecord
  open: boolean
  onClose: () => void
}

/** 暂停计时: only for the special procedures that the item names, and told to the applicant in writing. */
export function PauseDrawer({ record, open, onClose }: Props) {
  const id = useId()
  const [kind, setKind] = useState(record.pauseKinds[0]?.name ?? '')
  const [reason, setReason] = useState('')
  const act = useAct<object>(record, 'pauses', onClose)
  const chosen = record.pauseKinds.find((k) => k.name === kind)
  return (
    <ActDrawer
      title="暂停计时"
      open={open}
      onClose={onClose}
      missing={[reason.trim() === '' && '为什么停、预计多久']}
      tells="停过的时间留在记录里，申请人收到告知。"
      danger
      busy={act.isPending}
      act="停表"
      onAct={() => act.mutate({ kind, reason: reason.trim(), basis: chosen?.basis ?? '' })}
    >
      <div className="field">
        <label htmlFor={`${id}k`}>特别程序</label>
        <select id={`${id}k`} className="pick tall" value={kind} onChange={(e) => setKind(e.target.value)}>
          {record.pauseKinds.map((k) => (
            <option key={k.name}>{k.name}</option>
          ))}
        </select>
        {chosen && (
          <span className="hint">
            最长 {chosen.days} 日，依据 {chosen.basis}
          </span>
        )}
      </div>
      <div className="field wide">
        <label htmlFor={`${id}r`}>为什么停，预计多久（书面告知申请人）</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={300}
          status={fieldOf(act.error) === 'reason' ? 'error' : ''}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      <p className="small consequence">
        停表期间不亮灯，申请人收到告知。恢复后重新计算到期日，停过的时间留在记录里。
      </p>
      <ActRefused error={act.error} dossierId={record.dossierId} />
    </ActDrawer>
  )
}

/** 延长期限: once, at most ten working days, approved by the head of the organ, the reason told. */
export function ExtendDrawer({ record, open, onClose }: Props) {
  const id = useId()
  const [days, setDays] = useState(5)
  const [reason, setReason] = useState('')
  const [approvedBy, setApprovedBy] = useState('')
  const act = useAct<object>(record, 'extension', onClose)
  return (
    <ActDrawer
      title="延长期限"
      open={open}
      onClose={onClose}
      missing={[!reason.trim() && '理由', !approvedBy.trim() && '批准的负责人']}
      tells="期限只能延长一次，不能撤回。"
      danger
      busy={act.isPending}
      act={`延长 ${days} 日`}
      onAct={() => act.mutate({ days, reason: reason.trim(), approvedBy: approvedBy.trim() })}
    >
      <div className="field">
        <label htmlFor={`${id}d`}>延长几个工作日（最多 10）</label>
        <InputNumber
          id={`${id}d`}
          min={1}
          max={10}
          status={fieldOf(act.error) === 'days' ? 'error' : ''}
          value={days}
          onChange={(v) => setDays(v ?? 1)}
        />
      </div>
      <div className="field wide">
        <label htmlFor={`${id}r`}>理由（告知申请人）</label>
        <Input.TextArea
          id={`${id}r`}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(e) => setReason(e.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}a`}>批准的负责人</label>
        <Input
          id={`${id}a`}
          maxLength={60}
          value={approvedBy}
          onChange={(e) => setApprovedBy(e.target.value)}
        />
      </div>
      <p className="small consequence">期限只能延长一次，申请人收到告知。不能撤回。</p>
      <ActRefused error={act.error} dossierId={record.dossierId} />
    </ActDrawer>
  )
}
