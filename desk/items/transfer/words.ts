import type { ImportJobAnswer, Outcome } from '../../../src/catalogue/api/transfer-contract.ts'

export const OUTCOMES: Record<Outcome, { word: string; kind: string; trial: string; means: string }> = {
  imported: { word: '新收', kind: 'ok', trial: '会新收', means: '这里没有的事项，成为草稿' },
  updated: { word: '更新', kind: 'info', trial: '会更新', means: '这里有，内容变了，改成草稿' },
  unchanged: { word: '没有变化', kind: '', trial: '没有变化', means: '和这里的一样' },
  kept: { word: '保留', kind: 'wait', trial: '会保留', means: '部门手里有草稿，或已经发布，不动' },
  refused: { word: '退回', kind: 'bad', trial: '会退回', means: '自相矛盾、读不懂，或不归本部门' },
}
export const OUTCOME_ORDER = ['imported', 'updated', 'refused', 'kept', 'unchanged'] as const

export const STATES: Record<ImportJobAnswer['state'], { word: string; kind: string }> = {
  reading: { word: '正在读文件', kind: 'info' },
  checking: { word: '正在试跑', kind: 'info' },
  checked: { word: '试跑完，等导入', kind: 'wait' },
  importing: { word: '正在导入', kind: 'info' },
  done: { word: '已导入', kind: 'ok' },
  cancelled: { word: '已停止', kind: 'hold' },
  failed: { word: '读不了', kind: 'bad' },
}
export const running = (state: ImportJobAnswer['state']): boolean =>
  state === 'reading' || state === 'checking' || state === 'importing'

export const SHAPES: Record<ImportJobAnswer['shape'], string> = {
  '': '',
  flat: '省级清单',
  detailed: '事项库',
  excerpt: '网页摘录',
  national: '国家交换表',
}
export const FORMATS: Record<ImportJobAnswer['format'], string> = {
  '': '',
  json: 'JSON',
  csv: 'CSV',
  zip: 'CSV 压缩包',
  xlsx: 'XLSX',
}

/** 「1.2 MB」 */
export const sizeInWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`

/** 「还要约 3 分钟」 */
export function leftInWords(seconds: number | null): string {
  if (seconds === null) return ''
  if (seconds < 60) return `还要约 ${Math.max(1, Math.ceil(seconds / 10)) * 10} 秒`
  return `还要约 ${Math.ceil(seconds / 60)} 分钟`
}
