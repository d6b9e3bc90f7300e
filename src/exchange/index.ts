/** 政务服务数据共享平台: what other organs know already, looked up for a stated cause and written down. */

export {
  type Held,
  heldLicences,
  LICENCE_PLATFORM,
  type LicenceCopy,
  type LicenceDeps,
} from './held-licences.ts'
export { type Fact, forgetKnown, type Known, knownAbout, type PrefillPath } from './known.ts'
export { BODIES, type ExchangeDeps, PEOPLE } from './registers.ts'
export { hiddenNumber, isHidden, openNumber, openNumbers, SEALED, sealNumbers } from './sealed-answers.ts'
export { insertLookUp, type LookUp, lookUpsOfAccount, lookUpsOfDossier, type SeenLookUp } from './store.ts'
export { type FiledApplication, type VerificationRow, verifyApplication } from './verify.ts'
