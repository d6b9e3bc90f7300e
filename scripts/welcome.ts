import { SAMPLE_PASSWORD, sampleAccounts } from '../sandbox/register/people.ts'

const LEVELS = ['', '初级', '中级', '高级']

/** What `npm start` says when everything runs: the addresses, and the people of the sample world who can sign in. */
export function welcome(publicUrl: string, sandboxUrl: string): string {
  const citizens = sampleAccounts.filter((a) => ['person-lin-wan', 'person-chen-rongsheng'].includes(a.sub))
  const body = sampleAccounts.find((a) => a.kind === 'enterprise')
  const staff = sampleAccounts.filter((a) => a.organ === 'gl-scjg')
  const others = sampleAccounts.filter((a) => a.post && ['监督岗', '备案岗', '审改岗'].includes(a.post))
  const applicants = [...citizens, ...(body ? [body] : [])].map(
    (a) => `    ${a.sub.padEnd(28)} ${a.name}（${LEVELS[a.level]}）  ${a.purpose}`,
  )
  const officers = [...staff, ...others].map((a) => `    ${a.sub.padEnd(28)} ${a.name}（${a.post}）`)
  return [
    '',
    '  榕办 runs. Everything in it is 示例 (invented).',
    '',
    `  办事大厅 hall         ${publicUrl}/`,
    `  工作台 desk           ${publicUrl}/desk`,
    `  接口 OpenAPI          ${publicUrl}/api`,
    `  沙盒 neighbours       ${sandboxUrl}/        (phone, registers, archive, fault dials)`,
    '',
    `  Sign-ins, password ${SAMPLE_PASSWORD} (or one tap on the sign-in page):`,
    '  申请人',
    ...applicants,
    '  鼓楼区市场监督管理局、行政服务中心、审改办',
    ...officers,
    '',
    '  Ctrl-C ends all of it.',
    '',
  ].join('\n')
}
