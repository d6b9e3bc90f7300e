/** 网上办事大厅: the public pages and each applicant's own space. */
import type { Web } from '../platform/web.ts'
import { registerApply } from './apply/routes.ts'
import { elements } from './page-frame.tsx'
import type { PersonalDeps } from './personal-deps.ts'
import { type PublicDeps, registerHallPublic } from './public-routes.ts'
import { registerResumableUploads } from './uploads/resumable.ts'

export { errorPage } from './public-routes.ts'
export type { PersonalDeps, PublicDeps }

export function registerHall(web: Web, deps: PublicDeps & PersonalDeps): void {
  registerHallPublic(web, deps)
  const personal = Object.assign(Object.create(deps) as PersonalDeps, { elementsHref: elements.href })
  registerApply(web, personal)
  registerResumableUploads(web, personal)
}
