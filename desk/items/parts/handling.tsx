import { useQuery } from '@tanstack/react-query'
import type { Centres } from '../../../src/catalogue/api/directory-contract.ts'
import { get } from '../../api.ts'
import { ChoiceField, ManyField, NumberField, TextField, TickField } from '../fields.tsx'
import type { ItemEdit } from '../use-item.ts'

const FORMS = [
  { value: '1', label: '窗口办理' },
  { value: '2', label: '电脑端网上办理' },
  { value: '3', label: '移动端网上申请' },
  { value: '4', label: '快递申请' },
  { value: '9', label: '其他' },
] as const

const useCentres = () =>
  useQuery({
    queryKey: ['centres'],
    queryFn: ({ signal }) => get<Centres>('/api/centres', signal),
    staleTime: 10 * 60_000,
  }).data?.rows ?? []

/** 办理形式, visits, and where the counter is. */
export function Handling({ edit: { content: c, set } }: { edit: ItemEdit }) {
  const place = c.place ?? { name: '', address: '', hours: '', traffic: '', centreId: '', windows: '' }
  const put = (change: Partial<typeof place>) => set('place', { ...place, ...change })
  const centres = useCentres()
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
          rows={1}
          label="为什么要到现场"
          optional={c.visits === 0}
          value={c.visitReason}
          onChange={(v) => set('visitReason', v)}
        />
      </div>
      <TextField
        path="stateSystem"
        label="国家、省级系统"
        optional
        hint="只能在国家或省级系统里申请的，写它的全称。指南里只能提到这一个别的入口"
        value={c.stateSystem}
        onChange={(v) => set('stateSystem', v)}
      />
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
      <ChoiceField
        path="place.centreId"
        label="进驻的服务中心"
        hint="选了中心，地址和办公时间照中心的填上"
        value={place.centreId}
        options={[
          { value: '', label: '没有进驻' },
          ...centres.map((centre) => ({ value: centre.centreId, label: centre.name })),
        ]}
        onChange={(centreId) => {
          const centre = centres.find((one) => one.centreId === centreId)
          put({
            centreId,
            ...(centre ? { name: centre.name, address: centre.address, hours: centre.hours } : {}),
          })
        }}
      />
      <TextField
        path="place.windows"
        label="窗口号"
        optional
        hint="例如 A12、A13"
        value={place.windows}
        onChange={(v) => put({ windows: v })}
      />
      <TextField path="place.name" label="名称" value={place.name} onChange={(v) => put({ name: v })} />
      <TextField
        path="place.address"
        label="地址"
        value={place.address}
        onChange={(v) => put({ address: v })}
      />
      <TextField
        path="place.hours"
        rows={1}
        label="办公时间"
        value={place.hours}
        onChange={(v) => put({ hours: v })}
      />
      <TextField
        path="place.traffic"
        rows={1}
        label="怎样去"
        optional
        value={place.traffic}
        onChange={(v) => put({ traffic: v })}
      />
    </div>
  )
}
