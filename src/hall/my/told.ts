import type { Actor } from '../../history/index.ts'
import type { Account } from '../../identity/index.ts'
import type { FlashProps, Lang } from '../../ui/index.ts'

/** What the page that follows an act says about it; the address carries only its name. */
const TOLD: Record<string, Record<Lang, string>> = {
  saved: { zh: '草稿已保存，在「没填完的」里接着填', en: 'The draft is saved' },
  'draft-deleted': { zh: '草稿已删除', en: 'The draft is deleted' },
  corrected: { zh: '补正已提交，部门收到了', en: 'The correction is handed in' },
  withdrawn: { zh: '申请已撤回', en: 'The application is withdrawn' },
  booked: { zh: '约好了，短信里也有', en: 'Booked; an SMS is on its way' },
  'booking-moved': { zh: '时间改好了', en: 'The time is changed' },
  'booking-cancelled': { zh: '预约已取消', en: 'The booking is cancelled' },
  asked: { zh: '问题已提交，部门收到了', en: 'Your question is sent' },
  'asked-on': { zh: '追问已提交，部门收到了', en: 'Sent; the department has it' },
  rated: { zh: '评价已收到', en: 'Your rating is received' },
}
export const flashOf = (told: string | undefined, lang: Lang): FlashProps | undefined => {
  const text = told && Object.hasOwn(TOLD, told) ? TOLD[told] : undefined
  return text && { text: text[lang] }
}

export const actorOf = (account: Account): Actor & { kind: 'applicant' } => ({
  kind: 'applicant' as const,
  id: account.accountId,
  name: account.name,
})
