import type { ReactElement } from 'react'
import { CallCard, type Lang, Section, SITE, Tiles, t } from '../../ui/index.ts'
import { PUBLIC } from './addresses.ts'
import type { Overview } from './overview.ts'

/** 长辈版: few large choices, the telephone as an equal way. */
export function ElderChoices({ lang, overview }: { lang: Lang; overview: Overview }): ReactElement {
  const items = overview.forElders
  return (
    <>
      {items.length > 0 && (
        <Section variant="plain" title={t(lang, { zh: '常办的事', en: 'Often used' })}>
          <Tiles
            tiles={items.map((item) => ({
              name: item.name,
              note: item.promise,
              href: PUBLIC.item(item.itemId),
            }))}
          />
        </Section>
      )}
      <CallCard
        title={t(lang, { zh: '打电话，有人帮您办', en: 'Call, and somebody helps' })}
        note={t(lang, { zh: '说福州话也可以，不用按数字键。', en: 'Mandarin or Fuzhou dialect.' })}
        act={t(lang, { zh: `拨打 ${SITE.hotline}`, en: `Call ${SITE.hotline}` })}
        number={SITE.hotline}
      />
      <Section title={t(lang, { zh: '我办的事', en: 'My applications' })}>
        <Tiles
          tiles={[
            {
              name: t(lang, { zh: '查进度', en: 'Progress' }),
              note: t(lang, { zh: '看办到哪一步了', en: 'Where it stands' }),
              href: PUBLIC.progress,
            },
            {
              name: t(lang, { zh: '去窗口办', en: 'At the counter' }),
              note: t(lang, { zh: '地址和上班时间', en: 'Addresses and hours' }),
              href: '/places',
            },
          ]}
        />
      </Section>
    </>
  )
}
