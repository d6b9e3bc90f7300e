import type { Web } from '../platform/web.ts'
import { registerApply } from './apply/routes.ts'
import { registerDownloads } from './my/downloads.ts'
import { registerMy } from './my/routes.ts'
import type { PersonalDeps } from './personal-deps.ts'
import { registerResumableUploads } from './uploads/resumable.ts'

/** Applying and the personal space; their addresses stand in `personal-routes.ts`. */
export function registerHallPersonal(web: Web, deps: PersonalDeps): void {
  registerApply(web, deps)
  registerResumableUploads(web, deps)
  registerDownloads(web, deps)
  registerMy(web, deps)
}
