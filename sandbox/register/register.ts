import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { sampleBodies } from './bodies.ts'
import { type SamplePerson, samplePeople } from './citizens.ts'

/** Whoever asks a register must say why (个人信息保护法 §6: only for the stated purpose); at most 200 characters. */
const cause = z.string().trim().min(1).max(200)

const personQuery = z.object({ idNumber: z.string().min(1), cause })
const bodyQuery = z.object({ creditCode: z.string().min(1), cause })
const comparison = z.object({
  kind: z.enum(['person', 'body']),
  number: z.string().min(1),
  fields: z.record(z.string(), z.string()),
  cause,
})

const maskPhone = (phone: string) => `${phone.slice(0, 3)}****${phone.slice(-4)}`

function personRecord(p: SamplePerson) {
  return {
    name: p.name,
    sex: p.sex,
    birthday: p.birthday,
    address: p.address,
    nationality: p.nationality,
    idKind: p.idKind,
    phoneMasked: maskPhone(p.phone),
  }
}

function bodyRecord(b: (typeof sampleBodies)[number]) {
  return {
    name: b.name,
    kind: b.kind,
    registeredAs: b.registeredAs,
    legalPerson: b.legalPerson,
    legalPersonId: b.legalPersonId,
    address: b.address,
    capital: b.capital,
    founded: b.founded,
    scope: b.scope,
  }
}

const findPerson = (idNumber: string) =>
  samplePeople.find((p) => p.idNumber === idNumber.trim().toUpperCase())
const findBody = (code: string) => sampleBodies.find((b) => b.creditCode === code.trim().toUpperCase())

/** What the register holds under a number, as text by field name; the phone in full, because only a comparison reads it. */
function comparable(kind: 'person' | 'body', number: string): Record<string, string> | undefined {
  const found = kind === 'person' ? findPerson(number) : findBody(number)
  if (!found) return undefined
  const record = 'creditCode' in found ? bodyRecord(found) : { ...personRecord(found), phone: found.phone }
  return Object.fromEntries(
    Object.entries(record).map(([field, value]) => [field, value === null ? '' : String(value)]),
  )
}

/** 人口库 and 企业库: signed JSON; `asOf` is the moment up to which the record is known to hold. */
export function registerRoutes(scope: FastifyInstance): void {
  const asOf = () => new Date().toISOString()

  scope.post('/register/person/query', async (request, reply) => {
    const asked = personQuery.safeParse(request.body)
    if (!asked.success) return reply.code(400).send({ error: 'invalid', sentence: '要有 idNumber 和 cause' })
    const found = findPerson(asked.data.idNumber)
    return found ? { found: true, asOf: asOf(), record: personRecord(found) } : { found: false, asOf: asOf() }
  })

  scope.post('/register/body/query', async (request, reply) => {
    const asked = bodyQuery.safeParse(request.body)
    if (!asked.success)
      return reply.code(400).send({ error: 'invalid', sentence: '要有 creditCode 和 cause' })
    const found = findBody(asked.data.creditCode)
    return found ? { found: true, asOf: asOf(), record: bodyRecord(found) } : { found: false, asOf: asOf() }
  })

  scope.post('/register/compare', async (request, reply) => {
    const asked = comparison.safeParse(request.body)
    if (!asked.success)
      return reply.code(400).send({ error: 'invalid', sentence: '要有 kind、number、fields 和 cause' })
    const { kind, number, fields } = asked.data
    const held = comparable(kind, number)
    if (!held) return { found: false, asOf: asOf() }
    const results = Object.entries(fields).map(([field, given]) => {
      const value = Object.hasOwn(held, field) ? held[field] : undefined
      if (value === undefined) return { field, result: 'unknown', registerValue: null }
      const shown = field === 'phone' ? maskPhone(value) : value
      return { field, result: value === given.trim() ? 'match' : 'differs', registerValue: shown }
    })
    return { found: true, asOf: asOf(), fields: results }
  })
}
