import { words } from './page.ts'

/** `<rb-confirm-once busy="正在提交…">` round a submit button: the form goes once, however often the button is pressed. */
export class ConfirmOnce extends HTMLElement {
  private sent = false

  connectedCallback(): void {
    const button = this.querySelector('button')
    const form = button?.form
    if (!button || !form) return
    const idle = [...button.childNodes]
    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return
      if (this.sent) return event.preventDefault()
      this.sent = true
      // After the browser has taken the values: a locked button would not send its own.
      setTimeout(() => {
        button.setAttribute('aria-busy', 'true')
        button.disabled = true
        button.replaceChildren(this.getAttribute('busy') ?? words('正在提交…', 'Sending…'))
      })
    })
    // Back to a page that the browser kept: it must be possible to send again.
    addEventListener('pageshow', (event) => {
      if (!event.persisted) return
      this.sent = false
      button.removeAttribute('aria-busy')
      button.disabled = false
      button.replaceChildren(...idle)
    })
  }
}
