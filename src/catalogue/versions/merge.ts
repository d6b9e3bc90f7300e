import { bothKeyed, byKey, type Fields, isFields, isKeyedList, type Keyed, same, under } from './shape.ts'

/** One place that two clerks changed, each in their own way. `undefined`: it was not there, or was taken away. */
export interface Clash {
  path: string
  base: unknown
  theirs: unknown
  mine: unknown
}

export interface Merged<T> {
  /** With nothing clashing, both changes; where something clashes, theirs stands there. */
  value: T
  clashes: Clash[]
}

/** Says which side stands at a place that clashes; null: nobody has chosen yet. */
export type Choose = (path: string) => 'theirs' | 'mine' | null

/** At the end of a list's path: the order of its elements. */
export const ORDER = '#order'

/**
 * Puts two changes of the same text together. What only one side changed is taken from that side; what both changed in the
 * same way stands; a place that both changed differently clashes. Elements of keyed lists are matched by key, so that one
 * side may move or add what the other edits. An element that one side took away and the other edited clashes as a whole.
 */
export function merge<T>(base: T, theirs: T, mine: T, choose: Choose = () => null): Merged<T> {
  const clashes: Clash[] = []
  const value = mergeAt('', base, theirs, mine)
  return { value: value as T, clashes }

  function mergeAt(path: string, b: unknown, t: unknown, m: unknown): unknown {
    if (same(m, b) || same(m, t)) return t
    if (same(t, b)) return m
    if (isFields(t) && isFields(m) && (isFields(b) || b === null))
      return mergeFields(path, isFields(b) ? b : {}, t, m)
    if (isKeyedList(b) && bothKeyed(t, m)) return mergeLists(path, b, t as Keyed[], m as Keyed[])
    const chosen = choose(path)
    if (chosen === null) clashes.push({ path, base: b, theirs: t, mine: m })
    return chosen === 'mine' ? m : t
  }

  function mergeFields(path: string, b: Fields, t: Fields, m: Fields): Fields {
    const fields = new Set([...Object.keys(t), ...Object.keys(m)])
    const entries = [...fields].map((f) => [f, mergeAt(under(path, f), b[f], t[f], m[f])] as const)
    return Object.fromEntries(entries.filter(([, v]) => v !== undefined))
  }

  function mergeLists(path: string, b: Keyed[], t: Keyed[], m: Keyed[]): Keyed[] {
    const [inBase, inTheirs, inMine] = [byKey(b), byKey(t), byKey(m)]
    const elements = new Map<string, Keyed>()
    for (const key of new Set([...inTheirs.keys(), ...inMine.keys()])) {
      const one = mergeAt(under(path, key), inBase.get(key), inTheirs.get(key), inMine.get(key))
      if (one !== undefined) elements.set(key, one as Keyed)
    }
    return orderOf(path, keysOf(b), keysOf(t), keysOf(m), elements)
  }

  /** The order of whoever changed it; what that one does not know comes after what it came after on the other side. */
  function orderOf(
    path: string,
    b: string[],
    t: string[],
    m: string[],
    elements: Map<string, Keyed>,
  ): Keyed[] {
    const moved = (keys: string[]) => !same(among(b, keys), among(keys, b))
    const common = (keys: string[]) => among(keys, t).filter((k) => m.includes(k))
    let leads = t
    let follows = m
    if (moved(m) && !moved(t)) [leads, follows] = [m, t]
    else if (moved(m) && moved(t) && !same(common(m), common(t))) {
      const chosen = choose(under(path, ORDER))
      if (chosen === null) clashes.push({ path: under(path, ORDER), base: b, theirs: t, mine: m })
      if (chosen === 'mine') [leads, follows] = [m, t]
    }
    const keys = leads.filter((k) => elements.has(k))
    for (const [i, key] of follows.entries()) {
      if (keys.includes(key) || !elements.has(key)) continue
      const before = follows.slice(0, i).findLast((k) => keys.includes(k))
      keys.splice(before === undefined ? 0 : keys.indexOf(before) + 1, 0, key)
    }
    return keys.map((key) => elements.get(key)!)
  }
}

const keysOf = (list: Keyed[]): string[] => list.map((one) => one.key)
/** Those of `keys` that also stand in `others`, in their own order. */
const among = (keys: string[], others: string[]): string[] => keys.filter((k) => others.includes(k))
