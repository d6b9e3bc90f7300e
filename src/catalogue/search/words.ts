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

/** What people wrap around what they look for: it stands in no item's name and would only stop it being found. */
const BEFORE =
  /^(请问|你好|我们|我|想要|想|需要|要|怎么办理|怎么办|怎么|怎样|如何办理|如何|去哪里?|到哪里?|在哪里?|哪里|可以|能不能|能|申请办理|办理|申请(?!书))+/
const AFTER =
  /(怎么办理?|怎么弄|去哪里?办?|在哪里?办?|(要|需要)?(什么|哪些)(材料|证件?|手续|条件)?|要多久|多少钱|可以|吗|呢|了|[?？。！!])+$/

/** The heart of a question: 我想开一家理发店 → 开理发店. What is only wrapping stays as it is. */
export function heartOf(q: string): string {
  const heart = q
    .replace(BEFORE, '')
    .replace(AFTER, '')
    .replace(/一[个家间份张]/g, '')
    .replace(/^(开|办)[个家]/, '$1')
    .trim()
  return heart === '' ? q : heart
}

/** Verbs that go with any item: 办食品经营许可 means 食品经营许可. They only count where nothing else was typed. */
const ANY_ITEM = new Set(['办', '做', '领', '拿', '弄', '的'])

/** Words of what somebody typed. */
export function queryWords(q: string): string[] {
  const words = [
    ...new Set(
      cutter()
        .cut(q, true)
        .map((w) => w.trim())
        .filter(isWord),
    ),
  ]
  const telling = words.filter((w) => !ANY_ITEM.has(w))
  return telling.length > 0 ? telling : words
}

/** The phrase as typed, and without a verb of any item before it. */
export function phrasesOf(q: string): string[] {
  const bare = ANY_ITEM.has(q[0] ?? '') ? q.slice(1).trim() : ''
  return bare.length > 1 ? [q, bare] : [q]
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
