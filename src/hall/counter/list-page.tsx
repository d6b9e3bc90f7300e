import type { ReactElement } from 'react'
import type { Centre, CounterItem } from '../../catalogue/index.ts'
import { BanyanDrawing, type Display, FilterPills, Icon, type Lang, SearchBox, t } from '../../ui/index.ts'
import { inChinese } from '../public/guide/in-chinese.tsx'
import { limitText } from '../public/guide/names.ts'
import { COUNTER, type Narrowed } from './addresses.ts'
import { CounterPage } from './frame.tsx'
import { byOrgan, type CentreList, type Shown, windowsIn } from './lists.ts'

/** Longer lists are narrowed first: by words, department or window. */
const MOST = 60

/** The first screen of a centre: what is handled here, by words, by department, by window. */
export function ListPage(props: {
  list: CentreList
  shown: Shown
  asked: Narrowed
  display: Display
}): ReactElement {
  const { list, asked, display } = props
  const { lang } = display
  const { centre } = list
  const { centreId } = centre
  return (
    <CounterPage
      centre={centre}
      display={display}
      title={t(lang, { zh: `${centre.name}：办什么`, en: `${centre.name}: services` })}
      path={COUNTER.centre(centreId, asked)}
    >
      <div className="counter-hero">
        <div>
          <h1>{t(lang, { zh: '今天办什么？', en: 'What do you need?' })}</h1>
          <SearchBox
            label={t(lang, { zh: '说您要办的事，拼音也行', en: 'Say what you need; pinyin works too' })}
            action={COUNTER.centre(centreId)}
            value={asked.q ?? ''}
            suggest={false}
          />
        </div>
        <BanyanDrawing />
      </div>
      <rb-live src={COUNTER.listEvents(centreId)} fragment={COUNTER.listNow(centreId, asked)}>
        <ListNow list={props.list} shown={props.shown} asked={asked} lang={lang} />
      </rb-live>
    </CounterPage>
  )
}

/** The part that changes while the screen stands there. */
export function ListNow({
  list,
  shown,
  asked,
  lang,
}: {
  list: CentreList
  shown: Shown
  asked: Narrowed
  lang: Lang
}): ReactElement {
  const { centreId } = list.centre
  const { q, organ, window } = asked
  const narrowed = Boolean(q || organ || window)
  const items = shown.items.slice(0, MOST)
  if (list.items.length === 0)
    return (
      <p className="lead">
        {t(lang, {
          zh: '这个中心还没有进驻的事项。',
          en: 'Nothing is handled at this centre yet.',
        })}
      </p>
    )
  return (
    <>
      {!narrowed && <Organs list={list} lang={lang} />}
      <FilterPills
        label={t(lang, { zh: '按窗口看', en: 'By window' })}
        pills={[
          {
            text: t(lang, { zh: '所有窗口', en: 'All windows' }),
            href: at(centreId, { q, organ }),
            current: !window,
          },
          ...windowsIn(list.items.filter((one) => !organ || one.organName === organ)).map((name) => ({
            text: name,
            ...(lang === 'en' && { lang: 'zh-CN' }),
            href: at(centreId, { q, organ, window: name }),
            current: window === name,
          })),
        ]}
      />
      <h2 data-announce>{headOf(shown, asked, lang)}</h2>
      {narrowed && (
        <p className="counter-back">
          <a className="line-link" href={COUNTER.centre(centreId)}>
            <Icon name="back" />
            {t(lang, { zh: '看这里办的所有事项', en: 'Everything handled here' })}
          </a>
        </p>
      )}
      {items.length === 0 ? (
        <p className="lead">
          {t(lang, {
            zh: '这个中心没有这样的事项。换一个说法，或者问窗口的工作人员。',
            en: 'Nothing like it is handled at this centre. Try other words, or ask at the window.',
          })}
        </p>
      ) : (
        <Items items={items} centre={list.centre} lang={lang} />
      )}
      {shown.items.length > MOST && (
        <p className="section-note">
          {t(lang, {
            zh: `只列出前 ${MOST} 项。用上面的查找、部门或者窗口缩小范围。`,
            en: `The first ${MOST} are listed. Search, or choose a department or a window.`,
          })}
        </p>
      )}
    </>
  )
}

const at = (centreId: string, asked: Narrowed) => COUNTER.centre(centreId, asked)

function headOf({ items }: Shown, { q, organ, window }: Narrowed, lang: Lang): string {
  const n = items.length
  const of = [organ, window, q && `「${q}」`].filter(Boolean).join(t(lang, { zh: '，', en: ', ' }))
  if (!of) return t(lang, { zh: `这里办 ${n} 个事项`, en: `${n} items are handled here` })
  return t(lang, { zh: `${of}：${n} 个事项`, en: `${of}: ${n} ${n === 1 ? 'item' : 'items'}` })
}

function Organs({ list, lang }: { list: CentreList; lang: Lang }): ReactElement | null {
  const heaps = byOrgan(list.items)
  if (heaps.length < 2) return null
  return (
    <nav aria-label={t(lang, { zh: '按部门看', en: 'By department' })}>
      <ul className="counter-organs">
        {heaps.map((heap) => (
          <li key={heap.name}>
            <a href={COUNTER.centre(list.centre.centreId, { organ: heap.name })}>
              <b>{inChinese(heap.name, lang)}</b>
              <span>
                {t(lang, {
                  zh: `${heap.items.length} 个事项`,
                  en: `${heap.items.length} ${heap.items.length === 1 ? 'item' : 'items'}`,
                })}
                {heap.windows.length > 0 && '　'}
                {inChinese(heap.windows.slice(0, 4).join('、'), lang)}
                {heap.windows.length > 4 && t(lang, { zh: ' 等', en: ' …' })}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Items({
  items,
  centre,
  lang,
}: {
  items: readonly CounterItem[]
  centre: Centre
  lang: Lang
}): ReactElement {
  return (
    <ul className="counter-items">
      {items.map((item) => (
        <li key={item.itemId}>
          <a href={COUNTER.item(centre.centreId, item.itemId)}>
            <b>{lang === 'en' && item.nameEn ? item.nameEn : inChinese(item.name, lang)}</b>
            <span>
              {inChinese([...item.windows, item.organName].join('　'), lang)}
              {item.suspended ? (
                <span className="tag">{t(lang, { zh: '暂停办理', en: 'Suspended' })}</span>
              ) : (
                item.promise && (
                  <>
                    {'　'}
                    {promiseText(item.promise.days === 0, limitText(item.promise, lang), lang)}
                  </>
                )
              )}
            </span>
            <Icon name="forward" />
          </a>
        </li>
      ))}
    </ul>
  )
}

const promiseText = (onTheSpot: boolean, words: string, lang: Lang): string =>
  t(lang, { zh: `${words}办好`, en: onTheSpot ? words : `within ${words}` })
