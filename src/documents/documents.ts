import { join } from 'node:path'
import type { Database } from '../platform/database.ts'
import { diskBlobs } from './files/disk.ts'
import { createFileStore, type FileStore } from './files/files.ts'
import type { Paper } from './paper.ts'
import { renderPaper } from './render.ts'
import { loadOrCreateSealAuthority } from './seal/authority.ts'
import { type SealRequest, sealPdf } from './seal/seal.ts'

/** Papers, seals and stored files of one installation, as the other modules use them. */
export interface Documents {
  /** A paper as PDF/A, not yet sealed. */
  render(paper: Paper): Promise<Buffer>
  /** The same bytes with the organ's test seal (测试签章) over the whole document. */
  seal(pdf: Buffer, request: SealRequest): Promise<Buffer>
  files: FileStore
  /** PEM of the test root certificate, for whoever wants to check a seal. */
  rootCertificate: string
}

export async function createDocuments({
  db,
  dataDir,
}: {
  db: Database
  dataDir: string
}): Promise<Documents> {
  const authority = await loadOrCreateSealAuthority(join(dataDir, 'seals'))
  return {
    render: renderPaper,
    seal: (pdf, request) => sealPdf(authority, pdf, request),
    files: createFileStore(db, diskBlobs(join(dataDir, 'files'))),
    rootCertificate: authority.rootCertificate,
  }
}
