import type { ReactElement } from 'react'
import type { Faceted } from '../../../catalogue/index.ts'
import { PHONES_KEPT_DAYS } from '../../../feedback/index.ts'
import { DataTable, LinkButton, Section, SummaryList, TickList, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'
import { howMany } from '../overview.ts'
import { type AboutProps, Hotline, Shell } from './shell.tsx'

export function Figures({ frame, overview }: AboutProps): ReactElement {
  const { lang } = frame.display
  const isOnline = ({ reach }: Faceted) => reach !== 'counter'
  const organs = [...Map.groupBy(overview.census, (one) => one.organName)]
    .map(([name, census]) => ({ name, all: howMany(census), online: howMany(census, isOnline) }))
    .sort((a, b) => b.all - a.all || a.name.localeCompare(b.name, 'zh'))
  const all = howMany(overview.census)
  const online = howMany(overview.census, isOnline)
  return (
    <Shell
      frame={frame}
      title={t(lang, { zh: '公开的数据', en: 'Public figures' })}
      lead={t(lang, {
        zh: `现在公布 ${all} 个事项，${online}\u00a0个可以在网上办。办了多少件、多少按时，还没有汇总公布。`,
        en: `${all} services are published, ${online} of them online. How many cases were decided, and how many in time, is not published yet.`,
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

export function Accessibility({ frame }: AboutProps): ReactElement {
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

export function Privacy({ frame }: AboutProps): ReactElement {
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
              '证件号和登录得来的手机号加密保存，页面和文书上只显示头尾几位；要看证件全号的，每看一次都记下谁、为什么。填在表里的联系电话给承办部门看。',
              'Your number, and the phone from the sign-in, are kept encrypted and shown masked. Every reading of the whole number is recorded with its reason. A phone that you type into a form is for the department.',
            ),
            row(
              '申请',
              'Applications',
              '您填的表和交的材料，给承办这件事的部门看。',
              'Forms and documents, seen by the department in charge.',
            ),
            row(
              '网上提问',
              'Questions',
              `答复的部门看问题，看不到是谁问的。没登录时留的手机号加密保存，只用来发「已答复」的短信，答复 ${PHONES_KEPT_DAYS} 天后删去。公开的问答由部门改写，不带个人情况。`,
              `The department reads the question, not who asked. A number left without a sign-in is kept encrypted for the message that there is an answer, and deleted ${PHONES_KEPT_DAYS} days after it. What is made public is rewritten without anything personal.`,
            ),
            row(
              '登记信息',
              'Registers',
              '您打开申请表时向登记部门查，用来少填、少交。查了什么逐笔记着；部门要用，提交前先请您同意。',
              'Asked when you open a form, so that you fill in less; every query is recorded. The department uses them with your consent.',
            ),
            row(
              '没查到的词',
              'Words not found',
              '搜索没有结果的词只记次数，不记是谁查的；像号码的不记，30 天后删去。',
              'Words that nothing answers are counted, never by whom; what looks like a number is not, and after 30 days all is deleted.',
            ),
            row(
              '浏览',
              'Browsing',
              '不装统计和广告代码。Cookie 只用来登录、记住语言和长辈版、找回登录前填的内容。',
              'No trackers. Cookies only for sign-in, language, the large view, and what you typed before signing in again.',
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
