/**
 * `npm run jobs`: the work that follows acts, by queue: what waits, what is tried again and why, what failed for good.
 * `-- --retry <queue>` or `-- --retry all` sends round again what failed. Exits 1 while something has failed for good.
 */
import { parseArgs } from 'node:util'
import { withDatabase } from '../src/platform/one-off.ts'
import { busyQueues, type QueueState, tryAgain } from '../src/platform/queues.ts'

const USAGE = 'Usage: npm run jobs [-- --retry <queue>|all] [--json]'

async function main(args: string[]): Promise<number> {
  const asked = argumentsOf(args)
  if (asked === null) {
    console.error(`榕办: ${USAGE}`)
    return 1
  }
  return withDatabase(async ({ db, jobs }) => {
    const before = await busyQueues(db)
    if (asked.retry === null) {
      console.log(asked.json ? JSON.stringify(before) : inWords(before))
      return before.some((q) => q.failed > 0) ? 1 : 0
    }
    const troubled = before.filter((q) => q.failed + q.triedAgain > 0).map((q) => q.queue)
    const chosen = asked.retry === 'all' ? troubled : troubled.filter((q) => q === asked.retry)
    if (asked.retry !== 'all' && chosen.length === 0) {
      const known =
        troubled.length > 0 ? `Something failed in: ${troubled.join(', ')}.` : 'Nothing failed anywhere.'
      console.error(`榕办: nothing failed in ${asked.retry}. ${known}`)
      return 1
    }
    const sent: Record<string, number> = {}
    for (const queue of chosen) sent[queue] = await tryAgain(db, jobs, queue)
    const lines = Object.entries(sent).map(([queue, number]) => `${queue}: ${number} sent round again.`)
    console.log(asked.json ? JSON.stringify(sent) : lines.join('\n') || 'Nothing failed.')
    return 0
  })
}

function argumentsOf(args: string[]): { retry: string | null; json: boolean } | null {
  try {
    const options = { retry: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    return { retry: values.retry ?? null, json: values.json ?? false }
  } catch {
    return null
  }
}

function inWords(queues: QueueState[]): string {
  if (queues.length === 0) return 'Nothing waits, nothing failed.'
  return queues
    .map((q) => {
      const counts = [
        [q.failed, 'failed for good'],
        [q.triedAgain, 'tried again'],
        [q.active, 'under way'],
        [q.waiting, 'waiting'],
      ] as const
      const said = counts.filter(([number]) => number > 0).map(([number, word]) => `${number} ${word}`)
      const why = q.error ? `\n    ${q.error}` : ''
      return `${q.queue.padEnd(22)} ${said.join(', ')}; oldest asked for ${q.since.toISOString()}${why}`
    })
    .join('\n')
}

process.exitCode = await main(process.argv.slice(2))
