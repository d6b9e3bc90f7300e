import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import { axeViolations } from './browser.ts'

const HALL_WIDTHS = [390, 1440]

/**
 * The page is free of what axe finds (WCAG 2.2 AA and good practice); the failure names page and width. A page of the hall
 * is looked at on a phone and on a wide screen, whichever its visitor has; the desk at the officer's own width.
 */
export async function isAccessible(page: Page, name: string): Promise<void> {
  const own = page.viewportSize()!
  const { pathname } = new URL(page.url())
  const widths = pathname.startsWith('/desk') ? [own.width] : HALL_WIDTHS
  for (const width of widths) {
    await page.setViewportSize({ width, height: own.height })
    assert.deepEqual(await axeViolations(page), [], `${name} at ${width} px (${pathname})`)
  }
  await page.setViewportSize(own)
}
