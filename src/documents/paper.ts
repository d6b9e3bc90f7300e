/**
 * The papers (文书) that the platform makes. Each kind carries exactly the fields that its page shows; `render.ts`
 * turns one into a tagged PDF/A. Art. 16 names the model documents; 行政许可法 §32, §38 and §44 name what must stand in them.
 */

/** A calendar day 'YYYY-MM-DD' in Asia/Shanghai. */
type Day = string

/** What every paper carries. */
export interface PaperHead {
  /** The organ in whose name the paper is made; its name stands in the red head, the signature and the seal. */
  organ: { id: string; name: string }
  /** 文书编号, e.g. 榕示监准〔2026〕12 号; for a licence its 证照编号. */
  number: string
  /** The day of the paper (落款日期). */
  date: Day
  /** True in a sample world: the footer then says 示例. */
  sample: boolean
}

/** What the papers about a dossier have in common. */
export interface DossierPaper extends PaperHead {
  /** 办件编号. */
  dossier: string
  item: { name: string; code: string }
  applicant: {
    name: string
    /** Already masked; a paper never carries a full identity number. */
    idMasked?: string
  }
  /** 咨询电话, 投诉电话 of the item's guide. */
  enquiryPhone: string
  complaintPhone: string
  /** Where the QR code leads: progress or verification of this paper. */
  qrUrl: string
}

/** One line of a list of materials on a receipt or slip. */
export interface PaperMaterial {
  name: string
  /** 原件, 复印件, 电子件, 电子证照 … and how many. */
  form: string
  /** How it came: 网上上传, 从电子证照取得, 邮寄, 窗口. */
  how: string
}

/** Ways to object (Art. 27; 行政复议法 §20: 60 days, 行政诉讼法 §46: 6 months; both calendar periods). */
export interface Remedies {
  review: { organ: string; until?: Day }
  lawsuit: { court: string; until?: Day }
}

/** 申请材料接收凭证 (archive code B1). */
export interface ReceiptPaper extends DossierPaper {
  kind: 'receipt'
  receivedAt: Date
  /** 网上申请, 窗口 … */
  channel: string
  materials: PaperMaterial[]
  /** Together with the dossier number this opens the progress query without signing in. */
  queryCode: string
  /** The day by which the organ says whether it accepts (行政许可法 §32: 5 working days, else deemed accepted). */
  acceptBy: Day
}

/** 受理承诺单 (B8). */
export interface AcceptanceSlipPaper extends DossierPaper {
  kind: 'acceptance-slip'
  acceptedAt: Date
  officer: string
  /** 即办件, 承诺件. */
  itemKind: string
  /** With their unit, e.g. 20 个工作日. */
  statutoryLimit: string
  promisedLimit: string
  /** 承诺办结日. */
  dueDay: Day
  materials: PaperMaterial[]
  /** 结果领取方式. */
  collection: string
  /** 不收费, or what and why. */
  fee: string
  /** 特别程序提示: procedures whose time does not count (行政许可法 §45), told in writing. */
  specialProcedures: string[]
  /** Set when nobody said no in five working days and the law took the application as accepted. */
  deemed?: boolean
}

/** 不予受理通知单 (B4). */
export interface NonAcceptancePaper extends DossierPaper {
  kind: 'non-acceptance'
  appliedOn: Day
  /** 行政许可法 §32(1) no permit needed, §32(2) not this organ's power, or another reason. */
  reasonClass: 'no-permit-needed' | 'not-our-power' | 'other'
  reason: string
  /** The article that the reason rests on. */
  basis: string
  /** Compulsory in meaning when `not-our-power`: which organ to turn to. */
  rightOrgan?: string
  returnedMaterials: string[]
  officer: string
  remedies: Remedies
}

/** 补齐补正通知书 (B18): everything at once, each with its reason (Art. 15, 行政许可法 §32(4)). */
export interface CorrectionNoticePaper extends DossierPaper {
  kind: 'correction-notice'
  appliedOn: Day
  officer: string
  points: { material: string; problem: string; demand: string; basis: string }[]
  /** Last day to hand it in. */
  dueDay: Day
  /** How fast the organ looks at what comes back, e.g. 2 个工作日. */
  promisedReview: string
}

/**
 * 缺件通知书: materials of the guide that were not handed in at all. What is there but not right goes into a
 * 补齐补正通知书 instead; nobody gets both about one material.
 */
export interface MissingNoticePaper extends DossierPaper {
  kind: 'missing-notice'
  appliedOn: Day
  officer: string
  missing: { material: string; form: string; basis: string }[]
  /** What was received, so that nothing is brought twice. */
  received: string[]
  /** Last day to hand it in. */
  dueDay: Day
}

/** 整改通知书 (B21): what a site visit (踏勘) or an inspection found, and what has to be put right. */
export interface RectificationNoticePaper extends DossierPaper {
  kind: 'rectification-notice'
  acceptedOn: Day
  visitedAt: Date
  place: string
  /** Two at least (行政许可法 §34). */
  visitors: string[]
  faults: { found: string; demand: string; basis: string }[]
  /** Last day to have it put right. */
  dueDay: Day
  /** How it will be looked at again: another visit, pictures … */
  reinspection: string
  /** Whether the time until then counts, and by which rule it does not. */
  clock: string
}

