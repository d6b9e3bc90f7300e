import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds, type Post, postRuling, type Staff } from './staff.ts'

const officer: Staff = {
  staffId: 'SL0201',
  name: '潘小榕',
  organId: 'gl-scjg',
  organName: '鼓楼区市场监督管理局',
  posts: [
    { post: 'window', trainedOn: '2026-03-02' },
    { post: 'examiner', trainedOn: null },
  ],
}

test('[Art. 5.1(1)] an officer who was not trained for a post does not hold it, and is told why', () => {
  assert.equal(holds(officer, 'window'), true)
  assert.equal(holds(officer, 'examiner'), false)
  const ruling = postRuling(officer, 'examiner')
  assert.deepEqual([ruling.article, ruling.clause, ruling.outcome], [5, '5.1(1)', 'not-met'])
  assert.match(ruling.sentence.zh, /还没有完成审查岗的培训，先培训再上岗/)
  assert.deepEqual(postRuling(officer, 'window').facts['trainedOn'], '2026-03-02')
})

test('a post that the department has not given is refused in its name', () => {
  const others: Post[] = ['approver', 'clerk', 'supervisor', 'operator']
  for (const post of others) {
    const ruling = postRuling(officer, post)
    assert.deepEqual([ruling.clause, ruling.outcome, holds(officer, post)], ['5.1(4)', 'not-met', false])
    assert.match(ruling.sentence.zh, /鼓楼区市场监督管理局没有给你设/)
  }
})
