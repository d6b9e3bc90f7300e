import type { Lang } from '../../ui/index.ts'

/** What a step of the region tree is called, by the length of its codes. */
export function stepName(code: string, lang: Lang): string {
  const zh = lang === 'zh'
  if (code.length > 6) return zh ? '街道、乡镇' : 'Street or town'
  if (code.endsWith('0000')) return zh ? '省' : 'Province'
  if (code.endsWith('00')) return zh ? '市' : 'City'
  return zh ? '区、县' : 'District'
}
