import { randomUUID } from 'node:crypto'
import type { Answer } from '../adapters/neighbour.ts'
import type {
  ComparisonRequest,
  FieldComparison,
  Registered,
  RegisteredBody,
  RegisteredPerson,
  RegisterPort,
} from '../adapters/register/port.ts'
import type { Actor } from '../history/index.ts'
import type { Identity } from '../identity/index.ts'
import type { Database } from '../platform/database.ts'
import { insertLookUp, type LookUp } from './store.ts'

export interface ExchangeDeps {
  db: Database
  register: RegisterPort
  identity: Pick<Identity, 'fullIdNumber' | 'phoneOf' | 'vault'>
}

/** Why we ask, for whom, and in whose affair. */
export interface Asking {
  cause: string
  actor: Actor
  accountId: string
  dossierId: string | null
}

export const PEOPLE = '人口库'
export const BODIES = '企业库'

/** Asks a register and writes the look-up down, answered or not. */
async function ask<T>(
  deps: ExchangeDeps,
  register: string,
  kind: 'person' | 'body',
  number: string,
  asking: Asking,
  now: Date,
  call: () => Promise<Answer<T>>,
  outcomeOf: (value: T) => LookUp['outcome'],
): Promise<Answer<T>> {
  const answer = await call()
  await insertLookUp(deps.db, {
    lookUpId: randomUUID(),
    at: now,
    register,
    subjectBlind: deps.identity.vault.blind(kind === 'body' ? 'credit-code' : 'resident-id', number),
    ...asking,
    outcome: answer.ok ? outcomeOf(answer.value) : 'no-answer',
  })
  return answer
}

const foundOrNot = (r: Registered<unknown>): LookUp['outcome'] => (r.record === null ? 'not-found' : 'found')

export const askPerson = (deps: ExchangeDeps, number: string, asking: Asking, now: Date) =>
  ask<Registered<RegisteredPerson>>(
    deps,
    PEOPLE,
    'person',
    number,
    asking,
    now,
    () => deps.register.person(number, asking.cause),
    foundOrNot,
  )

export const askBody = (deps: ExchangeDeps, code: string, asking: Asking, now: Date) =>
  ask<Registered<RegisteredBody>>(
    deps,
    BODIES,
    'body',
    code,
    asking,
    now,
    () => deps.register.body(code, asking.cause),
    foundOrNot,
  )

export const compareWith = (
  deps: ExchangeDeps,
  request: Omit<ComparisonRequest, 'cause'>,
  asking: Asking,
  now: Date,
) =>
  ask<{ fields: FieldComparison[] | null; asOf: Date }>(
    deps,
    request.kind === 'person' ? PEOPLE : BODIES,
    request.kind,
    request.number,
    asking,
    now,
    () => deps.register.compare({ ...request, cause: asking.cause }),
    (value) => (value.fields === null ? 'not-found' : 'compared'),
  )
