import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useNavigate } from 'react-router'
import type { EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { EnquiryRefused } from './refused.tsx'
import { useEnquiryAct } from './use-enquiries.ts'

/** What one does instead of answering now: pass it on, or say that it takes longer. */
export function OtherActs({ record }: { record: EnquiryRecord }) {
  const [act, setAct] = useState<'pass-on' | 'extend' | null>(null)
  const close = () => setAct(null)
  if (act === 'pass-on') return <PassOn record={record} close={close} />
  if (act === 'extend') return <Extend record={record} close={close} />
  const late = record.lit.light === 'red'
  return (
    <section className="sheet">
      <h2>不归本部门，或者一时答不了</h2>
      <div className="minor">
        <Button size="small" onClick={() => setAct('pass-on')}>
          转给别的部门…
        </Button>
        {!record.extended && !late && (
          <Button size="small" onClick={() => setAct('extend')}>
            延长 {record.extensionDays} 个工作日…
          </Button>
        )}
      </div>
      <p className="tiny mute tells">
        {record.extended
          ? '已经延长过一次，不能再延长。'
          : late
            ? '时限已经届满，不能再延长。'
            : '转办不停表；延长只有一次，原因提问人看得到。'}
      </p>
    </section>
  )
}

function PassOn({ record, close }: { record: EnquiryRecord; close: () => void }) {
  const id = useId()
  const navigate = useNavigate()
  const [organId, setOrgan] = useState('')
  const [reason, setReason] = useState('')
  const act = useEnquiryAct<{ organId: string; reason: string }>(
    record,
    'passing-on',
    () => void navigate('/enquiries'),
  )
  const missing = organId === '' ? '还没选部门。' : reason.trim() === '' ? '还没写原因。' : ''
  const go = () => !missing && !act.isPending && act.mutate({ organId, reason })
  return (
    <section className="sheet">
      <h2>转给别的部门</h2>
      <EnquiryRefused error={act.error} record={record} />
      <div className="field">
        <label htmlFor={`${id}o`}>转给</label>
        <select id={`${id}o`} className="pick" value={organId} onChange={(e) => setOrgan(e.target.value)}>
          <option value="">选部门</option>
          {record.bodies.map((body) => (
            <option key={body.organId} value={body.organId}>
              {body.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}r`}>原因，提问人看得到</label>
        <Input id={`${id}r`} maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="minor">
        <Button aria-disabled={missing !== '' || act.isPending} aria-describedby={`${id}t`} onClick={go}>
          {act.isPending ? '正在转' : '转办'}
        </Button>
        <Button onClick={close}>不转了</Button>
      </div>
      <p className="tiny mute tells" id={`${id}t`}>
        {missing || '转出以后归它答复，本部门看不到了。时限接着走。'}
      </p>
    </section>
  )
}

function Extend({ record, close }: { record: EnquiryRecord; close: () => void }) {
  const id = useId()
  const [reason, setReason] = useState('')
  const act = useEnquiryAct<{ reason: string }>(record, 'extension', close)
  const missing = reason.trim() === ''
  const go = () => !missing && !act.isPending && act.mutate({ reason })
  return (
    <section className="sheet">
      <h2>延长 {record.extensionDays} 个工作日</h2>
      <EnquiryRefused error={act.error} record={record} />
      <div className="field">
        <label htmlFor={id}>原因，提问人看得到</label>
        <Input id={id} maxLength={300} value={reason} onChange={(e) => setReason(e.target.value)} />
      </div>
      <div className="minor">
        <Button aria-disabled={missing || act.isPending} aria-describedby={`${id}t`} onClick={go}>
          {act.isPending ? '正在延长' : '延长'}
        </Button>
        <Button onClick={close}>不延长了</Button>
      </div>
      <p className="tiny mute tells" id={`${id}t`}>
        {missing ? '还没写原因。' : '只能延长这一次。'}
      </p>
    </section>
  )
}
