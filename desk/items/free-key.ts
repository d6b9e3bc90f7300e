/**
 * An unused key: dossiers refer to materials, steps and fields by it, so it never changes afterwards. Partly drawn, because
 * another clerk may be adding to the same draft at this moment.
 */
export function freeKey(letter: string, used: string[]): string {
  for (;;) {
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36).slice(-3)
    const key = `${letter}${used.length + 1}${drawn}`
    if (!used.includes(key)) return key
  }
}
