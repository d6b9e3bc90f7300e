import type { ReactElement } from 'react'
import {
  FilterPills,
  type Lang,
  LineLink,
  LinkButton,
  Message,
  Opening,
  type Pill,
  SearchBox,
  Section,
  SITE,
  Stack,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC, type SearchQuery } from './addresses.ts'
import type { Facet, Found, Wanted } from './find.ts'
import { areaName } from './guide/names.ts'
import type { ShownHit } from './in-language.ts'
import { Results } from './results.tsx'

interface SearchProps {
  frame: Frame
  wanted: Wanted
  found: Found
  /** The hits of this page, or what comes near, in the language of the page. */
  shown: readonly ShownHit[]
}

/** Results of a search, or everything: filters are links that say how many items they leave. */
export function SearchPage({ frame, wanted, found, shown }: SearchProps): ReactElement {
  const { lang } = frame.display
  const title = titleOf(wanted, lang)
  return (
    <Framed
      frame={frame}
      title={title}
      place="find"
      crumbs={[HOME_CRUMB(lang), { text: t(lang, { zh: '找事项', en: 'Search' }) }]}
    >
      <Opening title={title} close />
      <Stack gap="l">
        <SearchBox label={t(lang, { zh: '换个说法再找', en: 'Search again' })} value={wanted.q} />
        {found.total > 0 || found.near.length === 0 ? (
          <Filters wanted={wanted} found={found} lang={lang} part="main" />
        ) : null}
        {found.total > 0 ? (
          <>
            <p role="status" className="mute">
              {countWords(found, wanted, lang)}
            </p>
            <Results items={shown} lang={lang} />
            <Pages wanted={wanted} found={found} lang={lang} />
            {(found.facets.organ.length > 1 || wanted.organ !== '') && (
              <Section title={t(lang, { zh: '只看一个部门的', en: 'By department' })}>
                <Filters wanted={wanted} found={found} lang={lang} part="organ" />
              </Section>
            )}
          </>
        ) : (
          <Nothing wanted={wanted} found={found} near={shown} lang={lang} />
        )}
      </Stack>
    </Framed>
  )
}

function titleOf({ q, subject, organ }: Wanted, lang: Lang): string {
  if (q === '' && organ !== '') return t(lang, { zh: `${organ}的事项`, en: `Services of ${organ}` })
  if (q !== '') return t(lang, { zh: `找「${q}」`, en: `Search: ${q}` })
  if (subject === 'person') return t(lang, { zh: '个人事项', en: 'Services for persons' })
  if (subject === 'enterprise') return t(lang, { zh: '企业和组织事项', en: 'Services for businesses' })
  return t(lang, { zh: '全部事项', en: 'All services' })
}

function countWords({ total, capped, pages }: Found, { page }: Wanted, lang: Lang): string {
  const where =
    pages > 1 ? t(lang, { zh: `，第 ${page} 页，共 ${pages} 页`, en: `, page ${page} of ${pages}` }) : ''
  const more = capped
    ? t(lang, {
        zh: '。很多事项都对得上，这里列出最接近的；写得更具体会更准',
        en: '; many match, these come closest',
      })
    : ''
  return `${t(lang, { zh: `找到 ${total} 个事项`, en: `${total} found` })}${where}${more}${lang === 'zh' ? '。' : '.'}`
}

/** The address of this search with something changed; the page always begins anew. */
const withChange = (wanted: Wanted, change: SearchQuery): string =>
  PUBLIC.search({
    q: wanted.q,
    subject: wanted.subject,
    organ: wanted.organ,
    area: wanted.area,
    online: wanted.online,
    ...change,
  })

