import type { ReactElement } from 'react'
import type { Refusal } from '../../platform/refusal.ts'
import type { Ruling } from '../../regulation/index.ts'
import { Actions, Button, type Display, LinkButton, Opening, Page, Stack } from '../../ui/index.ts'
import { PersonalPage, type View } from '../my/frame.tsx'
import { at } from '../personal-routes.ts'
import type { Scene } from './scene.ts'

interface ExpiredPageProps {
  display: Display
  draftId: string
  /** Everything that was typed, by control. */
  fields: Record<string, unknown>
  /** Names of the files that were chosen; a browser does not let us keep them. */
  files: string[]
}

/**
 * The session ended while somebody typed: all that they typed is in this page, and one button carries it over the sign-in. Files
 * must be chosen again, and the page says so.
 */
export function ExpiredPage({ display, draftId, fields, files }: ExpiredPageProps): ReactElement {
  const zh = display.lang === 'zh'
  const kept = Object.entries(fields).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((v): [string, string] => [name, String(v)]),
  )
  return (
    <Page
      {...display}
      title={zh ? '请重新登录' : 'Please sign in again'}
      path={at('draft', { draftId })}
      place="find"
      noIndex
    >
      <Opening
        title={zh ? '请重新登录' : 'Please sign in again'}
        lead={
          zh
            ? '登录过期，为了安全已自动退出。您刚才填的内容都在，登录后回到原来的地方。'
            : 'Your session ended and you were signed out. What you typed is kept; you return to it after signing in.'
        }
      />
      <Stack>
        {files.length > 0 && (
          <p>
            {zh
              ? `刚选的文件要重新选一次：${files.join('、')}。`
              : `Please choose these files once more: ${files.join(', ')}.`}
          </p>
        )}
        <form method="post" action={at('parked', { draftId })}>
          {kept.map(([name, value], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one control may be sent several times
            <input key={i} type="hidden" name={name} value={value} />
          ))}
          <Actions>
            <Button>{zh ? '登录，接着填' : 'Sign in and go on'}</Button>
          </Actions>
        </form>
        <p className="fine">
          {zh
            ? '登录不上，打 12345，草稿在您的账户里，不会丢。'
            : 'If you cannot sign in, call 12345; the draft is safe in your account.'}
        </p>
      </Stack>
    </Page>
  )
}

/** Asks once before a draft is thrown away. */
export function DeletionPage({ view, scene }: { view: View; scene: Scene }): ReactElement {
  const zh = view.lang === 'zh'
  const { draftId } = scene.draft
  const title = zh ? '删除这份草稿？' : 'Delete this draft?'
  return (
    <PersonalPage
      view={view}
      title={title}
      crumbs={[{ text: zh ? '我的' : 'Mine', href: at('my') }, { text: title }]}
    >
      <Opening
        title={title}
        over={zh ? scene.item.content.name : scene.item.content.nameEn || scene.item.content.name}
        lead={
          zh
            ? '填的内容和传的文件一起删除，删了不能找回。已经提交的办件不受影响。'
            : 'What you filled in and uploaded is deleted for good. Applications you have submitted are not touched.'
        }
      />
      <form method="post" action={at('draftDeletion', { draftId })}>
        <Actions>
          <Button>{zh ? '删除草稿' : 'Delete the draft'}</Button>
          <LinkButton weight="secondary" href={at('draft', { draftId })}>
            {zh ? '留着，接着填' : 'Keep it and go on'}
          </LinkButton>
        </Actions>
      </form>
    </PersonalPage>
  )
}

/** The guide names other applicants: who may apply, and how to come back as one of them. */
export function NotForYouPage({
  view,
  refusal,
  guide,
}: {
  view: View
  refusal: Refusal
  guide: string
}): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '这件事要换个账户办' : 'Another account is needed'
  return (
    <PersonalPage view={view} title={title} place="find">
      <Opening title={title} lead={zh ? refusal.sentence : (refusal.english ?? refusal.sentence)} />
      <form method="post" action="/sign-out">
        <Actions>
          <Button>{zh ? '退出，换账户登录' : 'Sign out and change account'}</Button>
          <LinkButton weight="quiet" href={guide}>
            {zh ? '回办事指南' : 'Back to the guide'}
          </LinkButton>
        </Actions>
      </form>
    </PersonalPage>
  )
}

/** Handled at the counter already (Art. 23): nothing is asked again online; a different matter goes on. */
export function AtCounterPage({
  view,
  ruling,
  dossier,
  itemId,
  name,
}: {
  view: View
  ruling: Ruling
  dossier: { dossierId: string; number: string }
  itemId: string
  name: string
}): ReactElement {
  const zh = view.lang === 'zh'
  const title = zh ? '您已经在窗口办了这件事' : 'You have this in hand at the counter'
  return (
    <PersonalPage view={view} title={title} place="find">
      <Opening title={title} lead={ruling.sentence[view.lang]} />
      <Stack>
        <p>
          {zh ? `${name}，办件编号 ` : `${name}, dossier `}
          <span className="code">{dossier.number}</span>
        </p>
        <Actions>
          <LinkButton href={at('dossier', { dossierId: dossier.dossierId })}>
            {zh ? '看这件的进度' : 'See how it stands'}
          </LinkButton>
          <LinkButton weight="secondary" href={`${at('apply', { itemId })}?another=1`}>
            {zh ? '要办的是另外一件，继续' : 'This is another matter, go on'}
          </LinkButton>
        </Actions>
      </Stack>
    </PersonalPage>
  )
}
