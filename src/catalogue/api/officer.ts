import { z } from 'zod'
import type { Staff } from '../../identity/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Request } from '../../platform/web.ts'
import * as contract from './contract.ts'
import type { CatalogueApiDeps } from './routes.ts'

/** What every door of the item desk needs: who asks, and how it says no. */

export const SIGN_IN: Refusal = {
  name: 'sign-in-needed',
  sentence: '您还没有登录工作台，或者登录已过期。请重新登录，没有保存的内容还在这一页。',
}

export const staffOf = async (
  { deskSession }: Pick<CatalogueApiDeps, 'deskSession'>,
  request: Request,
): Promise<Staff | null> => (await deskSession(request))?.staff ?? null

export const itemParams = z.object({ id: z.uuid().describe('Id of the item') })

export const refusals = {
  '4xx': contract.refusalAnswer.describe('Refused: a name for programs and a sentence for people'),
}
