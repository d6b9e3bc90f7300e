import formbody from '@fastify/formbody'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type Dial, isMode, isNeighbour, MODES, type Mode, NEIGHBOURS, type Neighbour } from './dial.ts'
import { html } from './html.ts'
import { page } from './page.ts'

const WHAT: Record<Neighbour, string> = {
  oidc: '登录和认证等级。登录页从办事大厅进来。',
  register: '人和单位的登记信息，办件时查询、比对。',
  sms: '收下平台发的短信，显示在沙盒手机上。',
  'licence-platform': '存放电子证照，按持证人查询。',
  archive: '接收归档信息包，检测后给回执。',
}

/** Not every fault makes sense for a neighbour that people visit with a browser. */
const MODES_OF: Partial<Record<Neighbour, Mode[]>> = { oidc: ['ok', 'down', 'reset', 'slow', 'wrong'] }

const setting = z.object({
  mode: z.string(),
  times: z.preprocess(
    (v) => (v === '' || v === undefined ? undefined : Number(v)),
    z.int().min(1).max(1000).optional(),
  ),
})

/** The index page and the fault dial. The dial is for demonstrations and tests, so it asks for no credentials. */
export function frontRoutes(scope: FastifyInstance, dial: Dial): void {
  void scope.register(formbody)

  scope.get('/dial', async () =>
    Object.fromEntries((Object.keys(NEIGHBOURS) as Neighbour[]).map((n) => [n, dial.state(n)])),
  )

  scope.post('/dial/:neighbour', async (request, reply) => {
    const { neighbour } = request.params as { neighbour: string }
    const fromForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false
    const asked = setting.safeParse(request.body)
    if (!isNeighbour(neighbour)) return reply.code(404).send({ error: 'neighbour', sentence: '没有这个邻居' })
    if (!asked.success || !isMode(asked.data.mode)) {
      return reply.code(400).send({
        error: 'mode',
        sentence: `mode 要是 ${Object.keys(MODES).join('、')} 之一，times 是 1 到 1000`,
      })
    }
    const allowed = MODES_OF[neighbour]
    if (allowed && !allowed.includes(asked.data.mode)) {
      return reply
        .code(400)
        .send({ error: 'mode', sentence: `${NEIGHBOURS[neighbour]}没有「${MODES[asked.data.mode]}」这一档` })
    }
    dial.turn(neighbour, asked.data.mode, asked.data.times ?? null)
    return fromForm ? reply.redirect(`/#${neighbour}`, 303) : dial.state(neighbour)
  })

  scope.get('/', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      page({
        title: '平台的邻居们',
        neighbour: '外部平台',
        body: html`<h1>平台的邻居们</h1>
<p class="lead">榕办要和这些外部平台打交道。这里的每一个都是真的服务程序，数据全是示例；拨一下拨盘，就能看它出毛病时平台怎么办。</p>
<ul class="dials">${(Object.keys(NEIGHBOURS) as Neighbour[]).map((n) => {
          const { mode, times } = dial.state(n)
          return html`<li id="${n}"><h2>${NEIGHBOURS[n]} <span class="tag">示例</span></h2><p>${WHAT[n]}</p>
${LINKS[n] ?? ''}
<p>现在：<span class="state">${MODES[mode]}</span>${times !== null && `，还影响 ${times} 次调用`}</p>
<form method="post" action="/dial/${n}" class="row"><div><label for="${n}-mode">拨到</label><select id="${n}-mode" name="mode">${(
            MODES_OF[n] ?? (Object.keys(MODES) as Mode[])
          ).map(
            (m) => html`<option value="${m}"${m === mode ? html` selected` : ''}>${MODES[m]}</option>`,
          )}</select></div>
<div><label for="${n}-times">影响几次</label><select id="${n}-times" name="times"><option value="">一直</option><option value="1">1 次</option><option value="3">3 次</option></select></div>
<button class="btn btn-2" type="submit">拨动<span class="vh">${NEIGHBOURS[n]}</span></button></form></li>`
        })}</ul>`,
      }),
    ),
  )
}

const LINKS: Partial<Record<Neighbour, ReturnType<typeof html>>> = {
  sms: html`<p><a href="/phone">打开沙盒手机</a></p>`,
  'licence-platform': html`<p><a href="/licence-platform">看存了哪些证照</a></p>`,
  archive: html`<p><a href="/archive">看收到的信息包</a></p>`,
}
