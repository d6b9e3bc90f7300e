import { z } from 'zod'
import { answered } from '../neighbour.ts'
import { neverRefused, SignedHttp, type SignedHttpOptions } from '../signed-http.ts'
import type { RegisterPort } from './port.ts'

const asOf = z.coerce.date()

const personAnswer = z.object({
  found: z.boolean(),
  asOf,
  record: z
    .object({
      name: z.string(),
      sex: z.string(),
      birthday: z.string(),
      address: z.string(),
      nationality: z.string(),
      idKind: z.string(),
      phoneMasked: z.string(),
    })
    .optional(),
})

const bodyAnswer = z.object({
  found: z.boolean(),
  asOf,
  record: z
    .object({
      name: z.string(),
      kind: z.string(),
      registeredAs: z.string(),
      legalPerson: z.string(),
      legalPersonId: z.string(),
      address: z.string(),
      capital: z.number().nullable(),
      founded: z.string(),
      scope: z.string(),
    })
    .optional(),
})

const comparisonAnswer = z.object({
  found: z.boolean(),
  asOf,
  fields: z
    .array(
      z.object({
        field: z.string(),
        result: z.enum(['match', 'differs', 'unknown']),
        registerValue: z.string().nullable(),
      }),
    )
    .optional(),
})

/** The registers of the sandbox, by signed JSON over HTTP. */
export function sandboxRegister(options: SignedHttpOptions): RegisterPort {
  const people = new SignedHttp('人口库', options)
  const bodies = new SignedHttp('企业库', options)
  return {
    async person(idNumber, cause) {
      const answer = neverRefused(
        await people.call('POST', '/register/person/query', personAnswer, { idNumber, cause }),
      )
      return answer.ok ? answered({ record: answer.value.record ?? null, asOf: answer.value.asOf }) : answer
    },
    async body(creditCode, cause) {
      const answer = neverRefused(
        await bodies.call('POST', '/register/body/query', bodyAnswer, { creditCode, cause }),
      )
      return answer.ok ? answered({ record: answer.value.record ?? null, asOf: answer.value.asOf }) : answer
    },
    async compare(request) {
      const source = request.kind === 'person' ? people : bodies
      const answer = neverRefused(await source.call('POST', '/register/compare', comparisonAnswer, request))
      return answer.ok ? answered({ fields: answer.value.fields ?? null, asOf: answer.value.asOf }) : answer
    },
  }
}
