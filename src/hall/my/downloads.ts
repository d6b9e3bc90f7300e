import { papersOf } from '../../casework/index.ts'
import type { StoredFile } from '../../documents/index.ts'
import { levelRuling } from '../../identity/index.ts'
import { ownLicence } from '../../licences/index.ts'
import type { Reply, Web } from '../../platform/web.ts'
import { isPerson } from '../../regulation/index.ts'
import { isUuid } from '../drafts/store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { ROUTES } from '../personal-routes.ts'
import { ownDossier } from '../uploads/target.ts'
import { notFound, signedIn } from './frame.tsx'

type Params = {
  Params: { fileId: string; dossierId: string; licenceId: string; no: string }
  Querystring: { dossier?: string }
}

const HIDE = { schema: { hide: true } }

/** Files of the personal space: own uploads, own papers, own licences. A guessed number opens nothing. */
export function registerDownloads(web: Web, deps: PersonalDeps): void {
  async function send(reply: Reply, file: StoredFile): Promise<Reply> {
    const shown = file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/')
    const name = encodeURIComponent(file.name)
    return (
      reply
        .header('cache-control', 'private, no-store')
        .header('content-length', file.size)
        // An uploaded file must never run as a page of ours.
        .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'")
        .header(
          'content-disposition',
          `${shown ? 'inline' : 'attachment'}; filename="file"; filename*=UTF-8''${name}`,
        )
        .type(file.mediaType)
        .send(await deps.documents.files.open(file.fileId))
    )
  }

  web.get<Params>(ROUTES.file, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { fileId } = request.params
    const file = isUuid(fileId) ? await deps.documents.files.find(fileId) : null
    if (file?.ownerAccount !== who.view.account.accountId || !file) return notFound(reply)
    return send(reply, file)
  })

  web.get<Params>(ROUTES.paper, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const dossier = await ownDossier(deps, who.view.account, request.params.dossierId)
    const papers = dossier ? await papersOf(deps.db, dossier.dossierId) : []
    const paper = papers.find((p) => p.forApplicant && String(p.paperNo) === request.params.no)
    const file = paper && (await deps.documents.files.find(paper.fileId))
    return file ? send(reply, file) : notFound(reply)
  })

  web.get<Params>(ROUTES.licencePdf, HIDE, async (request, reply) => {
    const who = await signedIn(deps, request, reply)
    if (!who) return reply
    const { account } = who.view
    const fn = isPerson(account.subjectKind) ? 'personal-licences' : 'enterprise-licences'
    if (levelRuling(fn, who.session).outcome !== 'met') return notFound(reply)
    const licence = await ownLicence(deps.db, account.accountId, request.params.licenceId)
    const file = licence && (await deps.documents.files.find(licence.fileId))
    return file ? send(reply, file) : notFound(reply)
  })
}
