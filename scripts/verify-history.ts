/** `npm run verify-history`: walks every chain of the record of acts and names the first broken link. */
import { type BrokenLink, verifyAll } from '../src/history/index.ts'
import { withDatabase } from '../src/platform/one-off.ts'

const json = process.argv.includes('--json')
const unknown = process.argv.slice(2).find((a) => a !== '--json')

const WORDS: Record<BrokenLink['reason'], string> = {
  changed: 'its content is not what was recorded',
  missing: 'the link before it is missing',
  'not-linked': 'it does not refer to the link before it',
  'head-missing': 'it was the newest link of its stream and is gone or changed',
}

async function verify(): Promise<number> {
  if (unknown) {
    console.error(`榕办: unknown argument ${unknown}. Usage: npm run verify-history [-- --json]`)
    return 1
  }
  return withDatabase(async ({ db }) => {
    const found = await verifyAll(db)
    if (json) console.log(JSON.stringify(found))
    else if (found.broken) {
      const { streamId, seq, reason } = found.broken
      console.log(`Broken: ${streamId} #${seq}: ${WORDS[reason]}.`)
    } else console.log(`Whole: ${found.events} events in ${found.streams} streams, root ${found.root}.`)
    return found.broken ? 1 : 0
  })
}

process.exitCode = await verify()
