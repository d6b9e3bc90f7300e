import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemsBySlug } from '../../../seeds/index.ts'
import type { Dossier, DossierClocks } from '../../casework/index.ts'
import { officialCalendar } from '../../regulation/index.ts'
import type { DossierStep } from '../../ui/index.ts'
import { publicSteps } from '../public/progress/steps.ts'
import { progressOf } from './progress.ts'

const content = itemsBySlug['road-excavation']!
const now = new Date('2026-10-13T09:30:00+08:00')
const dossier = (status: Dossier['status'], open: string[]): Dossier =>
  ({
    status,
    result: null,
    closedAt: null,
    stepKey: open[0] ?? 'accept',
    stepName: '',
    organName: content.organName,
    corrections: 0,
    sample: true,
    clock: { step: { key: open[0], limit: { days: 3, unit: 'G' }, from: now.toISOString(), open } },
  }) as unknown as Dossier
const clocks = { governing: { dueDay: '2026-10-16', light: 'green' } } as unknown as DossierClocks
const read = (steps: DossierStep[]) =>
  steps.map((s) =>
    s.branches ? s.branches.map((b) => `${b.title}:${b.state}`).join(' | ') : `${s.title}:${s.state}`,
  )
const mine = (d: Dossier) =>
  read(
    progressOf({
      dossier: d,
      content,
      events: [],
      clocks,
      answerUntil: null,
      now,
      calendar: officialCalendar,
      lang: 'zh',
    }),
  )

test('the applicant sees side by side what runs at the same time, and which of it is done [Art. 6.1]', () => {
  assert.deepEqual(mine(dossier('accepted', ['visit', 'joint'])).slice(0, 2), [
    '图纸审查:done | 现场核查:now | 公安交通管理部门会签:now',
    '审查:next',
  ])
})

test('before acceptance the branches lie ahead together', () => {
  const ahead = mine(dossier('received', []))
  assert.ok(ahead.includes('图纸审查:next | 现场核查:next | 公安交通管理部门会签:next'), ahead.join('\n'))
})

test('who asks with number and query code sees the same branches [Art. 6.1]', () => {
  const told = publicSteps({ dossier: dossier('accepted', ['visit']), content, events: [], now, lang: 'zh' })
  assert.deepEqual(read(told).slice(0, 2), [
    '图纸审查:done | 现场核查:now | 公安交通管理部门会签:done',
    '审查:next',
  ])
})
