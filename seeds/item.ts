import type { z } from 'zod'
import { creditCode as madeUpCode, residentId as madeUpId } from '../sandbox/register/numbers.ts'
import {
  type ItemContent,
  itemContent,
  type Limit,
  type Material,
  type MediaKind,
  type Step,
} from '../src/catalogue/index.ts'
import { centreOf } from './centres.ts'
import type { GroupSeed } from './fields.ts'
import { type HeldLicenceKind, heldLicenceKinds, licenceTypeCode } from './licence-kinds.ts'
import { type SeedOrgan, sampleOrgans, seedOrgan } from './organs.ts'
import type { TopicName } from './topics.ts'

type Input = z.input<typeof itemContent>
type MaterialInput = NonNullable<Input['materials']>[number]

/** What a sample item says for itself; everything that follows from its organ and serial is filled in by `sampleItem`. */
export interface ItemSeed
  extends Pick<
    Input,
    | 'name'
    | 'nameEn'
    | 'summary'
    | 'summaryEn'
    | 'conditions'
    | 'legalBasis'
    | 'legalLimitNote'
    | 'promiseLimitNote'
    | 'specialProcedures'
    | 'serviceObjects'
    | 'faq'
    | 'visits'
    | 'visitReason'
    | 'noMaterialsNeeded'
    | 'situations'
  > {
  slug: string
  /** 1–99, unique over the sample items: becomes the main serial of the codes and the sequence of the licence type. */
  serial: number
  /** 子项: the serial of the main item that it belongs to, and its own number under it. */
  sub?: { main: number; number: number }
  /** 业务办理项 of the same implementation code: 2 and up. It shares slug, serial and kind of licence with the first. */
  variant?: number
  organ: string
  /** 事项类型, GB/T 39046 A.1 */
  type: '01' | '05' | '07' | '10' | '20'
  everydayNames: string[]
  topics: TopicName[]
  materials: MaterialInput[]
  groups: GroupSeed[]
  steps: Step[]
  legalLimit: Limit
  promiseLimit: Limit
  /** Left out: free of charge under the Administrative Licensing Law, Art. 58, or because the service is public. */
  fee?: NonNullable<Input['fee']>
  result: NonNullable<Input['result']>
}

/** Numbers of nobody for the samples of results (结果样本): right check character, subject number 0. */
export const SPECIMEN = {
  trader: madeUpCode('92', 0),
  company: madeUpCode('91', 0),
  institution: madeUpCode('12', 0),
  privateBody: madeUpCode('52', 0),
  socialBody: madeUpCode('51', 0),
  person: madeUpId('1990-01-01', 0),
} as const

/** Working days (工作日). */
export const days = (n: number): Limit => ({ days: n, unit: 'G' })
/** 当场办结 */
export const onTheSpot: Limit = { days: 0, unit: 'G' }

/** The note on items whose own law names no period. */
export const GENERAL_LIMIT_NOTE =
  '所依据的法律没有另定审批时限，按行政许可法第四十二条，自受理之日起 20 个工作日；经本机关负责人批准可以延长 10 个工作日。'
export const UNLIMITED_NOTE =
  '所依据的法律没有规定这项服务的办理时限，不属于行政许可；这里参照行政许可法第四十二条，最长不超过 20 个工作日。'

type StepExtra = Partial<
  Pick<Step, 'name' | 'standard' | 'note' | 'kind' | 'parallel' | 'organId' | 'materials'>
>
const step = (
  key: string,
  name: string,
  phase: Step['phase'],
  post: Step['post'],
  n: number,
  extra: StepExtra,
): Step => ({
  key,
  name,
  phase,
  kind: 'plain',
  post,
  limit: days(n),
  parallel: '',
  organId: '',
  materials: [],
  standard: '',
  note: '',
  ...extra,
})

export const accept = (n: number, standard: string, extra: StepExtra = {}) =>
  step('accept', '受理', 'accept', 'window', n, {
    standard,
    note: '窗口看材料齐不齐、填得对不对；缺什么一次告诉您。',
    ...extra,
  })
export const siteVisit = (n: number, standard: string, extra: StepExtra = {}) =>
  step('visit', '现场核查', 'examine', 'examiner', n, {
    kind: 'site-visit',
    standard,
    note: '两名以上工作人员到现场看，去之前打电话和您约时间。',
    ...extra,
  })
export const expertReview = (n: number, standard: string, extra: StepExtra = {}) =>
  step('review', '专家评审', 'examine', 'examiner', n, {
    kind: 'expert-review',
    standard,
    note: '请专家看方案，意见会告诉您。',
    ...extra,
  })
export const examine = (n: number, standard: string, extra: StepExtra = {}) =>
  step('examine', '审查', 'examine', 'examiner', n, {
    standard,
    note: '审查人员逐项核对材料和登记信息。',
    ...extra,
  })
/** 图纸审查 of the materials named: an opinion on each drawing. */
export const drawingReview = (n: number, materials: string[], standard: string, extra: StepExtra = {}) =>
  step('drawings', '图纸审查', 'examine', 'examiner', n, {
    kind: 'drawing-review',
    materials,
    standard,
    note: '审图人员逐份看图纸，有问题的写明在哪一处。',
    ...extra,
  })
