/** Numbers of the rows that a page holds, by the names of its controls: `f-owners.0.name`, `f-owners.2`; in their order. */
export function indexes(names: Iterable<string>, base: string): number[] {
  const found = new Set<number>()
  for (const name of names) {
    if (!name.startsWith(`${base}.`)) continue
    const [index] = name.slice(base.length + 1).split('.')
    if (/^\d{1,4}$/.test(index!)) found.add(Number(index))
  }
  return [...found].sort((a, b) => a - b)
}
