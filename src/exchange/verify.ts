import type { Answer } from '../adapters/neighbour.ts'
import type { FieldComparison } from '../adapters/register/port.ts'
import { type Form, type FormField, isParts } from '../catalogue/index.ts'
import { SYSTEM } from '../history/index.ts'
import { bareNumber, type IdKind, maskNumber, maskPhone } from '../identity/index.ts'
import type { PrefillPath } from './known.ts'
import { type Asking, askBody, BODIES, compareWith, type ExchangeDeps, PEOPLE } from './registers.ts'
import { hiddenNumber, openNumber } from './sealed-answers.ts'

/** One answer held against the register (Art. 11: 验证、比对). */
export interface VerificationRow {
  field: string
  label: string
  filed: string
  registered: string | null
  outcome: 'match' | 'differs' | 'not-found' | 'pending'
  source: string
  asOf: Date | null
}

export interface FiledApplication {
  dossierId: string
  /** Our number of the dossier, told to the register as the cause. */
  number: string
  accountId: string
  idKind: IdKind
  form: Form
  answers: Record<string, unknown>
}

/** The register's own name for what a prefill path means; null: the number itself, answered by whether it is known. */
const REGISTER_FIELD: Record<PrefillPath, string | null> = {
  'person.name': 'name',
  'person.idNumber': null,
  'person.address': 'address',
  'person.phone': 'phone',
  'body.name': 'name',
  'body.creditCode': null,
  'body.legalPerson': 'legalPerson',
  'body.address': 'address',
  'body.scope': 'scope',
  'body.capital': 'capital',
  person: null,
  body: null,
}

interface Asked {
  field: FormField
  path: PrefillPath
  filed: string
  /** Of a field of several parts: which one, and what it is called. */
  part?: { key: string; name: string }
}

/**
 * Holds the answers that a register knows too against it. A register that is down leaves `pending` rows and
 * `pending: true`: the caller asks again later; the applicant and the officer go on meanwhile. Nothing is written
 * but the ledger of look-ups.
 */
export async function verifyApplication(
  deps: ExchangeDeps,
  filed: FiledApplication,
  now: Date,
): Promise<{ rows: VerificationRow[]; pending: boolean }> {
  const asking: Asking = {
    cause: `办件 ${filed.number}，核对申请表`,
    actor: SYSTEM,
    accountId: filed.accountId,
    dossierId: filed.dossierId,
  }
  const asked = filed.form.groups
    .flatMap((g) => g.fields)
    .flatMap((field): Asked[] => {
      const value = filed.answers[field.key]
      return field.prefill ? askedOf(field, field.prefill, value) : []
    })
  if (asked.length === 0) return { rows: [], pending: false }
  const own = await deps.identity.fullIdNumber(deps.db, filed.accountId, SYSTEM, asking.cause)
  const ofBody = asked.filter((a) => a.path.startsWith('body.'))
  const ofPerson = asked.filter((a) => a.path.startsWith('person.'))
  const isBody = filed.idKind === 'credit-code'
  const code = isBody ? own : (ofBody.find((a) => a.path === 'body.creditCode')?.filed ?? null)
  const bodyRows = await hold(deps, 'body', code, ofBody, asking, now)
  const person = isBody ? await legalPersonOf(deps, own, ofPerson, asking, now) : { number: own, down: false }
  const personRows = person.down
    ? ofPerson.map((a) => rowOf(a, 'pending', null, PEOPLE, null))
    : await hold(deps, 'person', person.number, ofPerson, asking, now, filed)
  const rows = [...bodyRows, ...personRows]
  return { rows, pending: rows.some((r) => r.outcome === 'pending') }
}

/** A field of several parts is held against the register part by part. */
function askedOf(field: FormField, prefill: PrefillPath, value: unknown): Asked[] {
  if (typeof value === 'string') return value === '' ? [] : [{ field, path: prefill, filed: value }]
  if (!isParts(value)) return []
  const part = (path: PrefillPath, key: string, name: string): Asked[] =>
    value[key] ? [{ field, path, filed: value[key], part: { key, name } }] : []
  if (prefill === 'person')
    return [...part('person.name', 'name', '姓名'), ...part('person.idNumber', 'idNumber', '证件号码')]
  if (prefill === 'body')
    return [...part('body.name', 'name', '名称'), ...part('body.creditCode', 'creditCode', '信用代码')]
  return []
}

/** Whom `person.*` means for a body: its legal representative, by the enterprise register. */
async function legalPersonOf(deps: ExchangeDeps, code: string, asked: Asked[], asking: Asking, now: Date) {
  if (asked.length === 0) return { number: null, down: false }
  const answer = await askBody(deps, code, asking, now)
  if (!answer.ok) return { number: null, down: true }
  return { number: answer.value.record?.legalPersonId || null, down: false }
}

async function hold(
  deps: ExchangeDeps,
  kind: 'person' | 'body',
  number: string | null,
  asked: Asked[],
  asking: Asking,
  now: Date,
  filed?: FiledApplication,
): Promise<VerificationRow[]> {
  if (asked.length === 0) return []
  const source = kind === 'person' ? PEOPLE : BODIES
  if (number === null) return asked.map((a) => rowOf(a, 'not-found', null, source, null))
  const fields: Record<string, string> = {}
  for (const a of asked) {
    const name = REGISTER_FIELD[a.path]
    if (name) fields[name] = a.filed
  }
  const answer = await compareWith(deps, { kind, number, fields }, asking, now)
  return asked.map((a) => judged(deps, a, answer, number, source, filed))
}

function judged(
  deps: ExchangeDeps,
  a: Asked,
  answer: Answer<{ fields: FieldComparison[] | null; asOf: Date }>,
  number: string,
  source: string,
  filed: FiledApplication | undefined,
): VerificationRow {
  if (!answer.ok) return rowOf(a, 'pending', null, source, null)
  const { fields, asOf } = answer.value
  if (fields === null) return rowOf(a, 'not-found', null, source, asOf)
  const name = REGISTER_FIELD[a.path]
  if (name === null) {
    const sealed = filed ? openNumber(deps.identity.vault, filed.dossierId, filed.answers, a.field.key) : null
    const typed = sealed?.startsWith('{') ? (JSON.parse(sealed) as { idNumber: string }).idNumber : sealed
    const given = typed ?? a.filed
    const same = bareNumber(given) === bareNumber(number) || given === hiddenNumber(number)
    const shown = a.path === 'person.idNumber' ? maskNumber(number) : number
    return rowOf(a, same ? 'match' : 'differs', shown, source, asOf)
  }
  const compared = fields.find((f) => f.field === name)
  if (!compared || compared.result === 'unknown') return rowOf(a, 'not-found', null, source, asOf)
  return rowOf(a, compared.result, compared.registerValue, source, asOf)
}

function rowOf(
  a: Asked,
  outcome: VerificationRow['outcome'],
  registered: string | null,
  source: string,
  asOf: Date | null,
): VerificationRow {
  // What an officer compares needs no full number of a person.
  const hide = { 'person.phone': maskPhone, 'person.idNumber': maskNumber }
  const filed = a.path in hide ? hide[a.path as keyof typeof hide](a.filed) : a.filed
  const { key, label } = a.field
  const place = a.part
    ? { field: `${key}.${a.part.key}`, label: `${label}：${a.part.name}` }
    : { field: key, label }
  return { ...place, filed, registered, outcome, source, asOf }
}
