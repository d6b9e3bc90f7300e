import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WorklistRow } from '../../src/casework/api/worklist-contract.ts'
import { addressOf, viewOf } from './address.ts'
import { byDue } from './groups.ts'

const NOW = '2026-10-13T06:20:00.000Z'

function row(light: WorklistRow['light'], dueAt: string | null, remainingDays: number | null): WorklistRow {
  return {
    dossierId: `${light}${dueAt}`,
    number: '1'.repeat(43),
    light,
    dueAt,
    yellowAt: null,
    clock: 'promised',
    usedDays: 1,
    limitDays: 8,
    unit: 'G',
    remainingDays,
    pausedFor: '',
    todo: '',
    mark: '',
    applicant: '',
    itemName: '',
    stepName: '',
    status: 'accepted',
    result: null,
    receivedAt: NOW,
    sample: true,
  }
}

test('rows stand under when they are due, in the order of the list, the overdue first', () => {
  const rows = [
    row('red', '2026-10-12T09:30:00.000Z', -1),
    row('yellow', '2026-10-13T09:30:00.000Z', 1),
    row('green', '2026-10-14T09:30:00.000Z', 2),
    row('green', '2026-10-20T09:30:00.000Z', 6),
    row('paused', null, null),
  ]
  assert.deepEqual(
    byDue(rows, NOW).map((g) => [g.title, g.rows.length]),
    [
      ['已超时', 1],
      ['今天到期', 1],
      ['1 至 2 个工作日', 1],
      ['以后', 1],
      ['暂停中', 1],
    ],
  )
  assert.equal(byDue(rows, NOW)[1]?.note, '17:30 前，还有 3 小时 10 分')
})

test('the address of a view names only what is unusual, and leads back to the same view', () => {
  const usual = viewOf(new URLSearchParams(''))
  assert.equal(addressOf(usual), '/worklist')
  const view = { filter: 'paused', q: '茶铺 & 店', sort: 'received', page: 3, preview: false } as const
  const address = addressOf(view)
  assert.deepEqual(viewOf(new URLSearchParams(address.split('?')[1])), view)
})

test('an address that somebody mistyped shows the usual list', () => {
  const view = viewOf(new URLSearchParams('filter=nonsense&page=-4&sort=x'))
  assert.deepEqual([view.filter, view.page, view.sort], ['all', 1, 'due'])
})
