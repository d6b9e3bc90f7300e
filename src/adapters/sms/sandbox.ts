import { z } from 'zod'
import { answered } from '../neighbour.ts'
import { SignedHttp, type SignedHttpOptions } from '../signed-http.ts'
import type { SmsPort } from './port.ts'

const receipt = z.object({ id: z.string(), acceptedAt: z.coerce.date(), repeated: z.boolean() })

/** The gateway of the sandbox; its messages are read on the sandbox phone. */
export function sandboxSms(options: SignedHttpOptions): SmsPort {
  const gateway = new SignedHttp('短信网关', options)
  return {
    async send(message) {
      const answer = await gateway.call('POST', '/sms/messages', receipt, message)
      return answer.ok
        ? answered({ acceptedAt: answer.value.acceptedAt, repeated: answer.value.repeated })
        : answer
    },
  }
}
