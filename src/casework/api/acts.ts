import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SIGN_IN_NEEDED, type Staff } from '../../identity/index.ts'
import type { Result } from '../../platform/refusal.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { accept, refuseAcceptance } from '../acts/acceptance.ts'
import type { CaseworkDeps } from '../acts/act.ts'
import { close } from '../acts/closing.ts'
import { askCorrection, concludeDifference, judgeMaterial } from '../acts/examine-materials.ts'
import { giveOpinion } from '../acts/opinion.ts'
import { decide, extend, pause, resume } from '../acts/procedure.ts'
import * as c from './acts-contract.ts'
import type { DeskApiDeps } from './deps.ts'

type Act<C> = (
  deps: CaseworkDeps,
  staff: Staff,
  dossierId: string,
  command: C,
  now: Date,
) => Promise<Result<{ version: number }>>

/**
 * Every act of an officer as a noun under its dossier: who did it and when are the act's own record. Who may do what
 * is the act's to decide, from the same table as the buttons.
 */
export function registerActs(app: Web, deps: DeskApiDeps): void {
  const web = app.withTypeProvider<ZodTypeProvider>()

  function post<B extends z.ZodType>(noun: string, summary: string, body: B, act: Act<z.infer<B>>): void {
    web.post(
      `/api/dossiers/:id/${noun}`,
      {
        schema: {
          summary,
          tags: ['办件'],
          params: z.object({ id: z.uuid() }),
          body,
          response: {
            200: c.actAnswer,
            401: c.refusalAnswer,
            403: c.refusalAnswer,
            404: c.refusalAnswer,
            409: c.refusalAnswer,
            422: c.refusalAnswer,
          },
        },
      },
      async (request, reply) => {
        const session = await deps.deskSession(request)
        if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
        const { id } = request.params as { id: string }
        const outcome = await act(deps, session.staff, id, request.body as z.infer<B>, deps.clock.now())
        return outcome.ok ? outcome.value : sendRefusal(reply, outcome.refusal)
      },
    )
  }

  post('material-verdicts', '一份材料看过后的结论', c.judgeMaterialBody, judgeMaterial)
  post('difference-conclusions', '与登记不一致处的结论', c.concludeDifferenceBody, concludeDifference)
  post('corrections', '一次性告知补正', c.askCorrectionBody, askCorrection)
  post('acceptance', '受理', c.acceptBody, accept)
  post('non-acceptance', '不予受理', c.refuseAcceptanceBody, refuseAcceptance)
  post('opinions', '环节意见', c.giveOpinionBody, giveOpinion)
  post('decision', '决定', c.decideBody, decide)
  post('pauses', '暂停计时', c.pauseBody, pause)
  post('resumptions', '恢复计时', c.resumeBody, resume)
  post('extension', '延长期限', c.extendBody, extend)
  post('closing', '办结', c.closeBody, close)
}
