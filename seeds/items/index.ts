import type { ItemContent } from '../../src/catalogue/item.ts'
import { birthRegistration } from './birth-registration.ts'
import { elderCareFiling } from './elder-care-filing.ts'
import { employmentRegistration } from './employment-registration.ts'
import { foodLicence } from './food-licence.ts'
import { foodProduction } from './food-production.ts'
import { insuranceCertificate } from './insurance-certificate.ts'
import { labourDispatch } from './labour-dispatch.ts'
import { ngoRegistration } from './ngo-registration.ts'
import { nurseRegistration } from './nurse-registration.ts'
import { prepackagedFoodFiling } from './prepackaged-food-filing.ts'
import { publicFundraising } from './public-fundraising.ts'
import { publicPlaceHygiene } from './public-place-hygiene.ts'
import { radiologyPractice } from './radiology-practice.ts'
import { seniorCard } from './senior-card.ts'
import { signPermit } from './sign-permit.ts'
import { socialBodyChange } from './social-body-change.ts'
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
  'radiology-practice': radiologyPractice,
  'birth-registration': birthRegistration,
  'labour-dispatch': labourDispatch,
  'insurance-certificate': insuranceCertificate,
  'ngo-registration': ngoRegistration,
  'public-fundraising': publicFundraising,
  'social-body-change': socialBodyChange,
  'elder-care-filing': elderCareFiling,
  'senior-card': seniorCard,
} satisfies Record<string, ItemContent>
