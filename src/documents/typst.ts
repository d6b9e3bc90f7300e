import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const templates = join(import.meta.dirname, 'papers')

const fontFolders = [
  'noto-serif-sc/400Regular',
  'noto-serif-sc/700Bold',
  'noto-sans-sc/400Regular',
  'noto-sans-sc/700Bold',
].map((face) => {
  const [family] = face.split('/')
  const root = fileURLToPath(import.meta.resolve(`@expo-google-fonts/${family}/package.json`))
  return join(root, '..', face.slice(family!.length + 1))
})

let compiler: NodeCompiler | undefined

/** Loading the faces takes a fifth of a second, so it happens with the first paper and not at start. */
const ready = () =>
  (compiler ??= NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fontFolders }] }))

/**
 * The levels tried in turn. PDF/A-2a is archival and tagged. Typst refuses it when a character (an emoji, a rare Hanzi
 * of a name) is in none of the faces; the paper must still be made, so it is then an ordinary tagged PDF 1.7.
 */
const levels = ['a-2a', '1.7'] as const

/** Sets one template; `inputs` are data, never markup. Same inputs, same bytes. */
export function setPdf(template: string, inputs: Record<string, string>, at: Date): Buffer {
  const mainFilePath = join(templates, `${template}.typ`)
  let trouble: unknown
  for (const pdfStandard of levels) {
    try {
      return ready().pdf(
        { mainFilePath, inputs },
        { pdfStandard, creationTimestamp: Math.floor(at.getTime() / 1000) },
      )
    } catch (error) {
      trouble = error
    } finally {
      ready().evictCache(10)
    }
  }
  throw new Error(`the paper "${template}" could not be set: ${explain(trouble)}`)
}

/** The template as SVG with all characters as outlines: a picture that needs no font to be shown. */
export function setSvg(template: string, inputs: Record<string, string>): string {
  const mainFilePath = join(templates, `${template}.typ`)
  return ready().plainSvg({ mainFilePath, inputs })
}

/** The binding leaves an error's message empty and puts the compiler's words into its code. */
function explain(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string }
  return message || code || String(error)
}
