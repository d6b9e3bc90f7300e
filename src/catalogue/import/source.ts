import { done, type Result, refuse } from '../../platform/refusal.ts'

/**
 * The three shapes in which public guides reach us.
 * flat: an array of records as a province's catalogue exports them, one level deep;
 * detailed: an object with `guides`, each as an item library of a province returns it;
 * excerpt: an array of records copied from pages, each with its `source` and what of the guide was to be seen.
 */
export type Shape = 'flat' | 'detailed' | 'excerpt'

export const SHAPE_NAMES: Record<Shape, string> = {
  flat: '省级清单',
  detailed: '事项库',
  excerpt: '网页摘录',
}

export interface Source {
  shape: Shape
  /** Where the file says that its records come from; empty if it does not. */
  from: string
  records: unknown[]
}

const NO_SHAPE =
  '认不出这个文件的格式，一条也没有导入。能导入三种：省级清单（数组，每条有 impl_code 和 dept）、事项库（对象，里面有 guides 数组）、网页摘录（数组，每条有 source 和 city）。'

/** Takes a file apart into records, or says in one sentence why it cannot be read. */
export function readSource(bytes: Uint8Array): Result<Source> {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return refuse('not-utf8', '这个文件不是 UTF-8 编码，一条也没有导入。请另存为 UTF-8 再导入。')
  }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return refuse('not-json', `这个文件不是完整的 JSON，一条也没有导入：${placeOf(error as Error, text)}。`)
  }
  if (isObject(data) && Array.isArray(data['guides'])) {
    const from = typeof data['source'] === 'string' ? data['source'] : ''
    return data['guides'].length > 0 ? done({ shape: 'detailed', from, records: data['guides'] }) : EMPTY
  }
  if (!Array.isArray(data)) return refuse('unknown-shape', NO_SHAPE)
  if (data.length === 0) return EMPTY
  // One odd record among good ones is refused by itself; a file without a single good one is another kind of file.
  const excerpts = data.filter((r) => isObject(r) && 'source' in r && 'city' in r).length
  const flats = data.filter(
    (r) => isObject(r) && ('impl_code' in r || 'basic_code' in r) && 'name' in r,
  ).length
  if (excerpts === 0 && flats === 0) return refuse('unknown-shape', NO_SHAPE)
  return done({ shape: excerpts > data.length / 2 ? 'excerpt' : 'flat', from: '', records: data })
}

const EMPTY = refuse('empty', '这个文件里一条指南也没有。')

export const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Engines word it differently; the line is what helps. */
function placeOf(error: Error, text: string): string {
  const at = /position (\d+)/.exec(error.message)?.[1]
  if (text.trim() === '') return '文件是空的'
  if (at === undefined) return '结尾不完整，或者有多余的符号'
  return `第 ${text.slice(0, Number(at)).split('\n').length} 行附近读不下去`
}