/** Departments are many: their filter stands below the results, so that these are not pushed off a phone's screen. */
function Filters({
  wanted,
  found,
  lang,
  part,
}: {
  wanted: Wanted
  found: Found
  lang: Lang
  part: 'main' | 'organ'
}): ReactElement {
  const rows: {
    key: 'subject' | 'online' | 'area' | 'organ'
    label: string
    all: string
    name: (value: string) => string
    lang?: string | undefined
  }[] = [
    {
      key: 'subject',
      label: t(lang, { zh: '按谁来办筛选', en: 'For whom' }),
      all: t(lang, { zh: '个人和企业', en: 'Everybody' }),
      name: (value) =>
        t(lang, value === 'person' ? { zh: '个人', en: 'Persons' } : { zh: '企业和组织', en: 'Businesses' }),
    },
    {
      key: 'online',
      label: t(lang, { zh: '按办理方式筛选', en: 'Way' }),
      all: t(lang, { zh: '网上和窗口', en: 'Any way' }),
      name: (value) =>
        t(
          lang,
          value === 'yes' ? { zh: '可以在网上办', en: 'Online' } : { zh: '只在窗口办', en: 'Counter only' },
        ),
    },
    {
      key: 'area',
      label: t(lang, { zh: '按地区筛选', en: 'Area' }),
      all: t(lang, { zh: '全部地区', en: 'All areas' }),
      name: (value) => areaName(value, lang),
    },
    {
      key: 'organ',
      label: t(lang, { zh: '按部门筛选', en: 'Department' }),
      all: t(lang, { zh: '全部部门', en: 'All departments' }),
      name: (value) => value,
      lang: lang === 'en' ? 'zh-CN' : undefined,
    },
  ]
  return (
    <Stack gap="s">
      {rows
        .filter((row) => found.facets[row.key].length > 1 || wanted[row.key] !== '')
        .filter((row) => (row.key === 'organ') === (part === 'organ'))
        .map((row) => (
          <FilterPills key={row.key} label={row.label} pills={pillsOf(row, found.facets[row.key], wanted)} />
        ))}
    </Stack>
  )
}

function pillsOf(
  row: {
    key: 'subject' | 'online' | 'area' | 'organ'
    all: string
    name: (value: string) => string
    lang?: string | undefined
  },
  facets: readonly Facet[],
  wanted: Wanted,
): Pill[] {
  return [
    { text: row.all, href: withChange(wanted, { [row.key]: '' }), current: wanted[row.key] === '' },
    ...facets.map(({ value, count }) => ({
      text: row.name(value),
      ...(row.lang ? { lang: row.lang } : {}),
      count,
      href: withChange(wanted, { [row.key]: value }),
      current: wanted[row.key] === value,
    })),
  ]
}

function Pages({ wanted, found, lang }: { wanted: Wanted; found: Found; lang: Lang }): ReactElement | null {
  if (found.pages < 2) return null
  const { page } = wanted
  return (
    <nav className="actions" aria-label={t(lang, { zh: '翻页', en: 'Pages' })}>
      {page > 1 && (
        <LinkButton weight="secondary" icon="back" href={withChange(wanted, { page: String(page - 1) })}>
          {t(lang, { zh: '上一页', en: 'Previous' })}
        </LinkButton>
      )}
      {page < found.pages && (
        <LinkButton weight="secondary" href={withChange(wanted, { page: String(page + 1) })}>
          {t(lang, { zh: '下一页', en: 'Next' })}
        </LinkButton>
      )}
    </nav>
  )
}

function Nothing({
  wanted,
  found,
  near,
  lang,
}: {
  wanted: Wanted
  found: Found
  near: readonly ShownHit[]
  lang: Lang
}): ReactElement {
  const { q } = wanted
  const narrowed = wanted.subject || wanted.organ || wanted.area || wanted.online
  const call = t(lang, {
    zh: `还是没有？打 ${SITE.hotline}，说要办的事，有人告诉您归谁办。`,
    en: `Still nothing? Call ${SITE.hotline} and say what you need.`,
  })
  if (found.near.length > 0)
    return (
      <Section
        variant="plain"
        title={t(lang, {
          zh: `没有叫「${q}」的事项，这些最接近`,
          en: `Nothing called “${q}”; these come closest`,
        })}
      >
        <Results items={near} lang={lang} under="h2" />
        <p className="section-note">{call}</p>
      </Section>
    )
  return (
    <Message
      title={
        q
          ? t(lang, { zh: `没找到「${q}」`, en: `Nothing found for “${q}”` })
          : t(lang, { zh: '这样筛选，一个事项也没有', en: 'Nothing is left' })
      }
      acts={
        <LinkButton href={narrowed ? PUBLIC.search({ q }) : PUBLIC.search({})} weight="secondary">
          {narrowed
            ? t(lang, { zh: '去掉筛选再找', en: 'Drop the filters' })
            : t(lang, { zh: '看全部事项', en: 'All services' })}
        </LinkButton>
      }
    >
      <p>
        {t(lang, {
          zh: '换平时说的话试试，例如「开饭店」「社保证明」。',
          en: 'Try everyday words, in Chinese, pinyin or English.',
        })}
      </p>
      <p className="mute">{call}</p>
      <LineLink href={`tel:${SITE.hotline}`} icon="phone">
        {t(lang, { zh: `拨打 ${SITE.hotline}`, en: `Call ${SITE.hotline}` })}
      </LineLink>
    </Message>
  )
}
