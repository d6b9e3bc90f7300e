/**
 * A real Chromium for the journeys: the one of @sparticuz/chromium, or that of the system (CHROMIUM names it).
 * Chinese is drawn with the Noto fonts among our packages, so that a bare machine shows characters and not boxes.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type LaunchOptions, type Page } from '@playwright/test'
import sparticuz from '@sparticuz/chromium'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--force-color-profile=srgb',
]
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
]

/** Starts the browser. The caller closes it. Throws when no Chromium can be found or started. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: fontsConfig() } as Record<string, string>
  const executablePath = await executable()
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.launch({ executablePath, args: ARGS, env, ...options })
    } catch (error) {
      // Another test process may still be unpacking the same file: it cannot be run while it is being written.
      if (attempt === 10) throw error
      await setTimeout(500)
    }
  }
}

async function executable(): Promise<string> {
  const named = process.env['CHROMIUM']
  if (named) return named
  const system = SYSTEM.find(runs)
  if (system) return system
  try {
    return await sparticuz.executablePath()
  } catch (cause) {
    throw new Error(
      'No Chromium: @sparticuz/chromium could not unpack one and the system has none. Set CHROMIUM.',
      {
        cause,
      },
    )
  }
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

let written: string | undefined

/** Path of a fontconfig file that knows the Noto fonts of node_modules and those of the system. */
export function fontsConfig(): string {
  if (written) return written
  const require = createRequire(import.meta.url)
  const folders = ['noto-sans-sc', 'noto-serif-sc'].map((name) =>
    dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)),
  )
  const home = mkdtempSync(join(tmpdir(), 'rongban-fonts-'))
  mkdirSync(join(home, 'cache'))
  const dirs = [...folders, '/usr/share/fonts'].map((folder) => `<dir>${folder}</dir>`).join('')
  written = join(home, 'fonts.conf')
  writeFileSync(
    written,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}<cachedir>${join(home, 'cache')}</cachedir>` +
      '<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>',
  )
  return written
}

/**
 * What axe finds on the page, one line a violation with its first elements; empty when clean. The window is first made as high
 * as the page (make it by `browser.newContext()`, which axe insists on), because a bar that stays at the foot of the screen would otherwise cover links that scrolling uncovers.
 */
export async function axeViolations(page: Page): Promise<string[]> {
  const before = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (before) await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) })
  const { violations } = await new AxeBuilder({ page }).analyze()
  if (before) await page.setViewportSize(before)
  return violations.map(
    (v) =>
      `${v.id}: ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.target} ${n.any[0]?.message ?? ''}`)
        .join(' | ')}`,
  )
}
