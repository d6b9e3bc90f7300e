import { limitText, readable } from '../../catalogue/index.ts'
import type { Paper, PaperMaterial } from '../../documents/index.ts'
import { addCalendarDays, dayOf, officialCalendar, remedies } from '../../regulation/index.ts'
import { clocksOf } from '../clocks.ts'
import type { DossierMaterial, ToldDemand } from '../material-store.ts'
import { queryCode } from '../query-code.ts'
import type { ReactionDeps, Scene } from './deps.ts'
import { licenceNumber } from './licence-number.ts'

const SOURCES = { upload: '网上上传', licence: '从电子证照取得', courier: '邮寄' } as const

export const paperMaterials = (materials: DossierMaterial[]): PaperMaterial[] =>
  materials.map((m) => ({
    name: m.name,
    form: m.source === 'courier' ? '纸质' : m.source === 'licence' ? '电子证照' : '电子件',
    how: SOURCES[m.source],
  }))

/** What every paper about this dossier carries. `serial` tells papers of one kind apart. */
export function paperHead(
  deps: Pick<ReactionDeps, 'publicUrl' | 'queryCodeKey'>,
  { dossier, item, organ }: Scene,
  mark: string,
  at: Date,
) {
  const { content } = item
  return {
    organ: { id: organ.organId, name: organ.name },
    number: documentNumber(dossier.number, organ.shortName, mark, at),
    date: dayOf(at),
    sample: dossier.sample,
    dossier: dossier.number,
    item: { name: dossier.itemName, code: content.implCode },
    applicant: { name: dossier.applicant.name, idMasked: dossier.applicant.idMasked },
    enquiryPhone: content.consultPhone,
    complaintPhone: content.complaintPhone,
    qrUrl: `${deps.publicUrl}/progress?number=${dossier.number}`,
  }
}

/** 文书编号: the organ's short name, the kind's mark, the year and the dossier's own date and serial. */
function documentNumber(dossierNumber: string, shortName: string, mark: string, at: Date): string {
  return `${shortName}${mark}〔${dayOf(at).slice(0, 4)}〕${dossierNumber.slice(-8)}号`
}

export function receiptPaper(deps: ReactionDeps, scene: Scene, materials: DossierMaterial[]): Paper {
  const { dossier } = scene
  const clock = clocksOf(dossier, dossier.receivedAt, deps.calendar).governing
  return {
    kind: 'receipt',
    ...paperHead(deps, scene, '收', dossier.receivedAt),
    receivedAt: dossier.receivedAt,
    channel: '网上申请',
    materials: paperMaterials(materials),
    queryCode: queryCode(deps.queryCodeKey, dossier.dossierId),
    acceptBy: clock.dueDay ?? dayOf(dossier.receivedAt),
  }
}

export function acceptanceSlip(deps: ReactionDeps, scene: Scene, materials: DossierMaterial[]): Paper {
  const { dossier, item, event } = scene
  const { content } = item
  const promised = clocksOf(dossier, event.at, deps.calendar).all.find((c) => c.kind === 'promised')
  return {
    kind: 'acceptance-slip',
    ...paperHead(deps, scene, '受', event.at),
    acceptedAt: dossier.acceptedAt ?? event.at,
    officer: event.actor.name,
    itemKind: content.projectType === '1' ? '即办件' : '承诺件',
    statutoryLimit: limitText(content.legalLimit),
    promisedLimit: limitText(content.promiseLimit),
    dueDay: promised?.dueDay ?? dayOf(event.at),
    materials: paperMaterials(materials),
    collection: '电子结果在「我的」里打开、下载',
    fee: content.fee?.charged
      ? content.fee.items.map((f) => `${f.name}：${f.standard}`).join('；')
      : '不收费',
    specialProcedures: content.specialProcedures.map(
      (s) => `${s.name}，${s.days} 日，不计入承诺时限（${s.basis}）`,
    ),
    ...(event.data['deemed'] === true ? { deemed: true } : {}),
  }
}

export function correctionNotice(
  deps: Pick<ReactionDeps, 'publicUrl' | 'queryCodeKey'>,
  scene: Scene,
  demands: ToldDemand[],
  answerUntil: string,
): Paper {
  const { dossier, item, event } = scene
  return {
    kind: 'correction-notice',
    ...paperHead(deps, scene, '补', event.at),
    appliedOn: dayOf(dossier.submittedAt),
    officer: event.actor.name,
    points: demands.map((d) => ({ material: d.name, problem: d.problem, demand: d.cure, basis: d.basis })),
    dueDay: answerUntil,
    promisedReview: limitText(item.content.promiseLimit),
  }
}

