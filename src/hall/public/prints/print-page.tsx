import type { ReactElement } from 'react'
import {
  type ChangedSection,
  type ClosedGuide,
  type ItemVersion,
  type PrintedVersion,
  type PublicDifference,
  publicDifferences,
} from '../../../catalogue/index.ts'
import {
  type Display,
  fullDay,
  type Lang,
  LinkButton,
  NoticeCard,
  Opening,
  Page,
  Section,
  Stack,
  t,
} from '../../../ui/index.ts'
import { elements, HOME_CRUMB } from '../../page-frame.tsx'
import { PUBLIC } from '../addresses.ts'
import { ChangedTexts } from './difference.tsx'

/**
 * Where the QR code of an old print leads: since when it does not hold, what changed, and the guide as it is now. A print of
 * the version in force never comes here.
 */
export function PrintPage({
  printed,
  current,
  closed,
  display,
}: {
  printed: PrintedVersion
  /** The version in force; null where the item is not offered now. */
  current: ItemVersion | null
  closed: ClosedGuide | null
  display: Display
}): ReactElement {
  const { lang, mode } = display
  const { item } = printed
  const newest = (current ?? item).content
  const name = lang === 'en' && newest.nameEn ? newest.nameEn : newest.name
  const sections = current ? publicDifferences(item.content, current.content) : []
  return (
    <Page
      lang={lang}
      mode={mode}
      title={t(lang, { zh: `${name}：打印件核对`, en: `${name}: check of a print` })}
      path={PUBLIC.printed(item.itemId, item.version)}
      place="find"
      forEverybody
      noIndex
      scripts={[elements.href]}
      crumbs={[
        HOME_CRUMB(lang),
        { text: name, href: PUBLIC.item(item.itemId) },
        { text: t(lang, { zh: '打印件核对', en: 'Print' }) },
      ]}
    >
      <Opening
        title={headOf(printed, closed, lang)}
        sample={newest.sample}
        lead={t(lang, {
          zh: `您手里的是《${item.content.name}》办事指南第 ${item.version} 版。`,
          en: `You hold version ${item.version} of the guide “${name}”.`,
        })}
      />
      <Stack gap="l">
        {closed ? (
          <NoticeCard tone="ochre" title={t(lang, CLOSED[closed.life])}>
            <p className="small">
              {t(lang, {
                zh: '为什么、到哪里办，见指南页。',
                en: 'The guide says why, and where to go instead.',
              })}
            </p>
          </NoticeCard>
        ) : (
          <NoticeCard
            tone="ochre"
            title={t(lang, { zh: '请按现行的指南办', en: 'Please follow the guide in force' })}
          >
            <p className="small">{t(lang, changesIn(sections, current!))}</p>
          </NoticeCard>
        )}
        <div className="actions">
          <LinkButton href={PUBLIC.item(item.itemId)}>
            {t(lang, { zh: '看现行的指南', en: 'The guide in force' })}
          </LinkButton>
          {current && (
            <LinkButton href={PUBLIC.print(item.itemId)} weight="secondary">
              {t(lang, { zh: '打印现行的指南', en: 'Print the guide in force' })}
            </LinkButton>
          )}
        </div>
        {sections.length > 0 ? (
          <ChangedTexts sections={sections} lang={lang} />
        ) : (
          current && (
            <Section title={t(lang, { zh: '改了什么', en: 'What changed' })}>
              <p>{t(lang, { zh: '指南的文字没有变。', en: 'The wording of the guide did not change.' })}</p>
            </Section>
          )
        )}
      </Stack>
    </Page>
  )
}

const CLOSED = {
  suspended: { zh: '这个事项暂停办理', en: 'This service is suspended' },
  cancelled: { zh: '这个事项已经取消', en: 'This service has been ended' },
  devolved: { zh: '这个事项下放到区县办理', en: 'This service has moved to the districts' },
} as const

function headOf({ outdatedSince }: PrintedVersion, closed: ClosedGuide | null, lang: Lang): string {
  const since = outdatedSince ?? closed?.since
  if (!since) throw new Error('a print that still holds has no page of its own')
  return t(lang, {
    zh: `这份打印的指南，${fullDay(since)}起不再是现行的`,
    en: `This print is outdated since ${fullDay(since, 'en')}`,
  })
}

function changesIn(sections: ChangedSection<PublicDifference>[], current: ItemVersion) {
  const places = sections.reduce((n, s) => n + s.rows.length, 0)
  return {
    zh: `现行的是第 ${current.version} 版。下面是两版不同的 ${places} 处。`,
    en: `Version ${current.version} is in force. The two differ in ${places} ${places === 1 ? 'place' : 'places'}, listed below.`,
  }
}
