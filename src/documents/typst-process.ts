import { setPdf, setSvg } from './typst.ts'

// The typesetter's own process, see typesetter.ts. It ends with its parent and keeps nothing.

/** One thing to set; `at` is the creation time that the PDF states. */
export interface TypesettingJob {
  id: number
  output: 'pdf' | 'svg'
  template: string
  inputs: Record<string, string>
  at: Date
}

export type TypesettingAnswer = { id: number; result: Uint8Array | string } | { id: number; error: string }

process.on('message', ({ id, output, template, inputs, at }: TypesettingJob) => {
  let answer: TypesettingAnswer
  try {
    answer = { id, result: output === 'pdf' ? setPdf(template, inputs, at) : setSvg(template, inputs) }
  } catch (error) {
    answer = { id, error: (error as Error).message }
  }
  process.send?.(answer)
})
process.on('disconnect', () => process.exit())
