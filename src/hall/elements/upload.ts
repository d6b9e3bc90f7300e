import { type DetailedError, Upload as TusUpload } from 'tus-js-client'
import { remainingText, sizeText } from '../../ui/browser.ts'
import { MaterialRow } from './material-row.ts'
import { announce, english, quietButton, refusalSentence, signInAgain, words } from './page.ts'

/**
 * `<rb-upload endpoint row-href max-bytes material check-again>` round a row of materials: the chosen file goes up by the tus
 * protocol and goes on where it stopped after a broken line or a closed page. When it is there, the row is fetched anew.
 * The file input stays in the form: without scripts the form itself carries the file.
 */
export class UploadElement extends HTMLElement {
  private row!: MaterialRow
  private upload: TusUpload | undefined
  /** The file while it is on its way, or stopped by a broken line; undefined once refused or done. */
  private file: File | undefined
  private percent = 0
  private pace: { sent: number; at: number } | undefined
  private again: ReturnType<typeof setTimeout> | undefined
  private form: HTMLFormElement | null = null

  private get material(): string {
    return this.getAttribute('material') ?? ''
  }

  connectedCallback(): void {
    this.row = new MaterialRow(this, this.material)
    this.addEventListener('change', this.changed)
    this.form = this.closest('form')
    this.form?.addEventListener('submit', this.hold)
    addEventListener('online', this.resume)
    const seconds = Number(this.getAttribute('check-again'))
    if (seconds > 0) this.again = setTimeout(() => void this.renew(), seconds * 1000)
  }

  disconnectedCallback(): void {
    clearTimeout(this.again)
    this.removeEventListener('change', this.changed)
    this.form?.removeEventListener('submit', this.hold)
    removeEventListener('online', this.resume)
    void this.upload?.abort()
  }

  private readonly changed = (event: Event): void => {
    const input = event.target
    if (input instanceof HTMLInputElement && input.type === 'file' && input.files?.[0])
      this.choose(input.files[0])
  }

  private readonly resume = (): void => {
    if (this.file && !this.upload) this.send(this.file)
  }

  /** A form sent now would leave the file behind; only 「存草稿」 may go. */
  private readonly hold = (event: SubmitEvent): void => {
    if (!this.upload || (event.submitter as HTMLButtonElement | null)?.formNoValidate) return
    event.preventDefault()
    this.row.show()
    announce(
      words(
        `${this.material}还在上传，传完再提交。`,
        `${this.material} is still uploading; send the form after it.`,
      ),
    )
  }

  private choose(file: File): void {
    const most = Number(this.getAttribute('max-bytes') ?? 0)
    if (most === 0 || file.size <= most) {
      this.send(file)
      return
    }
    this.row.fail(
      words(
        `文件 ${sizeText(file.size)}，超过 ${sizeText(most)}，没有上传。重新拍，或用低一档的画质导出。`,
        `The file has ${sizeText(file.size)}, more than ${sizeText(most)}; it was not sent. Take it again or export it smaller.`,
      ),
      file.name,
    )
  }

  private send(file: File): void {
    this.file = file
    this.pace = undefined
    // The address says where the file is to go; it travels as metadata too, for servers that look there.
    const endpoint = new URL(this.getAttribute('endpoint') ?? '/uploads', location.href)
    const upload = new TusUpload(file, {
      endpoint: endpoint.href,
      retryDelays: [0, 1000, 3000, 6000],
      metadata: { ...Object.fromEntries(endpoint.searchParams), filename: file.name, filetype: file.type },
      // The same file for another material is another upload.
      fingerprint: async () => `rongban ${endpoint.href} ${file.name} ${file.size} ${file.lastModified}`,
      removeFingerprintOnSuccess: true,
      onShouldRetry: (error) => {
        const status = (error as DetailedError).originalResponse?.getStatus() ?? 0
        // 409: the browser sent a part again by itself after the line broke; asking for the offset puts it right. 423: locked.
        return status === 0 || status === 409 || status === 423 || status >= 500
      },
      onProgress: (sent, total) => this.progress(sent, total),
      onSuccess: () => {
        this.upload = undefined
        this.file = undefined
        announce(words(`${this.material}传完了。`, `${this.material} is uploaded.`))
        void this.renew()
      },
      onError: (error) => this.stopped(error),
    })
    this.upload = upload
    this.row.busy(words('正在准备上传', 'Getting ready'), () => void this.cancel())
    announce(words(`开始上传${this.material}。`, `Uploading ${this.material}.`))
    void upload.findPreviousUploads().then((earlier) => {
      if (this.upload !== upload) return
      if (earlier[0]) upload.resumeFromPreviousUpload(earlier[0])
      upload.start()
    })
  }

