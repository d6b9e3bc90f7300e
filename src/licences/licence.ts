/** An e-licence or approval document (电子证照、批文) that this platform made. */
export interface Licence {
  licenceId: string
  identifier: string
  dossierId: string
  kind: string
  name: string
  number: string
  holderAccount: string
  holderName: string
  holderCodeMasked: string
  organId: string
  organName: string
  issuedOn: string
  validUntil: string | null
  face: { label: string; value: string }[]
  fileId: string
  /** In the QR code; opens the public check page. */
  checkToken: string
  status: 'valid' | 'suspended' | 'revoked' | 'replaced'
  madeOffline: boolean
  pushedAt: Date | null
  sample: boolean
  madeAt: Date
}
