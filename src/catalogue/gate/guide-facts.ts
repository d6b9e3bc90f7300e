import type { GuideFacts } from '../../regulation/index.ts'
import { type ItemContent, limitText } from '../item.ts'

/** What an item's content says about the fourteen elements of Art. 7, in the words of the rule that judges them. */
export function guideFacts(content: ItemContent): GuideFacts {
  return {
    name: content.name,
    basicCode: content.basicCode,
    implCode: content.implCode,
    itemType: content.itemType,
    legalBasis: content.legalBasis.map(({ name, clause }) => ({ name, clause })),
    conditions: content.conditions.join('\n'),
    materials: content.materials.map(({ name }) => ({ name })),
    noMaterialsNeeded: content.noMaterialsNeeded,
    procedure: content.steps.map((s) => ({ name: s.name, limit: limitText(s.limit) })),
    legalLimit: content.legalLimit,
    promiseLimit: content.promiseLimit,
    fee: content.fee && { charged: content.fee.charged, basis: content.fee.basis },
    handlingForms: content.handlingForms,
    resultSample: resultSample(content),
    consultPhone: content.consultPhone,
    complaintPhone: content.complaintPhone,
  }
}

/**
 * The sample is drawn from the fields of the result's face by the template that makes the real one, so a result with
 * a name but no face has no sample yet. An item that hands nothing over says so instead of showing one.
 */
function resultSample({ result }: ItemContent): string | null {
  if (result === null) return null
  if (result.type === 'none') return result.name || '本事项不产生结果文书'
  return result.faceFields.length > 0 ? result.name : null
}

/** Can the applicant apply on this platform, by computer or phone? */
export const isOnline = (content: ItemContent): boolean =>
  content.handlingForms.includes('2') || content.handlingForms.includes('3')
