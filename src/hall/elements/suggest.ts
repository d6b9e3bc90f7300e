import { announce, words } from './page.ts'

interface Suggestion {
  name: string
  href: string
  /** 「5 个工作日」 */
  time?: string
  /** 「全程网办」 */
  way?: string
}

let count = 0

/**
 * `<rb-suggest src="/search/suggest">` round a search box: suggestions while typing, as an ARIA combobox with a listbox.
 * ↓ ↑ choose, Enter opens the chosen one, Escape closes; Enter without a choice submits the form as ever.
 */
export class Suggest extends HTMLElement {
  private input!: HTMLInputElement
  private list!: HTMLUListElement
  private panel!: HTMLDivElement
  private heading!: HTMLParagraphElement
  private found: Suggestion[] = []
  private chosen = -1
  private asked = ''
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: AbortController | undefined

  connectedCallback(): void {
    const input = this.querySelector('input')
    if (!input || this.panel) return
    this.input = input
    const id = `suggest-${++count}`
    this.heading = document.createElement('p')
    this.heading.className = 'suggestions-title'
    this.heading.id = `${id}-title`
    this.list = document.createElement('ul')
    this.list.id = id
    this.list.setAttribute('role', 'listbox')
    this.list.setAttribute('aria-labelledby', this.heading.id)
    this.panel = document.createElement('div')
    this.panel.className = 'suggestions'
    this.panel.hidden = true
    this.panel.append(this.heading, this.list)
    this.append(this.panel)
    input.setAttribute('role', 'combobox')
    input.setAttribute('aria-autocomplete', 'list')
    input.setAttribute('aria-expanded', 'false')
    input.setAttribute('aria-controls', id)
    input.addEventListener('input', () => this.typed())
    input.addEventListener('keydown', (event) => this.key(event))
    input.addEventListener(
      'focus',
      () => this.found.length > 0 && this.input.value.trim() === this.asked && this.open(),
    )
    // A press on a suggestion must land before the box loses focus and closes.
    this.panel.addEventListener('pointerdown', (event) => event.preventDefault())
    input.addEventListener('blur', () => this.close())
  }

  private typed(): void {
    clearTimeout(this.timer)
    const query = this.input.value.trim()
    if (query === '') {
      this.found = []
      this.close()
      return
    }
    this.timer = setTimeout(() => void this.ask(query), 150)
  }

  private async ask(query: string): Promise<void> {
    this.running?.abort()
    this.running = new AbortController()
    try {
      const url = `${this.getAttribute('src') ?? '/search/suggest'}?q=${encodeURIComponent(query)}`
      const answer = await fetch(url, {
        signal: this.running.signal,
        headers: { accept: 'application/json' },
      })
      if (!answer.ok) return this.close()
      const found: unknown = await answer.json()
      if (!Array.isArray(found) || this.input.value.trim() !== query) return
      this.asked = query
      this.show(found.slice(0, 8) as Suggestion[], query)
    } catch {
      // Suggestions are a help only: without them the form still searches.
      if (!this.running?.signal.aborted) this.close()
    }
  }

  private show(found: Suggestion[], query: string): void {
    this.found = found
    this.chosen = -1
    this.heading.textContent =
      found.length > 0
        ? words(`「${query}」有 ${found.length} 项`, `${found.length} for “${query}”`)
        : words(
            `没有叫「${query}」的事项，按回车换个找法`,
            `Nothing called “${query}”; Enter searches further`,
          )
    this.list.replaceChildren(...found.map((one, i) => this.option(one, i, query)))
    this.open()
    announce(this.heading.textContent)
  }

  private option(one: Suggestion, i: number, query: string): HTMLLIElement {
    const option = document.createElement('li')
    option.id = `${this.list.id}-${i}`
    option.setAttribute('role', 'option')
    option.setAttribute('aria-selected', 'false')
    const name = document.createElement('span')
    name.append(...marked(one.name, query))
    option.append(name)
    const facts = [one.time, one.way].filter(Boolean)
    if (facts.length > 0) {
      const small = document.createElement('small')
      small.textContent = facts.join(words('，', ', '))
      option.append(small)
    }
    option.addEventListener('click', () => location.assign(one.href))
    return option
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return
    const last = this.found.length - 1
    if (event.key === 'Escape' && !this.panel.hidden) {
      event.preventDefault()
      this.close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && last >= 0) {
      event.preventDefault()
      if (this.panel.hidden) this.open()
      const step = event.key === 'ArrowDown' ? 1 : -1
      this.choose(this.chosen + step > last ? -1 : this.chosen + step < -1 ? last : this.chosen + step)
    } else if (event.key === 'Enter' && !this.panel.hidden && this.chosen >= 0) {
      event.preventDefault()
      location.assign(this.found[this.chosen]!.href)
    }
  }

  /** -1: none, the typed words count again. */
  private choose(index: number): void {
    this.chosen = index
    for (const [i, option] of [...this.list.children].entries()) {
      option.setAttribute('aria-selected', String(i === index))
      if (i === index) option.scrollIntoView({ block: 'nearest' })
    }
    if (index < 0) this.input.removeAttribute('aria-activedescendant')
    else this.input.setAttribute('aria-activedescendant', `${this.list.id}-${index}`)
  }

  private open(): void {
    this.panel.hidden = false
    this.input.setAttribute('aria-expanded', String(this.found.length > 0))
  }

  private close(): void {
    clearTimeout(this.timer)
    this.running?.abort()
    this.panel.hidden = true
    this.input.setAttribute('aria-expanded', 'false')
    this.choose(-1)
  }
}

/** The name with the typed part in bold; pinyin and everyday words mark nothing. */
function marked(name: string, query: string): (string | HTMLElement)[] {
  const at = name.toLowerCase().indexOf(query.toLowerCase())
  if (at < 0) return [name]
  const mark = document.createElement('mark')
  mark.textContent = name.slice(at, at + query.length)
  return [name.slice(0, at), mark, name.slice(at + query.length)]
}
