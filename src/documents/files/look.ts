import { type Refusal, refuse } from '../../platform/refusal.ts'

/** What a look inside a file gives: the numbers found, or why the file cannot be taken. */
export type Look =
  | { ok: true; pages?: number; width?: number; height?: number }
  | { ok: false; refusal: Refusal }

export const damaged = refuse(
  'damaged',
  '文件打不开，可能没有传完整或者已经损坏。请在自己的设备上打开看看，再重新上传。',
)

export const locked = refuse('locked', '文件设了密码，工作人员打不开。请去掉密码，另存一份再传。')
