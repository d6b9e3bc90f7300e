import type { ReactElement } from 'react'
import { type Lang, t } from '../../ui/index.ts'
import { PUBLIC } from './addresses.ts'
import { areaName } from './guide/names.ts'
import type { ShownHit } from './in-language.ts'

interface ResultsProps {
  items: readonly ShownHit[]
  lang: Lang
  /** Level of the heading that stands above. */
  under?: 'h1' | 'h2'
}

/** Items found, each with what decides whether one reads on: for whom, where, how long, online or not. */
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
          {item.summary && <p lang={own(item)}>{item.summary}</p>}
          <ul className="facts-row">
            <li lang={zh}>{item.organName}</li>
            {!item.organName.startsWith(areaName(item.areaCode, 'zh')) && (
              <li>{areaName(item.areaCode, lang)}</li>
            )}
            {item.promise && <li lang={own(item)}>{item.promise}</li>}
            <li>
              {t(
                lang,
                item.online ? { zh: '可以在网上办', en: 'online' } : { zh: '到窗口办', en: 'at the counter' },
              )}
            </li>
          </ul>
        </li>
      ))}
    </ul>
  )
}
