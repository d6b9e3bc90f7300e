// The archive's XML is elements and text only; so are this writer and this reader.

export interface Element {
  name: string
  /** Text of a leaf; empty where there are children. */
  text: string
  children: Element[]
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text as XML 1.0 may carry it: the five marks escaped, control characters (which it cannot carry at all) left out. */
export function escapeXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly the characters that XML 1.0 forbids
  const allowed = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
  return allowed.replace(/[&<>"']/g, (mark) => entities[mark]!)
}

/** A leaf for a text, an element with children for a list. */
export const element = (name: string, content: string | string[]): string =>
  typeof content === 'string'
    ? `<${name}>${escapeXml(content)}</${name}>`
    : `<${name}>\n${content.join('\n')}\n</${name}>`

export const xmlDocument = (root: string): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`

/** Reads a document of elements and text. Null when it is not well formed; attributes and a DTD are not taken. */
export function readXml(text: string): Element | null {
  const body = text.replace(/^\uFEFF/, '').replace(/^\s*<\?xml[^?]*\?>/, '')
  const root: Element = { name: '', text: '', children: [] }
  const open: Element[] = [root]
  let read = 0
  for (const match of body.matchAll(/([^<]*)<(\/?)([A-Za-z_][\w.-]*)\s*(\/?)>/g)) {
    if (match.index !== read) return null
    read += match[0].length
    const current = open.at(-1)!
    current.text += match[1]
    const [, , closing, name, alone] = match as unknown as [string, string, string, string, string]
    if (closing) {
      if (open.length === 1 || current.name !== name) return null
      open.pop()
      continue
    }
    const child: Element = { name, text: '', children: [] }
    current.children.push(child)
    if (!alone) open.push(child)
  }
  if (
    open.length !== 1 ||
    body.slice(read).trim() !== '' ||
    root.text.trim() !== '' ||
    root.children.length !== 1
  )
    return null
  return unescaped(root.children[0]!)
}

const marks = Object.fromEntries(Object.entries(entities).map(([mark, entity]) => [entity, mark]))

function unescaped(node: Element): Element | null {
  if (/&(?!(amp|lt|gt|quot|apos);)/.test(node.text)) return null
  const children = node.children.map(unescaped)
  if (children.includes(null)) return null
  const text = node.text.replace(/&(amp|lt|gt|quot|apos);/g, (entity) => marks[entity]!)
  return { name: node.name, text: children.length > 0 ? '' : text, children: children as Element[] }
}

/** The text of the first child of that name; empty when there is none. */
export const textOf = (node: Element, name: string): string =>
  node.children.find((child) => child.name === name)?.text ?? ''
