/** 电子证照: issue, push to the sharing platform, the holder's own list, public verification. */
export { type LicenceIdentifierParts, licenceIdentifier, parseLicenceIdentifier } from './identifier.ts'
export { type IssueCommand, issueLicence, type LicenceDeps, pushLicence } from './issue.ts'
export { LICENCE_NAMES, licenceName } from './kinds.ts'
export type { Licence } from './licence.ts'
export { licenceByToken, licenceOf, licencesOf, ownLicence } from './store.ts'
