import { Input } from 'antd'
import { useId } from 'react'
import { Note } from '../../parts/states.tsx'
import type { PaymentText } from './opinion-text.ts'

/** 缴费: entered by hand from the receipt, because the public payment platform is not connected yet. */
export function PaymentFields({
  value,
  wrong,
  onChange,
}: {
  value: PaymentText
  wrong?: string | undefined
  onChange: (value: PaymentText) => void
}) {
  const id = useId()
  const set = (change: Partial<PaymentText>) => onChange({ ...value, ...change })
  const paid = value.how !== 'waived'
  return (
    <fieldset className="steprecord formgap">
      <legend>缴费登记</legend>
      <Note kind="warn">收款在平台之外：照票据登记，平台不核对到账。</Note>
      <div className="two">
        <div className="field">
          <label htmlFor={`${id}d`}>应缴金额（元）</label>
          <Input
            id={`${id}d`}
            inputMode="decimal"
            maxLength={12}
            status={wrong === 'payment.due' ? 'error' : ''}
            value={value.due}
            onChange={(e) => set({ due: e.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}h`}>怎样缴的</label>
          <select
            id={`${id}h`}
            className="pick tall"
            value={value.how}
            onChange={(e) => set({ how: e.target.value as PaymentText['how'] })}
          >
            <option value="card">刷卡或扫码</option>
            <option value="cash">现金</option>
            <option value="transfer">转账</option>
            <option value="waived">减免，不用缴</option>
          </select>
        </div>
      </div>
      {paid && (
        <div className="two">
          <div className="field">
            <label htmlFor={`${id}o`}>缴费那天</label>
            <Input
              id={`${id}o`}
              type="date"
              status={wrong === 'payment.paidOn' ? 'error' : ''}
              value={value.paidOn}
              onChange={(e) => set({ paidOn: e.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}r`}>票据号</label>
            <Input
              id={`${id}r`}
              maxLength={60}
              status={wrong === 'payment.receipt' ? 'error' : ''}
              value={value.receipt}
              onChange={(e) => set({ receipt: e.target.value })}
            />
          </div>
        </div>
      )}
    </fieldset>
  )
}
