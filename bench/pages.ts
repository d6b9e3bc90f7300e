/** Pages over a whole catalogue of 100,000 items, one after the other at one client: what a visitor, a clerk and another system wait for. */

/** Beyond this a page is not at hand at once. Milliseconds. */
const GOAL_P50 = 100
const ROUNDS = 20

const PAGES: readonly (readonly [path: string, door: 'open' | 'desk'])[] = [
  ['/directory', 'open'],
  ['/directory?page=60', 'open'],
  ['/changes', 'open'],
  ['/changes?page=4000', 'open'],
  ['/changes.atom', 'open'],
  ['/counter/bench-999901', 'open'],
  ['/api/catalogue/items?limit=100', 'open'],
  ['/api/catalogue/items?limit=100&area=999939&type=08', 'open'],
  ['/api/catalogue/changes?after=90000', 'open'],
  ['/api/items', 'desk'],
  ['/api/items?page=4000', 'desk'],
  ['/api/items?q=食品', 'desk'],
]

export interface PagesFigures {
  name: string
  goalP50: number
  /** Milliseconds; `first` is the page before anything of it is kept. */
  pages: { path: string; first: number; p50: number; p99: number }[]
}

/** `cookie`: of an officer who reads all items. Throws for a page that does not answer. */
export async function benchPages(url: string, cookie: string): Promise<PagesFigures> {
  const pages: PagesFigures['pages'] = []
  for (const [path, door] of PAGES) {
    const times: number[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const started = performance.now()
      const answer = await fetch(url + path, { headers: door === 'desk' ? { cookie } : {} })
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      times.push(performance.now() - started)
    }
    const [first, ...later] = times as [number, ...number[]]
    const sorted = later.toSorted((a, b) => a - b)
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
    pages.push({ path, first, p50: at(0.5), p99: at(0.99) })
  }
  return { name: 'pages over 100,000 items', goalP50: GOAL_P50, pages }
}

export function pagesLines({ name, goalP50, pages }: PagesFigures): string[] {
  const ms = (n: number) => `${n.toFixed(0).padStart(6)} ms`
  return [
    `${name} (goal p50 ≤ ${goalP50} ms)`,
    ...pages.map(
      ({ path, first, p50, p99 }) =>
        `  ${path.padEnd(52)} first ${ms(first)}  p50 ${ms(p50)}  p99 ${ms(p99)}`,
    ),
  ]
}
