import type { ReactElement, ReactNode } from 'react'
import {
  DataTable,
  type Lang,
  LineLink,
  LinkButton,
  Opening,
  Phone,
  Section,
  SITE,
  SummaryList,
  TickList,
  t,
} from '../../../ui/index.ts'
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

function Shell({ frame, title, lead, place, children }: ShellProps): ReactElement {
  const { lang } = frame.display
  return (
    <Framed frame={frame} title={title} place={place} crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening title={title} lead={lead} />
      {children}
    </Framed>
  )
}

function Hotline({ lang, note }: { lang: Lang; note: string }): ReactElement {
  return (
    <Section title={t(lang, { zh: '打电话', en: 'By phone' })}>
      <Phone number={SITE.hotline} />
      <p className="small mute">{note}</p>
    </Section>
  )
}

function CounterTable({ counters, lang }: { counters: readonly Counter[]; lang: Lang }): ReactElement {
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

function Booking({ frame, counters }: AboutProps): ReactElement {
  const { lang } = frame.display
  return (
    <Shell
      frame={frame}
      place="booking"
      title={t(lang, { zh: '预约窗口', en: 'Booking a visit' })}
      lead={t(lang, {
        zh: '现在还不能在网上选时间。打部门的咨询电话约，说好哪一天、哪个窗口。',
        en: 'Times cannot be chosen online yet. Call the department and agree on a day and a counter.',
      })}
    >
      <Section title={t(lang, { zh: '打给谁', en: 'Whom to call' })}>
        <CounterTable counters={counters} lang={lang} />
      </Section>
      <Section title={t(lang, { zh: '也许不用跑', en: 'Perhaps no visit is needed' })}>
        <p>
          {t(lang, {
            zh: '能在网上办的事，从填表到拿结果都不用到窗口。',
            en: 'What can be done online needs no visit from form to result.',
          })}
        </p>
        <LineLink href={PUBLIC.search({ online: 'yes' })}>
          {t(lang, { zh: '看能在网上办的事', en: 'Services online' })}
        </LineLink>
      </Section>
    </Shell>
  )
}

function Places({ frame, counters }: AboutProps): ReactElement {
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

function Ask({ frame, counters }: AboutProps): ReactElement {
  const { lang } = frame.display
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '提问', en: 'Ask a question' })}
      lead={t(lang, {
        zh: '网上提问还没有开通。知道是哪件事的，打指南里的咨询电话；不知道归谁管的，打 12345。',
        en: 'Questions cannot be sent online yet. Call the number in the guide, or 12345 when you do not know who is in charge.',
      })}
    >
      <Section title={t(lang, { zh: '先找找有没有答案', en: 'Perhaps it is answered' })}>
        <p>{t(lang, { zh: '每份指南的末尾有常见问题。', en: 'Each guide ends with frequent questions.' })}</p>
        <LineLink href={PUBLIC.search({})}>{t(lang, { zh: '找事项', en: 'Find a service' })}</LineLink>
      </Section>
      <Section title={t(lang, { zh: '各部门咨询电话', en: 'Departments' })}>
        <CounterTable counters={counters} lang={lang} />
      </Section>
      <Hotline lang={lang} note={t(lang, { zh: '全天有人接，普通话、福州话都行。', en: 'Day and night.' })} />
    </Shell>
  )
}

function Complaints({ frame }: AboutProps): ReactElement {
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

function Figures({ frame, overview }: AboutProps): ReactElement {
  const { lang } = frame.display
  const organs = [...Map.groupBy(overview.items, (item) => item.organName)]
    .map(([name, items]) => ({ name, all: items.length, online: items.filter((item) => item.online).length }))
    .sort((a, b) => b.all - a.all || a.name.localeCompare(b.name, 'zh'))
  const online = overview.items.filter((item) => item.online).length
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '公开的数据', en: 'Public figures' })}
      lead={t(lang, {
        zh: `现在公布 ${overview.items.length} 个事项，${online} 个可以在网上办。办了多少件、多少按时，还没有汇总公布。`,
        en: `${overview.items.length} services are published, ${online} of them online. How many cases were decided, and how many in time, is not published yet.`,
      })}
    >
      <DataTable
        caption={t(lang, { zh: '各部门公布的事项', en: 'Published services by department' })}
        columns={[
          t(lang, { zh: '部门', en: 'Department' }),
          t(lang, { zh: '事项', en: 'Services' }),
          t(lang, { zh: '可以在网上办', en: 'Online' }),
        ]}
        rows={organs.map((organ) => [
          <a
            key="name"
            href={PUBLIC.search({ organ: organ.name })}
            lang={lang === 'en' ? 'zh-CN' : undefined}
          >
            {organ.name}
          </a>,
          organ.all,
          organ.online,
        ])}
      />
      <p className="section-note">
        {t(lang, {
          zh: '单件的进度，凭编号和查询码随时能查。',
          en: 'The progress of a single case is open to whoever has its number and code.',
        })}{' '}
        <a href={PUBLIC.progress}>{t(lang, { zh: '查进度', en: 'Progress' })}</a>
      </p>
    </Shell>
  )
}

