import type { ReactElement, ReactNode } from 'react'
import { DataTable, type Lang, Opening, Phone, Section, SITE, t } from '../../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import type { Overview } from '../overview.ts'

/** Pages of the footer and of 预约: what there is today, said plainly, and the way for the rest. */
export interface AboutProps {
  frame: Frame
  overview: Overview
  counters: readonly Counter[]
}

/** Where a department is met in person. */
export interface Counter {
  organ: string
  name: string
  address: string
  hours: string
  phone: string
}

interface ShellProps {
  frame: Frame
  title: string
  lead: string
  place?: 'booking'
  children: ReactNode
}

export function Shell({ frame, title, lead, place, children }: ShellProps): ReactElement {
  const { lang } = frame.display
  return (
    <Framed frame={frame} title={title} place={place} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening title={title} lead={lead} />
      {children}
    </Framed>
  )
}

/** The telephone as the last way on. */
export function Hotline({ lang, note }: { lang: Lang; note: string }): ReactElement {
  return (
    <Section title={t(lang, { zh: '打电话', en: 'By phone' })}>
      <Phone number={SITE.hotline} />
      <p className="small mute">{note}</p>
    </Section>
  )
}

export function CounterTable({ counters, lang }: { counters: readonly Counter[]; lang: Lang }): ReactElement {
  const zh = lang === 'en' ? 'zh-CN' : undefined
  return (
    <DataTable
      caption={t(lang, { zh: '各部门窗口', en: 'Counters of the departments' })}
      columns={[
        t(lang, { zh: '部门', en: 'Department' }),
        t(lang, { zh: '窗口和地址', en: 'Counter and address' }),
        t(lang, { zh: '时间', en: 'Hours' }),
        t(lang, { zh: '咨询电话', en: 'Phone' }),
      ]}
      rows={counters.map((one) => [
        <a key="organ" href={PUBLIC.search({ organ: one.organ })} lang={zh}>
          {one.organ}
        </a>,
        <span key="place" lang={zh}>
          {one.name}
          <br />
          <span className="fine">{one.address}</span>
        </span>,
        <span key="hours" lang={zh}>
          {one.hours}
        </span>,
        <a key="phone" className="code" href={`tel:${one.phone.replace(/[^0-9+]/g, '')}`}>
          {one.phone}
        </a>,
      ])}
    />
  )
}
