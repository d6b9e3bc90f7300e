import { sampleStaff as registeredStaff, type StaffRole } from '../sandbox/register/people.ts'
import { itemsBySlug } from './items/index.ts'

export { sampleCentres } from './centres.ts'
export { sampleDirectory } from './directory.ts'
export { heldLicenceKinds, licenceTypeCode } from './licence-kinds.ts'
export { type SeedOrgan, sampleAreas, sampleOrgans } from './organs.ts'
export { sampleRegions } from './regions.ts'
export { synonyms } from './synonyms.ts'
export { type Topic, topics } from './topics.ts'
export { itemsBySlug }

/** The sample items in the order of their serial numbers, complete under Art. 7. */
export const sampleItems = Object.values(itemsBySlug)

/** An officer (工作人员) with the posts that they hold and the day of their training (Art. 5). */
export interface SeedStaff {
  staffId: string
  subject: string
  name: string
  organId: string
  posts: { post: StaffRole; trainedOn: string }[]
}

/** Everybody of the sample world was trained on the same Monday, before the first item went online. */
const TRAINED_ON = '2026-03-02'

export const sampleStaff: readonly SeedStaff[] = registeredStaff.map((s) => ({
  staffId: s.staffNumber,
  subject: s.sub,
  name: s.name,
  organId: s.organ,
  posts: [{ post: s.role, trainedOn: TRAINED_ON }],
}))
