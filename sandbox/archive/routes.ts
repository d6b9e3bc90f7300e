import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Blobs } from '../blobs.ts'
import { html } from '../html.ts'
import type { Kept } from '../kept.ts'
import { cardTable, momentText, page } from '../page.ts'
import { inspect } from './inspection.ts'

export interface ArchiveReceipt {
  receiptNumber: string
  electronicFileNumber: string
  receivedAt: string
  digest: string
  size: number
  result: 'accepted'
}

export interface ArchiveShelf {
  receipts: Kept<ArchiveReceipt>
  packages: Blobs
}

const delivery = z.object({
  digest: z.string().regex(/^[0-9a-f]{64}$/i),
  size: z.int().positive(),
  transferList: z.string().min(1),
  package: z.base64(),
})

/** 电子文件号: region (6), fonds (4), item code, year, retention, serial (6). */
const NUMBER = /^\d{6}-\d{4}-[0-9A-Z]+-\d{4}-(Y|D30|D10)-\d{6}$/

/** 可信电子文件: inspects each package on receipt, takes it or returns it with everything that was found. */
export function archiveRoutes(scope: FastifyInstance, { receipts, packages }: ArchiveShelf): void {
  scope.put('/archive/packages/:number', async (request, reply) => {
    const { number } = request.params as { number: string }
    const refuse = (status: number, error: string, sentence: string) =>
      reply.code(status).send({ error, sentence })
    if (!NUMBER.test(number)) return refuse(422, 'number', '电子文件号的格式不对')
    const asked = delivery.safeParse(request.body)
    if (!asked.success) return refuse(400, 'invalid', '要有 digest（SHA-256）、size、transferList 和 package')
    const { digest, size, transferList } = asked.data
    const known = receipts.get(number)
    if (known) {
      if (known.digest !== digest.toLowerCase())
        return refuse(409, 'number-used', '这个电子文件号下已收过内容不同的信息包')
      return { ...known, repeated: true }
    }
    const bytes = Buffer.from(asked.data.package, 'base64')
    const findings = inspect({ electronicFileNumber: number, digest, size, transferList, bytes })
    // A returned package leaves no trace, so that the mended one can come under the same number.
    if (findings.length > 0) return { result: 'returned', electronicFileNumber: number, findings }
    const receipt: ArchiveReceipt = {
      receiptNumber: `SLHZ-${String(receipts.values().length + 1).padStart(8, '0')}`,
      electronicFileNumber: number,
      receivedAt: new Date().toISOString(),
      digest: packages.put(bytes),
      size: bytes.length,
      result: 'accepted',
    }
    receipts.set(number, receipt)
    return { ...receipt, repeated: false }
  })
}

/** Shows what was received, for whoever tries the sandbox. */
export function archivePage(scope: FastifyInstance, { receipts, packages }: ArchiveShelf): void {
  scope.get('/archive', async (_request, reply) => {
    const list = receipts.values().sort((a, b) => b.receivedAt.localeCompare(a.receivedAt))
    return reply.type('text/html; charset=utf-8').send(
      page({
        title: '可信电子文件',
        neighbour: '可信电子文件',
        body: html`<h1>收到的信息包 <span class="tag">示例</span></h1>
${
  list.length === 0
    ? html`<p class="lead">还没有收到信息包。办件办结归档后，这里就能看到。</p>`
    : cardTable(
        ['电子文件号', '回执', '收到', '大小', '下载'],
        list.map((r) => [
          r.electronicFileNumber,
          r.receiptNumber,
          momentText(new Date(r.receivedAt)),
          `${Math.ceil(r.size / 1024)} KB`,
          html`<a href="/archive/${r.electronicFileNumber}/zip" aria-label="下载 ${r.electronicFileNumber}（ZIP）">ZIP</a>`,
        ]),
      )
}`,
      }),
    )
  })

  scope.get('/archive/:number/zip', async (request, reply) => {
    const { number } = request.params as { number: string }
    const bytes = packages.get(receipts.get(number)?.digest ?? '')
    if (!bytes) return reply.code(404).send('没有这个信息包')
    return reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="${number}.zip"`)
      .send(bytes)
  })
}
