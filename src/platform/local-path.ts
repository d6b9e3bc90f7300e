const NOWHERE = 'http://here.invalid'

/**
 * Where a link or a form asks to be led: only ever a path of our own, whatever it says. Anything else (another site, a
 * protocol-relative address) becomes `otherwise`.
 */
export function localPath(wanted: unknown, otherwise: string): string {
  if (typeof wanted !== 'string' || wanted.length > 2000 || !wanted.startsWith('/')) return otherwise
  // Browsers read a backslash as a slash and drop tabs and line ends, so we parse as they do and look at what remains.
  const url = URL.canParse(wanted, NOWHERE) ? new URL(wanted, NOWHERE) : null
  if (url === null || url.origin !== NOWHERE || url.pathname.startsWith('//')) return otherwise
  return url.pathname + url.search + url.hash
}
