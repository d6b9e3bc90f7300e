import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import type { Display } from '../../ui/index.ts'
import type { HallSession } from '../account.ts'
import { me } from '../api/contract.ts'
import { isProblem, PROBLEMS } from '../problems.ts'
import { returnPath } from '../return-path.ts'
import { COOKIES, type Door } from '../session.ts'
import type { Begin, Language, Problem, Return } from '../sign-in.ts'
import { postName, type Staff } from '../staff.ts'

/** What the routes need of the module; no SQL and no rule here. */
export interface RouteParts {
  publicUrl: () => string
  display: (request: Request) => Display
  hallSession(request: Request): Promise<HallSession | null>
  deskSession(request: Request): Promise<{ staff: Staff } | null>
  begin(begin: Begin): Promise<{ ok: true; url: string } | { ok: false; problem: Problem }>
  finish(
    back: Return,
  ): Promise<
    | { ok: true; token: string; returnTo: string; language: Language; idToken: string }
    | { ok: false; problem: Problem; returnTo: string | null; language: Language | null }
  >
  /** Ends the session and gives the address where the sign-in at the provider ends too; null when it cannot be reached. */
  end(door: Door, token: string | null, sealedIdToken: string | null): Promise<string | null>
  /** Seals what the browser keeps for the sign-out. */
  sealForBrowser(text: string): string
}

/** Ties a sign-in to the browser that began it. */
const BROWSER = 'rb_browser'
/** The provider's proof of the sign-in, sealed: ending the sign-in there needs it. */
const OUT = { hall: 'rb_hall_out', desk: 'rb_desk_out' } as const
const PATHS = {
  hall: { home: '/', signIn: '/sign-in', signOut: '/sign-out' },
  desk: { home: '/desk', signIn: '/desk/sign-in', signOut: '/desk/sign-out' },
} as const

const wish = z.object({
  to: z.string().optional().catch(undefined),
  level: z.enum(['1', '2', '3']).catch('1'),
  lang: z.enum(['zh', 'en']).optional().catch(undefined),
  reason: z.string().catch(''),
  state: z.string().catch(''),
})

export function registerSignIn(web: Web, parts: RouteParts): void {
  const cookieOptions = () => ({
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: parts.publicUrl().startsWith('https:'),
  })

  function browserKey(request: Request, reply: Reply): string {
    const known = request.cookies[BROWSER]
    if (known && /^[\w-]{43}$/.test(known)) return known
    const fresh = randomBytes(32).toString('base64url')
    reply.setCookie(BROWSER, fresh, { ...cookieOptions(), maxAge: 3600 * 8 })
    return fresh
  }

  const toProblem = (reply: Reply, door: Door, problem: Problem, to: string, lang: Language) => {
    const query = new URLSearchParams({ reason: problem, to, ...(lang === 'en' ? { lang } : {}) })
    return reply.redirect(`${PATHS[door].signIn}/problem?${query}`, 303)
  }

  for (const door of ['hall', 'desk'] as const) {
    const { home, signIn, signOut } = PATHS[door]
    const inside = (to: unknown) => {
      const path = returnPath(to, home)
      return door === 'hall' || /^\/desk(\/|\?|#|$)/.test(path) ? path : home
    }

    web.get(signIn, { schema: { hide: true } }, async (request, reply) => {
      const { to, level: asked, lang = parts.display(request).lang } = wish.parse(request.query)
      const returnTo = inside(to)
      // Officers sign in at the highest level: what they do binds the department.
      const level = door === 'desk' ? 3 : (Number(asked) as 1 | 2 | 3)
      const enough =
        door === 'desk'
          ? (await parts.deskSession(request)) !== null
          : ((await parts.hallSession(request))?.level ?? 0) >= level
      reply.header('cache-control', 'no-store')
      if (enough) return reply.redirect(returnTo, 303)
      const begin = { door, level, returnTo, language: lang, browserKey: browserKey(request, reply) }
      const begun = await parts.begin(begin)
      return begun.ok ? reply.redirect(begun.url, 303) : toProblem(reply, door, begun.problem, returnTo, lang)
    })

    web.get(`${signIn}/callback`, { schema: { hide: true } }, async (request, reply) => {
      const { state } = wish.parse(request.query)
      const back = {
        door,
        state,
        callbackUrl: parts.publicUrl() + request.url,
        browserKey: request.cookies[BROWSER] ?? '',
        oldToken: request.cookies[COOKIES[door]] ?? null,
      }
      reply.header('cache-control', 'no-store')
      const finished = await parts.finish(back)
      if (!finished.ok) {
        const { problem, returnTo, language } = finished
        // The return was opened twice (a double click, the back button): who is signed in by the first is not troubled.
        const session = door === 'hall' ? parts.hallSession(request) : parts.deskSession(request)
        if (returnTo === null && (await session) !== null) return reply.redirect(home, 303)
        return toProblem(reply, door, problem, returnTo ?? home, language ?? 'zh')
      }
      reply.setCookie(COOKIES[door], finished.token, cookieOptions())
      const sealed = parts.sealForBrowser(finished.idToken)
      // Browsers drop a bigger cookie; then only our own session ends at the sign-out.
      if (sealed.length < 3800) reply.setCookie(OUT[door], sealed, { ...cookieOptions(), path: signOut })
      return reply.redirect(finished.returnTo, 303)
    })

    web.get(`${signIn}/problem`, { schema: { hide: true } }, async (request, reply) => {
      const { to, reason, lang = parts.display(request).lang } = wish.parse(request.query)
      const problem = isProblem(reason) ? reason : 'stale'
      const query = new URLSearchParams({ to: inside(to), ...(lang === 'en' ? { lang } : {}) })
      const shown = { problem, lang, again: `${signIn}?${query}` }
      const path = `${signIn}/problem?${new URLSearchParams({ reason: problem, to: inside(to) })}`
      // Loaded when it is needed: modules that come through this module's door want no page furniture.
      const { deskProblemPage, hallProblemPage } = await import('./problem-page.tsx')
      const account = (await parts.hallSession(request))?.account.name
      const { mode } = parts.display(request)
      return reply
        .code(PROBLEMS[problem].status)
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(door === 'desk' ? deskProblemPage(shown) : hallProblemPage({ ...shown, path, account, mode }))
    })

    web.post(signOut, { schema: { hide: true } }, async (request, reply) => {
      const token = request.cookies[COOKIES[door]] ?? null
      const at = await parts.end(door, token, request.cookies[OUT[door]] ?? null)
      reply.clearCookie(COOKIES[door], { path: '/' })
      reply.clearCookie(OUT[door], { path: signOut })
      const next = at ?? PATHS.hall.home
      // A script cannot follow a redirect to another site: it gets the address and goes there itself.
      if (request.headers.accept?.includes('application/json')) return reply.send({ to: next })
      return reply.redirect(next, 303)
    })
  }

  const schema = {
    summary: 'Who is signed in to the desk',
    description: 'The officer with organ, posts and training; 401 sign-in-needed without a session.',
    tags: ['identity'],
    response: { 200: me },
  }
  web.get('/api/me', { schema }, async (request, reply) => {
    const session = await parts.deskSession(request)
    reply.header('cache-control', 'no-store')
    if (session === null) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const { staff } = session
    return { staff: { ...staff, posts: staff.posts.map((p) => ({ ...p, name: postName(p.post) })) } }
  })
}

export const SIGN_IN_NEEDED = refuse('sign-in-needed', '登录已结束。请再登录一次，填过的内容都在。', {
  english: 'Your session has ended. Please sign in again; what you filled in is kept.',
})
