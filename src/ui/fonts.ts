/**
 * Song (Noto Serif SC 700, OFL-1.1), self-hosted in the slices of @fontsource: a browser loads only the slices whose
 * characters stand on the page.
 */
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-serif-sc/700.css'))

/** Scripts that no page of the hall writes in Song. */
const UNUSED = /noto-serif-sc-(?:cyrillic|vietnamese|latin-ext)-/

/** `@font-face` rules of all slices, with addresses under `base`. */
export function songFaces(base: string): string {
  const source = readFileSync(join(folder, '700.css'), 'utf8')
  const faces = (source.match(/@font-face\s*{[^}]*}/g) ?? []).filter((face) => !UNUSED.test(face))
  if (faces.length === 0) throw new Error('No @font-face in @fontsource/noto-serif-sc/700.css')
  return faces
    .map((face) => {
      const file = /files\/([\w-]+\.woff2)/.exec(face)?.[1]
      const range = /unicode-range:\s*([^;]+);/.exec(face)?.[1]
      if (!file || !range) throw new Error(`A slice of Noto Serif SC without file or range: ${face}`)
      return sliceRule(`${base}${file}`, range)
    })
    .join('\n')
}

const sliceRule = (url: string, range: string): string =>
  `@font-face{font-family:"Noto Serif SC";font-weight:700;font-display:swap;src:url(${url}) format("woff2");unicode-range:${range}}`

/** Path of a slice on disk, or undefined when it is not one of ours. */
export function songFile(name: string): string | undefined {
  if (!/^noto-serif-sc-[\w-]+-700-normal\.woff2$/.test(name)) return undefined
  const path = join(folder, 'files', name)
  return existsSync(path) ? path : undefined
}
