import { ManyField, NumberField, TextField, TickField } from '../fields.tsx'
import type { ItemEdit } from '../use-item.ts'

const FORMS = [
  { value: '1', label: '窗口办理' },
  { value: '2', label: '电脑端网上办理' },
  { value: '3', label: '移动端网上申请' },
  { value: '4', label: '快递申请' },
  { value: '9', label: '其他' },
] as const

/** 办理形式, visits, and where the counter is. */
export function Handling({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const place = c.place ?? { name: '', address: '', hours: '', traffic: '', centreId: '', windows: '' }
  const put = (change: Partial<typeof place>) => set('place', { ...place, ...change })
  return (
    <div className="formgap">
      <ManyField
        path="handlingForms"
        label="办理形式"
        value={c.handlingForms}
        options={FORMS}
        onChange={(v) => set('handlingForms', v)}
      />
      <div className="two">
        <NumberField
          path="visits"
          label="到现场次数"
          value={c.visits}
          onChange={(v) => set('visits', v ?? 0)}
        />
        <TextField
          path="visitReason"
          label="为什么要到现场"
          optional={c.visits === 0}
          value={c.visitReason}
          onChange={(v) => set('visitReason', v)}
        />
      </div>
      <div className="row wide">
        <TickField
          path="express"
          label="结果可以邮寄"
          value={c.express}
          onChange={(v) => set('express', v)}
        />
        <TickField path="bookable" label="可以预约" value={c.bookable} onChange={(v) => set('bookable', v)} />
      </div>
      <h3>窗口</h3>
      <TextField path="place.name" label="名称" value={place.name} onChange={(v) => put({ name: v })} />
      <TextField
        path="place.address"
        label="地址"
        value={place.address}
        onChange={(v) => put({ address: v })}
      />
      <TextField
        path="place.hours"
        label="办公时间"
        value={place.hours}
        onChange={(v) => put({ hours: v })}
      />
      <TextField
        path="place.traffic"
        label="怎样去"
        optional
        value={place.traffic}
        onChange={(v) => put({ traffic: v })}
      />
    </div>
  )
}
