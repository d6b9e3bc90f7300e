import { join } from 'node:path'
import { resubmit } from '../../casework/index.ts'
import { uploadsOf } from '../../catalogue/index.ts'
import { SIGN_IN_NEEDED } from '../../identity/index.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { mayApply } from '../apply/may-apply.ts'
import { actOnMaterial, materialAct, takeFiles } from '../apply/save.ts'
import { isGiven } from '../apply/submit.ts'
import { correctionMaterials } from '../drafts/corrections-store.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE, ROUTES } from '../personal-routes.ts'
import { readForm } from '../uploads/multipart.ts'
import { type FailedFile, fileControl, MaterialRow } from '../uploads/rows.tsx'
import { openCorrection, ownDossier, targetOf } from '../uploads/target.ts'
import { showDossier } from './dossier-scene.ts'
import { notFound, seeOther, sendFragment, viewOf } from './frame.tsx'
import { actorOf } from './told.ts'

type Params = { Params: { dossierId: string; key: string } }

const HIDE = { schema: { hide: true } }

/** 补齐补正 by the applicant: each demanded material uploaded in its place, handed in as a whole. */
export function registerCorrections(web: Web, deps: PersonalDeps): void {
  const arrivals = join(deps.uploadsDir, 'arrivals')

  web.get<Params>(ROUTES.correctionRow, HIDE, async (request, reply) => {
    const session = await deps.identity.hallSession(request)
    if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
    const { dossierId, key } = request.params
    const waiting = await openCorrection(deps, session.account, dossierId)
    const demand = waiting?.correction.demands.find((d) => d.materialKey === key)
    const material = waiting && uploadsOf(waiting.item.content).find((m) => m.key === key)
    if (!waiting || !demand || !material) return notFound(reply)
    const view = viewOf(deps, request, session)
    const given = (await correctionMaterials(deps.db, dossierId, waiting.correction.correctionNo)).find(
      (g) => g.materialKey === key,
    )
    const file = given?.fileId ? ((await deps.documents.files.find(given.fileId)) ?? undefined) : undefined
    const row = MaterialRow({
      lang: view.lang,
      material: { ...material, name: `重传：${demand.name}`, need: 'required' },
      given,
      file,
      to: { dossierId },
      today: view.today,
    })
    return sendFragment(reply, view.lang, row)
  })

  web.post<Params>(ROUTES.corrections, HIDE, async (request, reply) => {
    const { dossierId } = request.params
    const session = await deps.identity.hallSession(request)
    if (!session) return seeOther(reply, `/sign-in?to=${encodeURIComponent(at('dossier', { dossierId }))}`)
    const view = viewOf(deps, request, session)
    const dossier = await ownDossier(deps, session.account, dossierId)
    if (!dossier) return notFound(reply)
    const waiting = await openCorrection(deps, session.account, dossierId)
    if (!waiting) return seeOther(reply, at('dossier', { dossierId }))
    if (!mayApply(session)) return seeOther(reply, ELSEWHERE.level(at('dossier', { dossierId })))
    const { correction, item } = waiting
    const keys = correction.demands.map((d) => d.materialKey)
    const body = await readForm(request, arrivals, (name) => {
      const material = uploadsOf(item.content).find(
        (m) => fileControl(m.key) === name && keys.includes(m.key),
      )
      return material ? material.maxMegabytes * 1_000_000 : 0
    })
    let failed: Record<string, FailedFile>
    try {
      failed = await takeFiles(deps, session.account, { dossierId }, keys, body, view.now)
    } finally {
      await body.clear()
    }
    const pressed = materialAct(body.fields['do'])
    if (pressed) {
      const target = await targetOf(deps, session.account, { dossierId, materialKey: pressed.key })
      if (target) await actOnMaterial(deps, session.account, target, pressed.act, view.now)
      if (Object.keys(failed).length > 0) return showDossier(deps, reply, view, dossier, { failed })
      return seeOther(reply, `${at('dossier', { dossierId })}#demand-${pressed.key}`)
    }
    const given = (await correctionMaterials(deps.db, dossierId, correction.correctionNo)).filter(isGiven)
    const missing = keys.filter((k) => !given.some((g) => g.materialKey === k))
    if (missing.length > 0 || Object.keys(failed).length > 0)
      return showDossier(deps, reply, view, dossier, { failed, missing })
    const handed = await resubmit(
      deps,
      actorOf(session.account),
      dossierId,
      {
        // One correction is handed in once, however often the button is pressed.
        key: `resubmit:${correction.correctionNo}`,
        materials: given.map((g) => ({
          materialKey: g.materialKey,
          name: uploadsOf(item.content).find((m) => m.key === g.materialKey)?.name ?? g.materialKey,
          source: g.source,
          fileId: g.fileId,
          fileName: g.fileName,
          licence: g.licence,
        })),
      },
      view.now,
    )
    if (!handed.ok && handed.refusal.name === 'not-found') return notFound(reply)
    if (!handed.ok)
      return showDossier(deps, reply.code(422), view, dossier, {
        flash: { kind: 'alarm', text: handed.refusal.sentence },
      })
    return seeOther(reply, at('dossier', { dossierId }, { told: 'corrected' }))
  })
}
