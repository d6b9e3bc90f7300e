import { timeText } from '../../ui/browser.ts'
import { announce, quietButton, refusalSentence, signInAgain, words } from './page.ts'

interface Copy {
  at: string
  /** Version of the draft that these values were typed upon. */
  version: string
  /** The form itself was sent; whether it arrived is told by the version of the next page. */
  sent: boolean
  values: [string, string][]
}

const DEBOUNCE_MS = 1500

/**
 * `<rb-autosave action-autosave version>` round a form: saves what is typed, as
 * `application/x-www-form-urlencoded`, and says when. The answer may be `{saved: "10:42 已自动保存", version}`.
 * If the server cannot be reached or the session has ended, the values stay on this device and come back when the page
 * is opened again upon the same version of the draft. A save clears the copy.
 */
export class Autosave extends HTMLElement {
  private form!: HTMLFormElement
  private timer: ReturnType<typeof setTimeout> | undefined
  private saving = false
  private dirty = false
  private leaving = false

  private get action(): string {
    return this.getAttribute('action-autosave') ?? ''
  }
  private get key(): string {
    return `rongban-draft:${this.action}`
  }
  private get version(): string {
    return this.getAttribute('version') ?? ''
  }

  connectedCallback(): void {
    const form = this.querySelector('form')
    if (!form || this.form) return
    this.form = form
    form.addEventListener('input', (event) => this.changed(event))
    form.addEventListener('change', (event) => this.changed(event))
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return
      clearTimeout(this.timer)
      this.leaving = true
      if (this.dirty) this.keep(true)
    })
    addEventListener('online', () => this.dirty && void this.save())
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.dirty && !this.leaving) void this.save(true)
    })
    this.restore()
  }

  private changed(event: Event): void {
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
    this.dirty = true
    this.schedule()
  }

  private schedule(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.save(), DEBOUNCE_MS)
  }

  private values(): [string, string][] {
    return [...new FormData(this.form)].filter((e): e is [string, string] => typeof e[1] === 'string')
  }

  private async save(keepalive = false): Promise<void> {
    clearTimeout(this.timer)
    if (this.saving) return
    this.saving = true
    this.dirty = false
    try {
      const body = new URLSearchParams(this.values())
      const answer = await fetch(this.action, {
        method: 'POST',
        body,
        keepalive,
        redirect: 'manual',
        headers: { accept: 'application/json' },
      })
      const text = answer.type === 'opaqueredirect' ? '' : await answer.text()
      if (answer.ok) this.saved(text)
      else if (answer.status === 401 || answer.type === 'opaqueredirect') this.signedOut()
      else
        this.unsaved(
          refusalSentence(text) ??
            words(
              '没保存到账户，先存在这台设备上，过一会儿再试。',
              'Not saved to your account; kept on this device, we try again.',
            ),
        )
    } catch {
      this.unsaved(
        words(
          '没有网络，先存在这台设备上，连上网后自动保存。',
          'No network: kept on this device, saved when you are online.',
        ),
      )
    } finally {
      this.saving = false
      if (this.dirty) this.schedule()
    }
  }

  private saved(text: string): void {
    let reply: { saved?: unknown; version?: unknown } = {}
    try {
      reply = (JSON.parse(text) ?? {}) as typeof reply
    } catch {
      // An answer without words: ours will do.
    }
    if (reply.version !== undefined) this.setAttribute('version', String(reply.version))
    if (!this.dirty) this.forget()
    const time = timeText(new Date())
    this.say(
      typeof reply.saved === 'string' ? reply.saved : words(`${time} 已自动保存`, `Saved at ${time}`),
      false,
    )
  }

  private signedOut(): void {
    this.dirty = true
    this.keep(false)
    const link = document.createElement('a')
    link.href = signInAgain()
    link.textContent = words('重新登录', 'Sign in')
    this.say(
      words(
        '登录过期了，您填的都在这台设备上，登录后接着填。',
        'You were signed out. What you typed is kept on this device. ',
      ),
      true,
      link,
    )
  }

  private unsaved(sentence: string): void {
    this.dirty = true
    this.keep(false)
    this.say(sentence, true)
  }

  private keep(sent: boolean): void {
    const copy: Copy = { at: timeText(new Date()), version: this.version, sent, values: this.values() }
    try {
      localStorage.setItem(this.key, JSON.stringify(copy))
    } catch {
      // Storage is full or forbidden: the form on the screen is then the only copy.
    }
  }

  private forget(): void {
    try {
      localStorage.removeItem(this.key)
    } catch {
      // Nothing was kept.
    }
  }

  private restore(): void {
    let copy: Copy | undefined
    try {
      copy = JSON.parse(localStorage.getItem(this.key) ?? 'null') ?? undefined
    } catch {
      return
    }
    if (!copy) return
    const same = copy.version === this.version
    // The draft has moved on and it was this form that moved it.
    if (!same && copy.sent) {
      this.forget()
      return
    }
    const kept = copy
    const use = () => {
      this.fill(kept.values)
      this.say(words(`已恢复 ${kept.at} 填的内容`, `What you typed at ${kept.at} is back`), false)
      this.dirty = true
      void this.save()
    }
    if (same) {
      use()
      return
    }
    const drop = quietButton(words('不要了', 'Drop it'), words('没保存上的内容', 'unsaved copy'), () => {
      this.forget()
      this.say(words('用的是账户里保存的内容', 'The saved draft is used'), false)
    })
    const take = quietButton(words('用这份', 'Use it'), words('没保存上的内容', 'unsaved copy'), use)
    this.say(
      words(`这台设备上还有 ${kept.at} 没保存上的内容。`, `This device holds an unsaved copy of ${kept.at}.`),
      true,
      take,
      drop,
    )
  }

  private fill(values: [string, string][]): void {
    this.form.dispatchEvent(new CustomEvent('rb-fill', { detail: values }))
    const given = (name: string) => values.filter(([n]) => n === name).map(([, value]) => value)
    for (const control of this.form.elements) {
      if (control instanceof HTMLInputElement) {
        if (['file', 'hidden', 'submit', 'button'].includes(control.type)) continue
        const mine = given(control.name)
        if (control.type === 'checkbox' || control.type === 'radio')
          control.checked = mine.includes(control.value)
        else if (mine[0] !== undefined) control.value = mine[0]
      } else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
        const [mine] = given(control.name)
        if (mine !== undefined) control.value = mine
      }
    }
    this.form.dispatchEvent(new Event('rb-filled'))
  }

  private say(text: string, failed: boolean, ...acts: HTMLElement[]): void {
    const line = this.querySelector('[data-saved]') ?? document.querySelector('[data-saved]')
    line?.closest('.saved')?.toggleAttribute('data-failed', failed)
    if (line) line.replaceChildren(text, ...acts)
    else announce(text)
  }
}
