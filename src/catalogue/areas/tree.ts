/** One step of the region tree (行政区划): province, city, district (六位) or street and town (九位). */
export interface Area {
  /** GB/T 2260, and for streets the three places that follow it. */
  code: string
  name: string
  /** Code of the step above; empty at the top. */
  parent: string
}

export interface AreaTree {
  find(code: string): Area | undefined
  /** Steps below, in the order of their codes; without a code the tops of the tree. */
  below(code?: string): readonly Area[]
  /** From the top down to the area itself; empty for an unknown code. */
  path(code: string): readonly Area[]
}

/** Makes the tree of a list; an area whose parent is not in the list is a top. */
export function treeOf(areas: readonly Area[]): AreaTree {
  const byCode = new Map(areas.map((a) => [a.code, a]))
  const children = Map.groupBy(
    areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)),
    (a) => (byCode.has(a.parent) ? a.parent : ''),
  )
  const path = (code: string): Area[] => {
    const steps: Area[] = []
    for (let at = byCode.get(code); at && !steps.includes(at); at = byCode.get(at.parent)) steps.unshift(at)
    return steps
  }
  return { find: (code) => byCode.get(code), below: (code = '') => children.get(code) ?? [], path }
}

export const NO_AREAS: AreaTree = treeOf([])

/** Has the choice gone down far enough: to a district, or as far as the list goes. */
export const isWhole = (tree: AreaTree, code: string, depth: 'district' | 'street'): boolean =>
  tree.find(code) !== undefined &&
  (tree.below(code).length === 0 || (depth === 'district' && code.length >= 6 && !code.endsWith('00')))

/** 「福州市鼓楼区鼓东街道」 */
export const areaNames = (tree: AreaTree, code: string): string =>
  tree
    .path(code)
    .map((a) => a.name)
    .join('')

/**
 * The codes chosen step by step, as far as each stands below the one before; a step that no longer fits its parent (the district
 * was changed) ends the path. The deepest code comes back, or ''.
 */
export function deepest(tree: AreaTree, chosen: readonly string[]): string {
  let at = ''
  for (const code of chosen) {
    if (code === '') continue
    const area = tree.find(code)
    if (!area || (at !== '' && area.parent !== at)) break
    at = code
  }
  return at
}
