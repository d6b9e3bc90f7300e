import { Input } from 'antd'
import { useId } from 'react'
import type { DossierRecord } from '../../../src/casework/api/contract.ts'
import { useDraft } from '../../draft.ts'
import { ActDrawer } from '../../parts/act-drawer.tsx'
import { ActRefused, fieldOf } from '../refused.tsx'
import { useAct } from '../use-act.ts'

const CLASSES = [
  {
    value: 'not-our-power',
    label: '不属于本机关职权',
    basis: '《中华人民共和国行政许可法》第三十二条第一款第二项',
  },
  {
    value: 'no-permit-needed',
    label: '依法不需要取得许可',
    basis: '《中华人民共和国行政许可法》第三十二条第一款第一项',
  },
  { value: 'other', label: '依法不予受理的其他情形', basis: '' },
] as const
type ReasonClass = (typeof CLASSES)[number]['value']

const BLANK: { reasonClass: ReasonClass; reason: string; basis: string; otherOrgan: string } = {
  reasonClass: 'not-our-power',
  reason: '',
  basis: CLASSES[0].basis,
  otherOrgan: '',
}

/** 不予受理: the class of reason, own words, the basis, and which organ is the right one; what follows is said first. */
export function RefuseAcceptanceDrawer({
  record,
  open,
  onClose,
}: {
  record: DossierRecord
  open: boolean
  onClose: () => void
}) {
  const id = useId()
  const [text, keep, forget] = useDraft(`${record.dossierId}.non-acceptance`, BLANK)
  const act = useAct<object>(record, 'non-acceptance', () => {
    forget()
    onClose()
  })
  const wrong = fieldOf(act.error)
  const missing = [
    text.reason.trim().length < 4 && '理由',
    !text.basis.trim() && '依据',
    text.reasonClass === 'not-our-power' && !text.otherOrgan.trim() && '应当向哪个机关申请',
  ]
  const { reviewOrgan, court } = record.item.remedy
  return (
    <ActDrawer
      title="不予受理"
      open={open}
      onClose={onClose}
      missing={missing}
      tells="发出后不能撤回，只能更正。"
      act="不予受理"
      busy={act.isPending}
      danger
      onAct={() => act.mutate(text)}
    >
      <div className="field">
        <label htmlFor={`${id}c`}>属于哪一类</label>
        <select
          id={`${id}c`}
          className="pick tall"
          value={text.reasonClass}
          onChange={(e) => {
            const chosen = CLASSES.find((c) => c.value === e.target.value) ?? CLASSES[0]
            keep({ ...text, reasonClass: chosen.value, basis: chosen.basis })
          }}
        >
          {CLASSES.map((c) => (
            <option key={c.value} value={c.value}>
              {c.label}
            </option>
          ))}
        </select>
      </div>
      {text.reasonClass === 'not-our-power' && (
        <div className="field">
          <label htmlFor={`${id}o`}>应当向哪个机关申请</label>
          <Input
            id={`${id}o`}
            maxLength={100}
            status={wrong === 'otherOrgan' ? 'error' : ''}
            value={text.otherOrgan}
            onChange={(e) => keep({ ...text, otherOrgan: e.target.value })}
          />
        </div>
      )}
      <div className="field wide">
        <label htmlFor={`${id}r`}>理由（申请人看得到）</label>
        <Input.TextArea
          id={`${id}r`}
          rows={4}
          maxLength={1000}
          status={wrong === 'reason' ? 'error' : ''}
          value={text.reason}
          onChange={(e) => keep({ ...text, reason: e.target.value })}
        />
      </div>
      <div className="field wide">
        <label htmlFor={`${id}b`}>依据的法律条款</label>
        <Input
          id={`${id}b`}
          maxLength={500}
          status={wrong === 'basis' ? 'error' : ''}
          value={text.basis}
          onChange={(e) => keep({ ...text, basis: e.target.value })}
        />
      </div>
      <section className="consequence">
        <h3>发出以后</h3>
        <p className="small">
          申请人收到不予受理通知单和短信，材料退回。通知单告知：60 日内可以向
          {reviewOrgan || '（清单没写复议机关）'}
          申请行政复议，6 个月内可以向{court || '（清单没写法院）'}
          起诉。缺材料、材料有误的，不能不予受理，要告知补正。
        </p>
      </section>
      <ActRefused error={act.error} dossierId={record.dossierId} />
    </ActDrawer>
  )
}
