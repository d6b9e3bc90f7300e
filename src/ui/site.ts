/** Fixed words and addresses of the furniture: the four places, the tools, the footer. */
import type { Text } from './text.ts'

export type Place = 'find' | 'progress' | 'booking' | 'mine'

export interface SiteLink {
  href: string
  text: Text
}

export const SITE = {
  name: '榕办',
  full: { zh: '福州市网上办事大厅', en: 'Fuzhou government services' },
  hotline: '12345',
}

export const PLACES: Record<Place, SiteLink> = {
  find: { href: '/', text: { zh: '找事项', en: 'Services' } },
  progress: { href: '/progress', text: { zh: '查进度', en: 'Progress' } },
  booking: { href: '/booking', text: { zh: '预约', en: 'Booking' } },
  mine: { href: '/my', text: { zh: '我的', en: 'Mine' } },
}

/** Elder mode keeps three choices, a telephone call being one of them. */
export const ELDER_PLACES: readonly (SiteLink & { place?: Place })[] = [
  { href: '/', text: { zh: '首页', en: 'Home' }, place: 'find' },
  { href: '/progress', text: { zh: '查进度', en: 'Progress' }, place: 'progress' },
  { href: 'tel:12345', text: { zh: '打电话', en: 'Call us' } },
]

export const FOOTER_LINKS: readonly SiteLink[] = [
  { href: '/ask', text: { zh: '网上提问', en: 'Ask a question' } },
  { href: '/complaints', text: { zh: '投诉与建议', en: 'Complaints' } },
  { href: '/verify', text: { zh: '证照验真', en: 'Check a licence' } },
  { href: '/regulation', text: { zh: '办事规则与执行情况', en: 'Rules and how we keep them' } },
  { href: '/figures', text: { zh: '公开的办理数据', en: 'Public figures' } },
  { href: '/directory', text: { zh: '事项目录', en: 'Directory of services' } },
  { href: '/changes', text: { zh: '变更公告', en: 'Changes of services' } },
  { href: '/my/reads', text: { zh: '谁看过我的资料', en: 'Who read my data' } },
  { href: '/forms', text: { zh: '标准文书', en: 'Model documents' } },
  { href: '/places', text: { zh: '服务大厅地址', en: 'Service centres' } },
  { href: '/accessibility', text: { zh: '无障碍说明', en: 'Accessibility' } },
  { href: '/privacy', text: { zh: '隐私与个人信息', en: 'Privacy' } },
]

/** Where the display of the hall is changed; the answer sets a cookie and returns to `to`. */
export const displayHref = (
  change: 'mode=elder' | 'mode=standard' | 'lang=zh' | 'lang=en' | 'mode=standard&lang=zh',
  to: string,
): string => `/display?${change}&to=${encodeURIComponent(to)}`
export const signInHref = (to: string): string => `/sign-in?to=${encodeURIComponent(to)}`
