import type { ItemContent } from '../../src/catalogue/item.ts'
import { birthRegistration } from './birth-registration.ts'
import { employmentRegistration } from './employment-registration.ts'
import { foodLicence } from './food-licence.ts'
import { foodProduction } from './food-production.ts'
import { insuranceCertificate } from './insurance-certificate.ts'
import { nurseRegistration } from './nurse-registration.ts'
import { prepackagedFoodFiling } from './prepackaged-food-filing.ts'
import { publicPlaceHygiene } from './public-place-hygiene.ts'
import { signPermit } from './sign-permit.ts'
import { specialEquipment } from './special-equipment.ts'
import { traderRegistration } from './trader-registration.ts'

/** Every sample item under its slug, in the order of the serials. */
export const itemsBySlug = {
  'food-licence': foodLicence,
  'public-place-hygiene': publicPlaceHygiene,
  'employment-registration': employmentRegistration,
  'sign-permit': signPermit,
  'prepackaged-food-filing': prepackagedFoodFiling,
  'trader-registration': traderRegistration,
  'special-equipment': specialEquipment,
  'food-production': foodProduction,
  'nurse-registration': nurseRegistration,
  'birth-registration': birthRegistration,
  'insurance-certificate': insuranceCertificate,
} satisfies Record<string, ItemContent>
