export type { OutgoingSms, SmsPort, SmsReceipt } from './port.ts'
export { sandboxSms } from './sandbox.ts'
