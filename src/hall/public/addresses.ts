/** Addresses of the public pages; `public-routes.ts` answers them. */
const query = (values: Record<string, string | undefined>): string => {
  const asked = new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])),
  ).toString()
  return asked ? `?${asked}` : ''
}

export interface SearchQuery {
  q?: string
  subject?: string
  topic?: string
  area?: string
  way?: string
  reach?: string
  organ?: string
  page?: string
}

export const PUBLIC = {
  home: '/',
  search: (asked: SearchQuery): string => `/search${query({ ...asked })}`,
  topics: '/topics',
  topic: (key: string, subject?: string, page?: string): string =>
    `/topics/${encodeURIComponent(key)}${query({ subject, page })}`,
  /** 基本目录 with its public figure. */
  directory: (asked: { q?: string; organ?: string; area?: string; only?: string; page?: string }): string =>
    `/directory${query({ ...asked })}`,
  /** 变更公告. */
  changes: (asked: { organ?: string; area?: string; kind?: string; month?: string; page?: string }): string =>
    `/changes${query({ ...asked })}`,
  change: (seq: number): string => `/changes/${seq}`,
  item: (itemId: string): string => `/items/${itemId}`,
  print: (itemId: string): string => `/items/${itemId}/guide.pdf`,
  /** 空白申请表, to be filled in by hand. */
  blankForm: (itemId: string): string => `/items/${itemId}/form.pdf`,
  /** 空白表格 and 示例样表 of a material. */
  materialFile: (itemId: string, key: string, which: 'blank' | 'filled'): string =>
    `/items/${itemId}/materials/${encodeURIComponent(key)}/${which}`,
  /** 标准文书 */
  models: '/forms',
  model: (kind: string): string => `/forms/${kind}.pdf`,
  /** What the QR code of a print leads to. */
  printed: (itemId: string, version: number): string => `/g/${itemId}/${version}`,
  /** 情形引导, with what was answered so far. */
  situation: (itemId: string, answers: Record<string, string> = {}): string =>
    `/items/${itemId}/situation${query(answers)}`,
  apply: (itemId: string, answers: Record<string, string> = {}): string =>
    `/apply/${itemId}${query(answers)}`,
  progress: '/progress',
  /** 网上提问, about an item or with the words of a search that found nothing. */
  ask: (asked: { item?: string; q?: string } = {}): string => `/ask${query({ ...asked })}`,
  /** Where a question asked without signing in is read by number and code. */
  askAnswer: '/ask/answer',
  askFollowUps: '/ask/follow-ups',
  verify: '/verify',
  check: (token: string): string => `/check/${token}`,
  regulation: '/regulation',
  level: (fn: string, to: string): string => `/level${query({ fn, to })}`,
} as const
