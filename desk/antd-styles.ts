import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** The components of Ant Design that the desk uses. One that is missing here shows up without any style at once. */
const USED = [
  'btn',
  'input',
  'input-number',
  'select',
  'segmented',
  'checkbox',
  'radio',
  'drawer',
  'modal',
  'wave',
  'css-var',
]

/**
 * Ant Design ships the styles of all its components in one file of a megabyte. The desk takes the rules of the
 * components above, so that nothing is generated in the browser (`zeroRuntime`) and little is loaded.
 */
export function antdStyles(): Plugin {
  const id = 'virtual:antd.css'
  return {
    name: 'antd-styles',
    resolveId: (source) => (source === id ? id : null),
    load(source) {
      if (source !== id) return null
      const file = createRequire(import.meta.url).resolve('antd/dist/antd.css')
      return topRules(readFileSync(file, 'utf8')).filter(wanted).join('\n')
    },
  }
}

function wanted(rule: string): boolean {
  const head = rule.slice(0, rule.indexOf('{'))
  if (head.startsWith('@keyframes')) return /Fade|Zoom|Slide|Move/i.test(head) === false || rule.length < 600
  if (head.startsWith('@media') && !head.includes('reduced-motion')) return false
  // Variables are set by the theme in the page itself; those in the file belong to the default theme.
  if (head.includes('.css-var-') || head.includes('data-ant-cssinjs')) return false
  const parts = [...rule.matchAll(/\.ant-([a-z]+(?:-number)?)/g)].map((m) => m[1] ?? '')
  const first = parts[0]
  return first === undefined ? false : USED.includes(first)
}

/** Splits a style sheet into its outermost rules. */
function topRules(css: string): string[] {
  const rules: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < css.length; i++) {
    if (css[i] === '{') depth++
    else if (css[i] === '}' && --depth === 0) {
      rules.push(css.slice(start, i + 1).trim())
      start = i + 1
    }
  }
  return rules
}
