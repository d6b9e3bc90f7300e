import type { FastifyInstance } from 'fastify'
import { html } from '../html.ts'
import { cardTable, momentText, page } from '../page.ts'
import { type LicenceShelf, licenceFile } from './routes.ts'

/** Shows what the platform holds, for whoever tries the sandbox; the real one has no such page. */
export function licenceShelfPage(scope: FastifyInstance, shelf: LicenceShelf): void {
  scope.get('/licence-platform', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      page({
        title: '电子证照共享服务平台',
        neighbour: '电子证照共享服务平台',
        body: html`<h1>存了哪些证照 <span class="tag">示例</span></h1><p class="lead">平台推来的在前，其他部门早先颁发的在后。</p>
${cardTable(
  ['证照', '持证主体', '颁发机构', '状态', '收到', '文件'],
  shelf.licences
    .values()
    .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    .map(({ metadata: m, state, receivedAt }) => [
      m.ZZMC,
      m.CZZT,
      m.ZZBFJG,
      state === 'valid' ? '正常' : '被新版本替换',
      momentText(new Date(receivedAt)),
      html`<a href="/licence-platform/${m.ZZBS}/file" aria-label="看${m.CZZT}的${m.ZZMC}（PDF）">PDF</a>`,
    ]),
)}`,
      }),
    ),
  )

  scope.get('/licence-platform/:identifier/file', async (request, reply) => {
    const { identifier } = request.params as { identifier: string }
    const bytes = await licenceFile(shelf, identifier)
    return bytes ? reply.type('application/pdf').send(bytes) : reply.code(404).send('没有这张证照')
  })
}
