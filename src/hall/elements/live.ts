import { announce } from './page.ts'

/**
 * `<rb-live src fragment>`: listens to `src` (server-sent events) and, told that something has happened, draws its content
 * anew from `fragment`; a `<template data-live>` in it goes to the element of that id elsewhere on the page. What changed is said politely: the part marked `data-announce`, else the step that is now current.
 * A page out of sight closes its line and asks again when it is seen.
 */
export class Live extends HTMLElement {
  private events: EventSource | undefined
  private retry: ReturnType<typeof setTimeout> | undefined
  private wait = 2000
  private drawn = ''
  private asking = false
  private missed = false
  private readonly seen = () => {
    if (document.visibilityState === 'hidden') return this.hangUp()
    if (this.events) return
    this.listen()
    void this.renew()
  }

  connectedCallback(): void {
    this.drawn = this.innerHTML
    document.addEventListener('visibilitychange', this.seen)
    if (document.visibilityState === 'visible') this.listen()
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.seen)
    this.hangUp()
  }

  private listen(): void {
    const src = this.getAttribute('src')
    if (!src) return
    const events = new EventSource(src)
    this.events = events
    events.onopen = () => {
      this.wait = 2000
    }
    events.onmessage = () => void this.renew()
    events.onerror = () => {
      // The browser reconnects by itself unless the server refused; then we try more and more rarely.
      if (events.readyState !== EventSource.CLOSED || this.events !== events) return
      this.hangUp()
      this.retry = setTimeout(() => this.listen(), this.wait)
      this.wait = Math.min(this.wait * 2, 60_000)
    }
  }

  private hangUp(): void {
    clearTimeout(this.retry)
    this.events?.close()
    this.events = undefined
  }

  private async renew(): Promise<void> {
    if (this.asking) {
      this.missed = true
      return
    }
    this.asking = true
    try {
      const answer = await fetch(this.getAttribute('fragment') ?? '', { headers: { accept: 'text/html' } })
      if (answer.status === 401) return this.hangUp()
      if (answer.ok) this.draw(await answer.text())
    } catch {
      // Out of reach: the old state stays, the next event asks again.
    } finally {
      this.asking = false
      if (this.missed) {
        this.missed = false
        void this.renew()
      }
    }
  }

  private draw(html: string): void {
    if (html === this.drawn) return
    this.drawn = html
    const focused = this.contains(document.activeElement) ? document.activeElement?.id : undefined
    this.innerHTML = html
    for (const part of this.querySelectorAll<HTMLTemplateElement>('template[data-live]')) {
      document.getElementById(part.dataset['live'] ?? '')?.replaceChildren(part.content)
      part.remove()
    }
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true })
    const news = this.querySelector('[data-announce]') ?? this.querySelector('.step-now h3')
    if (news?.textContent) announce(news.textContent)
  }
}
