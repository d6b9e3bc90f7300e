/** Somebody at a browser without JavaScript, or an officer's screen: keeps cookies, follows redirects, sends forms and JSON. */
export class Visitor {
  readonly #cookies = new Map<string, { value: string; path: string; origin: string }>()

  async get(url: string): Promise<Page> {
    return this.#follow('GET', url, null, {})
  }

  async form(url: string, body: URLSearchParams | FormData): Promise<Page> {
    return this.#follow('POST', url, body, { origin: new URL(url).origin })
  }

  async json(url: string, body: unknown): Promise<{ status: number; body: unknown }> {
    const { origin } = new URL(url)
    const headers = { 'content-type': 'application/json', origin, cookie: this.#cookiesFor(url) }
    const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers })
    return { status: answer.status, body: await answer.json() }
  }

  /** Signs in at the sandbox's provider by one tap on the list of sample accounts. */
  async signIn(url: string, sub: string): Promise<void> {
    const choice = await this.get(url)
    const form = [...choice.text.matchAll(/<form\b[^>]*\baction="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)].find(
      ([, action]) => action!.endsWith('/choose'),
    )
    if (!form) throw new Error(`${choice.url} offers no sample accounts`)
    const hidden = [...form[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
    const fields = hidden.map((m) => [m[1]!, m[2]!])
    const back = await this.form(
      new URL(form[1]!, choice.url).href,
      new URLSearchParams([...fields, ['sub', sub]]),
    )
    if (new URL(back.url).origin !== new URL(url).origin) throw new Error(`${sub} did not come back`)
  }

  async #follow(
    method: string,
    url: string,
    body: URLSearchParams | FormData | null,
    headers: Record<string, string>,
  ) {
    for (let hop = 0; hop < 15; hop++) {
      const cookie = this.#cookiesFor(url)
      const answer = await fetch(url, { method, body, redirect: 'manual', headers: { ...headers, cookie } })
      for (const line of answer.headers.getSetCookie()) this.#keep(line, new URL(url).origin)
      const location = answer.headers.get('location')
      if (location === null) return { url, status: answer.status, text: await answer.text() }
      await answer.body?.cancel()
      url = new URL(location, url).href
      method = 'GET'
      body = null
      headers = {}
    }
    throw new Error(`too many redirects, last to ${url}`)
  }

  #cookiesFor(url: string): string {
    const { origin, pathname } = new URL(url)
    const fitting = [...this.#cookies].filter(
      ([, c]) => c.origin === origin && pathname.startsWith(c.path) && c.value !== '',
    )
    return fitting.map(([key, c]) => `${key.split(' ')[0]}=${c.value}`).join('; ')
  }

  #keep(line: string, origin: string): void {
    const [pair, ...attributes] = line.split(/;\s*/)
    const name = pair!.slice(0, pair!.indexOf('='))
    const value = pair!.slice(pair!.indexOf('=') + 1)
    const path = attributes.find((a) => /^path=/i.test(a))?.slice(5) ?? '/'
    const expires = attributes.find((a) => /^expires=/i.test(a))?.slice(8)
    const over = expires !== undefined && new Date(expires) < new Date()
    this.#cookies.set(`${name} ${path} ${origin}`, { value: over ? '' : value, path, origin })
  }
}

export interface Page {
  url: string
  status: number
  text: string
}
