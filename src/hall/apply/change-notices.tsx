import type { ReactElement } from 'react'
import { uploadsOf } from '../../catalogue/index.ts'
import { Button, fullDay, LineLink, NoticeCard, Section, SummaryList, t } from '../../ui/index.ts'
import type { MoveNote } from '../drafts/move.ts'
import { CLOSED_WORDS } from '../drafts/told.ts'
import { controlName } from '../form/answers.ts'
import type { View } from '../my/frame.tsx'
import { at, ELSEWHERE } from '../personal-routes.ts'
import { fileControl } from '../uploads/rows.tsx'
import type { Scene } from './scene.ts'

const KIND_OF = { suspended: 'suspend', cancelled: 'cancel', devolved: 'devolve' } as const

/** In a draft whose item is not offered now: what happened, why, since when, and where to go instead. */
export function ClosedNotice({ scene, view }: { scene: Scene; view: View }): ReactElement | null {
  const { closed } = scene
  if (!closed) return null
  const { lang } = view
  const zh = lang === 'zh' ? undefined : 'zh-CN'
  const since = fullDay(closed.since, lang)
  return (
    <NoticeCard
      tone="ochre"
      title={t(lang, { zh: `这个事项${since}起不受理网上申请`, en: `Not offered online since ${since}` })}
    >
      <p className="small">
        {t(lang, { zh: '这个事项', en: '' })}
        {t(lang, CLOSED_WORDS[KIND_OF[closed.life]])}
      </p>
      {closed.reason && (
        <p className="small">
          {t(lang, { zh: '原因：', en: 'Reason: ' })}
          <span lang={zh}>{closed.reason}</span>
        </p>
      )}
      {closed.resumesOn && (
        <p className="small">
          {t(lang, {
            zh: `计划${fullDay(closed.resumesOn)}恢复办理。`,
            en: `Planned to be offered again from ${fullDay(closed.resumesOn, 'en')}.`,
          })}
        </p>
      )}
      {closed.instead && (
        <p className="small" lang={zh}>
          {closed.instead}
        </p>
      )}
      {closed.successors.map((s) => (
        <p key={s.itemId}>
          <LineLink href={ELSEWHERE.guide(s.itemId)}>
            <span lang={zh}>{s.organName}</span>
          </LineLink>
        </p>
      ))}
      <LineLink href={ELSEWHERE.guide(scene.item.itemId)}>
        {t(lang, { zh: '看事项页的说明', en: 'See the page of the service' })}
      </LineLink>
    </NoticeCard>
  )
}

/** In a draft that was taken along to a new version: what to look at, each with the way to its place. */
export function MovedNotice({ scene, view }: { scene: Scene; view: View }): ReactElement | null {
  const { notes, draft } = scene
  if (draft.movedFrom === null) return null
  const { lang } = view
  return (
    <NoticeCard
      tone={notes.length > 0 ? 'ochre' : 'green'}
      title={
        notes.length > 0
          ? t(lang, {
              zh: `办事指南更新了，有 ${notes.length} 处要看`,
              en: `The guide has changed: ${notes.length} ${notes.length === 1 ? 'thing' : 'things'} to look at`,
            })
          : t(lang, { zh: '新指南要的都有了', en: 'Everything that the new guide asks for is there' })
      }
    >
      {notes.length > 0 && (
        <ul className="small">
          {notes.map((note) => (
            <li key={note.zh}>
              <Note note={note} view={view} />
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        {t(lang, {
          zh: '草稿已经换到新版，填过的都留着。',
          en: 'Your draft follows the new guide; everything that you filled in is kept.',
        })}
      </p>
      <form method="post" action={at('draftVersion', { draftId: draft.draftId })}>
        <Button weight="secondary" small>
          {t(lang, { zh: '看过了，收起', en: 'I have seen this' })}
        </Button>
      </form>
    </NoticeCard>
  )
}

function Note({ note, view }: { note: MoveNote; view: View }): ReactElement {
  const text = t(view.lang, note)
  const place = note.field
    ? `#${controlName(note.field)}`
    : note.material
      ? `#${fileControl(note.material)}-row`
      : null
  return place ? <a href={place}>{text}</a> : <span>{text}</span>
}

/** At the end of the draft: what was filled in or given for what the guide no longer asks for. */
export function KeptSection({ scene, view }: { scene: Scene; view: View }): ReactElement | null {
  const { draft, materials, whole } = scene
  const { lang } = view
  const zh = lang === 'zh' ? undefined : 'zh-CN'
  const wanted = new Set(uploadsOf(whole.content).map((m) => m.key))
  const files = materials.filter((m) => m.fileId !== null && !wanted.has(m.materialKey))
  if (draft.kept.length + files.length === 0) return null
  return (
    <Section
      id="kept"
      title={t(lang, { zh: '您原来填的', en: 'What you had filled in' })}
      note={t(lang, {
        zh: '新指南不要这些了，或者换了填法。给您留着看，提交时不交给部门。',
        en: 'The new guide does not ask for this, or asks otherwise. It is kept for you and is not handed in.',
      })}
    >
      <SummaryList
        rows={[
          ...draft.kept.map((k) => ({
            term: <span lang={zh}>{k.label}</span>,
            value: (
              <span lang={zh} className="wording">
                {k.text}
              </span>
            ),
          })),
          ...files.map((m) => ({
            term: t(lang, { zh: '文件', en: 'File' }),
            value: <a href={at('file', { fileId: m.fileId! })}>{m.fileName}</a>,
          })),
        ]}
      />
    </Section>
  )
}
