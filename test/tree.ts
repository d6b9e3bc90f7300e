/** The tree as text, for tests about its shape: which files there are, what each imports, what SQL stands in it. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const root = join(import.meta.dirname, '..')

export interface Code {
  /** From the root of the tree, e.g. `src/history/store.ts`. */
  path: string
  text: string
}

export const read = (pattern: string): Code[] =>
  globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', 'build/**', 'data/**'] })
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

export interface Import {
  from: string
  /** A file of the tree, or the name of a package. */
  to: string
  ours: boolean
  typeOnly: boolean
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s+['"]([^'"]+)['"]|^\s*import\s+['"]([^'"]+)['"]|\bimport\(\s*['"`]([^'"`]+)['"`]\s*\)/gm

export function importsOf({ path, text }: Code): Import[] {
  return [...text.matchAll(IMPORT)].map(([, type, from, bare, later]) => {
    const to = (from ?? bare ?? later)!
    const ours = to.startsWith('.')
    return {
      from: path,
      to: ours ? normalize(join(dirname(path), to)) : to,
      ours,
      typeOnly: type !== undefined,
    }
  })
}

/**
 * What reads like SQL in a file: its literals without what is put into them, and, should quotes in a comment have led the
 * reading of literals astray, what follows a word of SQL anywhere.
 */
export function sqlOf({ text }: Code): string[] {
  const literals = text.match(/`(?:[^`\\]|\\.)*`|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g) ?? []
  const statements = literals
    .map((l) => l.slice(1, -1).replace(/\$\{[^}]*\}/g, '…'))
    .filter((l) => /\b(select|insert into|update|delete from|join|from|truncate)\b/i.test(l))
  const loose = text.match(/\b(from|into|update|join|using|truncate)\s+"?\w+"?\."?\w+/gi) ?? []
  return [...statements, ...loose]
}

/** Tests, and the worlds that tests are played in. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|\/testing\.ts$/.test(path)

/** `casework` for a file below `src/casework/`, else null. */
export const moduleOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
