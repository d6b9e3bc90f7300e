import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { TypesettingAnswer, TypesettingJob } from './typst-process.ts'

/**
 * Papers are set in a process of their own. A paper takes 13 ms of a core, which would hold up every request, and the library's
 * binding keeps about 0.1 MB a paper that nothing gives back; so the process is replaced after so many papers.
 */
const papersPerProcess = 1000

interface Work {
  job: Omit<TypesettingJob, 'id'>
  /** A paper whose process died is set once more; one that kills two processes is at fault itself. */
  tries: number
  resolve(result: Uint8Array | string): void
  reject(error: Error): void
}

let current: TypesettingProcess | undefined

/** Sets a template as PDF. Throws when the template is broken, never for what the inputs say. */
export async function typesetPdf(
  template: string,
  inputs: Record<string, string>,
  at: Date,
): Promise<Buffer> {
  return Buffer.from((await typeset({ output: 'pdf', template, inputs, at })) as Uint8Array)
}

/** Sets a template as SVG with all characters as outlines. */
export async function typesetSvg(template: string, inputs: Record<string, string>): Promise<string> {
  return (await typeset({ output: 'svg', template, inputs, at: new Date(0) })) as string
}

const typeset = (job: Omit<TypesettingJob, 'id'>) =>
  new Promise<Uint8Array | string>((resolve, reject) => give({ job, tries: 0, resolve, reject }))

function give(work: Work): void {
  if (!current || current.ended || current.taken >= papersPerProcess) {
    current?.retire()
    current = new TypesettingProcess()
  }
  current.take(work)
}

class TypesettingProcess {
  taken = 0
  ended = false
  #retired = false
  #child: ChildProcess
  #open = new Map<number, Work>()

  constructor() {
    // No settings of ours go over: the process needs none, and secrets stay where they are.
    const env = {} as NodeJS.ProcessEnv
    this.#child = fork(join(import.meta.dirname, 'typst-process.ts'), [], {
      execArgv: [],
      env,
      serialization: 'advanced',
    })
    this.#child.on('message', (answer: TypesettingAnswer) => this.#answer(answer))
    this.#child.on('error', () => this.#end())
    this.#child.on('exit', () => this.#end())
  }

  get pid(): number | undefined {
    return this.#child.pid
  }

  take(work: Work): void {
    this.taken += 1
    work.tries += 1
    this.#open.set(this.taken, work)
    this.#hold()
    // A failure to send means that the process has died; its end is handled once, by the exit event.
    this.#child.send({ id: this.taken, ...work.job }, () => {})
  }

  /** Takes nothing more, and ends when its last paper is done. */
  retire(): void {
    this.#retired = true
    this.#rest()
  }

  #answer(answer: TypesettingAnswer): void {
    const work = this.#open.get(answer.id)
    this.#open.delete(answer.id)
    if ('error' in answer) work?.reject(new Error(answer.error))
    else work?.resolve(answer.result)
    this.#rest()
  }

  #end(): void {
    this.ended = true
    const left = [...this.#open.values()]
    this.#open.clear()
    for (const work of left) {
      if (work.tries < 2) give(work)
      else work.reject(new Error(`the typesetting process died over the paper "${work.job.template}"`))
    }
  }

  /** While a paper is open the platform must not end; an idle typesetter must not keep it alive. */
  #hold(): void {
    this.#child.ref()
    this.#child.channel?.ref()
  }

  #rest(): void {
    if (this.#open.size > 0 || this.ended) return
    this.#child.unref()
    this.#child.channel?.unref()
    if (this.#retired && this.#child.connected) this.#child.disconnect()
  }
}

/** The typesetter's process id, for the test that ends it; none before the first paper. */
export const typesetterPid = (): number | undefined => current?.pid
