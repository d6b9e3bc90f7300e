import { uploadsOf } from '../../catalogue/index.ts'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { notFound, sendFragment, viewOf } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { ROUTES } from '../personal-routes.ts'
import { MaterialRow } from '../uploads/rows.tsx'
import { LEVEL_NEEDED, mayApply } from './may-apply.ts'
import { fetchKnown, sceneOf } from './scene.ts'
import { filesOf, HIDE, openScene, type Params } from './shown.ts'

/** The materials of a draft one by one: a row drawn again after an upload, and the licence that was found for one. */
export function registerApplyMaterials(web: Web, deps: PersonalDeps): void {
  web.get<Params>(ROUTES.materialRow, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    if (!mayApply(session)) return sendRefusal(reply, LEVEL_NEEDED)
    const found = await sceneOf(deps, session.account, request.params.draftId)
    const material = found && uploadsOf(found.item.content).find((m) => m.key === request.params.key)
    if (!found || !material) return notFound(reply)
    const view = viewOf(deps, request, session)
    const { scene, held } = await fetchKnown(deps, session.account, found, view.now)
    const given = scene.materials.find((m) => m.materialKey === material.key)
    const files = await filesOf(deps, given ? [given] : [])
    const row = MaterialRow({
      lang: view.lang,
      material,
      given,
      file: given?.fileId ? files.get(given.fileId) : undefined,
      licenceHeld: held.licences.some((l) => l.kind === material.licenceKind),
      to: { draftId: scene.draft.draftId },
      today: view.today,
    })
    return sendFragment(reply, view.lang, row)
  })

  web.get<Params>(ROUTES.materialLicence, HIDE, async (request, reply) => {
    const opened = await openScene(deps, request, reply)
    if (!opened) return reply
    const given = opened.scene.materials.find((m) => m.materialKey === request.params.key)
    const identifier = given?.licence?.['identifier']
    if (typeof identifier !== 'string') return notFound(reply)
    const answer = await deps.licencePlatform.file(
      identifier,
      `申请人查看自己的${String(given?.licence?.['name'] ?? '证照')}`,
    )
    if (!answer.ok)
      return sendRefusal(reply.code(503), { name: 'neighbour-down', sentence: answer.failure.sentence })
    if (!answer.value) return notFound(reply)
    return reply.header('cache-control', 'no-store').type('application/pdf').send(answer.value)
  })
}
