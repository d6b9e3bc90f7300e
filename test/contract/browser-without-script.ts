/** A browser of one person without JavaScript: keeps cookies, follows redirects, submits forms of the page that it shows. */
export class Browser {
  url = ''
  html = ''
  status = 0
  readonly #cookies: { name: string; value: string; path: string }[] = []

  /** Opens an address and follows redirects until a page shows or an address begins with `stopAt` (which is not fetched). */
  async visit(url: string, stopAt: string): Promise<void> {
    await this.#go('GET', url, null, stopAt)
  }

  /** Submits the form of the shown page whose action ends with `actionEnd`; its hidden fields go along. */
  async submit(actionEnd: string, fields: Record<string, string>, stopAt: string): Promise<void> {
    const forms = [...this.html.matchAll(/<form\b[^>]*\baction="([^"]+)"[^>]*>([\s\S]*?)<\/form>/g)]
    const found = forms.find(([, action]) => action!.endsWith(actionEnd))
    if (!found) throw new Error(`The page ${this.url} has no form to ${actionEnd}.`)
    const hidden = [...found[2]!.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
      (m) => [m[1]!, m[2]!],
    )
    const body = new URLSearchParams({ ...Object.fromEntries(hidden), ...fields })
    await this.#go('POST', new URL(found[1]!, this.url).href, body, stopAt)
  }

  async #go(method: string, url: string, body: URLSearchParams | null, stopAt: string): Promise<void> {
    for (let hop = 0; hop < 12; hop++) {
      if (url.startsWith(stopAt)) {
        Object.assign(this, { url, html: '', status: 0 })
        return
      }
      const { pathname } = new URL(url)
      const cookie = this.#cookies
        .filter((c) => pathname.startsWith(c.path))
        .map((c) => `${c.name}=${c.value}`)
        .join('; ')
      const response = await fetch(url, {
        method,
        body,
        redirect: 'manual',
        headers: cookie === '' ? {} : { cookie },
      })
      for (const line of response.headers.getSetCookie()) this.#keep(line)
      const location = response.headers.get('location')
      if (location === null) {
        Object.assign(this, { url, html: await response.text(), status: response.status })
        return
      }
      await response.body?.cancel()
      url = new URL(location, url).href
      method = 'GET'
      body = null
    }
    throw new Error(`Too many redirects, last to ${url}.`)
  }

  #keep(line: string): void {
    const [pair, ...attributes] = line.split(/;\s*/)
    const name = pair!.slice(0, pair!.indexOf('='))
    const value = pair!.slice(pair!.indexOf('=') + 1)
    const attribute = (key: string) =>
      attributes.find((a) => a.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1)
    const path = attribute('path') ?? '/'
    const at = this.#cookies.findIndex((c) => c.name === name && c.path === path)
    if (at >= 0) this.#cookies.splice(at, 1)
    const expires = attribute('expires')
    if (value !== '' && !(expires && new Date(expires) < new Date()))
      this.#cookies.push({ name, value, path })
  }
}
