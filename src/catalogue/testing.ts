import { randomUUID } from 'node:crypto'
import { createHistory, type History } from '../history/index.ts'
import { loadStaff, type Staff } from '../identity/index.ts'
import { createJobs } from '../platform/jobs.ts'
import { type TestDatabase, testDatabase } from '../platform/testing.ts'
import type { CatalogueDeps } from './acts/scene.ts'
import { type GateContext, GUIDE_ALONE } from './gate/context.ts'
import { type ItemContent, itemContent } from './item.ts'
import { insertItem, saveDraftRow } from './store.ts'

/** Two departments of nowhere, their people, and a guide that lacks nothing: the world of this module's tests. */
export const ORGAN = {
  organId: 'test-food',
  name: '示例区市场监督管理局',
  shortName: '示例市监',
  creditCode: '11999999000000901Y',
  areaCode: '350102',
  areaName: '示例区',
  kind: 'department',
  sample: true,
} as const
export const OTHER_ORGAN = {
  ...ORGAN,
  organId: 'test-health',
  name: '示例区卫生健康局',
  creditCode: '119999990000009022',
} as const
/** 行政服务管理机构, 审改机构, and a department of the city with two of its districts' departments to hand down to. */
export const SERVICE = {
  ...ORGAN,
  organId: 'test-service',
  name: '示例市行政服务管理机构',
  creditCode: '119999990000009035',
  areaCode: '350100',
  kind: 'supervisor',
} as const
export const REFORM = {
  ...SERVICE,
  organId: 'test-reform',
  name: '示例市审改机构',
  creditCode: '119999990000009048',
  kind: 'reform',
} as const
export const CITY = {
  ...SERVICE,
  organId: 'test-city',
  name: '示例市市场监督管理局',
  areaName: '示例市',
  creditCode: '11999999000000905B',
  kind: 'department',
} as const
export const EAST = {
  ...ORGAN,
  organId: 'test-east',
  name: '东示例区市场监督管理局',
  areaName: '东示例区',
  creditCode: '11999999000000906E',
} as const
export const WEST = {
  ...EAST,
  organId: 'test-west',
  name: '西示例区市场监督管理局',
  areaName: '西示例区',
  areaCode: '350103',
  creditCode: '11999999000000907H',
} as const

const officer = (
  staffId: string,
  name: string,
  organ: { organId: string; name: string },
  post: Staff['posts'][0],
) => ({
  staffId,
  name,
  organId: organ.organId,
  organName: organ.name,
  posts: [post],
})
const trainedOn = '2026-03-02'
export const clerk: Staff = officer('t1', '许文', ORGAN, { post: 'clerk', trainedOn })
export const secondClerk: Staff = officer('t2', '高敬', ORGAN, { post: 'clerk', trainedOn })
export const newClerk: Staff = officer('t3', '方新', ORGAN, { post: 'clerk', trainedOn: null })
export const examiner: Staff = officer('t4', '林审', ORGAN, { post: 'examiner', trainedOn })
export const otherClerk: Staff = officer('t5', '陈卫', OTHER_ORGAN, { post: 'clerk', trainedOn })
export const supervisor: Staff = officer('t6', '江督', SERVICE, { post: 'supervisor', trainedOn })
export const checker: Staff = officer('t9', '卢核', ORGAN, { post: 'checker', trainedOn })
export const registrar: Staff = officer('t10', '施册', SERVICE, { post: 'registrar', trainedOn })
export const reformer: Staff = officer('t11', '赖简', REFORM, { post: 'reformer', trainedOn })
/** A clerk, a checker and those who handle, in an organ of the devolution; `no` keeps their ids apart. */
const crew = (organ: { organId: string; name: string }, no: string) => ({
  clerk: officer(`${no}-clerk`, `${no}册`, organ, { post: 'clerk', trainedOn }) as Staff,
  checker: officer(`${no}-checker`, `${no}核`, organ, { post: 'checker', trainedOn }) as Staff,
  window: officer(`${no}-window`, `${no}窗`, organ, { post: 'window', trainedOn }) as Staff,
  examiner: officer(`${no}-examiner`, `${no}审`, organ, { post: 'examiner', trainedOn }) as Staff,
  approver: officer(`${no}-approver`, `${no}决`, organ, { post: 'approver', trainedOn }) as Staff,
})
export const city = crew(CITY, '市')
export const east = crew(EAST, '东')
export const west = crew(WEST, '西')
const window_: Staff = officer('t7', '郑窗', ORGAN, { post: 'window', trainedOn })
const approver: Staff = officer('t8', '黄决', ORGAN, { post: 'approver', trainedOn })

export const NOW = new Date('2026-11-23T02:00:00Z')

