import type { ReactElement } from 'react'
import { Section, SummaryList, t } from '../../../ui/index.ts'
import { type AboutProps, CounterTable, Hotline, Shell } from './shell.tsx'

export function Places({ frame, counters }: AboutProps): ReactElement {
  const { lang } = frame.display
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '服务大厅地址', en: 'Service centres' })}
      lead={t(lang, {
        zh: '每个部门的窗口、地址和时间。示例环境里，地址和电话是编的。',
        en: 'Counter, address and hours of each department. In this demonstration addresses and numbers are invented.',
      })}
    >
      <CounterTable counters={counters} lang={lang} />
      <p className="section-note">
        {t(lang, {
          zh: '同一个部门不同的事可能在不同窗口，以事项指南里「办理形式」写的为准。',
          en: 'Services of one department may have different counters; the guide of each names its own.',
        })}
      </p>
    </Shell>
  )
}

export function Complaints({ frame }: AboutProps): ReactElement {
  const { lang } = frame.display
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '投诉与建议', en: 'Complaints' })}
      lead={t(lang, {
        zh: '网上投诉还没有开通。对办理过程不满意，可以打电话投诉；对决定不服，可以申请行政复议或者起诉。',
        en: 'Complaints cannot be sent online yet. Call about how you were treated; contest a decision by reconsideration or lawsuit.',
      })}
    >
      <Section title={t(lang, { zh: '按您遇到的事', en: 'What happened' })}>
        <SummaryList
          rows={[
            {
              term: t(lang, { zh: '部门超期、态度不好、多要材料', en: 'Late, rude, asking too much' }),
              value: t(lang, {
                zh: '打这个事项的投诉电话（写在指南「咨询和投诉」里），或者打 12345。超期的办件，监督部门在系统里看得到。',
                en: 'Call the complaints number in the guide, or 12345. Supervisors see overdue cases themselves.',
              }),
            },
            {
              term: t(lang, { zh: '有人收钱', en: 'Asked for money' }),
              value: t(lang, {
                zh: '打 12345。指南写明不收费的，任何环节都不能收。',
                en: 'Call 12345. Where a guide says free, nobody may charge.',
              }),
            },
            {
              term: t(lang, { zh: '办完了不满意', en: 'Not satisfied at the end' }),
              value: (
                <>
                  {t(lang, {
                    zh: '登录后在办件里评价，写明原因。',
                    en: 'Sign in and rate the service, with your reason.',
                  })}
                  <br />
                  <a href="/my">{t(lang, { zh: '打开我的办件', en: 'My applications' })}</a>
                </>
              ),
            },
            {
              term: t(lang, { zh: '不服不予受理、不予许可', en: 'Against a refusal' }),
              value: t(lang, {
                zh: '通知书上写着复议机关和法院：60 日内申请行政复议，或者 6 个月内起诉。',
                en: 'The notice names body and court: reconsideration within 60 days or lawsuit within 6 months.',
              }),
            },
          ]}
        />
      </Section>
      <Hotline
        lang={lang}
        note={t(lang, {
          zh: '全天有人接。说清楚哪个部门、哪件事、哪一天，有编号的报编号。',
          en: 'Say which department, what, and when; give the number if you have one.',
        })}
      />
    </Shell>
  )
}
