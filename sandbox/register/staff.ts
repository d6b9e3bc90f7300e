import { samplePhone } from './numbers.ts'
import { sampleOrgans } from './organs.ts'

export type StaffRole =
  | 'window'
  | 'examiner'
  | 'approver'
  | 'clerk'
  | 'checker'
  | 'supervisor'
  | 'registrar'
  | 'reformer'
  | 'operator'

/** An invented officer. What they may do is decided by the platform (posts, training), not by the identity platform. */
export interface SampleStaff {
  sub: string
  name: string
  organ: string
  role: StaffRole
  /** The name of the post as people say it. */
  post: string
  staffNumber: string
  phone: string
}

const POSTS: Record<StaffRole, string> = {
  window: '受理岗',
  examiner: '审查岗',
  approver: '决定岗',
  clerk: '事项管理岗',
  checker: '部门审核岗',
  supervisor: '监督岗',
  registrar: '备案岗',
  reformer: '审改岗',
  operator: '运行岗',
}

const SURNAMES = '郭潘江余傅曾高翁魏卢施赖邱游俞严康程'
const GIVEN: Record<StaffRole, string> = {
  window: '小榕',
  examiner: '审言',
  approver: '致远',
  clerk: '清册',
  checker: '复核',
  supervisor: '明镜',
  registrar: '立册',
  reformer: '从简',
  operator: '守夜',
}

/** Departments that handle items have the posts of a dossier and of their catalogue; the other three have their own. */
const ROLES_OF: Record<string, StaffRole[]> = {
  'fz-xzfw': ['window', 'clerk', 'supervisor', 'registrar'],
  'fz-szb': ['operator'],
  'fz-sgb': ['reformer'],
}
const HANDLING: StaffRole[] = ['window', 'examiner', 'approver', 'clerk', 'checker']

export const sampleStaff: readonly SampleStaff[] = sampleOrgans.flatMap((organ, o) =>
  (ROLES_OF[organ.id] ?? HANDLING).map((role, r) => ({
    sub: `staff-${organ.id}-${role}`,
    name: `${SURNAMES[o]}${GIVEN[role]}`,
    organ: organ.id,
    role,
    post: POSTS[role],
    staffNumber: `SL${String(o + 1).padStart(2, '0')}${String(r + 1).padStart(2, '0')}`,
    phone: samplePhone(1000 + o * 10 + r),
  })),
)
