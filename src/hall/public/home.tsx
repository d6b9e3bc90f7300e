import type { ReactElement } from 'react'
import {
  Columns,
  Hero,
  type Lang,
  LineLink,
  SearchBox,
  Section,
  SITE,
  signInHref,
  TopicIndex,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import { ElderChoices } from './home-elder.tsx'
import { type Audience, howManyFor, type Overview } from './overview.ts'
import { ProgressForm } from './progress/form.tsx'

/** The home page: one question, then topics, progress, the ways that are not online. */
export function HomePage({ frame, overview }: { frame: Frame; overview: Overview }): ReactElement {
  const { lang, mode } = frame.display
  const elder = mode === 'elder'
  return (
    <Framed frame={frame} title={t(lang, { zh: '首页', en: 'Home' })} place="find" full>
      <Hero
        question={t(lang, {
          zh: elder ? '想办什么事？' : '您想办什么事？',
          en: 'What do you need to get done?',
        })}
      >
        <SearchBox
          label={t(lang, {
            zh: elder ? '写几个字就行' : '说出事情就行，拼音也可以',
            en: 'Say it in a few words, in Chinese or English',
          })}
          placeholder={t(lang, {
            zh: elder ? '例如：老年优待证' : '例如：开饭店',
            en: 'e.g. restaurant',
          })}
          common={
            elder
              ? []
              : overview.often.map((wish) => ({ text: t(lang, wish), href: PUBLIC.search({ q: wish.zh }) }))
          }
        />
      </Hero>
      <div className="inner">
        {elder ? (
          <ElderChoices lang={lang} overview={overview} />
        ) : (
          <Standard frame={frame} overview={overview} />
        )}
      </div>
    </Framed>
  )
}

function Standard({ frame, overview }: { frame: Frame; overview: Overview }): ReactElement {
  const { lang } = frame.display
  return (
    <>
      <Columns>
        <AudienceTopics audience="person" lang={lang} overview={overview} />
        <AudienceTopics audience="enterprise" lang={lang} overview={overview} />
      </Columns>
      <Section variant="side" title={t(lang, { zh: '几件事一起办', en: 'Several at once' })}>
        <TopicIndex
          topics={overview.events
            .filter((event) => event.found.length > 1)
            .map((event) => ({
              name: t(lang, event.name),
              note:
                lang === 'en'
                  ? countText(event.found.length, lang)
                  : event.found.map((item) => bare(item.name)).join('、'),
              href: PUBLIC.topic(event.key),
            }))}
        />
        <LineLink href={PUBLIC.topics}>
          {t(lang, { zh: '按主题、要办的事、部门一层层找', en: 'Browse by topic, purpose or department' })}
        </LineLink>
      </Section>
      <Section variant="side" title={t(lang, { zh: '查办到哪一步', en: 'Where is my application' })}>
        <ProgressForm lang={lang} />
      </Section>
      <Section variant="side" title={t(lang, { zh: '不想在网上办', en: 'Not online' })}>
        <Columns count={3}>
          <Way
            title={t(lang, { zh: '到窗口去办', en: 'At the counter' })}
            text={t(lang, {
              zh: '每个事项的指南都写明窗口、地址和上班时间。',
              en: 'Every guide names the counter, its address and its hours.',
            })}
            href="/places"
            act={t(lang, { zh: '服务大厅地址', en: 'Service centres' })}
          />
          <Way
            title={t(lang, { zh: '打电话问', en: 'By phone' })}
            text={t(lang, {
              zh: '不确定该办哪一件，先打电话，有人帮您找。',
              en: 'Not sure which service? Call, and somebody will find it.',
            })}
            href={`tel:${SITE.hotline}`}
            act={t(lang, { zh: `拨打 ${SITE.hotline}`, en: `Call ${SITE.hotline}` })}
          />
          {frame.session ? (
            <Way
              title={t(lang, { zh: '接着上次办', en: 'Go on where you stopped' })}
              text={t(lang, {
                zh: '草稿、办件、证照和消息都在「我的」里。',
                en: 'Drafts, applications, licences and messages.',
              })}
              href="/my"
              act={t(lang, { zh: '打开「我的」', en: 'My space' })}
            />
          ) : (
            <Way
              title={t(lang, { zh: '接着上次办', en: 'Go on where you stopped' })}
              text={t(lang, {
                zh: '登录后，草稿、办件、证照和消息都在「我的」里。',
                en: 'Sign in for your drafts, applications and licences.',
              })}
              href={signInHref('/my')}
              act={t(lang, { zh: '登录', en: 'Sign in' })}
            />
          )}
        </Columns>
      </Section>
    </>
  )
}

/** 「食品经营许可（新办）」 → 「食品经营许可」, for lists of names. */
const bare = (name: string): string => name.replace(/（[^（）]*）$/, '')

const countText = (n: number, lang: Lang): string =>
  t(lang, { zh: `${n} 个事项`, en: `${n} service${n === 1 ? '' : 's'}` })

/** As many topics as fit a glance; all items are one link away. */
const SHOWN = 8

function AudienceTopics({
  audience,
  lang,
  overview,
}: {
  audience: Audience
  lang: Lang
  overview: Overview
}): ReactElement {
  const topics = overview.topics
    .map((topic) => ({ ...topic, count: topic.count[audience] }))
    .filter((topic) => topic.count > 0)
    .sort((a, b) => b.count - a.count)
    .slice(0, SHOWN)
  const person = audience === 'person'
  return (
    <Section
      variant="plain"
      title={t(
        lang,
        person ? { zh: '个人办事', en: 'For persons' } : { zh: '企业办事', en: 'For businesses' },
      )}
    >
      <TopicIndex
        topics={topics.map((topic) => ({
          name: t(lang, topic.name),
          note: `${t(lang, topic.about)}${topic.about.zh ? t(lang, { zh: '，', en: ' ' }) : ''}${t(lang, { zh: `${topic.count} 项`, en: `(${topic.count})` })}`,
          href: PUBLIC.topic(topic.key, audience),
        }))}
      />
      <div className="line-links">
        <AllFor audience={audience} lang={lang} overview={overview} />
        {!person && <AllFor audience="organisation" lang={lang} overview={overview} />}
      </div>
    </Section>
  )
}

const ALL_FOR: Record<Audience, (n: number) => { zh: string; en: string }> = {
  person: (n) => ({ zh: `全部个人事项（${n} 项）`, en: `All services for persons (${n})` }),
  enterprise: (n) => ({ zh: `全部企业事项（${n} 项）`, en: `All services for businesses (${n})` }),
  organisation: (n) => ({ zh: `社会组织和单位的事项（${n} 项）`, en: `Services for other bodies (${n})` }),
}

function AllFor({
  audience,
  lang,
  overview,
}: {
  audience: Audience
  lang: Lang
  overview: Overview
}): ReactElement {
  return (
    <LineLink href={PUBLIC.search({ subject: audience })}>
      {t(lang, ALL_FOR[audience](howManyFor(overview.census, audience)))}
    </LineLink>
  )
}

function Way({
  title,
  text,
  href,
  act,
}: {
  title: string
  text: string
  href: string
  act: string
}): ReactElement {
  return (
    <div>
      <h3>{title}</h3>
      <p className="small mute">{text}</p>
      <LineLink href={href}>{act}</LineLink>
    </div>
  )
}
