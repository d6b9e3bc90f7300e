import assert from 'node:assert/strict'
import test, { after, before } from 'node:test'
import { type PersonalHall, personalHall } from '../../../test/personal-hall.ts'
import type { ItemContent } from '../../catalogue/index.ts'
import { draftsImpact } from './impact.ts'

let hall: PersonalHall
before(async () => {
  hall = await personalHall()
})
after(() => hall.close())

const without = (c: ItemContent, key: string): ItemContent => ({
  ...c,
  form: { groups: c.form!.groups.map((g) => ({ ...g, fields: g.fields.filter((f) => f.key !== key) })) },
})

test('[Art. 5.1(3)] of more drafts than are looked through at a time each is counted once, with what its applicant will be told', async () => {
  const item = await hall.foodLicence()
  const { db } = hall.deps
  await db.query(
    `insert into hall.draft (draft_id, account_id, item_id, item_version, answers, created_at, saved_at)
     select gen_random_uuid(), gen_random_uuid(), $1, $2, case when n % 3 = 0 then '{"siteArea":"86.5"}' else '{}' end::jsonb, $3, $3
       from generate_series(1, 900) n`,
    [item.itemId, item.version, hall.now()],
  )
  const change = (content: ItemContent) => draftsImpact(hall.deps, item.itemId, 'change', content, hall.now())

  const gone = await change(without(item.content, 'siteArea'))
  assert.deepEqual([gone.moves, gone.needing], [600, 300])
  assert.deepEqual(
    gone.attention.map((a) => a.count),
    [300],
  )
  assert.match(gone.attention[0]!.told, /^不再问/)
  assert.deepEqual(await change({ ...item.content, summary: '改过' }), {
    moves: 900,
    needing: 0,
    attention: [],
  })
})
