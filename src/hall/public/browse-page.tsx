import type { ReactElement } from 'react'
import { LineLink, Opening, Section, Stack, TopicIndex, t } from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import { howMany, type Overview } from './overview.ts'

/** Everything in three ways: by topic (主题), by what one sets out to do (一件事), by department. */
export function BrowsePage({ frame, overview }: { frame: Frame; overview: Overview }): ReactElement {
  const { lang } = frame.display
  const title = t(lang, { zh: '分类找事项', en: 'Browse services' })
  const count = (n: number) => t(lang, { zh: `${n} 项`, en: String(n) })
  const departments = [...Map.groupBy(overview.census, (one) => one.organName)]
    .map(([name, census]) => ({ name, all: howMany(census) }))
    .sort((a, b) => b.all - a.all || (a.name < b.name ? -1 : 1))
  return (
    <Framed frame={frame} title={title} place="find" crumbs={[HOME_CRUMB(lang), { text: title }]}>
      <Opening
        title={title}
        lead={t(lang, {
          zh: `现在公布 ${howMany(overview.census)} 个事项。不知道叫什么名字，可以从这里一层层找。`,
          en: `${howMany(overview.census)} services are published. Find yours without knowing its name.`,
        })}
      />
      <Stack gap="l">
        <Section title={t(lang, { zh: '按主题', en: 'By topic' })}>
          <TopicIndex
            topics={overview.topics.map((topic) => ({
              name: t(lang, topic.name),
              note: [t(lang, topic.about), count(topic.all)]
                .filter(Boolean)
                .join(t(lang, { zh: '，', en: ', ' })),
              href: PUBLIC.topic(topic.key),
            }))}
          />
        </Section>
        <Section title={t(lang, { zh: '按要办的事', en: 'By what you set out to do' })}>
          <TopicIndex
            topics={overview.events.map((event) => ({
              name: t(lang, event.name),
              note: count(event.found.length),
              href: PUBLIC.topic(event.key),
            }))}
          />
        </Section>
        <Section title={t(lang, { zh: '按部门', en: 'By department' })}>
          <div lang={lang === 'en' ? 'zh-CN' : undefined}>
            <TopicIndex
              topics={departments.map(({ name, all }) => ({
                name,
                note: count(all),
                href: PUBLIC.search({ organ: name }),
              }))}
            />
          </div>
        </Section>
        <LineLink href={PUBLIC.search({})}>{t(lang, { zh: '看全部事项', en: 'All services' })}</LineLink>
      </Stack>
    </Framed>
  )
}
