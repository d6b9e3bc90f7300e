/**
 * Search over 100,000 items at one client: what the hall asks of the catalogue, against the simplest query that finds by the same
 * index of words, one after the other on the same database.
 */
import { search, suggest, takeCensus } from '../src/catalogue/index.ts'
import { indexWords } from '../src/catalogue/search/words.ts'
import type { Database } from '../src/platform/database.ts'
import { type Typed, typedQueries } from './search-world.ts'

export interface SearchFigures {
  name: string
  queries: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** p99 of what each query takes in its quietest round: what others on this machine did not disturb. */
  quietP99: number
  bareP50: number
  bareP99: number
  /** Median of ours to median of the bare query. */
  ratio: number
  goalP99: number
  /** How fast the entries were written before; filled in by who wrote them. */
  entriesPerSecond?: number
  kinds: { kind: string; queries: number; p50: number; p99: number; found: number }[]
}

const ROUNDS = 5
const GOAL_P99 = 20

export async function benchSearch(db: Database): Promise<SearchFigures> {
  const queries = await typedQueries()
  // The hall keeps the census until an item changes.
  const census = await takeCensus(db)
  const asHall = async ({ kind, q, filters }: Typed): Promise<number> => {
    if (kind === 'suggestion') return (await suggest(db, q)).length
    const { hits, near } = await search(db, { q, ...filters }, census)
    return hits.length + near.length
  }
  const bare = ({ q }: Typed) =>
    db.prepared(
      'bench-bare-search',
      `select item_id, name, organ_name, area_code, summary, promise from catalogue.search_entry
        where words @@ $1::tsquery limit 20`,
      [
        indexWords(q === '' ? '许可' : q)
          .map((word) => `'${word}'`)
          .join(' & ') || "'许可'",
      ],
    )
  for (const one of queries.slice(0, 60)) {
    await asHall(one)
    await bare(one)
  }
  const ours: { kind: string; ms: number; found: number }[] = []
  const theirs: number[] = []
  for (let round = 0; round < ROUNDS; round++)
    for (const one of queries) {
      const started = performance.now()
      const found = await asHall(one)
      const between = performance.now()
      await bare(one)
      ours.push({ kind: one.kind, ms: between - started, found })
      theirs.push(performance.now() - between)
    }
  const times = ours.map((one) => one.ms)
  return {
    name: 'search, 100,000 items, one client',
    queries: queries.length,
    p50: at(times, 0.5),
    p99: at(times, 0.99),
    quietP99: at(
      queries.map((_, i) => Math.min(...times.filter((_ms, n) => n % queries.length === i))),
      0.99,
    ),
    bareP50: at(theirs, 0.5),
    bareP99: at(theirs, 0.99),
    ratio: at(times, 0.5) / at(theirs, 0.5),
    goalP99: GOAL_P99,
    kinds: [...Map.groupBy(ours, (one) => one.kind)].map(([kind, all]) => ({
      kind,
      queries: all.length / ROUNDS,
      p50: at(
        all.map((one) => one.ms),
        0.5,
      ),
      p99: at(
        all.map((one) => one.ms),
        0.99,
      ),
      found: all.filter((one) => one.found > 0).length / all.length,
    })),
  }
}

function at(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export function searchLines(figures: SearchFigures): string[] {
  const ms = (n: number) => `${n.toFixed(1).padStart(6)} ms`
  return [
    `${figures.name.padEnd(34)} p50 ${ms(figures.p50)}  p99 ${ms(figures.p99)}, undisturbed ${ms(figures.quietP99)}  (goal p99 ≤ ${figures.goalP99} ms)  bare p50 ${ms(figures.bareP50)}  p99 ${ms(figures.bareP99)}  ratio ${figures.ratio.toFixed(2)}`,
    ...figures.kinds.map(
      (one) =>
        `  ${one.kind.padEnd(12)} ${String(one.queries).padStart(4)} queries  p50 ${ms(one.p50)}  p99 ${ms(one.p99)}  found something ${(100 * one.found).toFixed(0)} %`,
    ),
  ]
}
