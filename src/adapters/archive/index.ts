export type { ArchiveDeposit, ArchiveFinding, ArchivePort, ArchiveReceipt } from './port.ts'
export { sandboxArchive } from './sandbox.ts'
