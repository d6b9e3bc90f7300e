import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { creditCode } from '../../sandbox/register/numbers.ts'
import type { ImportReport, ImportSummary } from '../../src/catalogue/index.ts'
import { DAY_OF_JOURNEY, type TestPlatform } from './platform.ts'

/** The guide that the journey completes, publishes and applies with. */
export const NAME = '固定资产投资项目节能审查'

/** Public guides as an item library of a province returned them, where they lie beside the checkout. */
const REAL = join(import.meta.dirname, '../../../shared/data/guides/lingshan.json')

/** What a record of such a file says, as far as the journey holds the public guide against it. */
export interface SourceGuide {
  name: string
  dept: string
  basic_code: string
  materials: { name: string }[]
  laws: { name: string; clause: string; content: string }[]
  conditions: string
  legal_limit: { days: number }
  promise_limit: { days: number }
  faq: { q: string }[]
}

/** A file of guides to import: the real ones, or where they are not at hand an invented one written into the folder. */
export function guidesToImport(folder: string): { file: string; real: boolean } {
  if (existsSync(REAL)) return { file: REAL, real: true }
  const file = join(folder, 'guides.json')
  writeFileSync(file, JSON.stringify({ source: '示例事项库', guides: [INVENTED] }))
  return { file, real: false }
}

/** An invented record of the same shape, with the same gaps: a law without its clause, no steps, form, or sample. */
const INVENTED = {
  name: NAME,
  impl_code: `${creditCode('11', 910)}4000199910000`,
  basic_code: '000199910000',
  handle_item_code: '',
  item_type_code: '01',
  level_code: '4',
  area_code: '999999',
  dept: '示例县行政审批局（示例）',
  dept_code: creditCode('11', 910),
  serve_object_codes: ['2', '4'],
  project_type_code: '2',
  legal_limit: { days: 20, unit: '工作日' },
  promise_limit: { days: 5, unit: '工作日' },
  fee: false,
  conditions: '节能报告的内容和深度符合要求。\n项目的用能水平不高于本地控制目标（示例）。',
  materials: ['申请书', '节能报告'].map((name) => ({
    name,
    required: true,
    by_law: '《示例节能办法》第八条',
    original_copies: 1,
    photocopies: 1,
    source: '申请人自备',
    source_channel_code: '10',
    accept_standard: '内容真实，前后一致。',
  })),
  laws: [
    {
      name: '《示例节能办法》',
      number: '示例令第 1 号',
      clause: '第三条',
      content: '开工前先做节能审查（示例）。',
    },
    { name: '《示例节能法修改决定》', number: '', clause: '', content: '建立节能审查制度（示例）。' },
  ],
  special_links: [{ name_code: '9', days: 15, unit: '工作日', basis: '《示例节能办法》第八条' }],
  window: { name: '综合窗口', address: '示例县示例街 2 号', hours: '工作日 9:00–17:00', traffic: '' },
  result: { name: '关于某项目节能报告的批复', type_code: '20' },
  handle_form_codes: ['1', '2'],
  online: true,
  visits_required: 1,
  visit_reason: '核验原件',
  consult_phone: '0591-0000 0603',
  complaint_phone: '0591-0000 0604',
  themes: { natural: [], legal: ['040'] },
  faq: [{ q: '什么时候提交节能报告？', a: '开工以前（示例）。' }],
}

/** The command as an operator runs it, on the database of the running platform. */
export async function importGuides(
  platform: TestPlatform,
  file: string,
): Promise<ImportSummary & Pick<ImportReport, 'records'>> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', './src/platform/tsx.ts', 'scripts/import.ts', file, '--to', 'fz-mzj', '--json'],
    {
      cwd: join(import.meta.dirname, '../..'),
      env: {
        ...process.env,
        DATABASE_URL: platform.database.ownerUrl,
        RONGBAN_DATA: platform.dataDir,
        RONGBAN_CLOCK: DAY_OF_JOURNEY,
      },
    },
  )
  return JSON.parse(stdout)
}
