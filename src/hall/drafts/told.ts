import type { ChangeKind, ItemContent } from '../../catalogue/index.ts'
import { fullDay } from '../../ui/index.ts'
import type { MoveNote } from './move.ts'

/** Sentences to applicants about what becomes of their drafts; the clerk reads the same ones before filing. */

type Closing = Extract<ChangeKind, 'suspend' | 'cancel' | 'devolve'>

export const isClosing = (kind: ChangeKind): kind is Closing =>
  kind === 'suspend' || kind === 'cancel' || kind === 'devolve'

export const CLOSED_WORDS: Record<Closing, { zh: string; en: string }> = {
  suspend: {
    zh: '暂停办理，现在不能提交。您填的都留着，恢复以后接着填。',
    en: 'It is suspended and takes no applications now. What you filled in is kept; go on when it resumes.',
  },
  cancel: {
    zh: '已经取消，不能再提交。您填的还能看。',
    en: 'It has been ended and takes no applications any more. You can still read what you filled in.',
  },
  devolve: {
    zh: '下放到区县办理，要到您所在区县的事项里重新申请。您填的还能看。',
    en: 'It has moved to the districts; apply anew with yours. You can still read what you filled in.',
  },
}

const named = ({ name }: Pick<ItemContent, 'name'>): string => `「${name}」`

/** A telephone shows some seventy characters at a time: the first of several notes, and where the others are. */
export function movedMessage(content: ItemContent, notes: readonly MoveNote[]): string {
  const [first] = notes
  if (!first) return `${named(content)}的办事指南更新了，您的草稿已经换到新版，填的都在，接着填就行。`
  return `${named(content)}的办事指南更新了，您没交的草稿有 ${notes.length} 处要看。${first.zh}在「我的」里打开草稿，填过的都留着。`
}

export function closedMessage(
  content: ItemContent,
  kind: Closing,
  {
    since,
    reason,
    instead,
    resumesOn,
  }: { since: string; reason: string; instead: string; resumesOn: string | null },
): string {
  const why = reason ? `原因：${withStop(reason)}` : ''
  const plan = resumesOn === null ? '' : `计划${fullDay(resumesOn)}恢复。`
  return `${named(content)}${fullDay(since)}起${CLOSED_WORDS[kind].zh}${plan}${why}${instead ? withStop(instead) : ''}`
}

export const resumedMessage = (content: ItemContent): string =>
  `${named(content)}恢复办理了，您的草稿可以接着填、接着交。`

const withStop = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`)
