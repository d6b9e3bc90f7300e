import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '../platform/testing.ts'
import { loadStaff } from './load-staff.ts'
import { lockStaffBySubject } from './store.ts'

const organ = {
  organId: 'test-a',
  name: '示例区民政局',
  shortName: '示例民政',
  creditCode: '',
  areaCode: '350104',
  areaName: '示例区',
  kind: 'department',
  sample: true,
} as const
const trainedOn = '2026-03-02'
const entry = { staffId: 'a1', subject: 'staff-a1', name: '许文', organId: organ.organId }

test('a department cannot make its own people overseers of all: such a post is neither taken from a list nor held', async () => {
  const database = await testDatabase()
  const { db } = database
  try {
    const posts = [{ post: 'registrar', trainedOn }] as const
    await assert.rejects(
      db.transaction((tx) => loadStaff(tx, { organs: [organ], staff: [{ ...entry, posts }] })),
      /示例区民政局 cannot give the post registrar/,
    )
    const clerk = [{ post: 'clerk', trainedOn }] as const
    await db.transaction((tx) => loadStaff(tx, { organs: [organ], staff: [{ ...entry, posts: clerk }] }))
    for (const post of ['supervisor', 'registrar', 'reformer', 'operator'])
      await db.query('insert into identity.post_holding (staff_id, post, trained_on) values ($1, $2, $3)', [
        'a1',
        post,
        trainedOn,
      ])
    const found = await db.transaction((tx) => lockStaffBySubject(tx, 'staff-a1'))
    assert.deepEqual(
      found?.staff.posts.map((p) => p.post),
      ['clerk'],
    )
  } finally {
    await database.close()
  }
})
