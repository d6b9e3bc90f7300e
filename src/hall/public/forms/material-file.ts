import { publishedFile } from '../../../catalogue/index.ts'
import type { Web } from '../../../platform/web.ts'
import type { PublicDeps } from '../deps.ts'

/** What a browser shows by itself; everything else is saved. */
const SHOWN = ['application/pdf', 'image/jpeg', 'image/png']

/** GET /items/:id/materials/:key/blank and …/filled: 空白表格 and 示例样表 of the version in force, for anybody (Art. 16). */
export function registerMaterialFiles(web: Web, { db, documents }: PublicDeps): void {
  for (const which of ['blank', 'filled'] as const)
    web.get<{ Params: { id: string; key: string } }>(
      `/items/:id/materials/:key/${which}`,
      { schema: { hide: true } },
      async (request, reply) => {
        const { id, key } = request.params
        const file = await publishedFile(db, id, key, which)
        if (file === null) return reply.callNotFound()
        const how = SHOWN.includes(file.mediaType) ? 'inline' : 'attachment'
        return reply
          .type(file.mediaType)
          .header('cache-control', 'public, max-age=0, must-revalidate')
          .header('content-disposition', `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
          .send(await documents.files.open(file.fileId))
      },
    )
}
