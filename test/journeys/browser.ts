/**
 * A real Chromium for the journeys: the one of @sparticuz/chromium, or that of the system (CHROMIUM names it).
 * Chinese is drawn with the Noto fonts among our packages, so that a bare machine shows characters and not boxes.
 */
import { accessSync, constants, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, chromium, type LaunchOptions } from '@playwright/test'
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

/** Starts the browser. The caller closes it. Throws when no Chromium can be found. */
export async function launchBrowser(options: LaunchOptions = {}): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: fontsConfig() } as Record<string, string>
  return chromium.launch({ executablePath: await executable(), args: ARGS, env, ...options })
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
