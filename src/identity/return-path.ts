import { localPath } from '../platform/local-path.ts'

/** Where to lead somebody after a sign-in: a path of our own, and never into the sign-in itself. */
export function returnPath(wanted: unknown, otherwise: string): string {
  const path = localPath(wanted, otherwise)
  return /^\/(desk\/)?sign-(in|out)([/?#]|$)/.test(path) ? otherwise : path
}
