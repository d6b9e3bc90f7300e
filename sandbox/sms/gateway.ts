import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Kept } from '../kept.ts'

export interface SandboxMessage {
  id: string
  to: string
  text: string
  /** The signature before the text, e.g. 【榕办】. */
  sign: string
  acceptedAt: string
}

/** A text longer than this would be cut by a carrier (about seven parts). */
const LONGEST = 500

const message = z.object({
  id: z.string().min(1).max(100),
  to: z.string(),
  text: z.string().min(1),
  sign: z.string().min(1).max(20),
})

/** The SMS gateway: takes each message once by its id; asked again, it says what it answered the first time. */
export function smsRoutes(scope: FastifyInstance, messages: Kept<SandboxMessage>): void {
  scope.post('/sms/messages', async (request, reply) => {
    const asked = message.safeParse(request.body)
    if (!asked.success)
      return reply.code(400).send({ error: 'invalid', sentence: '要有 id、to、text 和 sign' })
    const { id, to, text, sign } = asked.data
    const known = messages.get(id)
    if (known) {
      if (known.to !== to || known.text !== text || known.sign !== sign) {
        return reply.code(409).send({ error: 'id-reused', sentence: `编号 ${id} 已经用于另一条短信` })
      }
      return { id, acceptedAt: known.acceptedAt, repeated: true }
    }
    if (!/^1\d{10}$/.test(to)) return reply.code(422).send({ error: 'number', sentence: '不是 11 位手机号' })
    if (text.length > LONGEST)
      return reply.code(422).send({ error: 'too-long', sentence: `超过 ${LONGEST} 字` })
    const accepted: SandboxMessage = { id, to, text, sign, acceptedAt: new Date().toISOString() }
    messages.set(id, accepted)
    return { id, acceptedAt: accepted.acceptedAt, repeated: false }
  })
}
