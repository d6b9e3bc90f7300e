import type { FastifyInstance } from 'fastify'
import { type Html, html } from '../html.ts'
import type { Kept } from '../kept.ts'
import { momentText, page } from '../page.ts'
import { samplePeople, sampleStaff } from '../register/people.ts'
import type { SandboxMessage } from './gateway.ts'

const owner = (number: string): string =>
  [...samplePeople, ...sampleStaff].find((p) => p.phone === number)?.name ?? '名单外的号码'

const newestFirst = (a: SandboxMessage, b: SandboxMessage) => b.acceptedAt.localeCompare(a.acceptedAt)

/** Addresses in a message become links, as on a phone; a full stop or bracket after one belongs to the sentence. */
function withLinks(text: string): Html {
  const parts = text.split(/(https?:\/\/[^\s，。；、）」】]+)/)
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<a href="${part}" rel="noreferrer">${part}</a>` : part))}`
}

/** The sandbox phone: what the gateway took, shown by number as a phone would. */
export function phoneRoutes(scope: FastifyInstance, messages: Kept<SandboxMessage>): void {
  scope.get('/phone', async (_request, reply) => {
    const byNumber = Map.groupBy(messages.values().sort(newestFirst), (m) => m.to)
    const quiet = samplePeople.filter((p) => !byNumber.has(p.phone))
    return reply.type('text/html; charset=utf-8').send(
      page({
        title: '沙盒手机',
        neighbour: '沙盒手机',
        body: html`<h1>沙盒手机 <span class="tag">示例</span></h1>
<p class="lead">平台发出的短信都在这里，按号码放，最近的在前。刷新页面看新的。</p>
${
  byNumber.size === 0
    ? html`<p>还没有短信。平台发出第一条后，这里就能看到。</p>`
    : html`<ul class="people">${[...byNumber].map(
        ([number, list]) =>
          html`<li class="card"><a href="/phone/${number}"><b>${owner(number)}</b> ${number}</a><span class="hint">${list.length} 条，最近 ${momentText(new Date(list[0]!.acceptedAt))}</span></li>`,
      )}</ul>`
}
<section class="sec"><h2>没有短信的示例号码</h2><ul class="plain">${quiet.map((p) => html`<li><a href="/phone/${p.phone}">${p.name} ${p.phone}</a></li>`)}</ul></section>`,
      }),
    )
  })

  scope.get('/phone/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const list = messages
      .values()
      .filter((m) => m.to === number)
      .sort(newestFirst)
    return reply.type('text/html; charset=utf-8').send(
      page({
        title: `${owner(number)}的手机`,
        neighbour: '沙盒手机',
        body: html`<p><a href="/phone">‹ 所有号码</a></p><h1>${owner(number)} <span class="tag">示例</span></h1>
<p class="mute">${number}，${list.length === 0 ? '还没有短信。' : `${list.length} 条短信，最近的在前。`}</p>
<ol class="thread">${list.map((m) => html`<li><time datetime="${m.acceptedAt}">${momentText(new Date(m.acceptedAt))}</time>【${m.sign}】${withLinks(m.text)}</li>`)}</ol>`,
      }),
    )
  })
}
