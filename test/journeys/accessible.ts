import assert from 'node:assert/strict'
import type { Page } from '@playwright/test'
import { axeViolations } from './browser.ts'

/** The page is free of what axe finds (WCAG 2.2 AA and good practice) at its width; the failure names page and width. */
export async function isAccessible(page: Page, name: string): Promise<void> {
  const found = await axeViolations(page)
  const width = page.viewportSize()?.width
  assert.deepEqual(found, [], `${name} at ${width} px (${new URL(page.url()).pathname})`)
}
