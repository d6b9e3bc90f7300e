import type { ReactElement } from 'react'
import type { PlacedItem, PublicBody, PublicDirectory, PublicEntry } from '../../../catalogue/index.ts'
import { FilterPills, type Lang, Message, Section, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'
import { PLACEMENT_WORDS } from './figure.tsx'
import type { Asked, Found } from './read.ts'

const chinese = (lang: Lang) => (lang === 'en' ? 'zh-CN' : undefined)

/** The directory to look through: words, districts, what is missing; each entry with its bodies and their guides. */
export function List({
  directory,
  asked,
  found,
  lang,
}: {
  directory: PublicDirectory
  asked: Asked
  found: Found
  lang: Lang
}): ReactElement {
  const { total, shown, items, page, pages } = found
  const to = (change: Partial<Record<'q' | 'organ' | 'area' | 'only' | 'page', string>>) =>
    `${PUBLIC.directory({ q: asked.q, organ: asked.organ, area: asked.area, only: asked.only, ...change })}#list`
  const { byArea, byOrgan } = directory.figure
  const organ = byOrgan.find((o) => o.organ.organId === asked.organ)?.organ
  return (
    <Section id="list" title={t(lang, { zh: '看目录', en: 'The directory' })}>
      <form className="directory-seek" method="get" action={`${PUBLIC.directory({})}#list`}>
        {asked.area && <input type="hidden" name="area" value={asked.area} />}
        {asked.organ && <input type="hidden" name="organ" value={asked.organ} />}
        {asked.only && <input type="hidden" name="only" value={asked.only} />}
        <label htmlFor="directory-q">{t(lang, { zh: '名称、编码或法律', en: 'Name, code or law' })}</label>
        <input id="directory-q" type="search" name="q" defaultValue={asked.q} />
        <button className="button button-quiet" type="submit">
          {t(lang, { zh: '在目录里找', en: 'Look up' })}
        </button>
      </form>
      <FilterPills
        label={t(lang, { zh: '按区域和进驻情况筛选', en: 'By district and standing' })}
        pills={[
          {
            text: t(lang, { zh: '全部', en: 'All' }),
            href: to({ area: '', only: '', organ: '' }),
            current: !asked.area && !asked.only && !asked.organ,
          },
          {
            text: t(lang, { zh: '只看缺的', en: 'Missing only' }),
            href: to({ only: asked.only ? '' : 'missing' }),
            current: asked.only === 'missing',
          },
          ...byArea.map((area) => ({
            text: area.areaName,
            ...(lang === 'en' ? { lang: 'zh-CN' } : {}),
            href: to({ area: asked.area === area.areaCode ? '' : area.areaCode }),
            current: asked.area === area.areaCode,
          })),
          ...(organ
            ? [
                {
                  text: organ.shortName,
                  ...(lang === 'en' ? { lang: 'zh-CN' } : {}),
                  href: to({ organ: '' }),
                  current: true,
                },
              ]
            : []),
        ]}
      />
      <p className="section-note" role="status">
        {t(lang, { zh: `${total} 个目录事项`, en: `${total} entries` })}
        {pages > 1 && t(lang, { zh: `，第 ${page} 页，共 ${pages} 页`, en: `, page ${page} of ${pages}` })}
      </p>
      {shown.length === 0 && (
        <Message
          heading="h2"
          title={t(lang, { zh: '目录里没有这样的事项', en: 'Nothing like this in the directory' })}
        >
          <p>
            <a href={`${PUBLIC.directory({})}#list`}>
              {t(lang, { zh: '看全部目录', en: 'See the whole directory' })}
            </a>
          </p>
        </Message>
      )}
      <ul className="directory-list">
        {shown.map((entry) => (
          <EntryRow
            key={entry.basicCode}
            entry={entry}
            items={items.filter((item) => item.basicCode === entry.basicCode)}
            lang={lang}
          />
        ))}
      </ul>
      {pages > 1 && (
        <nav className="directory-pages" aria-label={t(lang, { zh: '翻页', en: 'Pages' })}>
          {page > 1 && (
            <a href={to({ page: String(page - 1) })}>{t(lang, { zh: '上一页', en: 'Previous' })}</a>
          )}
          {page < pages && (
            <a href={to({ page: String(page + 1) })}>{t(lang, { zh: '下一页', en: 'Next' })}</a>
          )}
        </nav>
      )}
    </Section>
  )
}

function EntryRow({
  entry,
  items,
  lang,
}: {
  entry: PublicEntry
  items: PlacedItem[]
  lang: Lang
}): ReactElement {
  const { elements, basicCode, parent, suspended, bodies } = entry
  const zh = chinese(lang)
  return (
    <li className={parent ? 'sub' : undefined}>
      <h3>
        <span lang={zh}>{elements.name}</span>
        {suspended && <span className="tag">{t(lang, { zh: '暂停', en: 'Suspended' })}</span>}
      </h3>
      <p className="fine">
        <span className="code">{basicCode}</span>{' '}
        <span lang={zh}>{elements.legalBasis.map((b) => `《${b.name}》${b.clause}`).join('；')}</span>
      </p>
      {bodies.length > 0 && (
        <ul>
          {bodies.map((body) => (
            <BodyRow
              key={body.organ.organId}
              body={body}
              items={items.filter((item) => item.organId === body.organ.organId)}
              lang={lang}
            />
          ))}
        </ul>
      )}
      {bodies.length === 0 && !suspended && (
        <p className="fine">{t(lang, { zh: '由下面的子项实施。', en: 'Carried out by its sub-items.' })}</p>
      )}
    </li>
  )
}

/** A department with its guides, or why there is none. */
function BodyRow({ body, items, lang }: { body: PublicBody; items: PlacedItem[]; lang: Lang }): ReactElement {
  const { organ, placement, sentence } = body
  const zh = chinese(lang)
  return (
    <li className={`placed placed-${placement}`}>
      <span className="placed-word">{t(lang, PLACEMENT_WORDS[placement])}</span>
      <span lang={zh}>{organ.name}</span>
      {items.map((item) => (
        <a key={item.itemId} href={PUBLIC.item(item.itemId)} lang={zh}>
          {item.name}
        </a>
      ))}
      {placement !== 'in' && (
        <span className="fine" lang={placement === 'exempt' ? zh : undefined}>
          {placement === 'exempt' ? sentence.zh : t(lang, sentence)}
        </span>
      )}
    </li>
  )
}
