import type { ItemContent } from '../../src/catalogue/index.ts'
import { birthRegistration } from './birth-registration.ts'
import { constructionPermit } from './construction-permit.ts'
import { constructionWaste } from './construction-waste.ts'
import { elderCareFiling } from './elder-care-filing.ts'
import { employmentRegistration } from './employment-registration.ts'
import { foodLicence } from './food-licence.ts'
import { foodProduction } from './food-production.ts'
import { foreignOfficeChange } from './foreign-office-change.ts'
import { insuranceCertificate } from './insurance-certificate.ts'
import { labourDispatch } from './labour-dispatch.ts'
import { massEvent } from './mass-event.ts'
import { ngoRegistration } from './ngo-registration.ts'
import { nurseRegistration } from './nurse-registration.ts'
import { performancePermit } from './performance-permit.ts'
import { pollutantPermit } from './pollutant-permit.ts'
import { prepackagedFoodFiling } from './prepackaged-food-filing.ts'
import { presalePermit } from './presale-permit.ts'
import { publicFundraising } from './public-fundraising.ts'
import { publicPlaceHygiene } from './public-place-hygiene.ts'
import { radiologyPractice } from './radiology-practice.ts'
import { rideHailingDriver } from './ride-hailing-driver.ts'
import { roadExcavation } from './road-excavation.ts'
import { roadFreight } from './road-freight.ts'
import { roadOccupation } from './road-occupation.ts'
import { schoolBus } from './school-bus.ts'
import { seniorCard } from './senior-card.ts'
import { seniorCardReplacement } from './senior-card-replacement.ts'
import { sewageDrain } from './sewage-drain.ts'
import { signPermit } from './sign-permit.ts'
import { socialBodyChange } from './social-body-change.ts'
import { soilConservation } from './soil-conservation.ts'
import { specialEquipment } from './special-equipment.ts'
import { teacherQualification } from './teacher-qualification.ts'
import { temporaryPlate } from './temporary-plate.ts'
import { traderRegistration } from './trader-registration.ts'
import { travelAgency } from './travel-agency.ts'
import { treeFelling } from './tree-felling.ts'
import { waterAbstraction } from './water-abstraction.ts'

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
  'senior-card-replacement': seniorCardReplacement,
  'road-freight': roadFreight,
  'ride-hailing-driver': rideHailingDriver,
  'construction-permit': constructionPermit,
  'presale-permit': presalePermit,
  'sewage-drain': sewageDrain,
  'road-occupation': roadOccupation,
  'road-excavation': roadExcavation,
  'construction-waste': constructionWaste,
  'tree-felling': treeFelling,
  'performance-permit': performancePermit,
  'travel-agency': travelAgency,
  'pollutant-permit': pollutantPermit,
  'teacher-qualification': teacherQualification,
  'school-bus': schoolBus,
  'mass-event': massEvent,
  'temporary-plate': temporaryPlate,
  'water-abstraction': waterAbstraction,
  'soil-conservation': soilConservation,
  'foreign-office-change': foreignOfficeChange,
} satisfies Record<string, ItemContent>
