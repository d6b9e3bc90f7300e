/** Texts as the index keeps them: pairs of characters, words in Latin letters, and how it all sounds. */
import { pinyin } from 'pinyin-pro'

const HAN = /\p{Script=Han}/u
const RUN = /\p{Script=Han}+|[\p{Script=Latin}\p{N}]+/gu

export const isHan = (text: string): boolean => HAN.test(text)

/** Full-width letters as plain ones, capitals as small ones: both sides of a search are written so. */
export const oneForm = (text: string): string => text.normalize('NFKC').toLowerCase()

/** Stretches of Chinese characters or of Latin letters and digits; what stands between them tells nothing. */
export const runsOf = (text: string): string[] => oneForm(text).match(RUN) ?? []

/** 食品证 → 食品, 品证; a character alone is itself; words in Latin letters stay whole. */
export function pairs(text: string): string[] {
  return runsOf(text).flatMap((run) => {
    const characters = [...run]
    if (!isHan(run) || characters.length === 1) return [run]
    return characters.slice(1).map((character, i) => characters[i]! + character)
  })
}

/** Every word of the index for a text: the pairs, and each character, because people also type just one. */
export const indexWords = (text: string): string[] => [
  ...pairs(text),
  ...[...oneForm(text)].filter((character) => isHan(character)),
]

/** 食品经营 → `sipinjinyin`: as it sounds to many here, where zh is z and ing is in. */
export const letters = (text: string): string => soft(spelt(text))

const spelt = (text: string) =>
  compact(pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(''))

/** 食品经营 → `spjy` */
export const initials = (text: string): string =>
  compact(
    pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(
      '',
    ),
  )

const compact = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** zh ch sh, ang eng ing: typed either way they are the same. */
export const soft = (typed: string): string => typed.replace(/([zcs])h/g, '$1').replace(/([aei]n)g/g, '$1')

const spellings = new Map<string, string>()
/** One character in pinyin, remembered: there are only some thousands of them. */
export function spellingOf(character: string): string {
  let spelling = spellings.get(character)
  if (spelling === undefined) {
    spelling = isHan(character) ? spelt(character) : character
    spellings.set(character, spelling)
  }
  return spelling
}

const sounds = new Map<string, string>()
/** How one character sounds to many here. */
export function soundOf(character: string): string {
  let sound = sounds.get(character)
  if (sound === undefined) {
    sound = soft(spellingOf(character))
    sounds.set(character, sound)
  }
  return sound
}
