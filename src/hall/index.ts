/** 网上办事大厅: the public pages and each applicant's own space. */
import type { Web } from '../platform/web.ts'
import { liveInForce } from './live-in-force.ts'
import { elements } from './page-frame.tsx'
import { registerHallPersonal } from './personal.ts'
import type { PersonalDeps } from './personal-deps.ts'
import { type PublicDeps, registerHallPublic } from './public-routes.ts'

export { displayOf } from './display.ts'
export { KEPT_DAYS } from './drafts/draft.ts'
export { draftsImpact } from './drafts/impact.ts'
export { wireDrafts } from './drafts/reactions.ts'
export { sweepDrafts } from './drafts/store.ts'
export { errorPage } from './public-routes.ts'
export type { PersonalDeps, PublicDeps }

export function registerHall(web: Web, wired: PublicDeps & PersonalDeps): void {
  const live = liveInForce(wired.db, wired.live)
  web.addHook('onClose', async () => live.stop())
  const deps = Object.assign(Object.create(wired) as typeof wired, { live })
  registerHallPublic(web, deps)
  // The address of the script carries the hash of its content, which is known only when it has been bundled.
  const personal = Object.assign(Object.create(deps) as PersonalDeps, { elementsHref: elements.href })
  registerHallPersonal(web, personal)
}
