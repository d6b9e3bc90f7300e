/** The editor names places by index, the history by key: `materials.0.basis` → `materials.m3.basis`. */
export function keyedPath(content: unknown, path: string): string {
  let value: unknown = content
  return path
    .split('.')
    .map((part) => {
      const one = (value as Record<string, unknown> | undefined)?.[part]
      const key = Array.isArray(value) ? (one as { key?: unknown } | undefined)?.key : undefined
      value = one
      return typeof key === 'string' ? key : part
    })
    .join('.')
}
