import type { Web } from '../platform/web.ts'
import { registerApply } from './apply/routes.ts'
import { registerOwnBookings } from './booking/own-routes.ts'
import { registerBookingTimes } from './booking/times-routes.ts'
import { registerCorrections } from './my/correction-routes.ts'
import { registerDossier } from './my/dossier-routes.ts'
import { registerDownloads } from './my/downloads.ts'
import { registerEnquiries } from './my/enquiry-routes.ts'
import { registerLive } from './my/live-route.ts'
import { registerRating } from './my/rating-routes.ts'
import { registerSpace } from './my/space-routes.ts'
import type { PersonalDeps } from './personal-deps.ts'
import { registerGuidePreview } from './preview/guide.ts'
import { registerPreview } from './preview/routes.ts'
import { registerSituation } from './situations/routes.ts'
import { registerResumableUploads } from './uploads/resumable.ts'

/** Applying and the personal space; their addresses stand in `personal-routes.ts`. */
export function registerHallPersonal(web: Web, deps: PersonalDeps): void {
  registerSituation(web, deps)
  registerApply(web, deps)
  registerPreview(web, deps)
  registerGuidePreview(web, deps)
  registerResumableUploads(web, deps)
  registerDownloads(web, deps)
  registerSpace(web, deps)
  registerDossier(web, deps)
  registerLive(web, deps)
  registerCorrections(web, deps)
  registerRating(web, deps)
  registerEnquiries(web, deps)
  registerBookingTimes(web, deps)
  registerOwnBookings(web, deps)
}
