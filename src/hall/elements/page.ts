/** What all elements need of the page they stand in. */
export const english = (): boolean => document.documentElement.lang.startsWith('en')
export const words = (zh: string, en: string): string => (english() ? en : zh)

let region: HTMLElement | undefined

/** Says a sentence politely to screen readers; nothing changes on the screen. */
export function announce(text: string): void {
  if (!region) {
    region = document.createElement('div')
    region.className = 'unseen'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = text
}

/** The sentence of a refusal in a server's answer, `{refusal: {sentence, english?}}`; undefined for anything else. */
export function refusalSentence(body: string | undefined): string | undefined {
  try {
    const { refusal } = JSON.parse(body ?? '') as { refusal?: { sentence?: unknown; english?: unknown } }
    const sentence = (english() && refusal?.english) || refusal?.sentence
    return typeof sentence === 'string' ? sentence : undefined
  } catch {
    return undefined
  }
}

export const signInAgain = (): string =>
  `/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`

const ICON = 'http://www.w3.org/2000/svg'

/** An icon of the furniture by its path. */
export function icon(path: string): SVGElement {
  const svg = document.createElementNS(ICON, 'svg')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(ICON, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export function quietButton(text: string, of: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button button-quiet button-small'
  const unseen = document.createElement('span')
  unseen.className = 'unseen'
  unseen.textContent = words(`：${of}`, `: ${of}`)
  button.append(text, unseen)
  button.addEventListener('click', press)
  return button
}
