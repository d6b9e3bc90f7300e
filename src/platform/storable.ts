/**
 * Text without what no database keeps: the character NUL and halves of characters. Nobody types them; a request that
 * holds one is read without it, instead of failing in the database as a fault of ours. Objects and lists are mended in
 * place. Throws `TooDeep` at what no reader could follow down.
 */
export function storable(value: unknown, depth = 0): unknown {
  if (typeof value === 'string')
    return value.includes('\0') || !value.isWellFormed() ? value.toWellFormed().replaceAll('\0', '') : value
  if (typeof value !== 'object' || value === null) return value
  const prototype = Object.getPrototypeOf(value)
  // Bytes and streams are nobody's text. Addresses come in records of the router's own kind, one step above nothing.
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null
  if (!Array.isArray(value) && !plain) return value
  if (depth >= DEEPEST) throw new TooDeep()
  const parts = value as Record<string, unknown>
  for (const key of Object.keys(parts)) {
    const part = parts[key]
    const kept = typeof part === 'string' || typeof part === 'object' ? storable(part, depth + 1) : part
    const name = storable(key) as string
    if (name !== key) delete parts[key]
    if (name !== key || kept !== part) parts[name] = kept
  }
  return value
}

/** Levels of lists and objects in one another; a form within an item has some ten. */
const DEEPEST = 60

export class TooDeep extends Error {
  readonly statusCode = 400
}
