// 文书、印章: papers from templates, the organs' test seals, and stored files.

export { dayInWords, dayText, momentText } from './days.ts'
export type * from './paper.ts'
export { isSealedKind, paperNames } from './paper.ts'
export { qrSvg, renderPaper, sealImage } from './render.ts'
export type { Organ, SealAuthority } from './seal/authority.ts'
export { loadOrCreateSealAuthority } from './seal/authority.ts'
export type { SealRequest } from './seal/seal.ts'
export { sealPdf } from './seal/seal.ts'
export type { SealCheck } from './seal/verify.ts'
export { verifySealedPdf } from './seal/verify.ts'
