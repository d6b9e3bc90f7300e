import type { ItemVersion } from '../../catalogue/index.ts'
import { heldLicences } from '../../exchange/index.ts'
import type { HallSession } from '../../identity/index.ts'
import { mayApply } from '../apply/may-apply.ts'
import type { PersonalDeps } from '../personal-deps.ts'

/** Which kinds of licences the reader holds; `known` false: nobody is signed in at the level that may see it. */
export interface HeldNow {
  known: boolean
  pending: boolean
  kinds: ReadonlySet<string>
}

export const NOT_KNOWN: HeldNow = { known: false, pending: false, kinds: new Set() }

/** Looks up, for the reader themselves and on record, which of these materials an electronic licence answers (Art. 13.1). */
export async function heldNow(
  deps: PersonalDeps,
  session: HallSession | null,
  { content }: ItemVersion,
  now: Date,
): Promise<HeldNow> {
  if (!session || !mayApply(session)) return NOT_KNOWN
  const kinds = content.materials.map((m) => m.licenceKind).filter((kind) => kind !== '')
  const cause = `情形引导「${content.name}」，看已有哪些电子证照`
  const held = await heldLicences(deps, session.account, kinds, cause, now)
  return { known: !held.pending, pending: held.pending, kinds: new Set(held.licences.map((l) => l.kind)) }
}
