export type { HeldLicence, LicenceMetadata, LicencePlatformPort, LicenceReceipt } from './port.ts'
export { sandboxLicencePlatform } from './sandbox.ts'
