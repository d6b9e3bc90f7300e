import type { TestContext } from 'node:test'
import type { Page } from '@playwright/test'

export type Step = (name: string, play: () => Promise<void>) => Promise<void>

/**
 * Tells a journey step by step: each step is a subtest of its own; after one that failed, the rest is skipped, for it would only
 * repeat the failure. A failure carries what the pages showed.
 */
export function tellSteps(t: TestContext, pages: () => Page[]): Step {
  let failed: string | null = null
  return (name: string, play: () => Promise<void>): Promise<void> =>
    t.test(name, async (step) => {
      if (failed !== null) return step.skip(`「${failed}」 failed`)
      try {
        await play()
      } catch (error) {
        failed = name
        const shown = await Promise.all(pages().map(whatItShows))
        throw new Error(`${(error as Error).message}\n\n${shown.join('\n')}`, { cause: error })
      }
    })
}

async function whatItShows(page: Page): Promise<string> {
  const main = page.getByRole('main').first()
  const text = await main.innerText({ timeout: 1000 }).catch(() => '(no main)')
  return `── ${page.url()}\n${text.replaceAll(/\n+/g, '\n').slice(0, 1500)}`
}
