import type { ReactElement } from 'react'
import type { ItemHit } from '../../catalogue/index.ts'
import { FilterPills, Opening, Stack, t } from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import type { ShownHit } from './in-language.ts'
import { type Audience, isFor, type Overview } from './overview.ts'
import { Results } from './results.tsx'

interface TopicProps {
  frame: Frame
  overview: Overview
  key_: string
  audience: Audience | null
  inLanguage: (hits: readonly ItemHit[]) => Promise<ShownHit[]>
}

/** The items of a topic (主题) or of what somebody sets out to do (一件事). Null when there is no such topic. */
export async function topicPage(props: TopicProps): Promise<ReactElement | null> {
  const { frame, overview, key_, audience, inLanguage } = props
  const event = overview.events.find((one) => one.key === key_)
  if (event) return <EventPage frame={frame} event={event} shown={await inLanguage(event.found)} />
  const topic = overview.topics.find((one) => one.key === key_)
  if (!topic) return null
  const items = topic.items.filter((item) => audience === null || isFor(item, audience))
  return <TopicPage frame={frame} topic={topic} audience={audience} shown={await inLanguage(items)} />
}

function EventPage({
  frame,
  event,
  shown,
}: {
  frame: Frame
  event: Overview['events'][number]
  shown: readonly ShownHit[]
}): ReactElement {
  const { lang } = frame.display
  const name = t(lang, event.name)
  return (
    <Framed frame={frame} title={name} place="find" crumbs={[HOME_CRUMB(lang), { text: name }]}>
      <Opening
        title={name}
        lead={t(lang, {
          zh:
            event.found.length === 1
              ? '办这一件就够。'
              : `一般要办这 ${event.found.length} 件，按先后排好。用不上的可以跳过，拿不准就看指南里的受理条件。`,
          en:
            event.found.length === 1
              ? 'One service does it.'
              : `Usually these ${event.found.length}, in this order. Skip what does not apply to you.`,
        })}
      />
      <Results items={shown} lang={lang} />
    </Framed>
  )
}

interface TopicPageProps {
  frame: Frame
  topic: Overview['topics'][number]
  audience: Audience | null
  shown: readonly ShownHit[]
}

function TopicPage({ frame, topic, audience, shown }: TopicPageProps): ReactElement {
  const { lang } = frame.display
  const name = t(lang, topic.name)
  const count = (wanted: Audience) => topic.items.filter((item) => isFor(item, wanted)).length
  const pill = (wanted: Audience, zh: string, en: string) => ({
    text: t(lang, { zh, en }),
    count: count(wanted),
    href: PUBLIC.topic(topic.key, wanted),
    current: audience === wanted,
  })
  const pills = [
    {
      text: t(lang, { zh: '全部', en: 'All' }),
      count: topic.items.length,
      href: PUBLIC.topic(topic.key),
      current: audience === null,
    },
    pill('person', '个人', 'Persons'),
    pill('enterprise', '企业和组织', 'Businesses'),
  ].filter((one) => one.count > 0)
  return (
    <Framed frame={frame} title={name} place="find" crumbs={[HOME_CRUMB(lang), { text: name }]}>
      <Opening title={name} lead={t(lang, topic.about)} />
      <Stack gap="l">
        <FilterPills label={t(lang, { zh: '按谁来办筛选', en: 'For whom' })} pills={pills} />
        <Results items={shown} lang={lang} />
      </Stack>
    </Framed>
  )
}
