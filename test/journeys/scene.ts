import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test'
import { loadOrCreateSealAuthority, verifySealedPdf } from '../../src/documents/index.ts'
import { launchBrowser } from './browser.ts'
import { drawMaterials, type Materials } from './materials.ts'
import { startTestPlatform, type TestPlatform } from './platform.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1440, height: 900 }

/** Everything that a journey is played on: a whole platform, a browser, and what applicants hand in. */
export interface Scene {
  platform: TestPlatform
  browser: Browser
  materials: Materials
  /** A browser of one's own, without anybody else's cookies. */
  someone(viewport: { width: number; height: number }, more?: BrowserContextOptions): Promise<Page>
  /** The pages that are open now. */
  pages(): Page[]
  close(): Promise<void>
}

export async function openScene(): Promise<Scene> {
  const platform = await startTestPlatform()
  try {
    const browser = await launchBrowser()
    const materials = await drawMaterials(browser)
    return {
      platform,
      browser,
      materials,
      async someone(viewport, more = {}) {
        const context = await browser.newContext({
          viewport,
          locale: 'zh-CN',
          timezoneId: 'Asia/Shanghai',
          baseURL: platform.url,
          ...more,
        })
        context.setDefaultTimeout(45_000)
        return context.newPage()
      },
      pages: () => browser.contexts().flatMap((context) => context.pages()),
      async close() {
        await browser.close()
        await platform.stop()
      },
    }
  } catch (error) {
    await platform.stop()
    throw error
  }
}

/** Reloads a page until it shows what another process is making just now. */
export async function until(page: Page, shown: Locator): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    try {
      return await shown.first().waitFor({ timeout: 1000 })
    } catch {
      await page.reload()
    }
  }
  await shown.first().waitFor({ timeout: 1000 })
}

/** A message of this wording is on the sandbox phone of that number. */
export async function phoneSays({ platform, someone }: Scene, number: string, text: RegExp): Promise<void> {
  const phone = await someone(PHONE)
  await phone.goto(`${platform.sandboxUrl}/phone/${number}`)
  await until(phone, phone.getByRole('listitem').filter({ hasText: text }))
  await phone.context().close()
}

/** The paper of this title is on the applicant's page of the dossier, and its seal holds over the whole of it. */
export async function sealedPaper({ platform }: Scene, page: Page, title: string): Promise<Buffer> {
  const paper = page.getByRole('link', { name: `打开 ${title}` })
  await until(page, paper)
  const pdf = await (await page.request.get((await paper.getAttribute('href'))!)).body()
  const authority = await loadOrCreateSealAuthority(join(platform.dataDir, 'seals'))
  const seal = await verifySealedPdf(authority, pdf)
  assert.ok(seal.valid && seal.wholeDocument, `${title}: ${JSON.stringify(seal)}`)
  return pdf
}
