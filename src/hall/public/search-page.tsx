import type { ReactElement } from 'react'
import type { Centre } from '../../catalogue/index.ts'
import {
  type Lang,
  LineLink,
  LinkButton,
  Message,
  Opening,
  Phone,
  SearchBox,
  Section,
  SITE,
  Stack,
  SummaryList,
  t,
} from '../../ui/index.ts'
import { type Frame, Framed, HOME_CRUMB } from '../page-frame.tsx'
import { PUBLIC } from './addresses.ts'
import { askable, type Found, type Wanted } from './find.ts'
import { Chosen, Filters, withChange } from './find-filters.tsx'
import type { ShownHit } from './in-language.ts'
import { Pages, Results } from './results.tsx'

interface SearchProps {
  frame: Frame
  wanted: Wanted
  found: Found
  /** The hits of this page, or what comes near, in the language of the page. */
  shown: readonly ShownHit[]
  /** 服务中心, for who found nothing. */
  centres: readonly Centre[]
}

/** Results of a search, or everything: filters are links that say how many items they leave. */
export function SearchPage({ frame, wanted, found, shown, centres }: SearchProps): ReactElement {
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
        <SearchBox
          label={t(
            lang,
            wanted.q ? { zh: '换个说法再找', en: 'Search again' } : { zh: '要办什么事', en: 'Which service' },
          )}
          value={wanted.q}
        />
        {found.near.length === 0 && (
          <Stack gap="s">
            <Chosen wanted={wanted} lang={lang} />
            {found.total > 0 && <Filters wanted={wanted} found={found} lang={lang} />}
          </Stack>
        )}
        {found.total > 0 ? (
          <>
            <p role="status" className="mute">
              {countWords(found, lang)}
            </p>
            <Results items={shown} lang={lang} />
            <Pages
              page={wanted.page}
              pages={found.pages}
              href={(page) => withChange(wanted, { page })}
              lang={lang}
            />
          </>
        ) : (
          <Nothing wanted={wanted} near={shown} centres={centres} lang={lang} />
        )}
      </Stack>
    </Framed>
  )
}

function titleOf({ q, subject, organ }: Wanted, lang: Lang): string {
  if (q === '' && organ !== '') return t(lang, { zh: `${organ}的事项`, en: `Services of ${organ}` })
  if (q !== '') return t(lang, { zh: `找「${q}」`, en: `Search: ${q}` })
  if (subject === 'person') return t(lang, { zh: '个人事项', en: 'Services for persons' })
  if (subject === 'enterprise') return t(lang, { zh: '企业事项', en: 'Services for businesses' })
  if (subject === 'organisation')
    return t(lang, { zh: '社会组织和单位的事项', en: 'Services for other bodies' })
  return t(lang, { zh: '全部事项', en: 'All services' })
}

function countWords({ total, capped, page, pages }: Found, lang: Lang): string {
  const where =
    pages > 1 ? t(lang, { zh: `，第 ${page} 页，共 ${pages} 页`, en: `, page ${page} of ${pages}` }) : ''
  if (capped)
    return t(lang, {
      zh: `对得上的超过 ${total} 个，这里列出最接近的${where}。写得更具体，或者用筛选，会更准。`,
      en: `More than ${total} match; these come closest${where}. Say it more precisely, or narrow it.`,
    })
  return `${t(lang, { zh: `找到 ${total} 个事项`, en: `${total} found` })}${where}${lang === 'zh' ? '。' : '.'}`
}

function Nothing({ wanted, near, centres, lang }: Omit<AskProps, 'q'> & { wanted: Wanted }): ReactElement {
  const { q } = wanted
  const narrowed = withChange(wanted, {}) !== PUBLIC.search({ q })
  if (near.length > 0)
    return (
      <>
        <Section
          variant="plain"
          title={t(lang, {
            zh: `没有叫「${q}」的事项，这些最接近`,
            en: `Nothing called “${q}”; these come closest`,
          })}
        >
          <Results items={near} lang={lang} under="h2" />
        </Section>
        <AskSomebody q={q} near={near} centres={centres} lang={lang} />
      </>
    )
  return (
    <>
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
      </Message>
      <AskSomebody q={q} near={[]} centres={centres} lang={lang} />
    </>
  )
}

interface AskProps {
  /** The words that found nothing. */
  q: string
  near: readonly ShownHit[]
  centres: readonly Centre[]
  lang: Lang
}

/** 问部门: in writing, or by the telephones of the departments whose items come nearest, and the city's. */
function AskSomebody({ q, near, centres, lang }: AskProps): ReactElement {
  const people = askable(near, centres)
  return (
    <Section title={t(lang, { zh: '还是没有，就问部门', en: 'Still nothing? Ask the department' })}>
      <Stack>
        <div className="actions">
          <LinkButton href={PUBLIC.ask({ q })} weight="secondary">
            {t(lang, { zh: '写下来问', en: 'Ask in writing' })}
          </LinkButton>
        </div>
        {people.length > 0 && (
          <SummaryList
            rows={people.map(({ name, phone }) => ({
              term: <span lang={lang === 'en' ? 'zh-CN' : undefined}>{name}</span>,
              value: <Phone number={phone} />,
            }))}
          />
        )}
      </Stack>
      <p className="section-note">
        {t(lang, {
          zh: '着急的打电话，说出要办的事，有人告诉您归谁办。',
          en: 'In a hurry? Call, say what you need, and somebody tells you who does it.',
        })}
      </p>
      <p className="section-note">
        {t(lang, {
          zh: '没查到的词只记次数，不记是谁查的，用来补充搜索用词。',
          en: 'Words without an answer are counted, never by whom, so that the search learns them.',
        })}
      </p>
      <LineLink href={`tel:${SITE.hotline}`} icon="phone">
        {t(lang, { zh: `拨打 ${SITE.hotline}`, en: `Call ${SITE.hotline}` })}
      </LineLink>
    </Section>
  )
}
