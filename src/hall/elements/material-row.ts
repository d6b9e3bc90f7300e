/** Draws the states of a row of materials that only the browser knows: on its way, failed. */
import { announce, icon, quietButton, words } from './page.ts'

const FAILED = 'M8.3 3.7h7.4l4.6 4.6v7.4l-4.6 4.6H8.3l-4.6-4.6V8.3zM12 7.7v5.2M12 16.2v.1'
const BUSY = 'M12 3.6a8.4 8.4 0 1 1-8.4 8.4'

export class MaterialRow {
  private readonly root: HTMLElement
  private readonly material: string
  /** The acts that the server offers; they come back when an upload stops. */
  private readonly offered: Node[]

  constructor(root: HTMLElement, material: string) {
    this.root = root
    this.material = material
    this.offered = [...(root.querySelector('.material-acts')?.childNodes ?? [])]
  }

  private get input(): HTMLInputElement | null {
    return this.root.querySelector<HTMLInputElement>('input[type=file]')
  }

  say(text: string): void {
    const state = this.root.querySelector('.material-state')
    if (state) state.textContent = text
  }

  show(): void {
    this.root.querySelector('.material-state')?.scrollIntoView({ block: 'center' })
  }

  /** On its way: bar, cancel; the file input must not send the file a second time with the form. */
  busy(text: string, cancel: () => void): void {
    this.tone('plain', BUSY)
    this.say(text)
    if (this.input) this.input.disabled = true
    if (!this.root.querySelector('progress')) {
      const bar = document.createElement('progress')
      bar.max = 100
      bar.setAttribute('aria-label', words(`${this.material}上传进度`, `Upload of ${this.material}`))
      this.root.querySelector('.material-text')?.append(bar)
    }
    this.root.querySelector('.material-file')?.remove()
    this.acts(quietButton(words('取消', 'Cancel'), this.material, cancel))
  }

  progress(percent: number, text: string): void {
    const bar = this.root.querySelector('progress')
    if (bar) bar.value = percent
    this.say(text)
  }

  /** Stopped or refused: what happened and what to do; what the server offered is offered again. */
  fail(sentence: string, fileName?: string, act?: HTMLElement): void {
    this.tone('fail', FAILED)
    this.idle()
    this.say(sentence)
    if (fileName) {
      const name = document.createElement('p')
      name.className = 'material-file'
      name.textContent = fileName
      this.root.querySelector('.material-state')?.after(name)
    }
    this.acts(...(act ? [act] : []), ...this.offered)
    announce(words(`${this.material}：${sentence}`, `${this.material}: ${sentence}`))
  }

  /** Ready for another file; the server's acts are back. */
  ready(text: string): void {
    this.idle()
    this.say(text)
    this.acts(...this.offered)
  }

  /** Nothing is on its way. */
  private idle(): void {
    this.root.querySelector('progress')?.remove()
    this.root.querySelector('.material-file')?.remove()
    if (!this.input) return
    this.input.disabled = false
    this.input.value = ''
  }

  private acts(...acts: Node[]): void {
    let box = this.root.querySelector('.material-acts')
    if (!box) {
      if (acts.length === 0) return
      box = document.createElement('div')
      box.className = 'material-acts'
      this.root.querySelector('.material')?.append(box)
    }
    const hadFocus = box.contains(document.activeElement)
    box.replaceChildren(...acts)
    if (!hadFocus) return
    const next = acts[0] instanceof HTMLElement ? acts[0] : this.root.querySelector<HTMLElement>('.material')
    next?.focus()
  }

  private tone(tone: 'plain' | 'fail', path: string): void {
    const row = this.root.querySelector('.material')
    if (!row) return
    row.className = `material material-${tone}`
    row.querySelector(':scope > .icon')?.replaceWith(icon(path))
  }
}
