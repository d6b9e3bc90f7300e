import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { SIGN_IN_NEEDED, type Staff } from '../../identity/index.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Result } from '../../platform/refusal.ts'
import { type Reply, type Request, sendRefusal, type Web } from '../../platform/web.ts'
import { answer } from '../acts/answer.ts'
import type { AnswerDeps } from '../acts/deps.ts'
import { mayNotAnswer, notFound } from '../acts/desk-act.ts'
import { extend } from '../acts/extend.ts'
import { passOn } from '../acts/pass-on.ts'
import { publish, takeDown } from '../acts/publish.ts'
import { enquiryCounts, enquiryPage } from '../views/desk-list.ts'
import { enquiryRecord } from '../views/desk-record.ts'
import * as c from './enquiry-contract.ts'

export interface EnquiryApiDeps extends AnswerDeps {
  clock: Clock
  deskSession(request: Request): Promise<{ staff: Staff } | null>
}

const params = z.object({ id: z.uuid() })
const tags = ['咨询']
const REFUSALS = { 401: c.enquiryRefusal, 403: c.enquiryRefusal, 404: c.enquiryRefusal }

/** The desk's HTTP API about questions. An officer reads and answers those of their own body only. */
export function registerEnquiryApi(app: Web, deps: EnquiryApiDeps): void {
  const web = app.withTypeProvider<ZodTypeProvider>()

  /** The officer who may answer, or null after the refusal has been sent. */
  async function answering(request: Request, reply: Reply): Promise<Staff | null> {
    const session = await deps.deskSession(request)
    const no = session ? mayNotAnswer(session.staff) : SIGN_IN_NEEDED.refusal
    if (no) sendRefusal(reply, no)
    return no ? null : session!.staff
  }

  web.get(
    '/api/enquiries',
    {
      schema: {
        summary: '本部门的咨询，一页 20 个',
        tags,
        querystring: c.enquiriesQuery,
        response: { 200: c.enquiryPage, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const staff = await answering(request, reply)
      if (!staff) return reply
      const { filter, page } = request.query
      return enquiryPage(deps.db, staff.organId, filter, page, deps.clock.now(), deps.calendar)
    },
  )

  web.get(
    '/api/enquiries/counts',
    { schema: { summary: '咨询的件数', tags, response: { 200: c.enquiryCounts, ...REFUSALS } } },
    async (request, reply) => {
      const staff = await answering(request, reply)
      return staff ? enquiryCounts(deps.db, staff.organId, deps.clock.now()) : reply
    },
  )

  web.get(
    '/api/enquiries/:id',
    {
      schema: {
        summary: '一个咨询和它的办事指南',
        tags,
        params,
        response: { 200: c.enquiryRecord, ...REFUSALS },
      },
    },
    async (request, reply) => {
      const staff = await answering(request, reply)
      if (!staff) return reply
      const { id } = request.params
      const found = await enquiryRecord(deps.db, staff, id, deps.clock.now(), deps.calendar)
      return found ?? sendRefusal(reply, notFound)
    },
  )

  function post<B extends z.ZodType>(
    noun: string,
    summary: string,
    body: B,
    act: (
      deps: AnswerDeps,
      staff: Staff,
      enquiryId: string,
      command: z.infer<B>,
      now: Date,
    ) => Promise<Result<{ version: number }>>,
  ): void {
    const response = { 200: c.enquiryActAnswer, ...REFUSALS, 409: c.enquiryRefusal, 422: c.enquiryRefusal }
    web.post(
      `/api/enquiries/:id/${noun}`,
      { schema: { summary, tags, params, body, response } },
      async (request, reply) => {
        const session = await deps.deskSession(request)
        if (!session) return sendRefusal(reply, SIGN_IN_NEEDED.refusal)
        const { id } = request.params as { id: string }
        const outcome = await act(deps, session.staff, id, request.body as z.infer<B>, deps.clock.now())
        return outcome.ok ? outcome.value : sendRefusal(reply, outcome.refusal)
      },
    )
  }

  post('answers', '答复，或补充答复', c.answerBody, answer)
  post('passing-on', '转给别的部门', c.passOnBody, passOn)
  post('extension', '延长答复时限', c.extendBody, extend)
  post('publication', '公开这一问一答', c.publicWordsBody, publish)
  post('withdrawal', '撤下公开的问答', c.takeDownBody, takeDown)
}
