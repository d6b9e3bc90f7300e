import type { Answer, NeighbourFailure, NeighbourRefusal } from '../neighbour.ts'

export interface ArchiveDeposit {
  /** 电子文件号, also the name of the ZIP. */
  electronicFileNumber: string
  zip: Buffer
  /** The transfer list as XML with the root `transfer_info`. */
  transferList: string
}

/** One thing that the archive found wrong, under the code of its four-property check (四性检测). */
export interface ArchiveFinding {
  code: string
  sentence: string
}

export type ArchiveReceipt =
  | {
      result: 'accepted'
      receiptNumber: string
      receivedAt: Date
      /** SHA-256 of what was received, lower-case hex. */
      digest: string
      /** The archive had exactly this already. */
      repeated: boolean
    }
  | { result: 'returned'; findings: ArchiveFinding[] }

/**
 * 可信电子文件. Promises:
 * - A package is taken whole or returned with everything that was found; a returned number can be used again.
 * - The same package again gets the same receipt; after a `down` the same call is safe.
 * - Another content under a number that was accepted is `refused` (`number-used`).
 */
export interface ArchivePort {
  deposit(deposit: ArchiveDeposit): Promise<Answer<ArchiveReceipt, NeighbourFailure | NeighbourRefusal>>
}
