/** A booked visit and questions on the whole platform over HTTP, for tests of what others can do with them. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sampleAccounts } from '../../sandbox/register/people.ts'
import { createVault } from '../../src/identity/index.ts'
import { accountOf, deskCookie, hallCookie } from '../../src/identity/testing.ts'
import { loadSecrets } from '../../src/platform/secrets.ts'
import { LifeWorld } from '../life/world.ts'

export const OWN = 'gl-scjg'
export const WORDS = '只给部门看的问题戊戌'
const PHONE = '15400000002'

let world: LifeWorld
let itemId: string
let owner: string
let stranger: string
let desk: (post: string, organ?: string) => Promise<string>
/** A time that is free: day and minute. */
let free: { day: string; time: string }
let bookingId: string
let number: string
/** A visitor's question: its id as officers know it, number and code. */
let question: { id: string; number: string; code: string }
/** A question of the owner's account. */
let ownQuestion: string

const rows = <T extends object>(sql: string, values: unknown[] = []) =>
  world.database.db.query<T>(sql, values)

export interface Asked {
  cookie?: string
  method?: string
  /** A form, or a body of the API. */
  form?: Record<string, string> | string
  json?: unknown
  headers?: Record<string, string>
}
async function ask(path: string, { cookie = '', method, form, json, headers = {} }: Asked = {}) {
  const body =
    form !== undefined ? new URLSearchParams(form) : json === undefined ? undefined : JSON.stringify(json)
  const answer = await fetch(world.url + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      accept: path.startsWith('/api/') ? 'application/json' : 'text/html',
      cookie,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  return {
    status: answer.status,
    text: await answer.text(),
    headers: answer.headers,
    location: answer.headers.get('location') ?? '',
  }
}

async function aFreeTime() {
  const page = await ask(`/booking/${itemId}`)
  const days = [...page.text.matchAll(/day=(\d{4}-\d{2}-\d{2})/g)].map((m) => m[1]!)
  for (const day of [...new Set(days)].reverse()) {
    const times = (await ask(`/booking/${itemId}?day=${day}`)).text
    const radios = [...times.matchAll(/<input[^>]*name="time"[^>]*>/g)].map((m) => m[0])
    const radio = radios.find((one) => !one.includes('disabled'))
    if (radio) return { day, time: /value="(\d+)"/.exec(radio)![1]! }
  }
  throw new Error('no free time')
}

async function visitorsQuestion() {
  const sent = await ask('/ask', {
    form: { id: randomUUID(), about: 'organ', organ: OWN, text: WORDS, phone: PHONE },
  })
  assert.equal(sent.status, 200, sent.text.slice(0, 200))
  const of = (name: string) =>
    new RegExp(`<input type="hidden" name="${name}" value="([^"]+)"`).exec(sent.text)![1]!
  const [found] = await rows<{ id: string }>(
    'select enquiry_id as id from feedback.enquiry where number = $1',
    [of('number')],
  )
  return { id: found!.id, number: of('number'), code: of('code') }
}

/** The platform with a booked visit and two questions in it, and the people who have to do with them. */
export async function visiting() {
  world = await LifeWorld.begin()
  const { db } = world.database
  desk = (post, organ = OWN) => deskCookie(db, `staff-${organ}-${post}`, world.startedAt)
  const { accountId } = await world.dossier(await world.file())
  owner = await hallCookie(db, accountId, 2, world.startedAt)
  const vault = createVault(loadSecrets(world.dataDir))
  const another = await accountOf(db, vault, sampleAccounts[0]!, 2, world.startedAt)
  stranger = await hallCookie(db, another.accountId, 2, world.startedAt)
  const [item] = await rows<{ id: string }>(
    `select item_id as id from appointments.booking where organ_id = $1 limit 1`,
    [OWN],
  )
  itemId = item!.id
  free = await aFreeTime()
  bookingId = randomUUID()
  const booked = await ask('/my/bookings', { cookie: owner, form: { itemId, bookingId, ...free } })
  assert.equal(booked.status, 303, booked.text.slice(0, 300))
  ;[{ number }] = (await rows<{ number: string }>(
    'select number from appointments.booking where booking_id = $1',
    [bookingId],
  )) as [{ number: string }]
  question = await visitorsQuestion()
  const asked = await ask('/ask', {
    cookie: owner,
    form: { id: randomUUID(), about: 'organ', organ: OWN, text: WORDS },
  })
  assert.equal(asked.status, 303)
  ownQuestion = /enquiries\/([0-9a-f-]{36})/.exec(asked.location)![1]!
  return {
    world,
    rows,
    ask,
    aFreeTime,
    desk,
    itemId,
    owner,
    stranger,
    free,
    bookingId,
    number,
    question,
    ownQuestion,
  }
}

export type Visiting = Awaited<ReturnType<typeof visiting>>
