import { useQuery } from '@tanstack/react-query'
import type { HoursAnswer } from '../../src/appointments/api/contract.ts'
import { get } from '../api.ts'
import { Pane } from '../parts/pane.tsx'
import { Empty, Failed, Note, Waiting } from '../parts/states.tsx'
import type { Officer } from '../session.ts'
import { KeyBar, Shell } from '../shell/shell.tsx'
import '../styles/bookings.css'
import { CounterHoursForm } from './hours-form.tsx'

/** 开放时间: for each service centre, when the department's counter takes bookings. */
export default function HoursPage({ officer }: { officer: Officer }) {
  const found = useQuery({
    queryKey: ['booking-hours'],
    queryFn: ({ signal }) => get<HoursAnswer>('/api/bookings/hours', signal),
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  })
  const { data } = found
  return (
    <Shell officer={officer} crumbs={[{ label: '预约', to: '/bookings' }, { label: '开放时间' }]}>
      <div className="pagehead">
        <h1>开放时间</h1>
        <p className="mid">国家放假日自动不开放。调休上班的周末用「调休上班日」那一行。</p>
      </div>
      <Pane className="pagebody hoursbody" label="开放时间">
        {found.isPending && <Waiting what="开放时间" />}
        {found.isError && <Failed what="开放时间" error={found.error} retry={() => void found.refetch()} />}
        {data?.mayEdit && <Note>只看不改：{data.mayEdit}</Note>}
        {data && data.counters.length === 0 && (
          <Empty title="本部门没有事项在服务中心办。">
            在事项的「办理方式」里选服务中心，公布以后再来设开放时间。
          </Empty>
        )}
        {data?.counters.map((counter) => (
          <CounterHoursForm
            key={`${counter.centreId}:${counter.version}`}
            counter={counter}
            today={data.today}
            readOnly={data.mayEdit !== ''}
          />
        ))}
      </Pane>
      <KeyBar keys={[[['?'], '全部快捷键']]} />
    </Shell>
  )
}