function Accessibility({ frame }: AboutProps): ReactElement {
  const { lang } = frame.display
  const ticks = (texts: readonly { zh: string; en: string; not?: boolean }[]) => (
    <TickList ticks={texts.map((text) => ({ text: t(lang, text), ...(text.not ? { not: true } : {}) }))} />
  )
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '无障碍说明', en: 'Accessibility' })}
      lead={t(lang, {
        zh: '照 WCAG 2.2 AA 和适老化规范做。下面写明做到的和没做到的。',
        en: 'Built to WCAG 2.2 AA. This page says what holds and what does not yet.',
      })}
    >
      <Section title={t(lang, { zh: '做到的', en: 'What holds' })}>
        {ticks([
          {
            zh: '只用键盘能走完每一页，焦点看得见。',
            en: 'Every page works by keyboard alone, with a visible focus.',
          },
          {
            zh: '关掉脚本，找事项、填表、上传、查进度都能用。',
            en: 'Without scripts you can still search, fill in, upload and follow.',
          },
          {
            zh: '文字和底色的对比度不低于 4.5，状态不只靠颜色。',
            en: 'Text contrast is at least 4.5; no state is told by colour alone.',
          },
          {
            zh: '放大到 400%、屏幕窄到 320 像素，不用左右拖。',
            en: 'No sideways scrolling at 400 % zoom or 320 pixels.',
          },
          {
            zh: '长辈版：字大一倍半，按钮高 60 像素以上，每一页都有。',
            en: 'The large view is there on every page.',
          },
          { zh: '没有验证码图片。', en: 'There is no picture captcha.' },
        ])}
        <div className="actions">
          <LinkButton href="/display?mode=elder&to=/" weight="secondary">
            {t(lang, { zh: '换成长辈版', en: 'Switch to the large view' })}
          </LinkButton>
        </div>
      </Section>
      <Section title={t(lang, { zh: '没做到的', en: 'What does not yet' })}>
        {ticks([
          {
            zh: '没有请视障、听障人士实际试用过；自动检查查不出所有问题。',
            en: 'No test with blind or deaf users has been held; automatic checks do not find everything.',
            not: true,
          },
          {
            zh: '部门写的指南只有中文，没有手语和易读版。',
            en: 'What departments write is in Chinese only; no sign language, no easy reading.',
            not: true,
          },
        ])}
      </Section>
      <Hotline
        lang={lang}
        note={t(lang, {
          zh: '哪一页用不了，打电话告诉我们，也可以让话务员替您办。',
          en: 'Tell us which page fails you, or let the operator help.',
        })}
      />
    </Shell>
  )
}

function Privacy({ frame }: AboutProps): ReactElement {
  const { lang } = frame.display
  const row = (zh: string, en: string, valueZh: string, valueEn: string) => ({
    term: t(lang, { zh, en }),
    value: t(lang, { zh: valueZh, en: valueEn }),
  })
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '隐私与个人信息', en: 'Privacy' })}
      lead={t(lang, {
        zh: '只收办事要用的。谁看过您的资料、为什么看，您随时查得到。',
        en: 'Only what a service needs. You can always see who read your data, and why.',
      })}
    >
      <Section title={t(lang, { zh: '收什么，做什么用', en: 'What is kept and what for' })}>
        <SummaryList
          rows={[
            row(
              '登录',
              'Sign-in',
              '统一身份认证告诉我们姓名、证件号、手机号和认证等级，用来确认是您本人。',
              'Name, number, phone and level from the identity service, to know that it is you.',
            ),
            row(
              '证件号和手机号',
              'Number and phone',
              '加密保存。页面和文书上只显示头尾几位；办事要看全号的，每看一次都记下谁、为什么。',
              'Kept encrypted and shown masked. Every reading of the whole number is recorded with its reason.',
            ),
            row(
              '申请',
              'Applications',
              '您填的表和交的材料，给承办这件事的部门看。',
              'Forms and documents, seen by the department in charge.',
            ),
            row(
              '登记信息',
              'Registers',
              '您同意后才向登记部门查，用来少填、少交。查了什么逐笔记着。',
              'Asked only with your consent; every query is recorded.',
            ),
            row(
              '浏览',
              'Browsing',
              '不装统计和广告代码。只有登录、语言和长辈版各用一个 Cookie。',
              'No trackers. Cookies only for sign-in, language and the large view.',
            ),
          ]}
        />
      </Section>
      <Section title={t(lang, { zh: '您可以', en: 'You can' })}>
        <SummaryList
          rows={[
            {
              term: t(lang, { zh: '查谁看过', en: 'See who read' }),
              value: <a href="/my/reads">{t(lang, { zh: '谁看过我的资料', en: 'Who read my data' })}</a>,
            },
            row('删草稿', 'Delete drafts', '没提交的草稿可以随时删。', 'Drafts can be deleted at any time.'),
            row(
              '更正',
              'Correct',
              '登记信息不对的，填表时写上正确的，由部门核对。',
              'Write what is right into the form; the department looks into it.',
            ),
          ]}
        />
      </Section>
      <Hotline
        lang={lang}
        note={t(lang, {
          zh: '查询、更正、删除个人信息，或者认为被滥用，打电话提出。',
          en: 'To ask for, correct or delete personal data.',
        })}
      />
    </Shell>
  )
}

export const ABOUT: Record<string, (props: AboutProps) => ReactElement> = {
  '/booking': Booking,
  '/places': Places,
  '/ask': Ask,
  '/complaints': Complaints,
  '/figures': Figures,
  '/accessibility': Accessibility,
  '/privacy': Privacy,
}
