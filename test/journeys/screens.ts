/** The pictures of the README, taken by the journeys themselves; only when RONGBAN_SCREENS=1, so that a test run leaves the tree as it was. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { DESK, PHONE, type Scene } from './scene.ts'

const FOLDER = join(import.meta.dirname, '../../docs/screens')
const wanted = process.env['RONGBAN_SCREENS'] === '1'

export async function keepScreen(page: Page, name: string): Promise<void> {
  if (!wanted) return
  // Pictures and fonts come after the page; a picture without them would show another page.
  await page.evaluate(() => document.fonts.ready)
  keep(name, await page.screenshot())
}

/** One page of the hall on a wide screen and beside it on a phone. */
export async function keepBothWidths({ browser, someone }: Scene, path: string, name: string): Promise<void> {
  if (!wanted) return
  const shots = []
  for (const size of [DESK, PHONE]) {
    const page = await someone(size)
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    shots.push({ ...size, picture: (await page.screenshot()).toString('base64') })
    await page.context().close()
  }
  const page = await browser.newPage({ viewport: { width: 1990, height: 980 } })
  await page.setContent(
    `<body style="margin:40px;display:flex;gap:40px;align-items:flex-start;background:#e7e2d6">${shots
      .map(
        (s) =>
          `<img width="${s.width}" height="${s.height}" style="border-radius:12px" src="data:image/png;base64,${s.picture}">`,
      )
      .join('')}`,
  )
  keep(name, await page.screenshot())
  await page.close()
}

function keep(name: string, picture: Buffer): void {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(join(FOLDER, `${name}.png`), picture)
}