/** A whole guide; `changes` make the hole that a test is about. */
export function guide(changes: Partial<ItemContent> = {}): ItemContent {
  const basicCode = '350117002000'
  return itemContent.parse({
    sample: true,
    name: '食品经营许可（新办）',
    nameEn: 'Food business licence',
    summary: '给要卖食品、做餐饮的人办许可证。',
    everydayNames: ['开饭店', '餐饮许可证', '卫生许可'],
    basicCode,
    implCode: `${ORGAN.creditCode}4${basicCode}`,
    itemType: '01',
    level: '4',
    areaCode: ORGAN.areaCode,
    organId: ORGAN.organId,
    organName: ORGAN.name,
    serviceObjects: ['1', '2'],
    topics: ['餐饮食品'],
    legalBasis: [{ name: '示例法', clause: '第一条' }],
    conditions: ['有固定的经营场所'],
    materials: [{ key: 'm1', name: '平面布局图', basis: '示例法第一条' }],
    steps: [
      { key: 'accept', name: '受理', phase: 'accept', post: 'window', limit: { days: 1, unit: 'G' } },
      { key: 'examine', name: '审查', phase: 'examine', post: 'examiner', limit: { days: 3, unit: 'G' } },
      { key: 'decide', name: '决定', phase: 'decide', post: 'approver', limit: { days: 1, unit: 'G' } },
    ],
    counterSteps: ['受理', '审查', '决定'],
    legalLimit: { days: 20, unit: 'G' },
    promiseLimit: { days: 5, unit: 'G' },
    fee: { charged: false, basis: '' },
    handlingForms: ['1', '2'],
    place: { name: '示例窗口', address: '示例路 1 号', hours: '工作日 9:00–17:00' },
    result: {
      type: 'licence',
      name: '食品经营许可证',
      faceFields: [{ label: '经营者', value: '{form.trader}', sampleValue: '示例小馆' }],
    },
    consultPhone: '0591-00000101',
    complaintPhone: '0591-00000102',
    faq: [{ q: '要多久？', a: '5 个工作日。' }],
    remedy: { reviewOrgan: '示例区人民政府', court: '示例区人民法院' },
    form: {
      groups: [
        {
          key: 'shop',
          title: '经营场所',
          fields: [
            { key: 'trader', label: '经营者', type: 'text' },
            {
              key: 'kind',
              label: '业态',
              type: 'choice',
              options: [
                { value: 'eatery', label: '餐饮' },
                { value: 'shop', label: '销售' },
              ],
            },
            { key: 'seats', label: '座位数', type: 'number', when: { field: 'kind', equals: 'eatery' } },
          ],
        },
      ],
    },
    ...changes,
  })
}

export interface CatalogueWorld {
  database: TestDatabase
  deps: CatalogueDeps
  history: History
  /** An item of ORGAN with a draft of this content; its codes follow from `serial`, so that several can stand side by side. */
  draft(changes?: Partial<ItemContent>, serial?: number): Promise<string>
  close(): Promise<void>
}

export async function catalogueWorld(): Promise<CatalogueWorld> {
  const database = await testDatabase()
  const { db } = database
  const history = createHistory(createJobs(database.appUrl, () => {}))
  const staff = [clerk, secondClerk, newClerk, examiner, otherClerk, supervisor, window_, approver].concat(
    [checker, registrar, reformer],
    ...[city, east, west].map((crew) => Object.values(crew)),
  )
  await db.transaction((tx) =>
    loadStaff(tx, {
      organs: [ORGAN, OTHER_ORGAN, SERVICE, REFORM, CITY, EAST, WEST],
      staff: staff.map((s) => ({ ...s, subject: `staff-${s.staffId}`, sample: true })),
    }),
  )
  let last = 0
  return {
    database,
    deps: { db, history },
    history,
    async draft(changes = {}, serial = ++last) {
      const basicCode = `3501${String(17000 + serial)}000`
      const content = guide({ basicCode, implCode: `${ORGAN.creditCode}4${basicCode}`, ...changes })
      const itemId = randomUUID()
      const { implCode, handleItemCode, organId } = content
      await db.transaction(async (tx) => {
        await insertItem(tx, { itemId, implCode, handleItemCode, organId })
        const counted = { blocks: 0, warns: 0 }
        const by = { kind: 'system', id: 'test', name: '测试' } as const
        await saveDraftRow(tx, { itemId, version: 1, revision: 1, content, ...counted }, by, NOW)
      })
      return itemId
    },
    close: () => database.close(),
  }
}

/** The whole guide as a copy of its directory entry, and the context in which the gate finds nothing in it. */
export function boundGuide(): { whole: ItemContent; context: GateContext } {
  const whole = guide({ directoryVersion: 1, directoryName: '食品经营许可' })
  const place = { ...whole.place!, centreId: 'centre-test' }
  const { basicCode, itemType, legalBasis, directoryName: name } = whole
  return {
    whole: { ...whole, place },
    context: {
      ...GUIDE_ALONE,
      staffing: { creditCode: ORGAN.creditCode, holders: { window: 1, examiner: 1, approver: 1 } },
      joint: {},
      directory: { basicCode, itemType, legalBasis, name, version: 1, state: 'in-force', exempt: [] },
    },
  }
}
