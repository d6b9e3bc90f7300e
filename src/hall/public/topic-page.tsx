import type { ReactElement } from 'react'
import type { Choice } from '../../catalogue/index.ts'
import { FilterPills, LineLink, Opening, Stack, t } from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import type { Found, Wanted } from './find.ts'
import type { ShownHit } from './in-language.ts'
import type { Overview } from './overview.ts'
import { Pages, Results } from './results.tsx'
import type { Topic } from './topics.ts'

interface EventProps {
  frame: Frame
  event: Overview['events'][number]
  shown: readonly ShownHit[]
}

/** What somebody sets out to do (一件事): the items that it takes, in their order. */
export function EventPage({ frame, event, shown }: EventProps): ReactElement {
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

interface TopicProps {
  frame: Frame
  topic: Topic
  wanted: Wanted
  found: Found
  shown: readonly ShownHit[]
}

const SUBJECTS = [
  ['person', { zh: '个人', en: 'Persons' }],
  ['enterprise', { zh: '企业', en: 'Businesses' }],
  ['organisation', { zh: '社会组织和单位', en: 'Other bodies' }],
] as const

/** The items of a topic (主题). */
export function TopicPage({ frame, topic, wanted, found, shown }: TopicProps): ReactElement {
  const { lang } = frame.display
  const name = t(lang, topic.name)
  const count = (value: string) =>
    found.choices.subject.find((one: Choice) => one.value === value)?.count ?? 0
  const all = found.choices.topic.find((one) => one.value === topic.name.zh)?.count ?? found.total
  const pills = [
    {
      text: t(lang, { zh: '全部', en: 'All' }),
      ...(wanted.subject === '' ? { count: all } : {}),
      href: PUBLIC.topic(topic.key),
      current: wanted.subject === '',
    },
    ...SUBJECTS.filter(([value]) => count(value) > 0).map(([value, text]) => ({
      text: t(lang, text),
      count: count(value),
      href: PUBLIC.topic(topic.key, value),
      current: wanted.subject === value,
    })),
  ]
  return (
    <Framed frame={frame} title={name} place="find" crumbs={[HOME_CRUMB(lang), { text: name }]}>
      <Opening title={name} lead={t(lang, topic.about)} />
      <Stack gap="l">
        <FilterPills label={t(lang, { zh: '按谁来办筛选', en: 'For whom' })} pills={pills} />
        <Results items={shown} lang={lang} />
        <Pages
          page={wanted.page}
          pages={found.pages}
          href={(page) => PUBLIC.topic(topic.key, wanted.subject, page)}
          lang={lang}
        />
        <LineLink href={PUBLIC.search({ topic: topic.name.zh, subject: wanted.subject })}>
          {t(lang, { zh: '按地区、部门、办理方式再筛选', en: 'Narrow by area, department or way' })}
        </LineLink>
      </Stack>
    </Framed>
  )
}
