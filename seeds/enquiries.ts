import { itemForGuide } from '../src/catalogue/index.ts'
import {
  type AnswerDeps,
  type AskDeps,
  answer,
  ask,
  codeOf,
  followUp,
  passOn,
} from '../src/feedback/index.ts'
import type { Staff } from '../src/identity/index.ts'
import type { Database } from '../src/platform/database.ts'
import type { Result } from '../src/platform/refusal.ts'
import { itemsBySlug, sampleStaff } from './index.ts'
import { seedOrgan } from './organs.ts'

type Slug = keyof typeof itemsBySlug

const HOUR = 3_600_000

/** A question (示例) of nobody in particular, and how far it has come. */
interface SampleEnquiry {
  /** Its id, so that every start finds it again. */
  id: string
  /** About an item of today, or to a body, or '' for who does not know whom to ask. */
  about: { item: Slug } | { organ: string }
  text: string
  /** Hours before the start at which it was asked. */
  hoursAgo: number
  passedOn?: { to: string; reason: string }
  answer?: { text: string; publish: { question: string; answer: string } | null }
  followUp?: string
}

const SAMPLES: readonly SampleEnquiry[] = [
  {
    id: '5a3e0000-0000-4000-8000-000000000001',
    about: { item: 'food-licence' },
    text: '小吃店要从现在的地方搬到隔壁街，老板和店名都不变。原来的许可证还能接着用吗？',
    hoursAgo: 5,
    answer: {
      text: '不能接着用。许可证写明了经营场所，搬到别处要重新申请。材料照这份指南交，平面图画新的地方。',
      publish: {
        question: '店搬到别处，原来的食品经营许可证还能用吗？',
        answer: '不能。许可证写明了经营场所，搬到别处要重新申请，平面图画新的地方。',
      },
    },
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000002',
    about: { item: 'food-licence' },
    text: '我和朋友合伙开奶茶店，两个人都要交健康证明吗？朋友只出钱，不到店里来。',
    hoursAgo: 4,
    answer: {
      text: '接触直接入口食品的人才要健康证明。朋友不在店里做，不用交他的。',
      publish: null,
    },
    followUp: '那请的兼职学生，周末才来，也要吗？',
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000003',
    about: { item: 'food-licence' },
    text: '平面图自己手画可以吗？要不要请人用电脑画？',
    hoursAgo: 1,
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000004',
    about: { organ: 'gl-scjg' },
    text: '鼓楼区的市场监管窗口中午休息吗？我只有午饭时间能来。',
    hoursAgo: 9 * 24,
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000005',
    about: { item: 'employment-registration' },
    text: '我开网约车，没有签劳动合同，算灵活就业吗？登记的时候选哪一项？',
    hoursAgo: 2,
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000006',
    about: { organ: '' },
    text: '老房子加装电梯，楼里还有两户不同意，这件事归哪个部门管？',
    hoursAgo: 3,
  },
  {
    id: '5a3e0000-0000-4000-8000-000000000007',
    about: { organ: '' },
    text: '想在仓山办一个小型养老院，先找民政还是先找消防？',
    hoursAgo: 20,
    passedOn: { to: 'cs-mzj', reason: '养老机构备案由区民政局办。' },
  },
]

/** Loads the sample questions through the same acts as any other; what was said to them since stays. */
export async function loadSampleEnquiries(
  db: Database,
  shared: Pick<AskDeps, 'history' | 'calendar'>,
  now: Date,
): Promise<void> {
  // Nobody asked these: no number is sealed, no message goes out, and no code opens them.
  const vault = { seal: unused }
  const deps: AskDeps & AnswerDeps = {
    ...shared,
    db,
    queryCodeKey: Buffer.alloc(32),
    identity: { vault },
    tell: async () => {},
  }
  for (const sample of SAMPLES) await load(deps, sample, now)
}

async function load(deps: AskDeps & AnswerDeps, sample: SampleEnquiry, now: Date): Promise<void> {
  const { id: enquiryId, about, text } = sample
  const [known] = await deps.db.query('select 1 from feedback.enquiry where enquiry_id = $1', [enquiryId])
  if (known) return
  const askedAt = new Date(now.getTime() - sample.hoursAgo * HOUR)
  const itemId =
    'item' in about ? ((await itemForGuide(deps.db, itemsBySlug[about.item].implCode))?.itemId ?? null) : null
  const organId = 'organ' in about ? about.organ || null : null
  const question = { enquiryId, asker: null, itemId, organId, text, phone: '', sample: true }
  let { version, organId: holder, number } = must(await ask(deps, question, askedAt))
  const at = new Date(askedAt.getTime() + HOUR / 2)
  if (sample.passedOn) {
    const { to, reason } = sample.passedOn
    const command = { key: 'sample', version, organId: to, reason }
    version = must(await passOn(deps, officerOf(holder), enquiryId, command, at)).version
    holder = to
  }
  if (sample.answer)
    must(await answer(deps, officerOf(holder), enquiryId, { key: 'sample', version, ...sample.answer }, at))
  if (sample.followUp) {
    const by = { number, code: codeOf(deps.queryCodeKey, enquiryId) }
    const said = { key: 'sample', text: sample.followUp }
    must(await followUp(deps, by, enquiryId, said, null, new Date(at.getTime() + HOUR)))
  }
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`sample question: ${result.refusal.sentence}`)
  return result.value
}

const unused = (): never => {
  throw new Error('a sample question leaves no number')
}

/** Who has the post of the window there, or of the registrar. */
function officerOf(organId: string): Staff {
  const found = sampleStaff.find((s) => s.organId === organId && s.posts.some((p) => p.post === 'window'))
  if (!found) throw new Error(`no sample officer in ${organId}`)
  return { ...found, organName: seedOrgan(organId).name }
}