/** 申请表 as it was filed, for the archive. */
export function applicationForm(
  deps: ReactionDeps,
  scene: Scene,
  answers: Record<string, unknown>,
  materials: DossierMaterial[],
): Paper {
  const { dossier, item } = scene
  return {
    kind: 'application-form',
    ...paperHead(deps, scene, '申', dossier.submittedAt),
    title: `${dossier.itemName}申请表`,
    situation: dossier.situation?.told ?? [],
    sections: (item.content.form ? readable(item.content.form, answers, { lang: 'zh' }) : []).map((g) => ({
      title: g.title,
      fields: g.fields.filter((f) => f.value !== '').map(({ label, value }) => ({ label, value })),
    })),
    materials: paperMaterials(materials),
    collection: '电子结果在「我的」里打开',
    declaration: '所填内容和所交材料真实、有效，我对此负责。',
    declaredBy: dossier.applicant.name,
    declaredAt: dossier.submittedAt,
  }
}

function remediesOf({ item, event }: Scene) {
  const { reviewOrgan, court } = item.content.remedy
  const told = remedies({ decisionDay: dayOf(event.at), reviewOrgan, court })
  return {
    review: { organ: reviewOrgan, until: told.reviewUntil },
    lawsuit: { court, until: told.suitUntil },
  }
}

export function nonAcceptance(deps: ReactionDeps, scene: Scene, materials: DossierMaterial[]): Paper {
  const { dossier, event } = scene
  const said = event.data as {
    reasonClass: 'no-permit-needed' | 'not-our-power' | 'other'
    reason: string
    basis: string
    otherOrgan?: string
  }
  return {
    kind: 'non-acceptance',
    ...paperHead(deps, scene, '不受', event.at),
    appliedOn: dayOf(dossier.submittedAt),
    reasonClass: said.reasonClass,
    reason: said.reason,
    basis: said.basis,
    ...(said.otherOrgan ? { rightOrgan: said.otherOrgan } : {}),
    returnedMaterials: materials.map((m) => m.name),
    officer: event.actor.name,
    remedies: remediesOf(scene),
  }
}

export function decisionPaper(deps: ReactionDeps, scene: Scene): Paper {
  const { dossier, item, event } = scene
  const { content } = item
  const said = event.data as { outcome: 'granted' | 'refused'; reason: string; basis: string }
  const dates = {
    appliedOn: dayOf(dossier.submittedAt),
    acceptedOn: dayOf(dossier.acceptedAt ?? dossier.submittedAt),
  }
  const basis = content.legalBasis.map((b) => `${b.name}${b.clause}`)
  if (said.outcome === 'refused') {
    return {
      kind: 'decision-refuse',
      ...paperHead(deps, scene, '不准', event.at),
      ...(content.itemType === '01' ? {} : { title: '不予办理决定书' }),
      ...dates,
      reasons: [{ fact: said.reason, basis: said.basis }],
      law: said.basis || basis[0] || '',
      remedies: remediesOf(scene),
    }
  }
  const day = dayOf(event.at)
  return {
    kind: 'decision-grant',
    ...paperHead(deps, scene, '准', event.at),
    ...(content.itemType === '01' ? {} : { title: '准予办理决定书' }),
    ...dates,
    granted: said.reason.trim() || `经审查，您申请的「${dossier.itemName}」符合法定条件，决定准予。`,
    basis,
    terms: [],
    ...(content.result && content.result.type !== 'none'
      ? {
          result: {
            name: content.result.name,
            number: licenceNumber(dossier.areaCode, content.basicCode, dossier.number),
          },
        }
      : {}),
    deliverBy: deliveryDay(day),
    duties: [],
  }
}

/** 行政许可法 §44: handed over within ten working days of the decision. */
function deliveryDay(day: string): string {
  try {
    return officialCalendar.addWorkingDays(day, 10)
  } catch {
    // The next year's calendar is not known yet: ten calendar days are never more than ten working days.
    return addCalendarDays(day, 10)
  }
}

export function serviceReceipt(
  deps: ReactionDeps,
  scene: Scene,
  served: { name: string; number: string }[],
): Paper {
  const { dossier, event, organ } = scene
  return {
    kind: 'service-receipt',
    ...paperHead(deps, scene, '送', event.at),
    served,
    recipient: dossier.applicant.name,
    method: '电子送达',
    place: '榕办「我的」',
    server: organ.name,
    servedAt: event.at,
    evidence: `系统于办结时放入申请人账户并发短信告知（账户 ${dossier.applicant.idMasked}）`,
  }
}
