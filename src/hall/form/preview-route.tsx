import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { areaTree, form as formShape } from '../../catalogue/index.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { sendRefusal, type Web } from '../../platform/web.ts'
import { dayOf } from '../../regulation/index.ts'
import { Opening, Page, renderPage } from '../../ui/index.ts'
import type { PersonalDeps } from '../personal-deps.ts'
import { FormSections } from './sections.tsx'

const body = z.object({
  form: formShape,
  /** Name of the item, as the page's heading. */
  name: z.string().max(200).default(''),
  lang: z.enum(['zh', 'en']).default('zh'),
})

const SIGN_IN: Refusal = { name: 'sign-in-needed', sentence: '登录过期了，重新登录后再看预览。' }

/**
 * POST /api/form-preview: the form as applicants would meet it, drawn by the very code of the hall, for the designer's phone. The answer is
 * a whole page; it files nothing, and its buttons do what they do without a way to the server.
 */
export function registerFormPreview(root: Web, deps: PersonalDeps): void {
  root
    .withTypeProvider<ZodTypeProvider>()
    .post(
      '/api/form-preview',
      { schema: { tags: ['catalogue'], summary: '申请表预览: the form as the hall shows it', body } },
      async (request, reply) => {
        if ((await deps.identity.deskSession(request)) === null) return sendRefusal(reply, SIGN_IN)
        const { form, name, lang } = request.body
        const now = deps.clock.now()
        const page = (
          <Page
            lang={lang}
            title={name}
            path="/"
            scripts={[deps.elementsHref ?? '/assets/elements.js']}
            noIndex
          >
            <Opening title={name} close />
            <form noValidate>
              <FormSections
                form={form}
                answers={{}}
                known={null}
                errors={[]}
                areas={await areaTree(deps.db, now)}
                lang={lang}
                today={dayOf(now)}
                now={now}
                upload={(field) => (
                  <label>
                    {field.label}
                    <input className="file" type="file" />
                  </label>
                )}
              />
            </form>
          </Page>
        )
        return reply.type('text/html; charset=utf-8').send(renderPage(page))
      },
    )
}
