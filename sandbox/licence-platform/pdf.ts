import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** The face of a sample licence. Names and values come in as data, so nothing in them can be taken for markup. */
const FACE = `
#let face = json(bytes(sys.inputs.face))
#set document(title: face.title, date: none)
#set text(font: "Noto Serif SC", lang: "zh", region: "cn", size: 13pt)
#let green = rgb("#1E5A44")
#set page(paper: "a4", margin: 3cm, background: {
  place(center + horizon, rect(width: 100% - 2.4cm, height: 100% - 2.4cm, stroke: 2pt + green))
  place(center + horizon, rect(width: 100% - 2.8cm, height: 100% - 2.8cm, stroke: 0.7pt + green))
})
#v(1.5cm)
#align(center, text(size: 30pt, weight: "bold", tracking: 0.2em, face.title))
#v(1.2cm)
#grid(columns: (auto, 1fr), column-gutter: 1em, row-gutter: 1.1em,
  ..face.rows.map(((label, value)) => (text(fill: rgb("#4B534D"), label), value)).flatten())
#v(1fr)
#align(center, text(size: 8pt, "证照标识 " + face.identifier))
#align(center, text(fill: rgb("#B0361E"), "沙盒示例，不是真的证照，没有法律效力"))
`

let compiler: Promise<NodeCompiler> | null = null

/** The typesetter takes memory and a moment to start, and most runs of the sandbox never show a file. */
async function typesetter(): Promise<NodeCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-node-compiler')
  const folder = (weight: string) =>
    dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${weight}`)))
  return typst.NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: [folder('400Regular'), folder('700Bold')] }],
  })
}

export interface SampleFace {
  title: string
  rows: readonly [label: string, value: string][]
  /** 证照标识: one long word, so it has a line of its own. */
  identifier: string
}

/** A one-page PDF of a sample licence from another organ. The same face gives the same bytes. */
export async function samplePdf(sample: SampleFace): Promise<Buffer> {
  compiler ??= typesetter()
  const face = JSON.stringify(sample)
  return (await compiler).pdf({ mainFileContent: FACE, inputs: { face } })
}
