import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** A finished page in every encoding that browsers ask for. */
export interface ReadyPage {
  itemId: string
  /** 200, or 410 for what has ended. */
  status: number
  /** When it was drawn. */
  madeAt: Date
  etag: string
  identity: Buffer
  gzip: Buffer
  br: Buffer
}

/**
 * A hint that an item changed may be lost when a process dies. So a page older than this is drawn again behind the back of
 * the reader who asks for it.
 */
export const TRUSTED_MS = 10 * 60_000

/** A guide is some 12 kB compressed; two languages and two modes of a city's busiest thousand items fit well in memory. */
const KEPT = 4000

/**
 * Guides drawn and compressed once, until their item changes. `draw` answers null where there is no such item; then
 * nothing is kept, so that unknown addresses cannot fill the memory.
 */
export function createReadyPages(
  draw: (key: string, variant: string) => Promise<{ itemId: string; status: number; html: string } | null>,
) {
  const pages = new Map<string, ReadyPage>()
  /** Counts changes: what was being drawn while an item changed may be old, so it is shown once and not kept. */
  let changes = 0

  return {
    /** The kept page, without a promise: the hot path has nothing to wait for. */
    kept: (key: string, variant: string): ReadyPage | undefined => pages.get(`${variant} ${key}`),
    async make(key: string, variant: string, now: Date): Promise<ReadyPage | null> {
      const before = changes
      const drawn = await draw(key, variant)
      if (drawn === null) return null
      const page = await encoded(drawn, now)
      if (before === changes) {
        const oldest = pages.size >= KEPT ? pages.keys().next().value : undefined
        if (oldest !== undefined) pages.delete(oldest)
        pages.set(`${variant} ${key}`, page)
      }
      return page
    },
    /** `null`: anything may have changed. */
    forget(itemId: string | null): void {
      changes++
      if (itemId === null) pages.clear()
      else for (const [key, page] of pages) if (page.itemId === itemId) pages.delete(key)
    },
    get size(): number {
      return pages.size
    },
  }
}

async function encoded(
  { itemId, status, html }: { itemId: string; status: number; html: string },
  madeAt: Date,
): Promise<ReadyPage> {
  const identity = Buffer.from(html)
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  const [zipped, brotlied] = await Promise.all([
    zip(identity, { level: 9 }),
    brotli(identity, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
    }),
  ])
  return { itemId, status, madeAt, etag: `"${hash}"`, identity, gzip: zipped, br: brotlied }
}
