import type { Answer, NeighbourFailure, NeighbourRefusal } from '../neighbour.ts'

export interface OutgoingSms {
  /** Ours; the same message always goes under the same id. At most 100 characters. */
  id: string
  /** Eleven digits. */
  to: string
  /** Without the signature; at most 500 characters. */
  text: string
  /** The name shown before the text without its brackets, e.g. 榕办. */
  sign: string
}

export interface SmsReceipt {
  acceptedAt: Date
  /** The gateway had this message already: nothing was sent again. */
  repeated: boolean
}

/**
 * The SMS gateway. Promises:
 * - A message id is sent once however often it is handed over, so after a `down` the same call is safe.
 * - `refused` (`number`, `too-long`, `id-reused`) is final: handing it over again gets the same answer.
 * - Accepted means taken by the gateway, not read by the person.
 */
export interface SmsPort {
  send(message: OutgoingSms): Promise<Answer<SmsReceipt, NeighbourFailure | NeighbourRefusal>>
}