  private progress(sent: number, total: number | null): void {
    const now = performance.now()
    this.pace ??= { sent, at: now }
    const whole = total ?? this.file?.size ?? sent
    this.percent = whole > 0 ? Math.floor((sent / whole) * 100) : 0
    const seconds = (now - this.pace.at) / 1000
    const rate = seconds > 0.5 ? (sent - this.pace.sent) / seconds : 0
    const left = rate > 0 ? remainingText((whole - sent) / rate, english() ? 'en' : 'zh') : ''
    const zh = `正在上传 ${this.percent}%${left ? `，剩${left}` : ''}`
    const en = `Uploading, ${this.percent}%${left ? `, ${left} left` : ''}`
    this.row.progress(this.percent, words(zh, en))
  }

  private stopped(error: Error | DetailedError): void {
    this.upload = undefined
    const file = this.file
    const response = 'originalResponse' in error ? error.originalResponse : null
    const status = response?.getStatus() ?? 0
    const said = refusalSentence(response?.getBody())
    const retry = file && quietButton(words('重试', 'Retry'), this.material, () => this.send(file))
    if (status === 0) {
      const zh = `网断了，传到 ${this.percent}%。连上网后自动接着传。`
      const en = `The line broke at ${this.percent}%. It goes on when you are online.`
      this.row.fail(words(zh, en), file?.name, retry)
    } else if (status === 401) {
      this.file = undefined
      const link = document.createElement('a')
      link.href = signInAgain()
      link.textContent = words('重新登录', 'Sign in')
      const zh = '登录过期了，文件还没传完。登录后再选一次这个文件，会接着传。'
      const en = 'You were signed out before the file was through. Sign in, choose it again, and it goes on.'
      this.row.fail(words(zh, en), file?.name, link)
    } else if (status < 500) {
      this.file = undefined
      this.row.fail(
        said ?? words('这份文件没有收下，请换一份。', 'This file was not taken; choose another.'),
        file?.name,
      )
    } else {
      const zh = '是我们没收好，文件没有问题。点「重试」接着传。'
      const en = 'The fault is ours, not the file’s. Press Retry to go on.'
      this.row.fail(said ?? words(zh, en), file?.name, retry)
    }
  }

  private async cancel(): Promise<void> {
    const upload = this.upload
    this.upload = undefined
    this.file = undefined
    await upload?.abort(true).catch(() => undefined)
    announce(words(`${this.material}不传了。`, `The upload of ${this.material} is cancelled.`))
    await this.renew()
  }

  /** Draws the row as the server sees it now. */
  private async renew(): Promise<void> {
    const href = this.getAttribute('row-href')
    if (!href) return
    try {
      const answer = await fetch(href, { headers: { accept: 'text/html' } })
      const part = document.createElement('template')
      part.innerHTML = answer.ok ? await answer.text() : ''
      const fresh = part.content.firstElementChild
      if (!fresh) throw new Error(`No row from ${href}`)
      const hadFocus = this.contains(document.activeElement)
      this.replaceWith(fresh)
      const target = fresh.matches('.material') ? fresh : fresh.querySelector('.material')
      if (hadFocus && target instanceof HTMLElement) target.focus({ preventScroll: true })
    } catch {
      this.row.ready(
        words('刷新页面，看这份材料现在的状态。', 'Reload the page to see this material as it is now.'),
      )
    }
  }
}
