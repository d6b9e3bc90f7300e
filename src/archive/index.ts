/** 可信电子文件、归档: packages, completeness checks, the archive's receipts. */
export {
  type ArchiveBaseInfo,
  type ArchiveFile,
  type ArchivePackage,
  buildArchivePackage,
  type FileNumberParts,
} from './package.ts'
export { type ArchiveFinding, checkArchivePackage } from './package-check.ts'
export { type ArchivedPackage, drawFileSerial, insertPackage, keepReceipt, packageOf } from './store.ts'
