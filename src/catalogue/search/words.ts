import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { pinyin } from 'pinyin-pro'

let jieba: Jieba | null = null
/** The dictionary takes some 80 ms to load: only processes that search pay for it. */
const cutter = () => {
  jieba ??= Jieba.withDict(dict)
  return jieba
}

const isWord = (token: string) => /[\p{L}\p{N}]/u.test(token)

/** Words of a text for the index: the long words and the short words inside them, lower case. */
export function indexWords(text: string): string {
  return cutter()
    .cutForSearch(text.toLowerCase(), true)
    .concat(cutter().cut(text.toLowerCase(), true))
    .filter(isWord)
    .join(' ')
}

/** Words that people wrap around what they look for; they stand in no item's name and would only stop it being found. */
const WRAPPING = new Set(
  '我 我们 想 要 想要 需要 怎么 怎样 如何 哪里 哪儿 在 去 办 办理 办个 办一个 一个 一家 个 家 的 了 吗 呢 请问 可以 能 申请'.split(
    ' ',
  ),
)

/** Words of what somebody typed, without the wrapping; where nothing else is left, with it. */
export function queryWords(q: string): string[] {
  const words = [
    ...new Set(
      cutter()
        .cut(q.toLowerCase(), true)
        .map((w) => w.trim())
        .filter(isWord),
    ),
  ]
  const telling = words.filter((w) => !WRAPPING.has(w))
  return telling.length > 0 ? telling : words
}

/** 食品经营 → `shipinjingying`; what is not Chinese stays, in lower case, without blanks. */
export function letters(text: string): string {
  return compact(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''))
}

/** 食品经营 → `spjy` */
export function initials(text: string): string {
  return compact(
    pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(
      '',
    ),
  )
}

const compact = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** What was typed as letters of pinyin: `shi pin`, `SPJY`. Null where it is not Latin letters. */
export function typedLetters(q: string): string | null {
  const bare = q.toLowerCase().replace(/[\s'’-]/g, '')
  return /^[a-z0-9]+$/.test(bare) ? bare : null
}
