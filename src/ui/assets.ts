/** Everything public that the hall's pages load: stylesheet, fonts, icon. The platform serves it under `/assets/`. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { songFaces, songFile } from './fonts.ts'

export interface Asset {
  type: string
  body: Buffer
  /** The same, compressed once; fonts are compressed in themselves. */
  br?: Buffer
  gzip?: Buffer
}

const PARTS = [
  'tokens',
  'base',
  'frame',
  'forms',
  'dossier',
  'content',
  'directory',
  'changes',
  'counter',
  'booking',
  'modes',
]

function stylesheet(): Buffer {
  const parts = PARTS.map((part) => readFileSync(new URL(`./styles/${part}.css`, import.meta.url), 'utf8'))
  const css = [...parts, songFaces('fonts/')]
    .join('\n')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n+/g, '\n')
  return Buffer.from(css)
}

const text = (type: string, body: Buffer): Asset => ({
  type,
  body,
  br: brotliCompressSync(body),
  gzip: gzipSync(body),
})

const fixed: Record<string, Asset> = {
  'hall.css': text('text/css; charset=utf-8', stylesheet()),
  'icon.svg': text('image/svg+xml', readFileSync(new URL('./assets/icon.svg', import.meta.url))),
}
const fonts = new Map<string, Asset>()

/** The asset at a path below `/assets/` (「hall.css」, 「fonts/…woff2」). All may be cached for ever: their addresses change with them. */
export function asset(path: string): Asset | undefined {
  if (Object.hasOwn(fixed, path)) return fixed[path]
  if (!path.startsWith('fonts/')) return undefined
  const known = fonts.get(path)
  if (known) return known
  const file = songFile(path.slice('fonts/'.length))
  if (!file) return undefined
  const font = { type: 'font/woff2', body: readFileSync(file) }
  fonts.set(path, font)
  return font
}

const hrefs = Object.fromEntries(
  Object.entries(fixed).map(([name, { body }]) => [
    name,
    `/assets/${name}?v=${createHash('sha256').update(body).digest('hex').slice(0, 12)}`,
  ]),
)

/** Address of a fixed asset with the hash of its content. */
export function assetHref(name: 'hall.css' | 'icon.svg'): string {
  return hrefs[name]!
}
