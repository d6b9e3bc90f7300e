import type { FastifyInstance } from 'fastify'
import { html } from '../html.ts'
import { momentText, page } from '../page.ts'
import { type LicenceShelf, licenceFile } from './routes.ts'

/** Shows what the platform holds, for whoever tries the sandbox; the real one has no such page. */
export function licenceShelfPage(scope: FastifyInstance, shelf: LicenceShelf): void {
  scope.get('/licence-platform', async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(
      page({
        title: '电子证照共享服务平台',
        neighbour: '电子证照共享服务平台',
        body: html`<h1>存了哪些证照 <span class="tag">示例</span></h1><p class="lead">平台推来的在前，其他部门早先颁发的在后。</p>
<div class="scroll" tabindex="0" role="region" aria-label="证照清单"><table><thead><tr><th scope="col">证照</th><th scope="col">持证主体</th><th scope="col">颁发机构</th><th scope="col">状态</th><th scope="col">收到</th><th scope="col">文件</th></tr></thead>
<tbody>${shelf.licences
          .values()
          .sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
          .map(
            ({ metadata: m, state, receivedAt }) =>
              html`<tr><th scope="row">${m.ZZMC}</th><td>${m.CZZT}</td><td>${m.ZZBFJG}</td><td>${state === 'valid' ? '正常' : '被新版本替换'}</td><td>${momentText(new Date(receivedAt))}</td><td><a href="/licence-platform/${m.ZZBS}/file" aria-label="看${m.CZZT}的${m.ZZMC}">PDF</a></td></tr>`,
          )}</tbody></table></div>`,
      }),
    ),
  )

  scope.get('/licence-platform/:identifier/file', async (request, reply) => {
    const { identifier } = request.params as { identifier: string }
    const bytes = await licenceFile(shelf, identifier)
    return bytes ? reply.type('application/pdf').send(bytes) : reply.code(404).send('没有这张证照')
  })
}
