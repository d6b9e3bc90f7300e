/** What somebody typed, cut into what it asks for. Pure, apart from the dictionary. */
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { isHan, oneForm, pairs, runsOf, soft, spellingOf } from './words.ts'

let jieba: Jieba | null = null
/** The dictionary takes some 80 ms to load: only processes that search pay for it. */
const cut = (text: string): string[] => {
  jieba ??= Jieba.withDict(dict)
  // Words that the dictionary does not know fall apart into characters; guessing would make words of 考个 and 树挡.
  return jieba.cut(text, false)
}

/** One thing that is asked for: the word, and what else the catalogue may call it. */
export interface Unit {
  text: string
  synonyms: readonly string[]
}

export interface Asked {
  units: readonly Unit[]
  /** All of it in one piece, where nothing was left out in between; else ''. */
  phrase: string
  /** Typed in Latin letters: pinyin, initials, or English. */
  latin: readonly string[]
}

/** Longer questions are cut off: nobody's service has a name like that. */
const LONGEST = 60
export const LONGEST_SYNONYM = 8

/** What was typed, in one form, without control characters and not endless. */
export const typed = (q: string): string => oneForm(q.replace(/\p{C}/gu, ' ').slice(0, LONGEST)).trim()

/** Everything in a question that could be an entry of the list of synonyms. */
export function spansOf(q: string): string[] {
  const spans = new Set<string>()
  for (const run of runsOf(q)) {
    const characters = [...run]
    if (!isHan(run)) spans.add(run)
    else
      for (let from = 0; from < characters.length; from++)
        for (let to = from + 1; to <= Math.min(characters.length, from + LONGEST_SYNONYM); to++)
          spans.add(characters.slice(from, to).join(''))
  }
  return [...spans]
}

/** How the words of a question sound, where one of the list may have been meant by them: pinyin, or three characters and more. */
export function soundsOf(q: string): Map<string, string> {
  const sounds = new Map<string, string>()
  for (const span of spansOf(q)) {
    const characters = [...span]
    if (!isHan(span) ? span.length >= 4 : characters.length >= 3 && characters.length <= 6)
      sounds.set(isHan(span) ? soft(characters.map(spellingOf).join('')) : sounding([span]), span)
  }
  return sounds
}

/**
 * Words that people wrap around what they look for. They stand in every question or in every second name, so they do
 * not say what is meant; where nothing else was typed they are all there is, and count.
 */
const WRAPPING = new Set(
  (
    '我 我们 我家 我要 我想 我妈 我爸 你 你们 您 他 她 它 它们 大家 自己 人家 咱 咱们 谁 的 地 得 了 着 过 吗 呢 吧 啊 呀 哦 嘛 么 ' +
    '要 想 想要 需要 得要 应该 必须 可以 可不可以 能 能够 能不能 会 要不要 用不用 是不是 是否 有 没有 没 不 不要 不用 还 还是 还要 也 都 就 才 又 再 先 刚 刚刚 已经 ' +
    '怎么 怎么办 怎样 怎么样 如何 什么 什么样 啥 哪 哪里 哪儿 哪个 哪些 几 几个 多少 多久 多少钱 为什么 为啥 干嘛 ' +
    '去 到 在 从 给 把 被 跟 和 与 及 或 或者 而 但 但是 因为 所以 如果 除了 以后 之后 以前 之前 时候 前 后 里 里面 上 下 中 来 往 对 向 为 用 让 叫 请 请问 你好 您好 ' +
    '这 那 这个 那个 这些 那些 个 一 一个 一家 一间 一份 一张 一台 一段 一场 一下 一点 一些 两 家 间 份 张 台 段 场 次 种 ' +
    '办 办理 办个 办一个 怎么办理 做 弄 搞 搞定 领 拿 申请 申办 报批 手续 流程 材料 条件 证件 ' +
    '是 很 太 最 更 比 只 些 等 其他 事 事情 东西 地方 新 新买'
  ).split(' '),
)

/** Turns of speech that the dictionary would cut in the wrong place, and what is counted by: 那棵, 一家, 个. */
const TURNS =
  /能不能|可不可以|要不要|用不用|是不是|有没有|怎么样?|要办|办什么|要什么|什么|为什么|太[大多小少高久]了?|[那这一两几][家间份张台段场次种棵条辆位块片把件套栋座架]|个(?![体人])/g

/** Cuts a question into units; `synonyms` holds those of its spans that the list knows. */
export function understand(q: string, synonyms: ReadonlyMap<string, readonly string[]>): Asked {
  const pieces: (Unit & { wrapping: boolean; glued: boolean })[] = []
  const latin: string[] = []
  let before = 0
  const text = withoutTurns(typed(q))
  for (const run of runsOf(text)) {
    const at = text.indexOf(run, before)
    const glued = pieces.length > 0 && at === before
    before = at + run.length
    if (!isHan(run)) {
      const known = synonyms.get(run)
      if (known) pieces.push({ text: run, synonyms: known, wrapping: false, glued })
      else latin.push(run)
      continue
    }
    for (const [i, word] of wordsOf(run, synonyms).entries())
      pieces.push({
        text: word,
        synonyms: synonyms.get(word) ?? [],
        wrapping: WRAPPING.has(word),
        glued: i > 0 || glued,
      })
  }
  const telling = pieces.filter((one) => !one.wrapping)
  const kept = telling.length > 0 || latin.length > 0 ? telling : pieces
  const first = pieces.indexOf(kept[0]!)
  const whole =
    kept.length > 0 &&
    pieces.slice(first, first + kept.length).every((one, i) => one === kept[i] && (i === 0 || one.glued))
  return {
    units: kept.map(({ text: word, synonyms: others }) => ({ text: word, synonyms: others })),
    phrase: whole ? kept.map((one) => one.text).join('') : '',
    latin,
  }
}

/** A blank in place of each turn of speech, unless nothing else was typed. */
function withoutTurns(text: string): string {
  const rest = text.replace(TURNS, ' ')
  return rest.trim() === '' ? text : rest
}

/** Words of a stretch of Chinese: the longest synonyms first, what lies between them by the dictionary. A single character
 * that is a synonym (树) counts only where the dictionary leaves it alone. */
function wordsOf(run: string, synonyms: ReadonlyMap<string, readonly string[]>): string[] {
  let best: string | null = null
  for (const word of synonyms.keys())
    if (word.length > 1 && run.includes(word) && (best === null || word.length > best.length)) best = word
  if (best === null) return cut(run).filter((word) => word.trim() !== '')
  const at = run.indexOf(best)
  const [left, right] = [run.slice(0, at), run.slice(at + best.length)]
  return [...(left ? wordsOf(left, synonyms) : []), best, ...(right ? wordsOf(right, synonyms) : [])]
}

/** All that the index may be asked for in a question, to look up how common each is. */
export function wordsAsked({ units, phrase }: Asked): string[] {
  return [...new Set([phrase, ...units.flatMap((unit) => [unit.text, ...unit.synonyms])].flatMap(pairs))]
}

/** `shi pin jing ying` is one word that sounds; `hygiene licence` is two that do not, and both are tried. */
export const sounding = (latin: readonly string[]): string => soft(latin.join(''))