/**
 * 窗口否决报备单: a window that turns an application down reports it inside the administration, so that somebody
 * other than the one who refused looks at it.
 */
export interface WindowRefusalPaper extends DossierPaper {
  kind: 'window-refusal'
  window: string
  officer: string
  appliedOn: Day
  refusedAt: Date
  /** 收件, 受理 … */
  stage: string
  reason: string
  basis: string
  /** Was the applicant told everything at once and in writing? */
  toldOnce: boolean
  /** 报备对象 */
  reportedTo: string
  /** 审核意见, empty until it is there. */
  review?: { opinion: string; by: string; on: Day }
}

/** 准予行政许可决定书. */
export interface DecisionGrantPaper extends DossierPaper {
  kind: 'decision-grant'
  /** 准予行政许可决定书 unless the item is not a permit (e.g. 准予确认决定书). */
  title?: string
  appliedOn: Day
  acceptedOn: Day
  /** What is granted, in one or more sentences. */
  granted: string
  basis: string[]
  /** 许可范围, 有效期 and other facts of the grant. */
  terms: { label: string; value: string }[]
  /** 结果证照. */
  result?: { name: string; number: string }
  /** 颁发、送达: by which day at the latest (行政许可法 §44: 10 working days). */
  deliverBy: Day
  /** What the holder must do or keep to. */
  duties: string[]
}

/** 不予行政许可决定书 (B14). */
export interface DecisionRefusePaper extends DossierPaper {
  kind: 'decision-refuse'
  title?: string
  appliedOn: Day
  acceptedOn: Day
  /** Facts found, each with the standard that it fails (行政许可法 §38: state the reasons). */
  reasons: { fact: string; basis: string }[]
  /** The law that the decision is made under. */
  law: string
  remedies: Remedies
}

/** 电子证照照面: generic by its fields, so any item's licence can be printed. */
export interface LicencePaper extends PaperHead {
  kind: 'licence'
  /** 证照名称. */
  title: string
  fields: { label: string; value: string }[]
  /** e.g. 2026年12月2日至2031年12月1日, or 长期. */
  validity: string
  /** 证照标识, GB/T 36904. */
  identifier: string
  qrUrl: string
}

/** 批文. */
export interface ApprovalPaper extends DossierPaper {
  kind: 'approval'
  /** 关于…的批复. */
  title: string
  /** Paragraphs; a line break begins a new one. */
  body: string
  /** 批文 names what it rests on. */
  attachments: string[]
  identifier?: string
}

/** 送达回证 (B19). */
export interface ServiceReceiptPaper extends DossierPaper {
  kind: 'service-receipt'
  served: { name: string; number: string }[]
  /** Who was to receive it. */
  recipient: string
  /** 电子送达, 窗口领取, 邮政速递. */
  method: string
  place: string
  server: string
  servedAt: Date
  /** How receipt is shown: electronic signing with account and time, a courier's proof; blank on paper for a signature. */
  evidence?: string
  remark?: string
}

/** 申请表 as it was submitted (A). */
export interface ApplicationFormPaper extends DossierPaper {
  kind: 'application-form'
  /** e.g. 食品经营许可申请表. */
  title: string
  /** 所选情形: what was answered before the form; the materials and steps follow from it. Empty: no such questions. */
  situation: { question: string; answer: string }[]
  sections: { title: string; fields: { label: string; value: string }[] }[]
  materials: PaperMaterial[]
  collection: string
  /** The declaration that was accepted (Art. 11: declared true), word for word. */
  declaration: string
  /** Who declared, as whom, and when. */
  declaredBy: string
  declaredAt: Date
}

export type Paper =
  | ReceiptPaper
  | AcceptanceSlipPaper
  | NonAcceptancePaper
  | CorrectionNoticePaper
  | MissingNoticePaper
  | RectificationNoticePaper
  | WindowRefusalPaper
  | DecisionGrantPaper
  | DecisionRefusePaper
  | LicencePaper
  | ApprovalPaper
  | ServiceReceiptPaper
  | ApplicationFormPaper

export type PaperKind = Paper['kind']

/** The name of the document on its own page; `title` of the paper wins where it has one. */
export const paperNames: Record<PaperKind, string> = {
  receipt: '申请材料接收凭证',
  'acceptance-slip': '受理承诺单',
  'non-acceptance': '不予受理通知单',
  'correction-notice': '补齐补正通知书',
  'missing-notice': '缺件通知书',
  'rectification-notice': '整改通知书',
  'window-refusal': '窗口否决报备单',
  'decision-grant': '准予行政许可决定书',
  'decision-refuse': '不予行政许可决定书',
  licence: '电子证照',
  approval: '批文',
  'service-receipt': '送达回证',
  'application-form': '申请表',
}

/** Kinds that the organ seals; an application form is the applicant's own paper and carries no seal. */
export const isSealedKind = (kind: PaperKind): boolean => kind !== 'application-form'
