import type { ReactElement } from 'react'
import type { ItemHit } from '../../catalogue/index.ts'
import { fullDay, type Lang, LinkButton, t } from '../../ui/index.ts'
import { PUBLIC } from './addresses.ts'
import { areaName } from './guide/names.ts'
import type { ShownHit } from './in-language.ts'

interface ResultsProps {
  items: readonly ShownHit[]
  lang: Lang
  /** Level of the heading that stands above. */
  under?: 'h1' | 'h2'
}

/** 「全程网办」, 「网上申报，到窗口 1 次」, 「到窗口办」: as far as the guide says that it goes online. */
export function reachText({ reach, visits }: Pick<ItemHit, 'reach' | 'visits'>, lang: Lang): string {
  if (reach === 'whole') return t(lang, { zh: '全程网办', en: 'all online' })
  if (reach === 'counter') return t(lang, { zh: '到窗口办', en: 'at the counter' })
  return t(lang, {
    zh: `网上申报，到窗口 ${visits} 次`,
    en: `online, with ${visits} visit${visits === 1 ? '' : 's'}`,
  })
}

/** Items found, each with what decides whether one reads on: where, how long, how far online, suspended or not. */
export function Results({ items, lang, under = 'h1' }: ResultsProps): ReactElement {
  const Heading = under === 'h1' ? 'h2' : 'h3'
  const zh = lang === 'en' ? 'zh-CN' : undefined
  const own = (item: ShownHit) => (item.lang === lang ? undefined : zh)
  return (
    <ul className="results">
      {items.map((item) => (
        <li key={item.itemId}>
          <Heading>
            <a href={PUBLIC.item(item.itemId)} lang={own(item)}>
              {item.name}
            </a>
          </Heading>
          {item.suspended && (
            <p>
              <strong>{t(lang, { zh: '暂停办理', en: 'Suspended' })}</strong>
              {t(lang, {
                zh: '，现在交不了申请。',
                en: ': applications are not taken now. ',
              })}
              {item.resumesOn &&
                t(lang, {
                  zh: `计划${fullDay(item.resumesOn)}恢复。`,
                  en: `Planned to resume on ${fullDay(item.resumesOn, 'en')}. `,
                })}
              {t(lang, { zh: '原因写在指南里。', en: 'The guide says why.' })}
            </p>
          )}
          {item.summary && <p lang={own(item)}>{item.summary}</p>}
          <ul className="facts-row">
            <li lang={zh}>{item.organName}</li>
            {!item.organName.startsWith(areaName(item.areaCode, 'zh')) && (
              <li>{areaName(item.areaCode, lang)}</li>
            )}
            {item.promise && <li lang={own(item)}>{item.promise}</li>}
            <li>{reachText(item, lang)}</li>
          </ul>
        </li>
      ))}
    </ul>
  )
}

interface PagesProps {
  page: number
  pages: number
  href: (page: string) => string
  lang: Lang
}

/** Turns the pages of a list; nothing where there is only one. */
export function Pages({ page, pages, href, lang }: PagesProps): ReactElement | null {
  if (pages < 2) return null
  return (
    <nav className="actions" aria-label={t(lang, { zh: '翻页', en: 'Pages' })}>
      {page > 1 && (
        <LinkButton weight="secondary" icon="back" href={href(String(page - 1))}>
          {t(lang, { zh: '上一页', en: 'Previous' })}
        </LinkButton>
      )}
      {page < pages && (
        <LinkButton weight="secondary" href={href(String(page + 1))}>
          {t(lang, { zh: '下一页', en: 'Next' })}
        </LinkButton>
      )}
    </nav>
  )
}
