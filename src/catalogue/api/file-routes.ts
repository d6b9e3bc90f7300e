import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { FileStore } from '../../documents/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { mayRead, NO_ITEM } from '../acts/scene.ts'
import { keepItemFile, MOST_BYTES } from '../files/keep.ts'
import { filesOfItem, type ItemFile } from '../files/store.ts'
import { findItem } from '../store.ts'
import * as contract from './file-contract.ts'
import { itemParams, refusals, SIGN_IN, staffOf } from './officer.ts'
import type { CatalogueApiDeps } from './routes.ts'

/** Files for the materials of an item, for the department's own desk. Applicants fetch them from the guide, once published. */
export function registerItemFileApi(root: Web, deps: CatalogueApiDeps & { files: FileStore }): void {
  const web = root.withTypeProvider<ZodTypeProvider>()
  const { db, files, clock } = deps
  const tags = ['catalogue']

  web.get(
    '/api/items/:id/files',
    {
      schema: {
        tags,
        summary: '空白表格、示例样表: what is kept for the materials of the item',
        params: itemParams,
        response: { 200: contract.itemFiles, ...refusals },
      },
    },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const item = await findItem(db, request.params.id)
      if (item === null || !mayRead(staff, item)) return sendRefusal(reply, NO_ITEM.refusal)
      return { files: (await filesOfItem(db, item)).map(answerOf) }
    },
  )

  void root.register((uploads, _options, ready) => {
    // The file itself is the body.
    uploads.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: MOST_BYTES },
      (_request, content, next) => next(null, content),
    )
    uploads.withTypeProvider<ZodTypeProvider>().post(
      '/api/items/:id/files',
      {
        bodyLimit: MOST_BYTES,
        // Asked before the body is read: strangers cannot fill the memory with it.
        onRequest: async (request, reply) =>
          (await staffOf(deps, request)) === null ? sendRefusal(reply, SIGN_IN) : undefined,
        schema: {
          tags,
          summary: 'Keeps a file (application/octet-stream) for the item’s materials; a draft then names it',
          params: itemParams,
          querystring: contract.keepQuery,
          response: { 201: contract.itemFile, ...refusals },
        },
      },
      async (request, reply) => {
        const staff = await staffOf(deps, request)
        if (staff === null) return sendRefusal(reply, SIGN_IN)
        const { file: fileId, name } = request.query
        const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const kept = await keepItemFile(
          deps,
          staff,
          request.params.id,
          { fileId, name, content },
          clock.now(),
        )
        return kept.ok ? reply.code(201).send(answerOf(kept.value)) : sendRefusal(reply, kept.refusal)
      },
    )
    ready()
  })

  web.get(
    '/api/items/:id/files/:file',
    { schema: { tags, summary: 'The content of a kept file', params: contract.fileParams } },
    async (request, reply) => {
      const staff = await staffOf(deps, request)
      if (staff === null) return sendRefusal(reply, SIGN_IN)
      const item = await findItem(db, request.params.id)
      const own = item && mayRead(staff, item) ? await filesOfItem(db, item) : []
      const file = own.find((one) => one.fileId === request.params.file)
      if (file === undefined) return sendRefusal(reply, NO_ITEM.refusal)
      return reply
        .type(file.mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
        .send(await files.open(file.fileId))
    },
  )
}

const answerOf = ({ fileId, name, mediaType, size }: ItemFile) => ({ fileId, name, mediaType, size })
