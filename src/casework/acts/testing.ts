import { ensureOrgan, type Staff } from '../../identity/index.ts'
import { type ActWorld, actWorld, sampleContent } from '../testing.ts'

const POLICE = 'test-police'
const days = (n: number) => ({ days: n, unit: 'G' as const })
const own = { organId: '', materials: [], standard: '', note: '', parallel: '' }

/** 受理 → 图纸审查 ∥ 现场核查 ∥ 会签（另一部门）→ 复核 → 缴费 → 决定 */
const branching = sampleContent({
  promiseLimit: days(9),
  legalLimit: days(20),
  steps: [
    { ...own, key: 's1', name: '受理', phase: 'accept', kind: 'plain', post: 'window', limit: days(1) },
    {
      ...own,
      key: 'draw',
      name: '图纸审查',
      phase: 'examine',
      kind: 'drawing-review',
      post: 'examiner',
      limit: days(2),
      parallel: 'p',
      materials: ['m1'],
    },
    {
      ...own,
      key: 'visit',
      name: '现场核查',
      phase: 'examine',
      kind: 'site-visit',
      post: 'examiner',
      limit: days(4),
      parallel: 'p',
    },
    {
      ...own,
      key: 'joint',
      name: '会签',
      phase: 'examine',
      kind: 'joint-opinion',
      post: 'examiner',
      limit: days(3),
      parallel: 'p',
      organId: POLICE,
      materials: ['m1'],
    },
    { ...own, key: 'check', name: '复核', phase: 'examine', kind: 'plain', post: 'examiner', limit: days(1) },
    { ...own, key: 'pay', name: '缴费', phase: 'examine', kind: 'payment', post: 'window', limit: days(2) },
    { ...own, key: 'end', name: '决定', phase: 'decide', kind: 'plain', post: 'approver', limit: days(1) },
  ],
})

/** The world of acts with an item whose steps branch, and the officer of another department who signs in one of them. */
export async function stagesWorld(): Promise<{ world: ActWorld; police: Staff }> {
  const world = await actWorld(branching)
  const organ = {
    organId: POLICE,
    name: '示例区公安分局',
    shortName: '示例公安',
    creditCode: '',
    areaCode: '350102',
    areaName: '鼓楼区',
    kind: 'department',
    sample: true,
  } as const
  await world.deps.db.transaction((tx) => ensureOrgan(tx, organ))
  const police: Staff = {
    staffId: 'police-examiner',
    name: '郑巡',
    organId: POLICE,
    organName: organ.name,
    posts: [{ post: 'examiner', trainedOn: '2026-03-02' }],
  }
  return { world, police }
}
