import type { ReactElement } from 'react'
import type { Choice, Filter } from '../../catalogue/index.ts'
import { FilterPills, Fold, Icon, type Lang, Stack, type Text, t } from '../../ui/index.ts'
import { PUBLIC, type SearchQuery } from './addresses.ts'
import type { Found, Wanted } from './find.ts'
import { areaName } from './guide/names.ts'
import { TOPICS } from './topics.ts'

/** The address of this search with something changed; the page always begins anew. */
export const withChange = ({ page: _, ...wanted }: Wanted, change: SearchQuery): string =>
  PUBLIC.search({ ...wanted, ...change })

const SUBJECTS: Record<string, Text> = {
  person: { zh: '个人', en: 'Persons' },
  enterprise: { zh: '企业', en: 'Businesses' },
  organisation: { zh: '社会组织和单位', en: 'Other bodies' },
}
const WAYS: Record<string, Text> = {
  online: { zh: '网上', en: 'Online' },
  counter: { zh: '窗口', en: 'Counter' },
  courier: { zh: '快递交材料', en: 'By courier' },
}
const REACHES: Record<string, Text> = {
  whole: { zh: '全程网办', en: 'All online' },
  visits: { zh: '网上申报，还要到窗口', en: 'Online with visits' },
  counter: { zh: '只能到窗口', en: 'Counter only' },
}

interface Row {
  key: Filter
  label: Text
  all: Text
  name: (value: string, lang: Lang) => string
  /** Their names exist in Chinese only. */
  chinese?: true
}

const named = (names: Record<string, Text>) => (value: string, lang: Lang) =>
  names[value] ? t(lang, names[value]) : value

const topicName = (value: string, lang: Lang) => {
  const topic = TOPICS.find((one) => one.name.zh === value)
  return topic ? t(lang, topic.name) : value
}

const ROWS: readonly Row[] = [
  {
    key: 'subject',
    label: { zh: '谁来办', en: 'For whom' },
    all: { zh: '谁都行', en: 'Everybody' },
    name: named(SUBJECTS),
  },
  {
    key: 'topic',
    label: { zh: '主题', en: 'Topic' },
    all: { zh: '全部主题', en: 'All topics' },
    name: topicName,
  },
  {
    key: 'area',
    label: { zh: '地区', en: 'Area' },
    all: { zh: '全部地区', en: 'All areas' },
    name: areaName,
  },
  {
    key: 'way',
    label: { zh: '怎么交', en: 'How to apply' },
    all: { zh: '哪种都行', en: 'Any way' },
    name: named(WAYS),
  },
  {
    key: 'reach',
    label: { zh: '网办程度', en: 'How far online' },
    all: { zh: '都可以', en: 'Any' },
    name: named(REACHES),
  },
  {
    key: 'organ',
    label: { zh: '部门', en: 'Department' },
    all: { zh: '全部部门', en: 'All departments' },
    name: (value) => value,
    chinese: true,
  },
]

/** More departments than this are not read; an area or a topic makes them fewer. */
const MOST = 16

interface Props {
  wanted: Wanted
  found: Found
  lang: Lang
}

/** Few choices stand in an order of their own; topics and departments by how much they offer. */
const ORDER: Partial<Record<Filter, readonly string[]>> = {
  subject: Object.keys(SUBJECTS),
  way: Object.keys(WAYS),
  reach: Object.keys(REACHES),
}

function inOrder(row: Row, choices: readonly Choice[]): readonly Choice[] {
  if (row.key === 'area') return choices.toSorted((a, b) => (a.value < b.value ? -1 : 1))
  const order = ORDER[row.key]
  return order ? choices.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : choices
}

/** What was chosen, each with a link that takes it away again. */
export function Chosen({ wanted, lang }: Omit<Props, 'found'>): ReactElement | null {
  const chosen = ROWS.filter((row) => wanted[row.key] !== '')
  if (chosen.length === 0) return null
  const off = t(lang, { zh: '去掉', en: 'Remove' })
  return (
    <nav className="pills" aria-label={t(lang, { zh: '已选的条件', en: 'Chosen' })}>
      <ul>
        {chosen.map((row) => (
          <li key={row.key}>
            <a href={withChange(wanted, { [row.key]: '' })}>
              <Icon name="cross" />
              <span className="unseen">{`${off} `}</span>
              <span lang={row.chinese && lang === 'en' ? 'zh-CN' : undefined}>
                {row.name(wanted[row.key], lang)}
              </span>
            </a>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <a href={PUBLIC.search({ q: wanted.q })}>{t(lang, { zh: '全部去掉', en: 'Remove all' })}</a>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** For whom stands open; the others fold, so that on a phone the results are not pushed off the screen. */
export function Filters({ wanted, found, lang }: Props): ReactElement {
  const rows = ROWS.filter((row) => found.choices[row.key].length > 1 || wanted[row.key] !== '')
  const [first, ...rest] = rows
  const names = rest.map((row) => t(lang, row.label)).join(t(lang, { zh: '、', en: ', ' }))
  return (
    <Stack gap="m">
      {first && <RowOf row={first} wanted={wanted} found={found} lang={lang} />}
      {rest.length > 0 && (
        <Fold summary={t(lang, { zh: `再按${names}筛选`, en: `Narrow by ${names.toLowerCase()}` })}>
          <Stack gap="m">
            {rest.map((row) => (
              <div key={row.key}>
                <p className="small mute">{t(lang, row.label)}</p>
                <RowOf row={row} wanted={wanted} found={found} lang={lang} />
              </div>
            ))}
          </Stack>
        </Fold>
      )}
    </Stack>
  )
}

function RowOf({ row, wanted, found, lang }: Props & { row: Row }): ReactElement {
  const all = inOrder(row, found.choices[row.key])
  const shown = all.slice(0, MOST)
  const current = all.find((choice) => choice.value === wanted[row.key])
  if (current && !shown.includes(current)) shown.push(current)
  const pill = ({ value, count }: Choice) => ({
    text: row.name(value, lang),
    ...(row.chinese && lang === 'en' ? { lang: 'zh-CN' } : {}),
    // Of very many matches only the closest were counted.
    ...(found.counted ? { count } : {}),
    href: withChange(wanted, { [row.key]: value }),
    current: wanted[row.key] === value,
  })
  return (
    <>
      <FilterPills
        label={t(lang, row.label)}
        pills={[
          {
            text: t(lang, row.all),
            href: withChange(wanted, { [row.key]: '' }),
            current: wanted[row.key] === '',
          },
          ...shown.map(pill),
        ]}
      />
      {all.length > shown.length && (
        <p className="section-note">
          {t(lang, {
            zh: `还有 ${all.length - shown.length} 个，先选别的条件就会变少。`,
            en: `${all.length - shown.length} more; another filter makes them fewer.`,
          })}
        </p>
      )}
    </>
  )
}
