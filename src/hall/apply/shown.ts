/** What the steps of applying share: whose draft it is, and its two pages. */
import type { StoredFile } from '../../documents/index.ts'
import type { Reply, Request } from '../../platform/web.ts'
import type { FlashProps, Lang } from '../../ui/index.ts'
import type { GivenMaterial } from '../drafts/draft.ts'
import { notFound, seeOther, sendPage, signedIn, type View } from '../my/frame.tsx'
import type { PersonalDeps } from '../personal-deps.ts'
import { at, ELSEWHERE } from '../personal-routes.ts'
import type { FailedFile } from '../uploads/rows.tsx'
import { DraftPage } from './draft-page.tsx'
import { mayApply } from './may-apply.ts'
import { ReviewPage } from './review-page.tsx'
import { fetchKnown, type Scene, sceneOf } from './scene.ts'
import { judge, type Open } from './submit.ts'
import { whatNext } from './what-next.ts'

export type Params = {
  Params: { draftId: string; key: string; itemId: string }
  Querystring: { told?: string } & Record<string, unknown>
}

export const HIDE = { schema: { hide: true } }

const NOTHING_OPEN: Open = { errors: [], missing: [] }

const TOLD: Record<string, Record<Lang, string>> = {
  restored: { zh: '登录前填的内容找回来了', en: 'What you typed before signing in is back' },
  moved: {
    zh: '办事指南刚刚更新，填的都在，请再看一遍',
    en: 'The guide has just changed; everything is kept, please look once more',
  },
  resumed: { zh: '接着上次的草稿填', en: 'You go on with your draft' },
}

export const flashOf = (told: string | undefined, lang: Lang): FlashProps | undefined => {
  const text = told && Object.hasOwn(TOLD, told) ? TOLD[told] : undefined
  return text && { text: text[lang] }
}

export async function filesOf(
  deps: PersonalDeps,
  materials: GivenMaterial[],
): Promise<Map<string, StoredFile>> {
  const ids = materials.flatMap((m) => m.fileId ?? [])
  const files = ids.length > 0 ? await deps.documents.files.findAll(ids) : []
  return new Map(files.map((f) => [f.fileId, f]))
}

export async function showDraft(
  deps: PersonalDeps,
  reply: Reply,
  view: View,
  found: Scene,
  more: { open?: Open; failed?: Record<string, FailedFile>; flash?: FlashProps | undefined } = {},
): Promise<Reply> {
  const { scene, held } = await fetchKnown(deps, view.account, found, view.now)
  const { open = NOTHING_OPEN, failed = {}, flash } = more
  const wrong = open.errors.length + open.missing.length + Object.keys(failed).length > 0
  const files = await filesOf(deps, scene.materials)
  return sendPage(
    reply,
    DraftPage({ view, scene, held, files, open, failed, flash }),
    wrong ? 422 : undefined,
  )
}

export async function showReview(
  deps: PersonalDeps,
  reply: Reply,
  view: View,
  scene: Scene,
  more: Partial<Parameters<typeof ReviewPage>[0]> = {},
): Promise<Reply> {
  const judged = judge(scene.item, scene.draft, scene.materials, { now: view.now, areas: scene.areas })
  const page = ReviewPage({
    view,
    scene,
    values: judged.values,
    files: await filesOf(deps, scene.materials),
    next: whatNext(scene.item.content, view.now, deps.calendar),
    phoneMasked: view.account.phoneMasked,
    ...more,
  })
  return sendPage(reply, page, more.fault ? 422 : undefined)
}

/** The scene of an own, open draft; answers by itself when there is none. */
export async function openScene(deps: PersonalDeps, request: Request<Params>, reply: Reply) {
  const who = await signedIn(deps, request, reply)
  if (!who) return null
  const scene = await sceneOf(deps, who.view.account, request.params.draftId)
  if (!scene) {
    notFound(reply)
    return null
  }
  if (scene.draft.submittedDossier) {
    await seeOther(reply, at('dossier', { dossierId: scene.draft.submittedDossier }))
    return null
  }
  if (!mayApply(who.session)) {
    const to = request.method === 'GET' ? request.url : at('draft', { draftId: scene.draft.draftId })
    await seeOther(reply, ELSEWHERE.level(to))
    return null
  }
  return { ...who, scene }
}