/** 会签: an opinion of another department, which sees the materials named. */
export const jointOpinion = (
  n: number,
  name: string,
  organId: string,
  materials: string[],
  standard: string,
  extra: StepExtra = {},
) =>
  step('joint', name, 'examine', 'examiner', n, {
    kind: 'joint-opinion',
    organId,
    materials,
    standard,
    ...extra,
  })
export const payment = (n: number, standard: string, extra: StepExtra = {}) =>
  step('pay', '缴费', 'examine', 'window', n, {
    kind: 'payment',
    standard,
    note: '窗口把应缴的金额告诉您，缴了以后登记票据号。',
    ...extra,
  })
export const decide = (n: number, standard: string, extra: StepExtra = {}) =>
  step('decide', '决定', 'decide', 'approver', n, {
    standard,
    note: '负责人作出决定，结果发短信告诉您。',
    ...extra,
  })

/** A material that a held e-licence answers; upload is only for when the licence platform cannot be reached. */
export function held(key: string, kind: HeldLicenceKind, extra: Partial<Material> = {}): MaterialInput {
  const { name } = heldLicenceKinds[kind]
  return {
    key,
    name,
    source: '20',
    sourceOrgan: kind === 'resident-id' ? '公安机关' : '登记机关',
    licenceKind: kind,
    standard: '在有效期内，名称、号码和申请表一致',
    note: '有电子证照的不用上传，我们自己调取；调不到时再拍照上传。',
    ...extra,
  }
}

export interface UploadExtra extends Partial<Omit<Material, 'key' | 'name' | 'standard' | 'accept'>> {
  accept?: MediaKind[]
}
/** A material that the applicant makes and uploads. `standard` says what makes it right. */
export function upload(
  key: string,
  name: string,
  standard: string,
  basis: string,
  extra: UploadExtra = {},
): MaterialInput {
  return { key, name, standard, basis, ...extra }
}

/** Main items from 90001 on do not occur in catalogues; a sample code can be told from a real one at a glance. */
export const basicCodeOf = (type: string, main: number, sub = 0): string =>
  `35${type}9${String(main).padStart(4, '0')}${String(sub).padStart(3, '0')}`

/** 事项名称 in the directory: without what narrows it to one handling. */
export const directoryNameOf = (name: string): string => name.replace(/（[^（）]*）$/u, '')

function codes(seed: ItemSeed, organ: SeedOrgan) {
  const { main, number } = seed.sub ?? { main: seed.serial, number: 0 }
  const basicCode = basicCodeOf(seed.type, main, number)
  const level = organ.areaCode === '350100' ? '3' : '4'
  const implCode = `${organ.creditCode}${level}${basicCode}`
  return {
    basicCode,
    level,
    implCode,
    handleItemCode: `${implCode}${String(seed.variant ?? 1).padStart(2, '0')}`,
  }
}

/** 0591-0000 01xx: eight digits that no exchange in Fuzhou has. */
function phones(organ: SeedOrgan) {
  const i = sampleOrgans.indexOf(organ)
  const line = (n: number) => `0591-0000 01${String(n).padStart(2, '0')}`
  return { consultPhone: line(i * 2), complaintPhone: line(i * 2 + 1) }
}

function place(organ: SeedOrgan, serial: number) {
  const window = `${(serial % 12) + 1} 号窗口`
  const { centreId, name, address, hours } = centreOf(organ.areaCode)
  return { name: `${name}2 楼 ${window}`, address, hours, centreId, windows: window }
}

const freeOfCharge = (type: ItemSeed['type']) => ({
  charged: false,
  basis:
    type === '01'
      ? '不收费。行政许可法第五十八条：实施行政许可不得收费，法律、行政法规另有规定的除外。'
      : '不收费。没有法律、行政法规规定可以收费。',
  items: [],
  payOnline: false,
})

/** Completes a sample item: codes, phones, place, remedy, counter steps and everything else that follows from its organ. */
export function sampleItem(seed: ItemSeed): ItemContent {
  const { slug, serial, organ: organId, type, groups, materials, legalLimit, promiseLimit, result } = seed
  const organ = seedOrgan(organId)
  const stepNames = seed.steps.map((s) => s.name)
  const handsOver = result.type !== 'none'
  const byCourier = materials.some((m) => m.courierAllowed)
  const holds =
    result.type === 'licence' ? { licenceKind: slug, licenceTypeCode: licenceTypeCode(100 + serial) } : {}
  return itemContent.parse({
    ...seed,
    ...codes(seed, organ),
    directoryVersion: 1,
    directoryName: directoryNameOf(seed.name),
    ...phones(organ),
    sample: true,
    itemType: type,
    projectType: promiseLimit.days === 0 ? '1' : '2',
    areaCode: organ.areaCode,
    organId,
    organName: organ.name,
    materials,
    counterSteps: ['现场取号、交件', ...stepNames, ...(handsOver ? ['窗口领取结果'] : [])],
    legalLimit,
    promiseLimit,
    fee: seed.fee ?? freeOfCharge(type),
    handlingForms: byCourier ? ['1', '2', '3', '4'] : ['1', '2', '3'],
    express: handsOver,
    bookable: true,
    place: place(organ, serial),
    result: { ...holds, ...result },
    remedy: {
      reviewOrgan: `${organ.areaName}人民政府（示例）`,
      court: `${organ.areaName === '福州市' ? '鼓楼区' : organ.areaName}人民法院（示例）`,
    },
    form: { groups },
    origin: '',
  } satisfies Input & Record<string, unknown>)
}
