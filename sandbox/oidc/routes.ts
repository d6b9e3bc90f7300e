import { timingSafeEqual } from 'node:crypto'
import formbody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { errors, type Provider } from 'oidc-provider'
import { z } from 'zod'
import type { Language } from '../page.ts'
import { accountOf, findAccount, type SampleAccount } from '../register/people.ts'
import { acrOf, isProof, type Levels, levelAsked, PROOFS, proofsFor, proves } from './levels.ts'
import { loginPage, stepUpPage } from './pages.ts'
import { brokenLoginPage, type ClientId, isClientId, mayEnter, type Redirects } from './provider.ts'

export interface IdentityRoutes {
  /** Known only once the server listens, because its address is part of the issuer's name. */
  provider: () => Provider
  levels: Levels
  redirects: Redirects
  clientSecret: string
}

interface Step {
  uid: string
  clientId: ClientId
  language: Language
  asked: 1 | 2 | 3
  /** Who is signed in here and belongs to this client: they are stepping up, not signing in. */
  signedIn: SampleAccount | null
}

const form = z.object({ account: z.string(), password: z.string() })

/** 统一身份认证: the OpenID provider with our own sign-in and step-up pages, all under /oidc. */
export function identityRoutes(scope: FastifyInstance, parts: IdentityRoutes): void {
  const { levels } = parts

  async function stepOf(request: FastifyRequest, reply: FastifyReply): Promise<Step> {
    const details = await parts.provider().interactionDetails(request.raw, reply.raw)
    const clientId = String(details.params['client_id'])
    if (!isClientId(clientId)) throw new Error(`Unknown client ${clientId}.`)
    const sub = details.session?.accountId
    const wantsOther = details.prompt.name === 'login' && details.prompt.reasons.includes('login_prompt')
    return {
      uid: details.uid,
      clientId,
      language: String(details.params['ui_locales'] ?? '').startsWith('en') ? 'en' : 'zh',
      asked: levelAsked(details.params['acr_values']),
      signedIn: sub !== undefined && !wantsOther && mayEnter(sub, clientId) ? (accountOf(sub) ?? null) : null,
    }
  }

  /** Ends an earlier sign-in of somebody else in this browser, so that one tap is enough to change person. */
  async function forgetOthers(request: FastifyRequest, reply: FastifyReply, sub: string): Promise<void> {
    const provider = parts.provider()
    const details = await provider.interactionDetails(request.raw, reply.raw)
    if (!details.session || details.session.accountId === sub) return
    const session = await provider.Session.findByUid(details.session.uid)
    await session?.destroy()
    delete details.session
    await details.save(Math.max(60, details.exp - Math.floor(Date.now() / 1000)))
  }

  async function enter(request: FastifyRequest, reply: FastifyReply, account: SampleAccount) {
    const reached = levels.of(account)
    await forgetOthers(request, reply, account.sub)
    const login = { accountId: account.sub, acr: acrOf(reached), amr: ['pwd'] }
    const returnTo = await parts.provider().interactionResult(request.raw, reply.raw, { login })
    // A level that is still missing is asked for by the provider itself, on the step-up page.
    return reply.code(303).header('location', returnTo).send()
  }

  const showLogin = (reply: FastifyReply, step: Step, failed?: { account: string; sentence: string }) =>
    reply
      .code(failed ? 422 : 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(loginPage({ ...step, failed, levelNow: (a) => levels.of(a) }))

  scope.setErrorHandler((error, _request, reply) => {
    if (!(error instanceof errors.OIDCProviderError)) throw error
    // The step is over or belongs to another browser; the provider says so by throwing.
    const technical = `${error.error} ${error.error_description ?? ''}`
    return reply.code(error.statusCode).type('text/html; charset=utf-8').send(brokenLoginPage(technical))
  })

  scope.get('/oidc/interaction/:uid', async (request, reply) => {
    const step = await stepOf(request, reply)
    if (!step.signedIn) return showLogin(reply, step)
    const now = levels.of(step.signedIn)
    // The account may have been raised since this browser signed in.
    if (now >= step.asked) return enter(request, reply, step.signedIn)
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(stepUpPage({ ...step, account: step.signedIn, now }))
  })

  scope.register((forms, _options, ready) => {
    void forms.register(formbody)

    forms.post('/oidc/interaction/:uid/login', async (request, reply) => {
      const step = await stepOf(request, reply)
      const zh = step.language === 'zh'
      const typed = form.safeParse(request.body)
      const account = typed.success ? findAccount(typed.data.account) : undefined
      if (!typed.success || !account || typed.data.password !== account.password) {
        const sentence = zh
          ? '账号或密码不对。账号还在，请再填一次密码。'
          : 'Account or password is wrong. Please type the password again.'
        return showLogin(reply, step, { account: typed.data?.account ?? '', sentence })
      }
      if (!mayEnter(account.sub, step.clientId)) {
        const sentence =
          account.kind === 'staff'
            ? '这是工作人员账号，请从政务服务管理平台登录。'
            : '这不是工作人员账号，请从网上办事大厅登录。'
        return showLogin(reply, step, { account: typed.data.account, sentence })
      }
      return enter(request, reply, account)
    })

    forms.post('/oidc/interaction/:uid/choose', async (request, reply) => {
      const step = await stepOf(request, reply)
      const sub = z.object({ sub: z.string() }).safeParse(request.body).data?.sub ?? ''
      const account = accountOf(sub)
      if (!account || !mayEnter(sub, step.clientId)) {
        return showLogin(reply, step, { account: '', sentence: '名单里没有这个账号，请重新选。' })
      }
      return enter(request, reply, account)
    })

    forms.post('/oidc/interaction/:uid/prove', async (request, reply) => {
      const step = await stepOf(request, reply)
      const account = step.signedIn
      if (!account) return showLogin(reply, step)
      const zh = step.language === 'zh'
      const body = z.object({ proof: z.string(), number: z.string().default('') }).safeParse(request.body)
      const proof = body.success && isProof(body.data.proof) ? body.data.proof : null
      if (
        proof === null ||
        !proofsFor(account, step.asked).includes(proof) ||
        !proves(account, proof, body.data!.number)
      ) {
        const sentence =
          proof === null
            ? zh
              ? '请选一种核对方式。'
              : 'Choose a way of checking.'
            : zh
              ? `${PROOFS[proof].zh}：填的和登记的不一样。请看一下卡面再填，或换一种方式。`
              : `${PROOFS[proof].en}: what you typed differs from the record. Check the card, or choose another way.`
        return reply
          .code(422)
          .type('text/html; charset=utf-8')
          .send(stepUpPage({ ...step, account, now: levels.of(account), failed: { proof, sentence } }))
      }
      levels.raise(account, PROOFS[proof].level)
      return enter(request, reply, account)
    })

    forms.post('/oidc/interaction/:uid/cancel', async (request, reply) => {
      const result = { error: 'access_denied', error_description: 'the person turned back' }
      const returnTo = await parts.provider().interactionResult(request.raw, reply.raw, result)
      return reply.code(303).header('location', returnTo).send()
    })
    ready()
  })

  // A platform that takes its port at start tells us its callback here, with the client's own secret.
  const registration = z.object({ redirectUri: z.url() })
  scope.put('/oidc/clients/:clientId/redirect', async (request, reply) => {
    const { clientId } = request.params as { clientId: string }
    const expected = Buffer.from(
      `Basic ${Buffer.from(`${clientId}:${parts.clientSecret}`).toString('base64')}`,
    )
    const given = Buffer.from(request.headers.authorization ?? '')
    if (!isClientId(clientId) || given.length !== expected.length || !timingSafeEqual(given, expected)) {
      return reply.code(401).send({ error: 'client', sentence: '客户端或密钥不对' })
    }
    const body = registration.safeParse(request.body)
    if (!body.success) return reply.code(400).send({ error: 'invalid', sentence: '要有 redirectUri' })
    parts.redirects.add(clientId, body.data.redirectUri)
    return reply.code(204).send()
  })

  // Everything else is the provider's own; it reads the raw request, so no parser may have touched it.
  scope.register((rest, _options, ready) => {
    rest.removeAllContentTypeParsers()
    rest.addContentTypeParser('*', (_request, _payload, done) => done(null))
    rest.all('/oidc/*', async (request, reply) => {
      const raw = request.raw as typeof request.raw & { originalUrl?: string }
      raw.originalUrl = request.url
      raw.url = request.url.slice('/oidc'.length)
      reply.hijack()
      // Whoever hung up while the dial made them wait gets no answer.
      if (!raw.destroyed) await parts.provider().callback()(raw, reply.raw)
    })
    ready()
  })
}
