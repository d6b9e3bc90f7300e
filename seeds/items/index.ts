import type { ItemContent } from '../../src/catalogue/item.ts'
import { employmentRegistration } from './employment-registration.ts'
import { foodLicence } from './food-licence.ts'
import { publicPlaceHygiene } from './public-place-hygiene.ts'

/** Every sample item under its slug, in the order of the serials. */
export const itemsBySlug = {
  'food-licence': foodLicence,
  'public-place-hygiene': publicPlaceHygiene,
  'employment-registration': employmentRegistration,
} satisfies Record<string, ItemContent>
