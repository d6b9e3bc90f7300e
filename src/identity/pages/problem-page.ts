import { PROBLEMS } from '../problems.ts'
import type { Door } from '../session.ts'
import type { Language, Problem } from '../sign-in.ts'

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`)

/** The page after a sign-in that did not come about. `again`: the address that tries it once more. */
export function problemPage(door: Door, problem: Problem, language: Language, again: string): string {
  const words = PROBLEMS[problem]
  const zh = language === 'zh'
  const home = door === 'hall' ? { href: '/', zh: '回首页', en: 'Home' } : null
  const title = words.title[language]
  return `<!doctype html>
<html lang="${zh ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · ${zh ? '榕办' : 'Rongban'}</title><link rel="stylesheet" href="/assets/hall.css"></head>
<body><main id="main" class="wrap">
<h1>${escaped(title)}</h1>
<p>${escaped(words.sentence[language])}</p>
<p>${words.again ? `<a class="btn" href="${escaped(again)}">${zh ? '再登录一次' : 'Sign in again'}</a>` : ''}
${home ? `<a class="btn btn-3" href="${home.href}">${home[language]}</a>` : ''}</p>
</main></body></html>`
}
