import { words } from './page.ts'

const SECOND = 1000

/**
 * `<rb-idle home="…" after="120" warn="30">` on a screen that everybody uses: left alone for so many seconds it goes back to its start.
 * For the last ones it says so and counts, and a touch or a key anywhere keeps the page (WCAG 2.2.1). With `at-rest` the page is the
 * start itself: nothing happens before somebody touched it.
 */
export class Idle extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined
  private notice: HTMLElement | null = null

  connectedCallback(): void {
    // A press on the question itself is answered when it is complete: nothing else may come to lie under the finger.
    const stay = ({ target }: Event) => {
      if (!this.notice?.contains(target as Node)) this.watch()
    }
    for (const sign of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'input'])
      addEventListener(sign, stay, { passive: true, capture: true })
    document.addEventListener('visibilitychange', stay)
    if (!this.hasAttribute('at-rest')) this.watch()
  }

  private seconds(name: string, otherwise: number): number {
    return Number(this.getAttribute(name)) || otherwise
  }

  private watch(): void {
    clearTimeout(this.timer)
    this.notice?.remove()
    this.notice = null
    // Who looks at another tab has not left this screen to the next visitor.
    if (document.hidden) return
    this.timer = setTimeout(() => this.warn(), this.seconds('after', 120) * SECOND)
  }

  private warn(): void {
    const warn = this.seconds('warn', 30)
    this.notice = document.createElement('div')
    this.notice.className = 'counter-idle'
    this.notice.setAttribute('role', 'alert')
    const sentence = document.createElement('p')
    const ask = document.createElement('b')
    ask.textContent = words('还在看吗？', 'Still reading?')
    sentence.append(
      ask,
      words(
        `${warn} 秒没有人碰屏幕，就回到开头，留给下一位。`,
        ` Without a touch this screen goes back to its start in ${warn} seconds.`,
      ),
    )
    // Read out once, not every second.
    const left = document.createElement('span')
    left.setAttribute('aria-hidden', 'true')
    left.className = 'counter-idle-left'
    const stay = document.createElement('button')
    stay.type = 'button'
    stay.className = 'button'
    stay.textContent = words('还在看', 'Keep this page')
    stay.addEventListener('click', () => this.watch())
    this.notice.append(sentence, left, stay)
    document.body.append(this.notice)
    this.count(warn, left)
  }

  private count(seconds: number, left: HTMLElement): void {
    if (seconds <= 0) {
      location.replace(this.getAttribute('home') ?? '/counter')
      return
    }
    left.textContent = words(`${seconds} 秒`, `${seconds} s`)
    this.timer = setTimeout(() => this.count(seconds - 1, left), SECOND)
  }
}
