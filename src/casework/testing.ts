import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type ItemContent, type ItemVersion, itemContent } from '../catalogue/index.ts'
import { createHistory } from '../history/index.ts'
import { ensureOrgan, type Staff } from '../identity/index.ts'
import { createJobs } from '../platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../platform/testing.ts'
import { officialCalendar } from '../regulation/index.ts'
import { accept } from './acts/acceptance.ts'
import type { CaseworkDeps } from './acts/act.ts'
import { judgeMaterial } from './acts/examine-materials.ts'
import { drawDossierNumber, submit } from './acts/submit.ts'
import type { Applicant } from './dossier.ts'
import { queryCode } from './query-code.ts'
import { type HandedIn, readDossier } from './store.ts'

/** A small world for the tests of acts: one organ with its officers, one item in force, one applicant. */
export interface ActWorld {
  test: TestDatabase
  deps: CaseworkDeps
  item: ItemVersion
  applicant: Applicant
  window: Staff
  examiner: Staff
  approver: Staff
  /** An officer of another organ. */
  stranger: Staff
  file(now: Date): Promise<Filed>
  /** What an officer's screen would send with any act: a fresh key and the version that it shows. */
  cmd(dossierId: string): Promise<{ key: string; version: number }>
  /** The window looks at every material; `faults` says by key what is wrong with some. */
  judgeAll(dossierId: string, now: Date, faults?: Record<string, string>): Promise<void>
  /** Filed, looked at and accepted at `now`. */
  accepted(now: Date): Promise<Filed>
  close(): Promise<void>
}

interface Filed {
  dossierId: string
  number: string
  queryCode: string
}

const ORGAN = 'gl-scjg'

export const sampleContent = (change: Partial<ItemContent> = {}): ItemContent =>
  itemContent.parse({
    sample: true,
    name: '食品经营许可（示例）',
    basicCode: '350117002000',
    implCode: '11999999MB00000001435011700200'.padEnd(31, '0'),
    itemType: '01',
    organId: ORGAN,
    organName: '鼓楼区市场监督管理局',
    areaCode: '350102',
    materials: [
      { key: 'm1', name: '平面图', basis: '办法第十五条' },
      { key: 'm2', name: '制度目录', basis: '办法第十五条' },
    ],
    steps: [
      { key: 's1', name: '受理', phase: 'accept', post: 'window', limit: { days: 1, unit: 'G' } },
      {
        key: 's2',
        name: '现场核查',
        phase: 'examine',
        kind: 'site-visit',
        post: 'examiner',
        limit: { days: 2, unit: 'G' },
      },
      { key: 's3', name: '决定', phase: 'decide', post: 'approver', limit: { days: 1, unit: 'G' } },
    ],
    specialProcedures: [{ name: '检验检测', days: 15, unit: 'G', basis: '行政许可法第四十五条' }],
    legalLimit: { days: 10, unit: 'G' },
    promiseLimit: { days: 5, unit: 'G' },
    result: { type: 'licence', name: '食品经营许可证' },
    remedy: { reviewOrgan: '鼓楼区人民政府（示例）', court: '鼓楼区人民法院（示例）' },
    ...change,
  })

export async function actWorld(content: ItemContent = sampleContent()): Promise<ActWorld> {
  const test = await testDatabase()
  const { db } = test
  const jobs = createJobs(test.appUrl, () => {})
  const deps: CaseworkDeps = {
    db,
    jobs,
    history: createHistory(jobs),
    calendar: officialCalendar,
    queryCodeKey: Buffer.alloc(32, 7),
  }
  const itemId = randomUUID()
  await db.transaction(async (tx) => {
    await ensureOrgan(tx, {
      organId: ORGAN,
      name: '鼓楼区市场监督管理局',
      shortName: '鼓市监',
      creditCode: '11999999MB00000001',
      areaCode: '350102',
      areaName: '鼓楼区',
      kind: 'department',
      sample: true,
    })
    await tx.query(
      'insert into catalogue.item (item_id, impl_code, organ_id, published_version) values ($1, $2, $3, 1)',
      [itemId, content.implCode, ORGAN],
    )
    await tx.query(
      `insert into catalogue.item_version (item_id, version, status, content, created_at, published_at)
       values ($1, 1, 'published', $2, now(), now())`,
      [itemId, JSON.stringify(content)],
    )
  })
  const item: ItemVersion = { itemId, version: 1, status: 'published', publishedAt: null, content }
  const officer = (post: Staff['posts'][number]['post'], organId = ORGAN): Staff => ({
    staffId: `${organId}-${post}`,
    name: { window: '林晓', examiner: '陈立', approver: '高敬之' }[post as string] ?? post,
    organId,
    organName: '鼓楼区市场监督管理局',
    posts: [{ post, trainedOn: '2026-03-02' }],
  })
  const applicant: Applicant = {
    accountId: randomUUID(),
    kind: 'person',
    name: '陈榕生',
    idKind: 'resident-id',
    idMasked: '999999****0010',
    phoneMasked: '154****0002',
  }
  const upload = (materialKey: string, name: string): HandedIn => ({
    materialKey,
    name,
    source: 'upload',
    fileId: randomUUID(),
    fileName: `${name}.pdf`,
    licence: null,
  })
  const window = officer('window')
  let keys = 0
  const world: ActWorld = {
    test,
    deps,
    item,
    applicant,
    window,
    examiner: officer('examiner'),
    approver: officer('approver'),
    stranger: officer('window', 'tj-wjw'),
    async file(now) {
      const number = await drawDossierNumber(deps, item, now)
      const dossierId = randomUUID()
      const application = {
        dossierId,
        number,
        item,
        applicant,
        answers: { area: 86 },
        materials: [upload('m1', '平面图'), upload('m2', '制度目录')],
        channel: 'web' as const,
        delivery: {},
      }
      await db.transaction((tx) => submit(deps, tx, application, now))
      return { dossierId, number, queryCode: queryCode(deps.queryCodeKey, dossierId) }
    },
    async cmd(dossierId) {
      const dossier = await readDossier(db, dossierId)
      keys += 1
      return { key: `k${keys}`, version: dossier!.version }
    },
    async judgeAll(dossierId, now, faults = {}) {
      for (const materialKey of ['m1', 'm2']) {
        const problem = faults[materialKey] ?? ''
        const verdict = problem ? ('fault' as const) : ('ok' as const)
        const judged = {
          ...(await world.cmd(dossierId)),
          materialKey,
          verdict,
          problem,
          cure: '补画并标尺寸',
        }
        const result = await judgeMaterial(deps, window, dossierId, judged, now)
        assert.equal(result.ok, true)
      }
    },
    async accepted(now) {
      const filed = await world.file(now)
      await world.judgeAll(filed.dossierId, now)
      const result = await accept(deps, window, filed.dossierId, await world.cmd(filed.dossierId), now)
      assert.equal(result.ok, true)
      return filed
    },
    async close() {
      await jobs.stop().catch(() => {})
      await test.close()
    },
  }
  return world
}
