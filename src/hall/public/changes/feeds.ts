import { Feed } from 'feed'
import type { RegisterEntry } from '../../../catalogue/index.ts'
import { type Lang, t } from '../../../ui/index.ts'
import { PUBLIC } from '../addresses.ts'
import { fromWhen, KINDS, linesOf } from './words.ts'

/**
 * The register as a feed, newest first. Ids are the addresses of its entries, which stay; the feed's own moment is that of its
 * newest entry, so that the same register always makes the same bytes.
 */
export function changesFeed(
  entries: readonly RegisterEntry[],
  {
    publicUrl,
    query,
    lang,
    format,
  }: { publicUrl: string; query: string; lang: Lang; format: 'atom' | 'json' },
): Feed {
  const at = (path: string): string => new URL(path, publicUrl).href
  const feed = new Feed({
    id: at(`/changes${query}`),
    link: at(`/changes${query}`),
    title: t(lang, { zh: '榕办 · 事项变更公告', en: 'Rongban · Changes of services' }),
    description: t(lang, {
      zh: '事项的新增、变更、暂停、恢复、取消和下放',
      en: 'Services that are new, changed, suspended, resumed, ended or handed down',
    }),
    language: lang === 'zh' ? 'zh-CN' : 'en',
    generator: false,
    updated: entries[0]?.enteredAt ?? new Date(0),
    author: {
      name: t(lang, { zh: '福州市网上办事大厅（示例）', en: 'Fuzhou government services (sample)' }),
    },
    feedLinks: { atom: at(`/changes.atom${query}`), json: at(`/changes.json${query}`) },
  })
  // The library's Atom declares its texts to be HTML; those of JSON Feed are plain.
  const said = format === 'atom' ? asHtml : (text: string) => text
  for (const entry of entries) {
    const { seq, kind, name, organName, enteredAt, effectiveOn, sample } = entry
    const lines = linesOf(entry, lang).map(([term, text]) =>
      lang === 'zh' ? `${term.zh}：${text}` : `${term.en}: ${text}`,
    )
    const marked = sample ? t(lang, { zh: '（示例）', en: ' (sample)' }) : ''
    feed.addItem({
      id: at(PUBLIC.change(seq)),
      link: at(PUBLIC.change(seq)),
      title: said(`${t(lang, KINDS[kind])}${lang === 'zh' ? '：' : ': '}${name}${marked}`),
      description: said(
        [organName, fromWhen(kind, effectiveOn, lang), ...lines].join(lang === 'zh' ? '。' : '. '),
      ),
      date: enteredAt,
      published: enteredAt,
      author: [{ name: organName }],
      category: [{ name: kind, term: kind }],
    })
  }
  return feed
}

const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
