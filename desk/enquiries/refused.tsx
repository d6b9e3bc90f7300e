import type { EnquiryRecord } from '../../src/feedback/api/enquiry-contract.ts'
import { NotDone } from '../parts/not-done.tsx'

export { fieldOf } from '../parts/not-done.tsx'

export function EnquiryRefused({ error, record }: { error: Error | null; record: EnquiryRecord }) {
  return <NotDone error={error} record={['enquiry', record.enquiryId]} />
}
